"""Hedges around a number, and the interval each makes of it (`hedges.yaml`)."""

import math
import re
from dataclasses import dataclass
from functools import cache

from rashomon.figures.numbers import NumberExpression
from rashomon.model.figure import Number
from rashomon.model.span import Span
from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Interval:
    """`span` is the number with its hedge, `qualifier` the hedge as written, `kind` its rule."""

    span: Span
    low: Number | None
    high: Number | None
    qualifier: str | None
    kind: str | None


REACH = 28
# So far before a number stands the count that "passed" it.
FAR = 90
TOLLS = r"\b(?:tolls?|tally|number|numbers|total|count|figure|deaths|fatalities|casualties|injuries|arrests|cases)\b"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, float]]:
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    tolls: dict[str, str] = {}
    signs: dict[str, str] = {}
    signs_after: dict[str, str] = {}
    for rule in load_resource("hedges"):
        before.update(dict.fromkeys(rule["before"], rule["kind"]))
        tolls.update(dict.fromkeys(rule.get("toll_verbs", ()), rule["kind"]))
        after.update(dict.fromkeys(rule.get("after", ()), rule["kind"]))
        signs.update(dict.fromkeys(rule.get("signs_before", ()), rule["kind"]))
        signs_after.update(dict.fromkeys(rule.get("signs_after", ()), rule["kind"]))
    verbs = "|".join(map(re.escape, tolls))
    left = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(before, key=len, reverse=True))
    left_signs = "|".join(map(re.escape, signs))
    right = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(after, key=len, reverse=True))
    right_signs = "|".join(map(re.escape, signs_after))
    widths = {rule["kind"]: rule["width"] for rule in load_resource("hedges") if "width" in rule}
    return (
        re.compile(
            rf"(?i)(?:(?<![\w-])(?P<form>{left})(?:\s+(?:a|the|another|just|some|about)(?=\s))?(?:\s+|(?<=-))"
            rf"|(?P<sign>{left_signs})\s?|{TOLLS}[^.;]{{0,60}}?\b(?P<verb>{verbs})(?:\s+the)?\s+)\Z"
        ),
        re.compile(rf"(?i)(?:(?P<sign>{right_signs})|[-,]?\s?(?<!\w)(?P<form>{right})\b)"),
        {**before, **tolls, **after, **signs, **signs_after},
        widths,
    )


def read_interval(text: str, number: NumberExpression, left: int, right: int) -> Interval:
    """The interval of `number` after the hedge that stands beside it within `[left, right)` of `text`."""
    before, after, kinds, widths = _patterns()
    start, end = number.span.start, number.span.end
    match = before.search(text, max(left, start - REACH), start) or before.search(text, max(left, start - FAR), start)
    if match is not None:
        group = next(name for name in ("form", "verb", "sign") if match[name])
        form, first = match[group], match.start(group)
        kind = kinds[" ".join(form.lower().split())]
        return Interval(Span(first, end), *_bounds(number, kind, widths), form, kind)
    match = after.match(text, end, min(right, end + REACH))
    if match is not None:
        form = match["form"] or match["sign"]
        kind = kinds[" ".join(form.lower().split())]
        return Interval(Span(start, match.end()), *_bounds(number, kind, widths), form, kind)
    return Interval(number.span, number.low, number.high, None, None)


def _bounds(number: NumberExpression, kind: str, widths: dict[str, float]) -> tuple[Number | None, Number | None]:
    low, high = number.low, number.high
    if kind in ("more_than", "at_least"):
        return low, None
    if kind in ("at_most", "less_than"):
        return None, high
    if kind in widths and number.value is not None and low == high and low is not None:
        width = abs(low) * widths[kind]
        if number.unit is None and float(low).is_integer():
            width = max(1, math.floor(width))
        lower, upper = low - width, low + width
        if low >= 0:
            lower = max(0, lower)
        return _tidy(lower), low if kind == "almost" else _tidy(upper)
    return low, high


def _tidy(value: Number) -> Number:
    rounded = round(value, 6)
    return int(rounded) if float(rounded).is_integer() else rounded
