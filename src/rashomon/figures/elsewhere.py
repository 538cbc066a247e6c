"""Figures of other events and of periods: earlier shootings, yearly statistics, the fate of relatives long ago.

A report of one event often gives such numbers too. They are kept, under a quantity of their own ("killed_elsewhere"),
so that they are never laid beside the counts of the event itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.figures.draft import Draft
from rashomon.model import Annotated, DateOf, Span
from rashomon.resources import load_resource

AFFECTED = ("killed", "injured", "shot")
SUFFIX = "_elsewhere"
# A person may die of wounds weeks after; a court report comes months after. Half a year sets events apart.
DAYS_APART = 180
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in load_resource("persons")["elsewhere"]), re.I)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|since|of|from|during|back in|summer|spring|fall|winter|,|[A-Z][a-z]{2,8}\.?)\s((?:19|20)\d\d)\b")


def elsewhere_sentences(annotated: Annotated) -> frozenset[int]:
    """The sentences that speak of another event or of a period, by the rules of `persons.yaml` and by their year."""
    pattern, year = _pattern(), _year()
    published = annotated.document.published
    own = None if published is None else int(published[:4])
    found = set()
    for sentence in annotated.sentences:
        piece = sentence.span.of(annotated.text)
        if pattern.search(piece) is not None:
            found.add(sentence.i)
        elif own is not None and any(int(match[1]) < own - 1 for match in year.finditer(piece)):
            found.add(sentence.i)
    return frozenset(found)


def main_date(spans: Iterable[Span], date_of: DateOf) -> date | None:
    """The day of the first of `spans` that the text dates."""
    for span in spans:
        day = day_of(span, date_of)
        if day is not None:
            return day
    return None


def day_of(span: Span, date_of: DateOf) -> date | None:
    """The day, or the first day of the month or year, that the text gives for what is said at `span`."""
    time = date_of(span)
    if time is None or time.type != "DATE" or time.value is None:
        return None
    match = DAY.match(time.value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def mark_elsewhere(drafts: list[Draft], sentences: frozenset[int]) -> list[Draft]:
    """`drafts` with `elsewhere` set on the counts of harm in `sentences`."""
    return [
        replace(draft, elsewhere=True) if draft.quantity in AFFECTED and draft.sentence in sentences else draft
        for draft in drafts
    ]
