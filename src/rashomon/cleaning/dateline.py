"""The dateline: "CAIRO (Reuters) - ", "Port Amal [Harbouria], January 12 (ANI): "."""

import re
from dataclasses import dataclass, replace

from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import Rule, expand, load_agencies, load_pattern, load_rules
from rashomon.model import Span
from rashomon.resources import load_resource

# Datelines are short; a look further in would meet the prose.
SCAN = 140
SEARCH = 600
# Captions, highlights and a note on the writer before a dateline take no more lines and characters than these.
LEAD_IN_LINES = 6
LEAD_IN = 1600
NO_PLACE = re.compile(expand(r"@weekday@\b|@month@\b|(?:[Pp]osted|[Pp]ublished|[Uu]pdated)\b"))
TRAILING = " \t-–—―_:>,"


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text` as printed, without the dash after it; offsets of `span` and `date_span` are the document's."""

    text: str
    span: Span
    credit: str | None
    agency: str | None
    date: str | None
    date_span: Span | None


def find_dateline(text: str, lines: tuple[Line, ...]) -> Dateline | None:
    """The dateline that begins one of `lines`; else one that stands within them, after a headline run on."""
    for line in lines:
        found = read_dateline(text, line.start, line.end)
        if found is not None:
            return found
    for line in lines:
        for rule in load_rules("datelines"):
            if rule.entry.get("anywhere", False):
                match = rule.pattern.search(text, line.start, min(line.end, line.start + SEARCH))
                found = None if match is None else _read_match(rule, match, text, line.end)
                if found is not None:
                    return found
    return None


def find_lead_in(text: str, lines: tuple[Line, ...]) -> int | None:
    """The offset of the dateline with a credit at which the article begins, if anything stands before it."""
    if len(lines) < 2:
        return None
    end = min(lines[min(len(lines), LEAD_IN_LINES) - 1].end, lines[0].start + LEAD_IN)
    match = load_pattern("lead_in").search(text, lines[0].start, end)
    return None if match is None or match.start() == lines[0].start else match.start()


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the beginning of `[start, end)` of `text`, or None."""
    for rule in load_rules("datelines"):
        match = rule.pattern.match(text, start, min(end, start + SCAN))
        found = None if match is None else _read_match(rule, match, text, end)
        if found is not None:
            return found
    return None


def _read_match(rule: Rule, match: re.Match[str], text: str, end: int) -> Dateline | None:
    groups = match.groupdict()
    credit, date = groups.get("credit"), groups.get("date")
    agency = load_agencies().get(credit) if credit is not None else None
    if groups.get("place") is not None and NO_PLACE.match(groups["place"]) is not None:
        return None
    if rule.entry.get("plain", False) and not _is_place(groups["place"]):
        return None
    if rule.id == "credit_in_brackets" and not _is_credited(groups, agency):
        return None
    printed = match.group().rstrip(TRAILING).rstrip()
    date_span = None if date is None else Span(match.start("date"), match.end("date"))
    span = Span(match.start(), match.start() + len(printed))
    found = Dateline(printed.rstrip("."), span, credit, agency, date, date_span)
    return _with_credit(found, text, match.end(), end) if rule.id == "wire_header" else found


def _with_credit(header: Dateline, text: str, start: int, end: int) -> Dateline:
    """A wire's header line names no agency; the dateline proper after it does."""
    following = read_dateline(text, start, end) if start < end else None
    return header if following is None else replace(header, credit=following.credit, agency=following.agency)


def _is_credited(groups: dict[str, str | None], agency: str | None) -> bool:
    """A known agency is credit enough; an unknown one needs a place in capitals or a date before it."""
    if agency is not None:
        return True
    place = groups["place"]
    return place is not None and (groups["date"] is not None or _is_place(place))


def _is_place(place: str) -> bool:
    first = place.split(",")[0].split("(")[0].split("[")[0].strip()
    letters = [sign for sign in first if sign.isalpha()]
    return len(letters) > 2 and first.isupper() and first not in load_resource("cleaning")["not_places"]
