"""Names of persons and organisations as they stand in a report, with the types of the statistical model put right."""

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.actors.edges import INSIDE_NAMES, LETTERS, after_title, bare_name, extend_name, trim_name
from rashomon.actors.lexicon import Titles, load_groups
from rashomon.actors.title import Title, find_role, make_title, title_after, title_before
from rashomon.model import Annotated, Place, Token

# Labels of the statistical model that hide persons' names, if a title stands before them.
DOUBTFUL = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", ""})
UNTYPED = frozenset({"", "PRODUCT", "WORK_OF_ART", "FAC", "LOC", "GPE", "NORP", "EVENT", "LAW"})
MEDIA = frozenset(
    {"broadcaster", "channel", "agency", "newspaper", "network", "station", "website", "daily", "magazine"}
)
SIDES = ("pro-", "anti-", "non-", "post-")
UNDER = ("-led", "-backed", "-loyal", "-controlled", "-held", "-run", "-based", "-born", "-style", "-era", "-appointed")
ODD = re.compile(r"[@/()\[\]<>|*#]")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in tokens `[first, last)`; `start` is where the title before it begins; `gender` m, f or n (unknown) by
    an honorific or a kinship word."""

    first: int
    last: int
    start: int
    text: str
    kind: Literal["person", "organisation"]
    gender: str
    titles: tuple[Title, ...]
    kin: bool = False
    label: str = ""


def find_names(annotated: Annotated, places: dict[int, Place], titles: Titles) -> list[NameMention]:
    """Every name, in text order. `places` gives the place of each token that is part of one."""
    found: list[NameMention] = []
    taken = -1
    for run_first, run_last, label in _runs(annotated, places):
        if run_first < taken:
            continue
        mention = _mention(annotated, run_first, run_last, label, places, titles)
        if mention is not None:
            found.append(mention)
            taken = mention.last
    return found


def _runs(annotated: Annotated, places: dict[int, Place]) -> list[tuple[int, int, str]]:
    """Entities that may be names, and capitalised runs outside them that follow a title or an honorific."""
    runs = [
        (e.first, e.last, e.label)
        for e in annotated.entities
        if e.label in ("PERSON", "ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW")
    ]
    covered = {i for first, last, _ in runs for i in range(first, last)}
    tokens, i = annotated.tokens, 0
    while i < len(tokens):
        if i not in covered and tokens[i].pos == "PROPN" and tokens[i].text[0].isupper():
            j = i + 1
            while (
                j < len(tokens)
                and j not in covered
                and tokens[j].sentence == tokens[i].sentence
                and ((tokens[j].pos == "PROPN" and tokens[j].text[0].isupper()) or tokens[j].text in INSIDE_NAMES)
            ):
                j += 1
            runs.append((i, j, ""))
            i = j
        else:
            i += 1
    return sorted(runs)


def _mention(
    annotated: Annotated, first: int, last: int, label: str, places: dict[int, Place], titles: Titles
) -> NameMention | None:
    tokens = annotated.tokens
    first, last, gender = trim_name(tokens, first, last, titles)
    if last <= first:
        return None
    first, last, label = extend_name(annotated, first, last, label, places)
    if label == "PERSON":
        first, last = bare_name(tokens, first, last, places, titles)
    if last <= first:
        return None
    before = title_before(annotated, first, places, titles)
    if (inner := after_title(tokens, first, last, label, titles)) is not None:
        first = inner
        before = title_before(annotated, first, places, titles)
    if _is_adjective(tokens, first, last):
        return None
    followed = last < len(tokens) and tokens[last].lower in titles.words
    if before is not None and followed and (tokens[last].text.islower() or label == "ORG"):
        before = None
    named = _is_person(first, last, label, before is not None, gender, places)
    if named == "person" and gender == "n" and _is_firm(tokens, first, last, before is not None):
        named = "organisation"
    if named is None and label in UNTYPED and _follows_medium(tokens, first):
        named, last = "organisation", _with_number(tokens, last)
    if named is None or not _is_name(tokens, first, last, places, titles):
        return None
    text = _text(annotated, first, last)
    if named == "organisation":
        if last - first == 1 and (tokens[first].lower in titles.words or _is_of_title(tokens, last, titles)):
            return None
        kin = _is_kin(tokens, first, first, last, titles)
        return NameMention(first, last, first, text, "organisation", "n", (), kin, label)
    start = before[0] if before is not None else first
    kin = _is_kin(tokens, start, first, last, titles)
    return NameMention(
        first,
        last,
        start,
        text,
        "person",
        _gender(tokens, first, before, gender, titles),
        _titles(annotated, first, last, before, places, titles),
        kin,
        label,
    )


def _is_kin(tokens: tuple[Token, ...], start: int, first: int, last: int, titles: Titles) -> bool:
    """True for "his son, Karim Hadid" and "Karim Hadid, one of his sons,"."""
    sentence = tokens[first].sentence
    before = [token for token in tokens[max(0, start - 2) : first] if token.sentence == sentence]
    if start > 0 and tokens[start - 1].lower == "of":
        before = before[2:]  # "the daughter of" the one named
    if any(token.lower in titles.kin for token in before):
        return True
    after = [token.lower for token in tokens[last : last + 6] if token.sentence == sentence]
    if not after or after[0] != "," or "whose" in after or "and" in after:
        return False
    return any(word in titles.kin for word in after)


def _titles(
    annotated: Annotated,
    first: int,
    last: int,
    before: tuple[int, Title] | None,
    places: dict[int, Place],
    titles: Titles,
) -> tuple[Title, ...]:
    after = title_after(annotated, last, places, titles)
    leading = _apposed(annotated, first, places, titles) if before is None else None
    return tuple(title for title in (before[1] if before else None, after, leading) if title is not None)


def _apposed(annotated: Annotated, first: int, places: dict[int, Place], titles: Titles) -> Title | None:
    """The title in "A senior journalist in Almaty, Aizhan Nurgazinova, wrote"."""
    tokens = annotated.tokens
    floor = annotated.sentences[tokens[first].sentence].first
    if first - 2 < floor or tokens[first - 1].text != ",":
        return None
    for last in range(first - 1, max(floor, first - 8), -1):
        if tokens[last - 1].text in (",", ";") or tokens[last - 1].pos in ("VERB", "AUX"):
            return None
        if tokens[last].text in ("'s", "’s"):
            continue  # "the leader's son" is no leader
        role = find_role(tokens, last, max(floor, last - 3), titles)
        if role is not None and tokens[last - 1].pos == "NOUN":
            start = role[0]
            while start > floor and tokens[start - 1].pos in ("ADJ", "NOUN", "PROPN"):
                start -= 1
            if start == floor or tokens[start - 1].pos == "DET" or tokens[start - 1].text in ("'s", "’s"):
                return make_title(annotated, start, first - 1, role[0], role[1], places, titles)
            return None
    return None


def _is_adjective(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """True for "pro-Gadhafi" and "Russian-led": who is for or under somebody, not the one."""
    text = "".join(token.lower for token in tokens[first:last])
    if text.startswith(SIDES) or text.endswith(UNDER):
        return True
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].lower in ("pro", "anti", "non", "post", "ex"):
        return True
    return last + 1 < len(tokens) and tokens[last].text == "-" and "-" + tokens[last + 1].lower in UNDER


def _is_firm(tokens: tuple[Token, ...], first: int, last: int, titled: bool) -> bool:
    """True for a "person" whose last word is one for bodies or firms ("Oryx Terminals", "National Libyan Council")."""
    groups = load_groups()
    word = tokens[last - 1].lower
    return last - first > 1 and (word in groups.institutions or (not titled and word in groups.firms))


def _is_of_title(tokens: tuple[Token, ...], last: int, titles: Titles) -> bool:
    """True for the first word of a title that the model took for a name ("Interior" of "Interior Minister")."""
    return last < len(tokens) and tokens[last].lower in titles.words and tokens[last].text[0].isupper()


def _follows_medium(tokens: tuple[Token, ...], first: int) -> bool:
    """True after a word for a medium: "the broadcaster Khabar 24"."""
    return first > 0 and tokens[first - 1].lower in MEDIA and tokens[first - 1].sentence == tokens[first].sentence


def _with_number(tokens: tuple[Token, ...], last: int) -> int:
    return last + 1 if last < len(tokens) and tokens[last].text.isdigit() else last


def _is_person(
    first: int, last: int, label: str, titled: bool, gender: str, places: dict[int, Place]
) -> Literal["person", "organisation"] | None:
    placed = [i for i in range(first, last) if i in places]
    whole = len(placed) == last - first
    if titled or gender != "n":
        if whole and not titled:
            return None if label in ("GPE", "LOC") else "person"
        if last - first <= 4 and (label in DOUBTFUL or label == "PERSON"):
            return "person" if not whole or label == "PERSON" else None
    if whole:
        return None
    if label == "PERSON":
        return "person"
    return "organisation" if label == "ORG" else None


def _is_only_title(tokens: tuple[Token, ...], first: int, last: int, places: dict[int, Place], titles: Titles) -> bool:
    """True for a function without a name ("Foreign Minister", "Ukrainian Expert")."""
    role = find_role(tokens, last, first, titles)
    if role is None:
        return False
    return all(
        i in places or tokens[i].lower in titles.modifiers or tokens[i].text == "-" for i in range(first, role[0])
    )


def _is_name(tokens: tuple[Token, ...], first: int, last: int, places: dict[int, Place], titles: Titles) -> bool:
    words = tokens[first:last]
    if not words or len(words) > 12 or not LETTERS.search(words[0].text):
        return False
    if any(token.ent in ("DATE", "TIME") or token.lower[:4].isdigit() for token in words):
        return False
    if words[-1].text in titles.honorifics:
        return False
    if " ".join(token.lower for token in words) in titles.never:
        return False
    if len(words) == 1 and (len(words[0].text) < 2 or words[0].text.islower()):
        return False
    if _is_only_title(tokens, first, last, places, titles):
        return False
    return any(token.text[0].isupper() for token in words) and not any(ODD.search(token.text) for token in words)


def _text(annotated: Annotated, first: int, last: int) -> str:
    return " ".join(annotated.text[annotated.tokens[first].start : annotated.tokens[last - 1].end].split())


def _gender(
    tokens: tuple[Token, ...], first: int, before: tuple[int, Title] | None, honorific: str, titles: Titles
) -> str:
    if honorific != "n":
        return honorific
    if first > 0 and titles.honorifics.get(tokens[first - 1].text, "n") != "n":
        return titles.honorifics[tokens[first - 1].text]
    role = before[1].role if before is not None else ""
    words = {role, role.rsplit(" ", 1)[-1]}
    if words & titles.male:
        return "m"
    if words & titles.female:
        return "f"
    return titles.first_names.get(tokens[first].text, "n")
