"""Figures of other events and of periods: earlier shootings, yearly statistics, the fate of relatives long ago.

A report of one event often gives such numbers too. They are kept, under a quantity of their own ("killed_elsewhere"),
so that they are never laid beside the counts of the event itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.figures.draft import Draft
from rashomon.figures.persons import Person
from rashomon.model import Annotated, DateOf, Sentence, Span
from rashomon.resources import load_resource

AFFECTED = (
    "killed",
    "injured",
    "shot",
    "casualties",
    "missing",
    "kidnapped",
    "detained",
    "displaced",
    "rescued",
    "infected",
)
SUFFIX = "_elsewhere"
# Reports of one event often differ by a day or two in what they call the day (night, arrest, death in hospital).
DAYS_APART = 3
# A sentence of so few tokens that matches is a label ("RELATED:"), and speaks of the next.
LABEL_LENGTH = 3
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in load_resource("persons")["elsewhere"]), re.I)


@cache
def _roundup() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in load_resource("persons")["roundup"]), re.I)


def roundup_sentences(annotated: Annotated) -> frozenset[int]:
    """The sentences that give totals over several events."""
    pattern = _roundup()
    return frozenset(
        sentence.i for sentence in annotated.sentences if pattern.search(sentence.span.of(annotated.text)) is not None
    )


@cache
def _harm_words() -> frozenset[str]:
    return frozenset(load_resource("persons")["harm_words"])


@cache
def _year() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?i:in|since|of|from|during|back in|summer|spring|fall|winter)|,|[A-Z][a-z]{2,8}\.?)\s((?:19|20)\d\d)\b"
        r"|(?:\b(?i:the|a|that)|['’]s)\s((?:19|20)\d\d)(?:-\d{2,4})?\s(?:[\w-]+\s)?(?:election|vote|bomb|attack|coup|massacre|shooting|killing|murder|crash|"
        r"invasion|uprising|revolution|revolt|raid|strike|war\b|siege|riot|earthquake|quake|tsunami|flood|crackdown|protest)"
    )


def elsewhere_sentences(annotated: Annotated) -> frozenset[int]:
    """The sentences that speak of another event or of a period, by the rules of `persons.yaml` and by their year."""
    pattern = _pattern()
    published = annotated.document.published
    own = None if published is None else int(published[:4])
    found = set()
    for sentence in annotated.sentences:
        piece = sentence.span.of(annotated.text)
        if pattern.search(piece) is not None or _names_older_year(annotated, sentence, piece, own):
            found.add(sentence.i)
            if sentence.last - sentence.first <= LABEL_LENGTH:
                found.add(sentence.i + 1)
    return frozenset(found)


@cache
def _bare_year() -> re.Pattern[str]:
    return re.compile(r"\b(?i:in|during|for|of)\s((?:19|20)\d\d)\b(?!\s?[-–])")


def _names_older_year(annotated: Annotated, sentence: Sentence, piece: str, own: int | None) -> bool:
    """A year before last, or last year as a whole ("57 murders in 2013", but not "since it began in 2013").

    Not in a remark that tells of no harm: "the general, who has ruled since 1969"."""
    if own is None or not any(sign.isdigit() for sign in piece):
        return False
    named = ((match.start(match.lastindex or 0), match[match.lastindex or 0]) for match in _year().finditer(piece))
    years = [start for start, year in named if int(year) < own - 1]
    if "since" not in piece.lower():
        years += [match.start(1) for match in _bare_year().finditer(piece) if int(match[1]) == own - 1]
    return any(not _is_remark(annotated, sentence, sentence.span.start + year) for year in years)


def _is_remark(annotated: Annotated, sentence: Sentence, offset: int) -> bool:
    within = annotated.tokens[sentence.first : sentence.last]
    year = next((token for token in within if token.end > offset), None)
    if year is None:
        return False
    above = annotated.ancestors(year.i)
    remark = next((t for t in above if t.dep == "relcl" or (t.dep == "acl" and t.tag in ("VBN", "VBG"))), None)
    if remark is None:
        return False
    span = annotated.subtree_span(remark.i)
    return not any(token.lemma.lower() in _harm_words() for token in within if span.start <= token.start < span.end)


def day_of(span: Span, date_of: DateOf) -> date | None:
    """The day that the text gives for what is said at `span`; None where it gives none or only a month or year."""
    time = date_of(span)
    match = None if time is None or time.value is None else DAY.match(time.value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def part_persons(
    annotated: Annotated, persons: Sequence[Person], away: frozenset[int], date_of: DateOf
) -> tuple[list[Person], list[Person]]:
    """(persons of the report's event, persons of other events).

    A person is of another event if first told of in a sentence of `away`, or on a day that lies more than
    `DAYS_APART` days from that of the first person whose day is known.
    """
    days = [_days(annotated, person, date_of) for person in persons]
    main = next((min(known) for known in days if known), None)
    here: list[Person] = []
    others: list[Person] = []
    for person, known in zip(persons, days, strict=True):
        apart = main is not None and bool(known) and all(abs((day - main).days) > DAYS_APART for day in known)
        first = person.mentions[0].sentence in away and (bool(here) or _all_away(person, away))
        (others if apart or first else here).append(person)
    return here, others


def _all_away(person: Person, away: frozenset[int]) -> bool:
    return all(mention.sentence in away for mention in person.mentions)


def _days(annotated: Annotated, person: Person, date_of: DateOf) -> list[date]:
    tokens = (annotated.tokens[mention.token] for mention in person.mentions)
    days = (day_of(Span(token.start, token.end), date_of) for token in tokens)
    return [day for day in days if day is not None]


def mark_elsewhere(drafts: list[Draft], sentences: frozenset[int]) -> list[Draft]:
    """`drafts` with `elsewhere` set on the counts of harm in `sentences`, and on the parts of such counts."""
    marked: list[Draft] = []
    for draft in drafts:
        of_away = draft.part_of is not None and draft.part_of < len(marked) and marked[draft.part_of].elsewhere
        away = draft.quantity in AFFECTED and (draft.sentence in sentences or of_away)
        marked.append(replace(draft, elsewhere=True) if away else draft)
    return marked
