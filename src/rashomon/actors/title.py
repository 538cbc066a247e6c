"""Functions that a text gives to persons: before the name, after it, and in descriptions."""

from dataclasses import dataclass

from rashomon.actors.lexicon import Titles, load_titles
from rashomon.model import Annotated, Place, Token

MOST_BEFORE = 9
MOST_AFTER = 16
LINKS = frozenset({"-", "–", "’s", "'s", "’", "'"})
STOPS = frozenset({"VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "NUM", "ADV", "PART", "INTJ", "PUNCT", "SYM", "X"})


@dataclass(frozen=True, slots=True)
class Title:
    """`role` is a function of the lexicon; `words` the nouns the text adds to it, lower case ("council"), `areas` the
    names of the places in it ("europe"); `countries` the ISO codes of those; `text` as written, lower case; tokens
    `[first, last)`."""

    role: str
    words: frozenset[str]
    areas: frozenset[str]
    countries: frozenset[str]
    text: str
    first: int
    last: int


def find_role(tokens: tuple[Token, ...], last: int, first: int, titles: Titles) -> tuple[int, str] | None:
    """The longest function of the lexicon that ends before token `last` and begins at `first` or later: its first
    token and its name."""
    if last <= first or tokens[last - 1].lower not in titles.ends:
        return None
    for start in range(max(first, last - 2 * titles.longest), last):
        role = " ".join(token.lower for token in tokens[start:last]).replace(" - ", "-")
        if role in titles.called:
            return start, role
    return None


def title_before(
    annotated: Annotated, name_first: int, places: dict[int, Place], titles: Titles
) -> tuple[int, Title] | None:
    """The title right before the name that begins at token `name_first` ("Russian Foreign Minister"): where it begins
    and what it says."""
    tokens = annotated.tokens
    floor = annotated.sentences[tokens[name_first].sentence].first
    last = name_first
    while last > floor and (tokens[last - 1].text in titles.honorifics or tokens[last - 1].text == ","):
        if tokens[last - 1].text == ",":
            return None
        last -= 1
    role = find_role(tokens, last, max(floor, last - MOST_BEFORE), titles)
    if role is None:
        return None
    start = _left_edge(tokens, role[0], max(floor, last - MOST_BEFORE))
    return start, make_title(annotated, start, last, role[0], role[1], places, titles)


def _left_edge(tokens: tuple[Token, ...], first: int, floor: int) -> int:
    """Where the modifiers before the function begin."""
    while first > floor:
        token = tokens[first - 1]
        if token.tag == "NNS" or token.ent == "PERSON":
            break
        if token.text in LINKS or (token.pos not in STOPS and token.pos != "DET" and token.ent not in ("DATE", "TIME")):
            first -= 1
        else:
            break
    while tokens[first].text in LINKS or tokens[first].tag in ("WRB", "WDT", "CC"):
        first += 1
    return first


def title_after(annotated: Annotated, name_last: int, places: dict[int, Place], titles: Titles) -> Title | None:
    """The apposition after a name: "Talgat Kalieve, a political scientist in Kazakhstan"."""
    tokens = annotated.tokens
    limit = min(annotated.sentences[tokens[name_last - 1].sentence].last, name_last + MOST_AFTER)
    if name_last + 1 >= limit or tokens[name_last].text not in (",", "(", "–", "—"):
        return None
    for last in range(name_last + 2, limit + 1):
        token = tokens[last - 1]
        if token.pos in ("VERB", "AUX") or token.text in (",", ";", ")", "“", '"') or token.pos == "PRON":
            return None
        if token.lower in titles.kin:
            return None  # "a son of the leader" is no leader
        if token.pos in ("NOUN", "PROPN") and (role := find_role(tokens, last, name_last + 1, titles)) is not None:
            if last < limit and (tokens[last].lower in titles.words or tokens[last].text == "-"):
                continue
            if last < limit and (tokens[last].text in ("'s", "’s") or _is_named_next(tokens, last)):
                return None
            end = right_edge(annotated, last, limit)
            if end < limit and tokens[end].tag in ("VBD", "VBZ") and tokens[end].lemma in titles.speaks:
                return None  # "how to deal with Ann Lee, the minister said"
            return make_title(annotated, name_last + 1, end, role[0], role[1], places, titles)
    return None


def _is_named_next(tokens: tuple[Token, ...], last: int) -> bool:
    """True if a name follows: the title is that one's ("Ann Lee, French President Paul Roy")."""
    return tokens[last - 1].text[0].isupper() and tokens[last].pos == "PROPN" and tokens[last].text[0].isupper()


def right_edge(annotated: Annotated, last: int, limit: int) -> int:
    """Where the phrase with "of", "for", "at" or "in" after a function ends."""
    tokens = annotated.tokens
    if last >= limit or tokens[last].lower not in ("of", "for", "at", "in", "to", "with", "on"):
        return last
    end = last + 1
    while (
        end < limit
        and tokens[end].ent != "PERSON"
        and (
            tokens[end].pos in ("PROPN", "NOUN", "ADJ", "DET")
            or tokens[end].lower in ("of", "for", "and", "-", "the", "'s", "’s", "in")
        )
    ):
        if tokens[end].lower == "and" and (end + 1 >= limit or not tokens[end + 1].text[0].isupper()):
            break
        end += 1
    while end > last and tokens[end - 1].lower in ("of", "for", "and", "the", "in", "a"):
        end -= 1
    return end if end > last + 1 else last


def make_title(
    annotated: Annotated, first: int, last: int, role_first: int, role: str, places: dict[int, Place], titles: Titles
) -> Title:
    """The title in tokens `[first, last)`, whose function `role` begins at `role_first`."""
    tokens = annotated.tokens
    length = len(role.replace("-", " - ").split())
    of_role = range(role_first, role_first + length)
    while first < last and tokens[first].pos == "DET":
        first += 1
    rest = [token for token in tokens[first:last] if token.i not in of_role]
    placed = [places[token.i] for token in rest if token.i in places]
    words = frozenset(
        token.lower
        for token in rest
        if token.i not in places and token.pos in ("PROPN", "NOUN") and token.lower not in titles.modifiers
    )
    text = " ".join(token.lower for token in tokens[first:last]).replace(" - ", "-")
    text = text.replace(" 's", "'s").replace(" ’s", "’s").replace(" .", ".")
    countries = {place.name for place in placed if place.kind == "country"}
    if len(countries) == 1 and len(placed) == 1 and not words and not _is_modified(rest, titles):
        text = f"{role} of {countries.pop()}".lower()
    return Title(
        role=role,
        words=words,
        areas=frozenset(place.name.lower() for place in placed),
        countries=frozenset(place.country for place in placed if place.country),
        text=text,
        first=first,
        last=last,
    )


def _is_modified(rest: list[Token], titles: Titles) -> bool:
    """True for "former Kazakh president": the rest of the phrase is more than a country."""
    return any(token.lower in titles.modifiers for token in rest)


def can_be_called(title: Title, role: str) -> bool:
    """True if the holder of `title` may be called `role`."""
    return role in load_titles().called.get(title.role, frozenset({title.role}))
