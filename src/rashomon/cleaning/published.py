"""The date of publication, the mark that gave it, and why that one.

Every mark becomes a candidate with a strength; the strongest wins. A dateline without a year takes it from the nearest
other date of the page. A day that stands alone at the very top of a page is the weakest: it may be the day the page was
saved, and is not used where the days named in the article speak against it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from rashomon.cleaning.dateline import Dateline
from rashomon.cleaning.day import (
    is_month_first,
    month_days,
    nearest_past,
    read_day,
    read_month_day,
    read_slashed,
    url_day,
)
from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import expand, load_rules
from rashomon.model import PublishedFrom, Span
from rashomon.reading.given import make_date

DATELINE_STRENGTH = 80
URL_STRENGTH = 75
TOP_STRENGTH = 20
FOOT_STRENGTH = 40
# A label and its day stand within this many characters.
LABEL_REACH = 48
DATE_LINE_WORDS = 14
LINE_SCAN = 400
# News names days of the last weeks; a page day further from all of them is not the day of the article.
FAR_DAYS = 45
BODY_SCAN = 6000
CLOCK = re.compile(
    expand(
        r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|\b[ap]\.?m\b\.?|\b(?:GMT|UTC|[A-Z]{1,3}[DS]?T|IST|BST|MSK)\b"
        r"|[+-]\d{1,2}:?\d\d|@weekday@|\b(?:on|at|date|Date|DATE|[Pp]ublished|[Pp]osted|[Uu]pdated|[Ll]ast|hours|hrs"
        r"|noon|local time|o'clock)\b|\d{1,2} ?(?=[ap]\.?m)"
    ),
)
CLOCK_END = re.compile(r"[ap]\.m\.$")
COPYRIGHT_YEAR = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)\D{0,12}((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Published:
    """What a document's `published`, `published_from`, `published_span` and `published_note` become."""

    value: str | None = None
    found_in: PublishedFrom | None = None
    span: Span | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    strength: int
    rule: str
    value: str
    span: Span | None


def find_published(
    text: str,
    lines: tuple[Line, ...],
    head: list[int],
    foot: list[int],
    opening: tuple[Line, ...],
    dateline: Dateline | None,
    url: str | None,
    byline: int | None,
) -> Published:
    """The best-marked date. `head` and `foot` are the numbers of the lines around the article's prose, `opening` are
    its first lines."""
    marks = [mark for number in head for mark in _line_marks(lines, number, byline)]
    marks += _foot_marks(lines, foot)
    marks += [mark for line in opening for mark in _run_on_marks(line)]
    address = url_day(url) if url is not None else None
    if address is not None:
        marks.append(_Mark(URL_STRENGTH, "address", address, None))
    full = [mark for mark in marks if len(mark.value) == len("2022-01-10")]
    best = max(marks, key=lambda mark: mark.strength, default=None)
    if dateline is not None and dateline.date is not None and (best is None or best.strength < DATELINE_STRENGTH):
        return _from_dateline(text, dateline, full)
    if best is None:
        return Published()
    if best.rule == "top":
        return _from_top(text, lines, head, best)
    if best.rule == "address":
        return Published(best.value, "metadata", None, "the day stands in the page's address")
    if len(best.value) == len("2022") and best.span is not None:
        return _ordered(text, best, best.span)
    return Published(best.value, "page", best.span, _note(best))


def _ordered(text: str, mark: _Mark, span: Span) -> Published:
    """03/04/2022 in the order in which the text writes its other days; only the year where it writes none."""
    month_first = is_month_first(text)
    found = None if month_first is None else read_slashed(span.of(text), month_first)
    if found is None:
        return Published(mark.value, "page", span, _note(mark))
    order = "month first" if month_first else "day first"
    return Published(found, "page", span, f"{span.of(text)} read {order}, as the text writes its other days")


def _note(mark: _Mark) -> str | None:
    if len(mark.value) == len("2022"):
        return "the order of day and month is unclear, so only the year is taken"
    return "the day of the last update; no day of publication is given" if mark.rule == "updated" else None


def _run_on_marks(line: Line) -> list[_Mark]:
    """The header of a wire that runs on into the article's first sentence."""
    scan = line.text[:LINE_SCAN]
    found = read_day(scan[:LABEL_REACH])
    return [
        _Mark(rule.entry["strength"], rule.id, found.value, _placed(line, found.span))
        for rule in load_rules("dates")
        if rule.entry.get("prose", False) and found is not None and rule.pattern.match(scan) is not None
    ]


def _foot_marks(lines: tuple[Line, ...], foot: list[int]) -> list[_Mark]:
    """Below the article only a date that stands alone counts: several belong to a list of other articles."""
    marks = [
        mark
        for number in foot
        for mark in _line_marks(lines, number, None)
        if mark.rule in ("labelled", "date_line", "top")
    ]
    if len({mark.value for mark in marks}) != 1:
        return []
    return [replace(mark, strength=FOOT_STRENGTH) if mark.rule != "labelled" else mark for mark in marks]


