"""Groups that can speak ("police", "eyewitnesses") and bodies without a proper name ("the foreign ministry")."""

from dataclasses import dataclass
from typing import Literal

from rashomon.actors.lexicon import Groups
from rashomon.model import Annotated, Place, Token

# What stands before a single person who is not named; without it the noun is a title or stands for someone named.
NAMELESS = frozenset({"a", "an", "one", "another", "some"})
# A body of theirs is not the body of that kind that the report speaks of otherwise ("his government").
OWN = frozenset({"my", "your", "his", "her", "its", "our", "their", "own", "whose"})
MARKS = frozenset({"'s", "’s", "'", "’"})
# What no name of a group goes across.
BREAKS = frozenset({"(", ")", "[", "]", ",", ";", ":", "|", '"', "“", "”", "--", "–", "—", "/", "*"})
BREAKING = frozenset({"VERB", "AUX", "ADP", "SCONJ", "PRON"})


@dataclass(frozen=True, slots=True)
class GroupMention:
    """Tokens `[first, last)` without the determiner; `key` is what makes two mentions one group; `owned` is True where
    it says whose it is."""

    first: int
    last: int
    text: str
    key: str
    head: str
    kind: Literal["organisation", "group"]
    bare: bool
    definite: bool
    plural: bool
    owned: bool


def find_groups(
    annotated: Annotated, taken: frozenset[int], owners: dict[int, int], places: dict[int, Place], groups: Groups
) -> list[GroupMention]:
    """Every group or body that is named by a common noun, in text order; tokens in `taken` belong to names and titles,
    `owners` gives the number of the name that a token is part of.

    What stands right before a name describes the bearer of it ("the news agency Interfax") and is none of its own.
    """
    found = []
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        kind = _kind(token, lemma, groups)
        describes = token.i + 1 in taken and token.i + 1 < annotated.sentences[token.sentence].last
        if kind is None or token.i in taken or describes or token.dep in ("compound", "nmod"):
            continue
        if _is_possessor(annotated, token, groups) or _is_called_so(annotated, token):
            continue
        mention = _mention(annotated, token, lemma, kind, owners, places, groups)
        if mention is not None:
            found.append(mention)
    return found


def _kind(token: Token, lemma: str, groups: Groups) -> Literal["organisation", "group"] | None:
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if lemma in groups.people or token.lower in groups.people or token.lower in groups.media or lemma in groups.media:
        return "group"
    if lemma not in groups.institutions:
        return None
    if token.tag in ("NNS", "NNPS"):
        return "group" if lemma in groups.acting else None
    return "organisation"


def _mention(
    annotated: Annotated,
    token: Token,
    lemma: str,
    kind: Literal["organisation", "group"],
    owners: dict[int, int],
    places: dict[int, Place],
    groups: Groups,
) -> GroupMention | None:
    first = _left_edge(annotated, token, owners, places, groups)
    while first < token.i and (
        annotated.tokens[first].lower in groups.determiners or annotated.tokens[first].dep in ("cc", "punct")
    ):
        first += 1
    last = token.i + 1
    words = annotated.tokens[first:last]
    text = " ".join(annotated.text[words[0].start : words[-1].end].split())
    if text.lower() in groups.never or any(text.lower().endswith(" " + phrase) for phrase in groups.never):
        return None
    following = annotated.tokens[last].lower if last < len(annotated.tokens) else ""
    bare = first == token.i and following != "of"
    if lemma == "union" and _is_proper(words):
        kind = "organisation"
    if token.lower in groups.media and all(word.pos == "PROPN" and word.text[0].isupper() for word in words):
        kind = "organisation" if len(words) > 1 else kind
    plural = token.tag in ("NNS", "NNPS") or token.lower in groups.collective
    definite = _determiner(annotated, first) in ("the", "this", "that")
    if not plural and kind == "group" and _determiner(annotated, first) not in NAMELESS:
        return None
    if (
        bare
        and (lemma in groups.needs_modifier or token.lower in groups.needs_modifier)
        and not (definite and kind == "organisation")
    ):
        return None
    if kind == "organisation" and not plural and _determiner(annotated, first) in ("a", "an", "any", "no", "another"):
        return None
    if kind == "organisation" and bare and _determiner(annotated, first) in OWN:
        return None
    if kind == "organisation" and bare and not definite and token.dep == "pobj" and text.islower():
        return None  # "in court" is a place
    return GroupMention(
        first,
        last,
        text if not text[0].isupper() or text.isupper() else _decapitalised(words, text),
        _key(words, places, token),
        lemma,
        kind,
        bare,
        definite,
        plural,
        any(word.i in places or word.i in owners for word in words),
    )


