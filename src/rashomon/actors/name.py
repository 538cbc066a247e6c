"""Names of persons and organisations as they stand in a report, with the types of the statistical model put right."""

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.actors.lexicon import Titles, load_groups
from rashomon.actors.title import Title, find_role, make_title, title_after, title_before
from rashomon.model import Annotated, Place, Token

# Labels of the statistical model that hide persons' names, if a title stands before them.
DOUBTFUL = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", ""})
UNTYPED = frozenset({"", "PRODUCT", "WORK_OF_ART", "FAC", "LOC", "GPE", "NORP", "EVENT", "LAW"})
MEDIA = frozenset(
    {"broadcaster", "channel", "agency", "newspaper", "network", "station", "website", "daily", "magazine"}
)
ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "ar", "an", "az", "ash"})
JOINING = frozenset({"for", "of", "and", "the", "on"})
SIDES = ("pro-", "anti-", "non-", "post-")
UNDER = ("-led", "-backed", "-loyal", "-controlled", "-held", "-run", "-based", "-born", "-style", "-era", "-appointed")
VERBAL = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
INSIDE_NAMES = frozenset(
    {
        "-",
        "–",
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "del",
        "van",
        "von",
        "der",
        "den",
        "da",
        "di",
        "la",
        "le",
        "ul",
        "abu",
        "Al",
        "'",
    }
)
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s"})
ODD = re.compile(r"[@/()\[\]<>|*#]")
LETTERS = re.compile(r"[^\W\d_]")


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
    first, last, gender = _trim(tokens, first, last, titles)
    if last <= first:
        return None
    first, last, label = _extend(annotated, first, last, label, places)
    if label == "PERSON":
        first, last = _bare(tokens, first, last, places, titles)
    if last <= first:
        return None
    before = title_before(annotated, first, places, titles)
    if (inner := _title_inside(tokens, first, last, titles)) is not None:
        first = inner
        before = title_before(annotated, first, places, titles)
    if _is_adjective(tokens, first, last):
        return None
    if before is not None and last < len(tokens) and tokens[last].lower in titles.words and tokens[last].text.islower():
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


def _trim(tokens: tuple[Token, ...], first: int, last: int, titles: Titles) -> tuple[int, int, str]:
    """Without determiners, honorifics and possessive marks at the edges; the gender of the honorific."""
    gender = "n"
    while first < last and (
        tokens[first].pos == "DET"
        or tokens[first].text in titles.honorifics
        or tokens[first].text in POSSESSIVE
        or not LETTERS.search(tokens[first].text)
    ):
        gender = titles.honorifics.get(tokens[first].text, gender)
        first += 1
    for i in range(first, last):
        if tokens[i].text == ":":
            last = i
            break
    while first < last and (
        tokens[last - 1].text in POSSESSIVE
        or (not LETTERS.search(tokens[last - 1].text) and not tokens[last - 1].text.isdigit())
    ):
        last -= 1
    return first, last, gender


def _extend(annotated: Annotated, first: int, last: int, label: str, places: dict[int, Place]) -> tuple[int, int, str]:
    """Joined with the rest of a name that the statistical model has cut ("Kassym" + "-Jomart Tokayev")."""
    tokens = annotated.tokens
    end = annotated.sentences[tokens[first].sentence].last
    while (
        last + 1 < end
        and tokens[last].text in ("-", "–")
        and tokens[last + 1].text[0].isupper()
        and label in ("PERSON", "")
    ):
        last += 2
        while last < end and tokens[last].ent == "PERSON" and tokens[last].text[0].isupper() and last not in places:
            last += 1
    if label == "PERSON" and last - first > 1 and _is_medium_acronym(tokens[first].text, tokens[first + 1].text):
        first += 1
    if label in ("PERSON", "GPE", "NORP", "ORG", "") and last - first == 1 and last < end:
        following = tokens[last]
        if (
            following.pos == "PROPN"
            and following.text[0].isupper()
            and following.ent == "PERSON"
            and last not in places
        ):
            while last < end and tokens[last].ent == "PERSON" and last not in places:
                last += 1
            label = "PERSON"
    if label == "ORG":
        last = _whole_name(tokens, first, last, end)
    if label == "PERSON":
        first = _with_article(tokens, first, annotated.sentences[tokens[first].sentence].first)
    while label == "PERSON" and last < end and _goes_on(tokens, last, places):
        last += 1
    return first, last, label


def _goes_on(tokens: tuple[Token, ...], last: int, places: dict[int, Place]) -> bool:
    """True if the parser joins the next word to the name though the model's entity ends before it."""
    token = tokens[last]
    joined = tokens[last - 1].dep == "compound" and tokens[last - 1].head == last
    return joined and token.pos == "PROPN" and token.text[0].isupper() and not token.ent and last not in places


def _with_article(tokens: tuple[Token, ...], first: int, floor: int) -> int:
    """The beginning of a name that the model has cut at an Arabic article ("Saif al-" + "Islam Hadid")."""
    if first - 3 >= floor and tokens[first - 1].text == "-" and tokens[first - 2].lower in ARTICLES:
        if tokens[first - 3].pos == "PROPN" and tokens[first - 3].text[0].isupper() and tokens[first - 3].ent != "GPE":
            return first - 3
        return first - 2
    return first


def _whole_name(tokens: tuple[Token, ...], first: int, last: int, end: int) -> int:
    """The end of a name that the model has cut at a small word ("Agency for" + "International Development")."""
    if last < end and tokens[last].lower in JOINING and tokens[last].ent == "ORG":
        last += 1
    if tokens[last - 1].lower in JOINING:
        while last < end and tokens[last].pos == "PROPN" and tokens[last].text[0].isupper():
            last += 1
    while last > first + 1 and tokens[last - 1].lower in JOINING:
        last -= 1
    return last


def _bare(
    tokens: tuple[Token, ...], first: int, last: int, places: dict[int, Place], titles: Titles
) -> tuple[int, int]:
    """A person's name without the words that the model has run into it ("Defense Robert Gates", "Libya Gene Cretz")."""
    while first < last and _is_run_in(tokens, first, last, places, titles):
        first += 1
    while last > first + 1 and tokens[last - 1].text.islower() and tokens[last - 1].pos != "PROPN":
        last -= 1
    while last > first and not LETTERS.search(tokens[last - 1].text):
        last -= 1
    return first, last


def _is_run_in(tokens: tuple[Token, ...], first: int, last: int, places: dict[int, Place], titles: Titles) -> bool:
    token = tokens[first]
    if token.lower in titles.not_in_names or not LETTERS.search(token.text):
        return True
    if last - first < 2:
        return False
    if token.tag in VERBAL and token.text not in titles.first_names:
        return True
    if token.text.islower():
        return token.lower not in INSIDE_NAMES and tokens[first + 1].text[0].isupper()
    joined = tokens[first + 1].text in INSIDE_NAMES
    return last - first > 2 and first in places and not joined and token.text not in titles.first_names


def _is_medium_acronym(one: str, other: str) -> bool:
    """True for the outlet that a dateline has run into a name ("(CNN) John Smith" parsed as one)."""
    return one.isupper() and one.isalpha() and len(one) > 2 and not other.isupper()


def _title_inside(tokens: tuple[Token, ...], first: int, last: int, titles: Titles) -> int | None:
    """Where the name begins in an entity that took its title along ("President Tokayev")."""
    if tokens[last - 1].lower in load_groups().institutions:
        return None
    for i in range(last - 1, first, -1):
        if tokens[i - 1].lower in titles.ends and tokens[i].text[0].isupper() and tokens[i].lower not in titles.ends:
            return i if last - i <= 4 else None
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
