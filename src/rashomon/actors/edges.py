"""Where a name begins and ends: what the statistical model has run into a name, and what it has cut off."""

import re

from rashomon.actors.lexicon import Titles, load_groups
from rashomon.model import Annotated, Place, Token

ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "ar", "an", "az", "ash"})
JOINING = frozenset({"for", "of", "and", "the", "on"})
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
LETTERS = re.compile(r"[^\W\d_]")


def trim_name(tokens: tuple[Token, ...], first: int, last: int, titles: Titles) -> tuple[int, int, str]:
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
        spaced = i > first and tokens[i].text in ("-", "–") and tokens[i - 1].end < tokens[i].start
        if spaced or tokens[i].text in (":", "--", "—"):
            last = i
            break
    while first < last and (
        tokens[last - 1].text in POSSESSIVE
        or (not LETTERS.search(tokens[last - 1].text) and not tokens[last - 1].text.isdigit())
    ):
        last -= 1
    return first, last, gender


def extend_name(
    annotated: Annotated, first: int, last: int, label: str, places: dict[int, Place]
) -> tuple[int, int, str]:
    """Joined with the rest of a name that the statistical model has cut ("Kassym" + "-Jomart Tokayev")."""
    tokens = annotated.tokens
    end = annotated.sentences[tokens[first].sentence].last
    while (
        last + 1 < end
        and tokens[last].text in ("-", "–")
        and tokens[last].start == tokens[last - 1].end
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
    if last < end and tokens[last].lower in JOINING and (tokens[last].ent == "ORG" or _ends_early(tokens, last, end)):
        last += 1
    if tokens[last - 1].lower in JOINING:
        while last < end and tokens[last].pos == "PROPN" and tokens[last].text[0].isupper():
            last += 1
    while last > first + 1 and tokens[last - 1].lower in JOINING:
        last -= 1
    return last


def _ends_early(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    """True for "International Court" before "of Justice"."""
    body = tokens[last - 1].lower in load_groups().institutions and tokens[last - 1].text[0].isupper()
    return (
        body
        and tokens[last].lower == "of"
        and last + 1 < end
        and not tokens[last + 1].ent
        and tokens[last + 1].pos == "PROPN"
    )


def bare_name(
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
    if token.tag in ("NN", "NNS") and last - first > 2:
        return True
    if token.tag == "IN" or token.lower == "near":
        return True
    if last - first > 2 and first > 1 and tokens[first - 1].lower in ("to", "of", "in"):
        # "the ambassador to Libya Gene Cretz"
        return tokens[first - 2].lower in titles.words and token.text not in titles.first_names
    if token.text.islower():
        return token.lower not in INSIDE_NAMES and tokens[first + 1].text[0].isupper()
    joined = tokens[first + 1].text in INSIDE_NAMES
    return last - first > 2 and first in places and not joined and token.text not in titles.first_names


def _is_medium_acronym(one: str, other: str) -> bool:
    """True for the outlet that a dateline has run into a name ("(CNN) John Smith" parsed as one)."""
    return one.isupper() and one.isalpha() and len(one) > 2 and not other.isupper()


def after_title(tokens: tuple[Token, ...], first: int, last: int, label: str, titles: Titles) -> int | None:
    """Where the name begins in an entity that took its title along ("President Tokayev"); None for an organisation
    whose name has a function in it ("General Dynamics", "Student News")."""
    groups, end = load_groups(), tokens[last - 1].lower
    if end in groups.institutions:
        return None
    if label == "ORG" and (end in groups.firms or end in groups.in_names or tokens[last - 2].lower == "general"):
        return None
    for i in range(last - 1, first, -1):
        if tokens[i - 1].lower in titles.ends and tokens[i].text[0].isupper() and tokens[i].lower not in titles.ends:
            return i if last - i <= 4 else None
    return None