def _is_proper(words: tuple[Token, ...]) -> bool:
    return len(words) > 1 and all(word.text[0].isupper() for word in words)


def _decapitalised(words: tuple[Token, ...], text: str) -> str:
    """Without the capital that only the beginning of a sentence gives."""
    plain = words[0].pos != "PROPN" and not words[0].ent and words[0].text[1:].islower()
    return text[0].lower() + text[1:] if plain else text


def _left_edge(
    annotated: Annotated, head: Token, owners: dict[int, int], places: dict[int, Place], groups: Groups
) -> int:
    """Where the modifiers before the noun begin; of possessives only places ("Kazakhstan's government"), names
    ("Hadid's forces") and groups ("the dock workers' union") count."""
    first = head.i
    for child in annotated.children[head.i]:
        if child >= head.i:
            break
        token = annotated.tokens[child]
        named = token.dep == "poss" and (child in places or _is_possessor(annotated, token, groups))
        if token.dep in ("amod", "compound", "nmod") or named:
            first = min(first, _leftmost(annotated, child))
        elif token.dep == "poss" and child in owners and annotated.tokens[child + 1].text in MARKS:
            while owners.get(child - 1) == owners[child]:
                child -= 1
            first = min(first, child)
    return _unbroken(annotated, first, head, owners, places)


def _unbroken(annotated: Annotated, first: int, head: Token, owners: dict[int, int], places: dict[int, Place]) -> int:
    """Where the words that stand together with the noun begin: after the last bracket, comma, verb or preposition, and
    after a name that only stands beside the owner ("By Reuters Libyan rebels")."""
    for i in range(head.i - 1, first - 1, -1):
        token = annotated.tokens[i]
        owned = i + 1 in places or owners.get(i + 1, owners.get(i)) != owners.get(i)
        if i in owners and owned and i not in places:
            return i + 1
        spaced = token.text == "-" and i > 0 and annotated.tokens[i - 1].end < token.start
        if i not in places and (
            spaced
            or token.ent in ("DATE", "TIME")
            or token.text in BREAKS
            or (token.pos in BREAKING and token.dep != "amod" and token.text not in MARKS)
        ):
            return i + 1
    return first


def _is_possessor(annotated: Annotated, token: Token, groups: Groups) -> bool:
    """True for the workers of "the workers' union"."""
    head = annotated.tokens[token.head]
    bodies = groups.institutions | groups.collective
    return token.dep == "poss" and token.tag == "NNS" and head.lemma.lower() in bodies


def _is_called_so(annotated: Annotated, token: Token) -> bool:
    """True for what somebody is recognised or described as ("as the legitimate government")."""
    return token.dep == "pobj" and annotated.tokens[token.head].lower == "as"


def _leftmost(annotated: Annotated, i: int) -> int:
    return min((t.i for t in annotated.subtree(i) if t.i <= i and t.dep != "det"), default=i)


def _determiner(annotated: Annotated, first: int) -> str:
    return annotated.tokens[first - 1].lower if first > 0 else ""


def _key(words: tuple[Token, ...], places: dict[int, Place], head: Token) -> str:
    parts = [
        places[token.i].name.lower() if token.i in places else token.lemma.lower() if token.i == head.i else token.lower
        for token in words
        if token.text not in ("'s", "’s", "-", "'", "’")
    ]
    return " ".join(dict.fromkeys(parts))
