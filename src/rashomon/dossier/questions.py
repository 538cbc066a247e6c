"""Questions with their readings, in the order and grouping the dossier shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.dossier.chart import Chart, Point, draw_chart
from rashomon.dossier.notation import show_date, show_range, show_reported, show_value
from rashomon.dossier.passages import address
from rashomon.dossier.reports import Report
from rashomon.dossier.words import DIFFERENCES, FLAGS, STATES, STATUSES, Word
from rashomon.model import Difference, Hop, PolicyAnswer, Question, Reading, Story

CASUALTIES = ("killed", "injured", "wounded", "missing", "detained", "arrested", "hostages", "displaced", "evacuated")
"""Quantities that come first, in the order casualty recorders list them."""


UNSAID = ("other", "duration", "share")
"""Quantities that do not say what is counted: two of them are seldom answers to one question."""

LONGEST_VALUE = 32
MOST_IN_SUMMARY = 6
MOST_OPEN = 8
MOST_PAIRS = 60
"""Pairs shown for a question: thirty readings have 435, which nobody reads; the export has them all."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain as shown. `kind` is outlet, credit, speaker or voice."""

    name: str
    kind: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One reading as shown. `index` is its place in the question, `number` its number on the page."""

    reading: Reading
    index: int
    number: int
    report: Report
    value: str
    interval: str
    as_of: str
    as_of_from: str
    status: Word
    status_link: str | None
    steps: tuple[Step, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A difference between two rows, with its sentence."""

    left: Row
    right: Row
    word: Word
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as shown. `part_of` is the ask of the question that it is a part of."""

    question: Question
    anchor: str
    state: Word
    flags: tuple[Word, ...]
    reported: str
    rows: tuple[Row, ...]
    origins: int
    reports: int
    differences: tuple[Pair, ...]
    more_differences: int
    fitting: tuple[Pair, ...]
    more_fitting: int
    policies: tuple[tuple[PolicyAnswer, str], ...]
    chart: Chart | None
    parts: tuple["Asked", ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The questions of one quantity: those shown in full, and single figures for one group, place or occasion."""

    heads: tuple[Asked, ...]
    narrow: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a story: what counts, what is forecast, and single figures that nobody else gives."""

    families: tuple[Family, ...]
    forecasts: tuple[Asked, ...]
    other: tuple[Asked, ...]

    @property
    def main(self) -> tuple[Asked, ...]:
        """What is neither forecast nor folded away, those in full before the narrow ones of their quantity."""
        return tuple(asked for family in self.families for asked in family.heads + family.narrow)

    @property
    def crowded(self) -> bool:
        """True where what is no casualty count is better folded to a line each."""
        return len(self.main) > MOST_OPEN

    @property
    def summary(self) -> tuple[Asked, ...]:
        """What the overview shows: casualties, the narrow ones last, and what else accounts can be compared on."""
        heads = [asked for family in self.families for asked in family.heads]
        casualties = [asked for asked in heads if asked.question.quantity in CASUALTIES]
        narrow = [asked for family in self.families for asked in family.narrow]
        casualties += [asked for asked in narrow if asked.question.quantity in CASUALTIES]
        others = [one for one in heads if one.question.quantity not in (*CASUALTIES, *UNSAID) and one.reports > 1]
        return tuple(casualties[:MOST_IN_SUMMARY] + others[: MOST_IN_SUMMARY // 2])

    @property
    def all(self) -> tuple[Asked, ...]:
        """All of them with their parts, in the order of the page."""
        tops = self.main + self.forecasts + self.other
        return tuple(asked for top in tops for asked in (top, *top.parts))


def arrange_questions(story: Story, reports: Mapping[str, Report]) -> Questions:
    """The questions of `story`: casualties first, parts under their whole, forecasts and lone figures apart."""
    by_id = {question.id: question for question in story.questions}
    parents = {part: question.id for question in story.questions for part in question.parts if part in by_id}
    tops = [question for question in story.questions if _parent(question, parents, by_id) is None]

    def ask(question: Question, depth: int = 0) -> Asked:
        parts = sorted((by_id[part] for part in question.parts if part in by_id), key=rank) if depth == 0 else []
        below = tuple(ask(part, 1) for part in parts if _parent(part, parents, by_id) is question)
        return _asked(question, story, reports, below)

    asked = [ask(question) for question in sorted(tops, key=rank)]
    forecasts = tuple(one for one in asked if one.question.forecast)
    rest = [one for one in asked if not one.question.forecast]
    return Questions(
        families=_families([one for one in rest if not is_lone(one.question)]),
        forecasts=forecasts,
        other=tuple(one for one in rest if is_lone(one.question)),
    )


def _families(asked: Sequence[Asked]) -> tuple[Family, ...]:
    groups = [list(group) for _, group in groupby(asked, key=lambda one: one.question.quantity)]
    return tuple(
        Family(tuple(one for one in group if not is_narrow(one)), tuple(one for one in group if is_narrow(one)))
        for group in groups
    )


def find_conflicts(questions: Questions) -> tuple[tuple[Asked, tuple[Pair, ...]], ...]:
    """The questions of a named quantity that hold conflicts, with these, in the order of the page."""
    found = (
        (asked, tuple(pair for pair in asked.differences if pair.word is DIFFERENCES["conflict"]))
        for asked in questions.all
        if asked.question.quantity not in UNSAID
    )
    return tuple((asked, pairs) for asked, pairs in found if pairs)


def group_by_origin(questions: Questions) -> dict[str, tuple[tuple[Asked, Row], ...]]:
    """The readings that rest on each named origin."""
    resting: dict[str, list[tuple[Asked, Row]]] = {}
    for asked in questions.all:
        for row in asked.rows:
            if row.reading.origin is not None:
                resting.setdefault(row.reading.origin, []).append((asked, row))
    return {origin: tuple(rows) for origin, rows in resting.items()}


def _parent(question: Question, parents: Mapping[str, str], by_id: Mapping[str, Question]) -> Question | None:
    """The whole that shows `question`; a part of a part stands on its own, so that nothing hides two levels down."""
    parent = parents.get(question.id)
    if parent is None or parent == question.id or parent in parents:
        return None
    return by_id[parent]


def rank(question: Question) -> tuple[int, int, str, int, int, str, str]:
    """Casualties in their order, then by how many readings, in order of time; the question of all before those of
    groups and places."""
    place = CASUALTIES.index(question.quantity) if question.quantity in CASUALTIES else len(CASUALTIES)
    narrow = 2 * (question.group is not None) + (question.place is not None)
    is_other = int(question.quantity in UNSAID)
    is_casualty = place < len(CASUALTIES)
    quantity = "" if is_casualty else question.quantity
    since = min((reading.as_of or "9999" for reading in question.readings), default="9999")
    return (place, is_other, quantity, narrow if is_casualty else 0, -len(question.readings), since, question.ask)


def is_lone(question: Question) -> bool:
    """True for a figure that is no casualty count and has one reading only, or does not say what it counts."""
    if question.quantity in CASUALTIES:
        return False
    return len(question.readings) < 2 or (question.quantity in UNSAID and question.group is None)


def is_narrow(asked: Asked) -> bool:
    """True for a single reading for one group, place or occasion: a line in a table says it all."""
    question = asked.question
    narrowed = question.group is not None or question.place is not None or question.occasion is not None
    return len(asked.rows) < 2 and not asked.parts and narrowed


def _asked(question: Question, story: Story, reports: Mapping[str, Report], parts: tuple[Asked, ...]) -> Asked:
    shown = [(index, reading) for index, reading in enumerate(question.readings) if reading.doc in reports]
    shown.sort(key=lambda pair: (pair[1].as_of is None, pair[1].as_of or "", reports[pair[1].doc].number, pair[0]))
    rows = tuple(
        _row(reading, index, number, reports[reading.doc]) for number, (index, reading) in enumerate(shown, start=1)
    )
    pairs = _pairs(question.differences, rows)
    differing = [pair for kind, pair in pairs if kind != "compatible"]
    fitting = [pair for kind, pair in pairs if kind == "compatible"]
    return Asked(
        question=question,
        anchor=f"q-{story.id}-{question.id}",
        state=STATES[question.state],
        flags=tuple(FLAGS[flag] for flag in question.flags),
        reported=show_reported(question.range),
        rows=rows,
        origins=_count_origins([row.reading for row in rows]),
        reports=len({row.reading.doc for row in rows}),
        differences=tuple(differing[:MOST_PAIRS]),
        more_differences=max(0, len(differing) - MOST_PAIRS),
        fitting=tuple(fitting[:MOST_PAIRS]),
        more_fitting=max(0, len(fitting) - MOST_PAIRS),
        policies=tuple((one, show_range(one.low, one.high)) for one in question.policies if len(rows) > 1),
        chart=draw_chart([_point(row) for row in rows]),
        parts=parts,
    )


def _row(reading: Reading, index: int, number: int, report: Report) -> Row:
    value = word_value(reading, report.document.text)
    interval = show_range(reading.low, reading.high)
    sources = {"sentence": "given in the sentence", "publication": "day of publication"}
    return Row(
        reading=reading,
        index=index,
        number=number,
        report=report,
        value=value,
        interval="" if interval == value or (reading.qualifier is None and any(map(str.isdigit, value))) else interval,
        as_of=show_date(reading.as_of),
        as_of_from=sources.get(reading.as_of_from or "", ""),
        status=STATUSES[reading.status],
        status_link=_status_link(reading, report),
        steps=list_steps(report, reading.chain, reading.hops),
        link=address(reading.doc, reading.span, reading.phrase),
    )


def _status_link(reading: Reading, report: Report) -> str | None:
    """The passage of the same report that denies, doubts or withdraws the figure, if there is one."""
    figure = report.figures.get(reading.figure)
    return address(reading.doc, figure.status_span) if figure is not None and figure.status_span is not None else None


def word_value(reading: Reading, text: str) -> str:
    """The figure in the report's own words where these are short, else written out from its numbers."""
    words = " ".join(reading.span.of(text).split())
    if 0 < len(words) <= LONGEST_VALUE:
        return words
    return show_value(reading.value, reading.low, reading.high, reading.qualifier)


