"""Runs of words that the gazetteer or the lexicon of peoples knows: what may be a place."""

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model import Annotated, Sentence, Span, Token
from rashomon.places.gazetteer import Entry, look_up_folded
from rashomon.places.lexicon import Lexicon
from rashomon.places.spelling import fold, loosen

MOST_TOKENS = 6
INNER = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "del",
        "du",
        "des",
        "di",
        "da",
        "do",
        "dos",
        "el",
        "al",
        "upon",
        "on",
        "&",
        "-",
        "–",
        "'s",
        "’s",
        "es",
        "ash",
        "as",
        "an",
        "ul",
        "von",
        "van",
        "bin",
        "y",
        "in",
    }
)


class Candidate(NamedTuple):
    """Tokens `[first, last)` and the places they may mean. `source` says by what: name, variant (loose spelling),
    people (adjective), abbreviation."""

    first: int
    last: int
    span: Span
    key: str
    source: str
    entries: tuple[Entry, ...]


def find_candidates(annotated: Annotated, lexicon: Lexicon) -> list[Candidate]:
    """The longest known runs of words, from left to right, that do not overlap."""
    found: list[Candidate] = []
    for sentence in annotated.sentences:
        i = sentence.first
        while i < sentence.last:
            candidate = _longest(annotated, sentence, i, lexicon) if _may_begin(annotated.tokens[i]) else None
            if candidate is not None:
                found.append(candidate)
            i = i + 1 if candidate is None else candidate.last
    return found


def _may_begin(token: Token) -> bool:
    char = token.text[0]
    return char.isupper() and (len(token.text) > 1 or token.pos == "PROPN")


def _longest(annotated: Annotated, sentence: Sentence, first: int, lexicon: Lexicon) -> Candidate | None:
    tokens = annotated.tokens
    for last in _ends(tokens, first, min(sentence.last, first + MOST_TOKENS), lexicon.spots):
        span = Span(tokens[first].start, tokens[last - 1].end)
        text = span.of(annotated.text)
        hit = _hit(text, tokens, first, last, lexicon)
        if hit is not None:
            return Candidate(first, last, span, hit[0], hit[1], hit[2])
    return None


def _ends(tokens: tuple[Token, ...], first: int, limit: int, spots: frozenset[str]) -> Iterator[int]:
    """Where a name that begins at `first` may end, the longest first: it ends with a capitalised word and has only
    capitalised and linking words inside. A second word without its capital is let through ("Nur sultan")."""
    ends, last = [first + 1], first + 1
    while last < limit:
        text = tokens[last].text
        if text[0].isupper() or text[0].isdigit():
            ends.append(last + 1)
        elif last == first + 1 and text.islower() and len(text) > 3 and tokens[last].pos in ("NOUN", "PROPN"):
            if tokens[last].text not in spots:
                ends.append(last + 1)
            break
        elif text not in INNER:
            break
        last += 1
    return reversed(ends)


def _hit(
    text: str, tokens: tuple[Token, ...], first: int, last: int, lexicon: Lexicon
) -> tuple[str, str, tuple[Entry, ...]] | None:
    if text in lexicon.press:
        return text, "abbreviation", (lexicon.press[text],)
    if text in lexicon.post and first > 0 and tokens[first - 1].text == ",":
        return text, "abbreviation", (lexicon.post[text],)
    key = fold(text)
    if key in lexicon.people and (not text.isupper() or len(text) > 3):
        return key, "people", lexicon.people[key]
    if (len(text) < 3 and not text.isupper()) or len(key) < 2:
        return None
    entries = look_up_folded(key)
    if len(key) == 2 and (not text.isupper() or (entries and entries[0].kind not in ("country", "other"))):
        return None
    if not entries and (loose := loosen(key)) is not None and len(key) == len(text):
        entries = look_up_folded(loose)
        return (key, "variant", entries) if entries else None
    return (key, "name", entries) if entries else None
