"""The rules of `cleaning.yaml`, `furniture.yaml` and `agencies.yaml`, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.errors import ResourceError
from rashomon.resources import load_resource

PART = re.compile(r"@(\w+)@")
DEFAULT_MAX_WORDS = 30


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, the compiled pattern, and the other keys of its entry."""

    id: str
    pattern: re.Pattern[str]
    where: str = "line"
    max_words: int = DEFAULT_MAX_WORDS
    no_end_mark: bool = False
    entry: Any = None


@cache
def load_agencies() -> dict[str, str]:
    """Every spelling of an agency in a credit line → the agency's name."""
    spellings: dict[str, str] = {}
    for agency in load_resource("agencies")["agencies"]:
        name = agency["name"]
        for spelling in (name, name.upper(), *agency["aliases"]):
            if spellings.setdefault(spelling, name) != name:
                raise ResourceError(f"agencies.yaml: {spelling!r} stands for {spellings[spelling]} and for {name}")
    return spellings


@cache
def agency_pattern() -> re.Pattern[str]:
    """Any spelling of an agency as a word of its own."""
    return re.compile(expand("@agency@"))


@cache
def _parts() -> dict[str, str]:
    longest_first = sorted(load_agencies(), key=lambda spelling: (-len(spelling), spelling))
    agency = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    return {**load_resource("cleaning")["parts"], "agency": agency}


def expand(pattern: str) -> str:
    """`pattern` with every @part@ replaced, parts within parts too."""
    while PART.search(pattern):
        pattern = PART.sub(lambda match: _parts()[match.group(1)], pattern)
    return pattern


@cache
def load_rules(section: str) -> tuple[Rule, ...]:
    """The rules of one section of `cleaning.yaml`."""
    return tuple(
        Rule(entry["id"], re.compile(expand(entry.get("pattern", "")), _flags(entry)), entry=entry)
        for entry in load_resource("cleaning")[section]
    )


@cache
def load_pattern(name: str) -> re.Pattern[str]:
    """The pattern of an entry of `cleaning.yaml` that is a single rule."""
    return re.compile(expand(load_resource("cleaning")[name]["pattern"]))


@cache
def load_furniture(where: str) -> tuple[Rule, ...]:
    """The furniture rules with this `where`; `line` gives all that judge a whole line."""
    whole = ("line", "opener", "end", "caption")
    return tuple(
        _furniture_rule(entry)
        for entry in load_resource("furniture")["rules"]
        if (entry["where"] in whole if where == "line" else entry["where"] == where)
    )


def _furniture_rule(entry: Any) -> Rule:
    flags = 0 if entry.get("cased", False) else re.IGNORECASE
    pattern = re.compile(entry["pattern"], flags)
    limit = entry.get("max_words", DEFAULT_MAX_WORDS)
    return Rule(entry["id"], pattern, entry["where"], limit, entry.get("no_end_mark", False), entry)


def _flags(entry: Any) -> int:
    return re.IGNORECASE if entry.get("ignore_case", False) else 0
