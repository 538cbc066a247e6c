"""The dateline: "CAIRO (Reuters) - ", "Port Amal [Harbouria], January 12 (ANI): "."""

from dataclasses import dataclass

from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import load_agencies, load_rules
from rashomon.model import Span
from rashomon.resources import load_resource

# Datelines are short; a look further in would meet the prose.
SCAN = 140
TRAILING = " \t-–—―:>,"


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
    """The dateline of the first of `lines` that begins with one."""
    for line in lines:
        found = read_dateline(text, line.start, line.end)
        if found is not None:
            return found
    return None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the beginning of `[start, end)` of `text`, or None."""
    piece = text[start : min(end, start + SCAN)]
    for rule in load_rules("datelines"):
        match = rule.pattern.match(piece)
        if match is None:
            continue
        groups = match.groupdict()
        credit, date = groups.get("credit"), groups.get("date")
        agency = load_agencies().get(credit) if credit is not None else None
        if rule.entry.get("plain", False) and not _is_place(groups["place"]):
            continue
        if rule.id == "credit_in_brackets" and not _is_credited(groups, agency):
            continue
        printed = match.group().rstrip(TRAILING).rstrip()
        if match.end() == len(piece) and rule.id != "wire_header":
            continue
        date_span = None if date is None else Span(start + match.start("date"), start + match.end("date"))
        return Dateline(printed.rstrip("."), Span(start, start + len(printed)), credit, agency, date, date_span)
    return None


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
