"""Questions: readings of the same quantity, group and place scope in one story."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from rashomon.comparison.comparators import ONE_EVENT_DAYS, compare
from rashomon.comparison.dates import compare_dates, days_apart
from rashomon.comparison.denials import apply_denials, find_denials
from rashomon.comparison.intervals import is_vague, nominal
from rashomon.comparison.occasions import Occasion, gives_several, split_occasions, tells_of_many
from rashomon.comparison.origins import Authorities
from rashomon.comparison.readings import (
    Names,
    mark_copies,
    mark_same_wording,
    merge_repeats,
    name_copied_origins,
    reading_of,
)
from rashomon.comparison.scope import focal_places, names_in_use, scope_of
from rashomon.comparison.states import answers, flags_of, range_of, state_of
from rashomon.comparison.wording import Key, as_written, ask, words_of
from rashomon.model import Difference, Extraction, Figure, Lineage, Question, Reading
from rashomon.resources import load_resource

UNNAMED = "other"
# What no entry of the lexicon names makes a question only where so many reports give it in words of their own.
OTHER_FROM = 2
# Counts of other events than the report's own ("killed_elsewhere") answer no question about this story.
ELSEWHERE = "_elsewhere"


@cache
def _rules() -> dict[str, dict[str, Any]]:
    return {entry["quantity"]: entry for entry in load_resource("questions")}


def ask_questions(
    extractions: Sequence[Extraction], lineage: Sequence[Lineage], names: Names, authorities: Authorities
) -> tuple[Question, ...]:
    """The questions of a story with their readings, in the order in which they are shown."""
    focal = focal_places(extractions)
    groups: dict[Key, list[Reading]] = defaultdict(list)
    for extraction in extractions:
        for figure in extraction.figures:
            groups[_key(figure, extraction, focal)].append(reading_of(figure, extraction, names))
    by_id = {extraction.document.id: extraction for extraction in extractions}
    outlets = {e.document.id: e.document.agency or e.document.outlet for e in extractions}
    denials = find_denials(extractions, names)
    publishers = {extraction.document.id: extraction.document.outlet for extraction in extractions}
    texts = {extraction.document.id: extraction.document.text for extraction in extractions}
    published = {extraction.document.id: extraction.document.published or "9999" for extraction in extractions}
    many = tells_of_many(extractions)
    in_use = names_in_use(extractions)
    found: list[Question] = []
    answered: dict[tuple[str, str], str] = {}
    for key, readings in groups.items():
        if not _is_asked(key, readings):
            continue
        occasions = _occasions(key, readings, by_id, in_use, many)
        occasions = [occasion for occasion in occasions if _is_asked(key, occasion.readings)]
        shown = replace(key, place=in_use.get(key.place, key.place)) if key.place is not None else key
        for occasion in occasions:
            marked = mark_copies(merge_repeats(occasion.readings), lineage)
            marked = mark_same_wording(sorted(marked, key=lambda r: (published[r.doc], r.doc, r.span)), texts)
            marked = name_copied_origins(marked, outlets)
            if key.quantity == UNNAMED and len({r.doc for r in marked if r.copied_from is None}) < OTHER_FROM:
                continue
            marked = apply_denials(marked, denials.get(key.quantity, ()), publishers)
            told = min(marked, key=lambda reading: (is_vague(reading), _by_time(reading)))
            words = words_of(told, texts[told.doc]) if _rule(key.quantity).get("in_words") else None
            shown = replace(shown, written=as_written(key, texts[told.doc][told.span.start :]))
            question = _question(shown, marked, authorities, occasion if many or len(occasions) > 1 else None, words)
            found.append(question)
            answered |= {(reading.doc, reading.figure): question.id for reading in occasion.readings}
    return tuple(sorted(_link_parts(found, answered, extractions), key=_order))


def _occasions(
    key: Key, readings: Sequence[Reading], by_id: Mapping[str, Extraction], in_use: Mapping[str, str], many: bool
) -> list[Occasion]:
    """The things that `readings` count; `many`: their story tells of many occasions. What no entry of the lexicon names
    says too little of what is counted to be one thing in any story."""
    apart = many or key.quantity == UNNAMED
    if not apart and not gives_several(readings):
        return [Occasion(tuple(readings))]
    return split_occasions(readings, by_id, in_use, grows=_grows(key), one_event=not apart)


def _link_parts(
    questions: Sequence[Question], answered: Mapping[tuple[str, str], str], extractions: Sequence[Extraction]
) -> list[Question]:
    """Each question with the ids of those that a report says are part of it. `answered` gives the id of the question
    that a figure (document id, figure id) answers."""
    parts: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for figure in extraction.figures:
            part = answered.get((extraction.document.id, figure.id))
            whole = answered.get((extraction.document.id, figure.part_of or ""))
            if part is not None and whole is not None and part != whole:
                parts[whole].add(part)
    return [replace(question, parts=tuple(sorted(parts[question.id]))) for question in questions]


def _key(figure: Figure, extraction: Extraction, focal: frozenset[str]) -> Key:
    unit = figure.unit if figure.quantity in (UNNAMED, "money", "area", "distance") else None
    return Key(
        quantity=figure.quantity,
        unit=unit,
        group=figure.group,
        place=scope_of(figure, extraction, focal),
        forecast=figure.status == "forecast",
        increment=figure.increment,
        part=figure.part_of is not None and figure.group is None,
        apart=extraction.document.id if figure.group is None and _rule(figure.quantity).get("alone") else None,
    )


def _rule(quantity: str) -> dict[str, Any]:
    return _rules().get(quantity, _rules()[UNNAMED])


def _grows(key: Key) -> bool:
    """Whether the count can only grow, at least where its sentences speak of a running one."""
    return bool(_rule(key.quantity)["cumulative"]) and not key.increment


def _is_asked(key: Key, readings: Sequence[Reading]) -> bool:
    """Whether the figures make a question. A quantity that the lexicon does not name must say of what it is, and be
    given by several reports."""
    if key.quantity.endswith(ELSEWHERE):
        return False
    if _rule(key.quantity).get("in_words") and all(is_vague(reading) for reading in readings):
        return False  # "Several cities" gives nothing to lay beside anything.
    if key.quantity != UNNAMED:
        return bool(_rule(key.quantity)["asked"])
    noun = key.group or key.unit or ""
    if len({reading.doc for reading in readings}) < OTHER_FROM or not noun:
        return False
    # A bare noun ("members", "sides") is too little to say that two reports count the same.
    return " " in noun or _is_given_twice(readings)


def _is_given_twice(readings: Sequence[Reading]) -> bool:
    """Whether two reports give one number above 1."""
    given = {(reading.value, reading.doc) for reading in readings if reading.value is not None and reading.value > 1}
    return len({value for value, _ in given}) < len(given)


def _question(
    key: Key, readings: list[Reading], authorities: Authorities, occasion: Occasion | None, words: str | None
) -> Question:
    grows = _grows(key)
    always = grows and _rule(key.quantity)["cumulative"] != "running"
    ordered = tuple(sorted(readings, key=_by_time))
    if always:
        ordered = _supersede(ordered)
    differences = _differences(ordered, grows, always, authorities)
    label = occasion.label(key.place) if occasion is not None else None
    return Question(
        id=_question_id(key, ordered),
        ask=ask(key, label, words),
        quantity=key.quantity,
        group=key.group,
        place=key.place,
        state=state_of(ordered, differences, authorities),
        range=range_of(ordered),
        readings=ordered,
        differences=differences,
        flags=flags_of(ordered),
        unit=key.unit,
        policies=answers(ordered, authorities),
        forecast=key.forecast,
        occasion=label,
    )


def _by_time(reading: Reading) -> tuple[object, ...]:
    return reading.as_of or "9999", reading.doc, reading.span


def _question_id(key: Key, readings: tuple[Reading, ...]) -> str:
    named = "|".join([repr(key), *sorted(f"{reading.doc} {reading.figure}" for reading in readings)])
    return hashlib.sha256(named.encode()).hexdigest()[:12]


def _supersede(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A count that can only grow no longer stands once the same named origin has given another number as of a later
    date; how many protested on Tuesday still stands when Wednesday is counted."""
    found = []
    for reading in readings:
        later = any(
            other.origin is not None
            and other.origin == reading.origin
            and bool(other.chain and reading.chain)
            and other.stands
            and compare_dates(reading.as_of, other.as_of) == "earlier"
            and (other.running or days_apart(reading.as_of, other.as_of) <= ONE_EVENT_DAYS)
            and nominal(other) != nominal(reading)
            for other in readings
        )
        found.append(replace(reading, stands=False) if later else reading)
    return tuple(found)


def _differences(
    readings: tuple[Reading, ...], grows: bool, always: bool, authorities: Authorities
) -> tuple[Difference, ...]:
    """Every pair of different answers, compared once: readings that say the same number on the same origin as of the
    same day stand for each other, and are compared only with the first of their kind. What does not `always` grow
    grows between two running counts."""
    first: dict[tuple[object, ...], int] = {}
    pairs = []
    for i, reading in enumerate(readings):
        kind = (
            reading.value,
            reading.low,
            reading.high,
            reading.as_of,
            authorities.key(reading.origin),
            reading.status,
        )
        if kind in first:
            pairs.append((first[kind], i))
            continue
        pairs.extend((j, i) for j in first.values())
        first[kind] = i
    found = []
    for left, right in sorted(pairs):
        cumulative = always or (grows and readings[left].running and readings[right].running)
        found.append(compare(readings, left, right, cumulative=cumulative, authorities=authorities))
    return tuple(found)


def _order(question: Question) -> tuple[object, ...]:
    rule = _rule(question.quantity)
    narrowed = (question.forecast, question.group is not None, question.place is not None)
    return (rule["rank"], *narrowed, -len(question.readings), question.ask, question.id)
