"""Acronyms that a text explains in brackets: "International Forum for Rights and Security (IFFRAS)".

The letters are matched from the right against the first letters of the words before the bracket, small words taken or
skipped (after Schwartz and Hearst 2003).
"""

import re
from dataclasses import dataclass

from rashomon.model import Annotated, Token

SHORT = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z][a-z]?\.?$")
SMALL = frozenset(
    {"of", "the", "for", "and", "in", "on", "de", "a", "an", "to", "&", "-", "–", "’s", "'s", "at", "with", "by"}
)


@dataclass(frozen=True, slots=True)
class Acronym:
    """The short form at token `at`, the long one in tokens `[first, last)`; `proper` is False where the long form is
    common words ("liquefied petroleum gas"), which is no actor."""

    at: int
    first: int
    last: int
    proper: bool


def find_acronyms(annotated: Annotated) -> list[Acronym]:
    """Every acronym in brackets with the words it stands for."""
    tokens, found = annotated.tokens, []
    for token in tokens[1:-1]:
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        if before.text not in ("(", "[") or after.text not in (")", "]") or not SHORT.match(token.text):
            continue
        letters = [char.casefold() for char in token.text if char.isalpha()]
        first = _match(tokens, annotated.sentences[token.sentence].first, token.i - 1, letters)
        if first is not None and token.i - 1 - first > 1:
            words = [t for t in tokens[first : token.i - 1] if t.lower not in SMALL]
            found.append(Acronym(token.i, first, token.i - 1, all(t.text[0].isupper() for t in words)))
    return found


def _match(tokens: tuple[Token, ...], floor: int, last: int, letters: list[str]) -> int | None:
    """The first token of the words before `last` whose initials are `letters`, None if they are not. A small word may
    give its letter or not."""
    if not letters:
        return last
    if last <= floor:
        return None
    token = tokens[last - 1]
    if token.lower[0] == letters[-1] and not (len(letters) == 1 and token.lower in SMALL):
        first = _match(tokens, floor, last - 1, letters[:-1])
        if first is not None:
            return first
    return _match(tokens, floor, last - 1, letters) if token.lower in SMALL else None