def _point(row: Row) -> Point:
    reading = row.reading
    shown = show_value(reading.value, reading.low, reading.high, reading.qualifier)
    said = f"Reading {row.number}: {row.value}, as of {row.as_of}, {reading.origin or 'no named origin'}"
    return Point(
        row.number, reading.as_of, reading.value, reading.low, reading.high, reading.origin, shown,
        reading.stands, reading.status, row.link, said,
    )  # fmt: skip


def list_steps(report: Report, chain: Sequence[str], hops: Sequence[Hop] = ()) -> tuple[Step, ...]:
    """The chain from the report inwards; a hop that is named at a passage links to it."""
    document = report.document
    places = {hop.speaker: address(document.id, hop.span) for hop in reversed(hops)}
    steps = [Step(report.name, "outlet", report.link)]
    if document.agency and document.agency not in chain and document.agency != document.outlet:
        steps.append(Step(document.agency, "credit", None))
    steps += [Step(speaker, "speaker", places.get(speaker)) for speaker in chain]
    if not chain:
        steps.append(Step("no speaker named", "voice", None))
    return tuple(steps)


def _importance(left: Row, right: Row) -> tuple[int, int, int]:
    """Pairs of readings that stand come before those that were replaced or withdrawn, then in order of the rows."""
    return (2 - left.reading.stands - right.reading.stands, left.number, right.number)


def _pairs(differences: Sequence[Difference], rows: Sequence[Row]) -> list[tuple[str, Pair]]:
    order = list(DIFFERENCES)
    by_index = {row.index: row for row in rows}
    known = [one for one in differences if one.left in by_index and one.right in by_index]
    known.sort(key=lambda one: (order.index(one.kind), *_importance(by_index[one.left], by_index[one.right])))
    return [(one.kind, Pair(by_index[one.left], by_index[one.right], DIFFERENCES[one.kind], one.why)) for one in known]


def _count_origins(readings: Sequence[Reading]) -> int:
    """Named origins of the readings that stand: who denies or withdraws a number gives none. Of all if none stands."""
    standing = [reading for reading in readings if reading.stands] or list(readings)
    return len({reading.origin for reading in standing if reading.origin is not None})