def _line_marks(lines: tuple[Line, ...], number: int, byline: int | None) -> list[_Mark]:
    line = lines[number]
    scan = line.text[:LINE_SCAN]
    marks = []
    for rule in load_rules("dates"):
        entry = rule.entry
        if "pattern" not in entry or entry.get("prose", False):
            continue
        for match in rule.pattern.finditer(scan):
            found = read_day(scan[match.end() : match.end() + LABEL_REACH])
            if found is not None:
                span = Span(found.span.start + match.end(), found.span.end + match.end())
                marks.append(_Mark(entry["strength"], rule.id, found.value, _placed(line, span)))
                break
    found = read_day(scan)
    if marks or found is None:
        return marks
    strength = {rule.id: rule.entry["strength"] for rule in load_rules("dates")}
    if byline == number:
        return [_Mark(strength["date_beside_byline"], "date_beside_byline", found.value, _placed(line, found.span))]
    if line.size > DATE_LINE_WORDS or not _only_date(scan, found.span):
        return []
    at_top = all(not before.words for before in lines[:number]) and byline != number + 1
    rule_id = "top" if at_top else "date_beside_byline" if byline in (number - 1, number + 1) else "date_line"
    return [_Mark(strength.get(rule_id, TOP_STRENGTH), rule_id, found.value, _placed(line, found.span))]


def _only_date(text: str, span: Span) -> bool:
    rest = text[: span.start] + " " + text[span.end :]
    rest = CLOCK.sub(" ", rest)
    return len(re.findall(r"\w{2,}", rest)) <= 2


def _placed(line: Line, span: Span) -> Span:
    """`span` of the line's text as offsets of the document; the whole line where white space was run together."""
    if len(line.text) != line.end - line.start:
        return Span(line.start, line.end)
    return Span(line.start + span.start, line.start + span.end)


def is_date_line(line: Line) -> bool:
    """True for a line that says when the page was published or updated, and nothing else."""
    if line.size > DATE_LINE_WORDS or (line.finished and not CLOCK_END.search(line.text)):
        return False
    scan = line.text[:LINE_SCAN]
    found = read_day(scan)
    if found is None:
        bare = read_month_day(scan)
        return bare is not None and _only_date(scan, bare[2])
    labels = [
        rule.pattern.search(scan)
        for rule in load_rules("dates")
        if rule.entry.get("pattern") is not None and not rule.entry.get("prose", False)
    ]
    return _only_date(scan, found.span) or any(label is not None for label in labels)


def _from_dateline(text: str, dateline: Dateline, marks: list[_Mark]) -> Published:
    assert dateline.date is not None
    full = read_day(dateline.date)
    if full is not None:
        return Published(full.value, "dateline", dateline.date_span, None)
    parts = read_month_day(dateline.date)
    if parts is None:
        return Published()
    month, day, _ = parts
    for mark in sorted(marks, key=lambda mark: -mark.strength):
        found = nearest_past(month, day, date.fromisoformat(mark.value))
        if found is not None:
            note = f"day from the dateline; year from the nearest {mark.value} on the page"
            return Published(found.isoformat(), "dateline", dateline.date_span, note)
    year = _year_in(text)
    found = None if year is None else make_date(year, month, day)
    if found is None:
        note = f"the dateline says {dateline.date}, but nothing on the page gives the year"
        return Published(None, None, None, note)
    note = f"day from the dateline; year {year} from the text"
    return Published(found.isoformat(), "dateline", dateline.date_span, note)


def _year_in(text: str) -> int | None:
    """The year of a copyright line, else of the latest full date in the text."""
    copyright_years = [int(match.group(1)) for match in COPYRIGHT_YEAR.finditer(text[-4000:])]
    if copyright_years:
        return max(copyright_years)
    found = read_day(text[:BODY_SCAN])
    return None if found is None else int(found.value[:4])


def _from_top(text: str, lines: tuple[Line, ...], head: list[int], mark: _Mark) -> Published:
    if len(mark.value) < len("2022-01-10"):
        return Published(mark.value, "page", mark.span, _note(mark))
    page_day = date.fromisoformat(mark.value)
    start = lines[max(head)].end if head else 0
    named = [nearest_past(month, day, page_day) for month, day in month_days(text[start : start + BODY_SCAN])]
    gaps = [abs((page_day - day).days) for day in named if day is not None]
    if gaps and min(gaps) > FAR_DAYS:
        note = (
            f"the day at the top of the page, {mark.value}, is {min(gaps)} days after the last day the article names: "
            "it may be the day the page was saved, so the date is left open"
        )
        return Published(None, None, None, note)
    note = "only the day at the top of the page, which may be the day the page was saved"
    return Published(mark.value, "page", mark.span, note)
