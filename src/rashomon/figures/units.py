"""Currencies before or after a number, and units of measure after it (`units.yaml`)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` as figures show it; `kind` money, distance, area, share ...; `[start, end)` its place in the passage."""

    name: str
    kind: str
    start: int
    end: int


LONGEST_SIGN = 8


@cache
def scaled_signs() -> frozenset[str]:
    """Signs that count only before a number with a scale or a thousands comma."""
    currencies: Any = load_resource("units")["currencies"]
    return frozenset(sign for rule in currencies.values() for sign in rule.get("scaled", ()))


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    owner = {sign: code for code, rule in load_resource("units")["currencies"].items() for sign in rule["signs"]}
    forms = "|".join(re.escape(sign) for sign in sorted(owner, key=len, reverse=True))
    return re.compile(rf"(?:(?<![A-Za-z])(?P<sign>{forms}))\s?[-−]?\Z"), owner


def currency_before(piece: str, start: int) -> Unit | None:
    """The currency sign that ends where a numeral starts ("US$", "HK $", "€")."""
    if start == 0 or piece[start - 1].isdigit():
        return None
    pattern, owner = _signs()
    match = pattern.search(piece, max(0, start - LONGEST_SIGN), start)
    if match is None:
        return None
    return Unit(owner[match["sign"]], "money", match.start("sign"), start)


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    data: Any = load_resource("units")
    words: dict[str, tuple[str, str]] = {}
    symbols: dict[str, tuple[str, str]] = {}
    attached: dict[str, tuple[str, str]] = {}
    for code, rule in data["currencies"].items():
        for word in rule["words"]:
            words[word.lower()] = (code, "money")
    for name, rule in data["measures"].items():
        for word in rule.get("words", ()):
            words[word.lower()] = (name, rule["kind"])
        symbols.update(dict.fromkeys(rule.get("symbols", ()), (name, rule["kind"])))
        attached.update(dict.fromkeys(rule.get("attached", ()), (name, rule["kind"])))
    word_forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    symbol_forms = "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))
    attached_forms = "|".join(re.escape(symbol) for symbol in sorted(attached, key=len, reverse=True))
    spelled = re.compile(rf"(?:\s+|-|–)?(?:(?:of\s)?(?i:(?P<word>{word_forms}))s?)(?![\w])")
    signed = re.compile(
        rf"(?:\s?-?(?P<symbol>{symbol_forms}))(?![\w²])|(?P<attached>{attached_forms})(?![\w²])"
        rf"|\s?(?P<us>\$\s?US|US\b)(?=\sa\b|\sper\b|\sbail\b|[.,;]|\Z|\s)"
    )
    return spelled, signed, words, {**symbols, **attached}


def read_unit(piece: str, end: int, *, spelled: bool) -> Unit | None:
    """The currency or unit that follows a number ending at `end`; after number words only full words count."""
    word_pattern, sign_pattern, words, symbols = _after()
    if not spelled:
        match = sign_pattern.match(piece, end)
        if match is not None and match["us"] is None:
            form = match["symbol"] or match["attached"]
            name, kind = symbols[form]
            return Unit(name, kind, match.start(), match.end())
    match = word_pattern.match(piece, end)
    if match is None:
        return None
    name, kind = words[match["word"].lower()]
    return Unit(name, kind, match.start("word"), match.end())
