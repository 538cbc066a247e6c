"""The rule file, compiled: patterns to find time expressions, and what their groups mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

from rashomon.errors import ResourceError
from rashomon.model import TimeType
from rashomon.resources import load_resource
from rashomon.times.holidays import load_holidays
from rashomon.times.numerals import (
    DAY_DIGITS,
    YEAR_DIGITS,
    Numerals,
    alternatives,
    number_pattern,
    ordinal_pattern,
    parse_number,
    parse_ordinal,
    parse_words_year,
    read_numerals,
    words_year_pattern,
)
from rashomon.times.tense import LANGUAGE_FILE

RuleType = TimeType | Literal["NONE"]
Value = str | float | None
SLOT = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
LOOK_BEHIND = re.compile(r"\(\?<[=!][^)]*\)")
DIGIT_CLASS = "digit"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `parsers` turn the text of a group into its value, `spec` says what to make of the values."""

    id: str
    order: int
    needs: tuple[str, ...]
    regex: re.Pattern[str]
    type: RuleType
    spec: dict[str, tuple[str, ...]]
    parsers: dict[str, Callable[[str], Value]]
    capital: tuple[str, ...]
    pos: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Join:
    """Two expressions of these kinds with only the link between them become one TIME."""

    left: str
    link: re.Pattern[str]
    right: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language; `triggers` maps the first word of a class's entries to the classes it may open."""

    rules: tuple[Rule, ...]
    joins: tuple[Join, ...]
    triggers: dict[str, frozenset[str]]


@cache
def load_grammar() -> Grammar:
    """The rules of the shipped language. Raises `ResourceError` naming a rule that cannot be compiled."""
    data = load_resource(LANGUAGE_FILE)
    numerals = read_numerals(data)
    classes: dict[str, dict[str, str]] = {**data["classes"], "holiday": {name: name for name in load_holidays()}}
    kinds = _kinds(numerals)
    rules = tuple(_compile(entry, order, classes, data["macros"], kinds) for order, entry in enumerate(data["rules"]))
    joins = tuple(Join(left, re.compile(f"(?:{_spaced(link)})$", re.I), right) for left, link, right in data["joins"])
    return Grammar(rules, joins, _triggers(classes, numerals))


def _kinds(numerals: Numerals) -> dict[str, tuple[str, Callable[[str], Value]]]:
    ordinal = ordinal_pattern(numerals)
    day = rf"(?:{ordinal}|{DAY_DIGITS}(?!\d))"
    return {
        "number": (number_pattern(numerals, vague=False), partial(parse_number, numerals=numerals)),
        "count": (number_pattern(numerals, vague=True), partial(parse_number, numerals=numerals)),
        "ordinal": (ordinal, partial(parse_ordinal, numerals=numerals)),
        "day": (day, partial(parse_ordinal, numerals=numerals)),
        "year": (YEAR_DIGITS, float),
        "words_year": (words_year_pattern(numerals), partial(parse_words_year, numerals=numerals)),
        "digits": (r"\d{1,2}", float),
        "two_digits": (r"\d\d", float),
        "decade_digits": (r"(?:1[5-9]|20)\d", str),
        "decade_digit": (r"\d", str),
        "month_number": (r"(?:0[1-9]|1[0-2])", float),
        "day_number": (r"(?:0[1-9]|[12]\d|3[01])", float),
        "hour_number": (r"(?:[01]?\d|2[0-4])", float),
        "hour_digits": (r"(?:[01]\d|2[0-4])", float),
    }


def _triggers(classes: dict[str, dict[str, str]], numerals: Numerals) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words:
            for piece in re.split(r"[\s-]+", word):
                found.setdefault(piece, set()).add(name)
                found.setdefault(piece.removesuffix("'s"), set()).add(name)
    for word in numerals.units:
        found.setdefault(word, set()).add("number")
    for word in numerals.ordinals:
        found.setdefault(re.split("-", word)[-1], set()).add("ordinal")
    return {word: frozenset(names) for word, names in found.items()}


def _spaced(pattern: str) -> str:
    """A space as any white space (one inside a look-behind, which has to have a fixed width), `~` also as hyphens."""
    pattern = LOOK_BEHIND.sub(lambda match: match.group().replace(" ", r"\s"), pattern)
    pattern = re.sub(r" [?*]", r"\\s*", pattern).replace(" ", r"\s+")
    return pattern.replace("~", r"[\s–-]+").replace("'", "['’‘`]")


def _compile(
    entry: dict[str, Any],
    order: int,
    classes: dict[str, dict[str, str]],
    macros: dict[str, str],
    kinds: dict[str, tuple[str, Callable[[str], Value]]],
) -> Rule:
    parsers: dict[str, Callable[[str], Value]] = {}

    def fill(match: re.Match[str]) -> str:
        name, group = match.group(1), match.group(2) or match.group(1)
        if name in macros:
            return SLOT.sub(fill, _spaced(macros[name]))
        if name in classes:
            parsers[group] = partial(_class_value, words=classes[name])
            return f"(?P<{group}>{alternatives(classes[name])})"
        if name not in kinds:
            raise ResourceError(f"rule {entry['id']!r}: no class, macro or kind {name!r}")
        pattern, parsers[group] = kinds[name]
        return f"(?P<{group}>{pattern})"

    pattern = SLOT.sub(fill, _spaced(entry["pattern"]))
    try:
        regex = re.compile(rf"(?<![\w$€£#])(?:{pattern})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise ResourceError(f"rule {entry['id']!r}: {error}: {pattern}") from error
    spec = {
        key: tuple(map(str, value)) if isinstance(value, list) else (str(value),)
        for key, value in entry.get("value", {}).items()
    }
    pos = {group: tuple(tags) for group, tags in entry.get("pos", {}).items()}
    after = {group: tuple(parts) for group, parts in entry.get("after", {}).items()}
    needs, capital = tuple(entry["needs"]), tuple(entry.get("capital", ()))
    return Rule(entry["id"], order, needs, regex, entry["type"], spec, parsers, capital, pos, after)


def _class_value(text: str, words: dict[str, str]) -> Value:
    return words[" ".join(text.lower().replace("’", "'").split())]
