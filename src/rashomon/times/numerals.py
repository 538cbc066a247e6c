"""Numbers, ordinals and years as a language writes them: patterns to find them, functions to read them.

The words come from the rule file; a number is read additively with multipliers ("two hundred and ten"), which holds
for the languages of Europe.
"""

import re
from dataclasses import dataclass
from typing import Any

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?: \d/\d(?!\d))?"
YEAR_DIGITS = r"(?:1\d|20)\d\d"
DAY_DIGITS = r"(?:0?[1-9]|[12]\d|3[01])"
VAGUE = "X"


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, lower case."""

    units: dict[str, int]
    scales: dict[str, int]
    articles: tuple[str, ...]
    joiners: tuple[str, ...]
    vague: tuple[str, ...]
    exact: dict[str, float]
    halves: dict[str, float]
    ordinals: dict[str, int]
    suffixes: tuple[str, ...]


def read_numerals(data: dict[str, Any]) -> Numerals:
    """The number words from the data of a rule file."""
    numbers = data["numbers"]
    return Numerals(
        numbers["units"],
        numbers["scales"],
        tuple(numbers["articles"]),
        tuple(numbers["joiners"]),
        tuple(numbers["vague"]),
        numbers["exact"],
        numbers["halves"],
        data["ordinals"],
        tuple(data["ordinal_suffixes"]),
    )


def alternatives(words: Any) -> str:
    """`words` as one regular expression, longest first; a space stands for any white space, an apostrophe for both."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]") for word in ordered)


def number_pattern(numerals: Numerals, *, vague: bool) -> str:
    """A regular expression for a cardinal number; with `vague` also for "several" and the like."""
    word = alternatives([*numerals.units, *numerals.scales])
    joiner = alternatives(numerals.joiners)
    article = alternatives(numerals.articles)
    a_hundred = rf"(?:(?:{article})\s+(?=(?:{alternatives(numerals.scales)})\b))?"
    words = rf"{a_hundred}(?:{word})\b(?:[\s-]+(?:(?:{joiner})\s+)?(?:{word})\b)*"
    half = rf"(?:[\s-]+(?:{alternatives(numerals.halves)}))?"
    loose = f"|{alternatives(numerals.vague)}" if vague else ""
    digits = DIGITS.replace(" ", r"\s+")
    return rf"(?:{alternatives(numerals.exact)}{loose}|(?:{words}|{digits}){half}|(?:{article}))"


def ordinal_pattern(numerals: Numerals) -> str:
    """A regular expression for an ordinal number."""
    words = alternatives(numerals.ordinals).replace("\\-", r"[\s-]")
    return rf"(?:{words}|\d{{1,2}}(?:{'|'.join(numerals.suffixes)}))"


def words_year_pattern(numerals: Numerals) -> str:
    """A regular expression for a year in words: "nineteen ninety-six", "two thousand ten"."""
    teens = alternatives(word for word, value in numerals.units.items() if 11 <= value <= 20)
    tens = alternatives(word for word, value in numerals.units.items() if value >= 20 and value % 10 == 0)
    ones = alternatives(word for word, value in numerals.units.items() if 1 <= value <= 9)
    small = alternatives(word for word, value in numerals.units.items() if 10 <= value <= 19)
    joiner = alternatives(numerals.joiners)
    rest = rf"(?:(?:{tens})(?:[\s-]+(?:{ones}))?|(?:{small}))"
    thousand = alternatives(word for word, value in numerals.scales.items() if value == 1000)
    two = alternatives(word for word, value in numerals.units.items() if value == 2)
    return rf"(?:(?:{teens})[\s-]+{rest}|(?:{two})\s+(?:{thousand})(?:\s+(?:(?:{joiner})\s+)?(?:{rest}|{ones}))?)"


def parse_number(text: str, numerals: Numerals) -> float | None:
    """The value of a matched {number} or {count}; None for a vague count."""
    words = " ".join(text.lower().replace("’", "'").split())
    if words in numerals.vague:
        return None
    if words in numerals.exact:
        return numerals.exact[words]
    if words in numerals.articles:
        return 1
    for half, value in numerals.halves.items():
        if words.endswith(half):
            return _cardinal(words.removesuffix(half).strip(" -"), numerals) + value
    return _cardinal(words, numerals)


def _cardinal(words: str, numerals: Numerals) -> float:
    if words[0].isdigit():
        whole, _, fraction = words.replace(",", "").partition(" ")
        top, _, bottom = fraction.partition("/")
        return float(whole) + (int(top) / int(bottom) if bottom and int(bottom) else 0)
    total = current = 0
    for word in re.split(r"[\s-]+", words):
        if word in numerals.units:
            current += numerals.units[word]
        elif word in numerals.scales:
            scale = numerals.scales[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif word in numerals.articles:
            current = max(current, 1)
    return total + current


def parse_ordinal(text: str, numerals: Numerals) -> int:
    """The value of a matched {ordinal} or {day}."""
    words = "-".join(text.lower().split())
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else numerals.ordinals[words]


def parse_words_year(text: str, numerals: Numerals) -> int:
    """The value of a matched {words_year}."""
    words = re.split(r"[\s-]+", text.lower())
    if any(word in numerals.scales for word in words):
        return int(_cardinal(" ".join(words), numerals))
    rest = sum(numerals.units[word] for word in words[1:])
    return numerals.units[words[0]] * 100 + rest
