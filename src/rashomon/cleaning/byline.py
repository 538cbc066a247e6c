"""Who wrote the article: lines such as "By Jane Doe | Reuters"."""

import re
from dataclasses import dataclass

from rashomon.cleaning.furniture import Kind
from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import agency_pattern, expand, load_agencies, load_pattern, load_rules
from rashomon.resources import load_resource

BYLINE_WORDS = 16
NAME_WORDS = 12
SCAN = 240
# What follows a name in a byline and is not part of it.
AFTER_NAME = re.compile(
    expand(
        r"\s*(?:[|•·>»]|\s[-–—]\s|[\w.+-]+@[\w-]+\.|@\w+|\bon @date@|,? @weekday@|,? @date@|\b\d"
        r"|\b(?:[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED|[Pp]osted|POSTED)\b).*$"
    )
)
CAPITALISED = re.compile(r"^[A-ZÀ-ÖØ-Þ“\"‘']")
NOT_A_NAME = re.compile(expand(r"^(?:@weekday@|@month@)$"))
DESK = re.compile(
    r"\b(?:news|staff|writer|reporter|correspondent|editor|press|times|post|agency|bureau|desk|service|journal|tribune|herald"
    r"|gazette|chronicle|media|wire|magazine|team|special to|contributor|columnist|newspaper|tv|radio|online|\.com)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The writer as printed, the agency if the line credits one, and the line's number."""

    number: int
    name: str | None
    agency: str | None


def find_byline(lines: tuple[Line, ...], kinds: list[Kind], candidates: list[int]) -> Byline | None:
    """The first line of `candidates` (line numbers) that is a byline."""
    for number in candidates:
        if kinds[number] in ("short", "menu", "item", "line", "date"):
            found = read_byline(lines[number])
            if found is not None:
                return found
    return None


def read_byline(line: Line) -> Byline | None:
    """What a line says about its writer, or None if it is no byline."""
    text = line.text[:SCAN]
    if line.size > BYLINE_WORDS or (line.finished and not line.text.endswith(("Jr.", "Sr."))):
        return None
    for rule in load_rules("bylines"):
        match = rule.pattern.fullmatch(text)
        if match is None:
            continue
        groups = match.groupdict()
        agency = find_agency(text)
        if rule.entry.get("needs_desk", False) and agency is None and not DESK.search(groups["desk"]):
            continue
        if groups.get("name") is None:
            return Byline(line.number, None, agency)
        name = _name(groups["name"])
        if name is not None:
            return Byline(line.number, name, agency)
    return None


def is_writer_note(line: Line) -> bool:
    """True for a paragraph about the writer ("Jane Doe is a staff reporter ...")."""
    return load_pattern("bio").match(line.text[:SCAN]) is not None


def find_agency(text: str) -> str | None:
    """The agency whose name stands in a credit `text`, or None. "CP" and its like must stand as printed."""
    match = agency_pattern().search(text)
    return None if match is None else load_agencies()[match.group()]


def _name(found: str) -> str | None:
    name = AFTER_NAME.sub("", found).strip(" ,;:-–—|")
    if name in load_agencies():
        return load_agencies()[name]
    words = name.split()
    if not 1 <= len(words) <= NAME_WORDS or NOT_A_NAME.match(words[0]):
        return None
    particles = load_resource("cleaning")["name_particles"]
    if all(CAPITALISED.match(word) or word.lower() in particles for word in words):
        return name
    return name if find_agency(name) is not None else None


def is_name(line: Line) -> bool:
    """True for a line of two to four capitalised words and nothing else, as a writer's name may stand alone."""
    return 2 <= len(line.text.split()) <= 4 and re.fullmatch(expand("@person@"), line.text) is not None
