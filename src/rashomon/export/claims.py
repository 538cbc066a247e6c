"""The casualty recorder's table: one row a figure and the report that gives it."""

from collections.abc import Iterator

from rashomon.export.dates import date_range
from rashomon.export.evidence import (
    PASSAGE_COLUMNS,
    SOURCE_COLUMNS,
    Evidence,
    chain_text,
    origin_of,
)
from rashomon.export.table import Column, Row, Rows
from rashomon.model import Attribution, Document, Figure, Hop, Place, Question, Reading, Span, Story

WHERE_PRECISION = {"city": 1, "facility": 1, "region": 4, "country": 6, "water": 7}
"""GED's `where_prec` for the kinds of place: 1 a named place with coordinates, 4 a first-order division, 6 only the
country, 7 waters. For other kinds nothing is said."""

CLAIM_COLUMNS = (
    Column("id", "id of the claim: document and figure"),
    Column("story", "title of the story the report belongs to"),
    Column("question", "question the figure answers; empty if it could not be laid beside others"),
    Column("state", "state of the question: agreed, single origin, moving, contested"),
    Column("quantity", "what is counted: killed, injured, detained, ...; other if no entry of the lexicon names it"),
    Column("group", "of whom, where it is narrower than the quantity"),
    Column("value", "the number as written"),
    Column("low", "lower end of the reported range after the hedge; empty is open. No estimate (GED: low)"),
    Column("high", "upper end of the reported range after the hedge; empty is open. No estimate (GED: high)"),
    Column("unit", "currency or unit of measure"),
    Column("qualifier", "the hedge as written"),
    Column("increment", "true if the number is an addition to a count and no count"),
    Column("part_of", "id of the claim of the same report that this one is said to be part of"),
    Column("status", "asserted, unconfirmed, denied, retracted, forecast"),
    Column("status_passage", "the sentences that deny, doubt or withdraw it, of this or another report"),
    Column("status_by", "who denies, doubts or withdraws it"),
    Column("stands", "false once retracted, or replaced by its own origin; empty without a question"),
    Column("as_of", "date the figure holds for, with its precision"),
    Column("as_of_from", "sentence: the passage gives the date; publication: it is the report's date"),
    Column("date_start", "first day of the date the passage gives (GED: date_start); a running total may be older"),
    Column("date_end", "last day of that date, else the last day of the publication date (GED: date_end)"),
    Column(
        "date_prec", "1 day, 2 some days, 3 week, 4 month, 5 year; empty if the passage gives no date (GED: date_prec)"
    ),
    Column("where_coordinates", "name of the place the coordinates are of (GED: where_coordinates)"),
    Column("where_description", "the place as the report writes it (GED: where_description)"),
    Column("where_prec", "1 place, 4 region, 6 country, 7 waters (GED: where_prec)"),
    Column("country_code", "country of the place, ISO 3166-1 with two letters"),
    Column("latitude", "degrees north (GED: latitude)"),
    Column("longitude", "degrees east (GED: longitude)"),
    Column("source_original", "innermost named speaker, else agency, else outlet (GED: source_original)"),
    Column("chain", "all speakers, outermost first; empty is the report's own voice"),
    Column("chain_passages", "the words that name each speaker of the chain"),
    Column("stance", "what the innermost speaker does: asserts, confirms, denies, doubts, declines, forecasts"),
    Column("copied_from", "id of the report whose wording holds the same passage"),
    Column("number_as_written", "the number with its hedge, unchanged"),
    Column("number_start", "first character of it in the text of the report, counted from 0"),
    Column("number_end", "character after its last one"),
    *PASSAGE_COLUMNS,
    *SOURCE_COLUMNS,
)


def claim_rows(evidence: Evidence) -> Rows:
    """The figures that answer a question first, story by story and question by question, by date; then the others in
    order of document."""
    asked: set[tuple[str, str]] = set()
    for story in evidence.account.stories:
        for question in story.questions:
            for reading in sorted(question.readings, key=lambda reading: (reading.as_of or "9999", reading.doc)):
                figure = _figure_of(evidence, reading)
                if figure is not None:
                    asked.add((reading.doc, figure.id))
                    yield _row(evidence, reading.doc, figure, story, question, reading)
    for doc, extraction in evidence.extractions.items():
        for figure in extraction.figures:
            if (doc, figure.id) not in asked:
                yield _row(evidence, doc, figure, evidence.stories.get(doc), None, None)


def _figure_of(evidence: Evidence, reading: Reading) -> Figure | None:
    return next((item for item in evidence.extractions[reading.doc].figures if item.id == reading.figure), None)


def _row(
    evidence: Evidence,
    doc: str,
    figure: Figure,
    story: Story | None,
    question: Question | None,
    reading: Reading | None,
) -> Row:
    document = evidence.document(doc)
    attribution = evidence.attribution(doc, figure.attribution)
    span = figure.phrase if figure.phrase is not None else figure.span
    return {
        "id": f"{doc}-{figure.id}",
        "story": None if story is None else story.title,
        "question": None if question is None else question.ask,
        "state": None if question is None else question.state,
        **_number_cells(doc, figure),
        **_status_cells(evidence, doc, figure, reading),
        **_date_cells(document, figure, reading),
        **_place_cells(evidence, doc, figure, span),
        **_speaker_cells(evidence, document, attribution, reading),
        "number_as_written": evidence.words(doc, figure.span),
        "number_start": figure.span.start,
        "number_end": figure.span.end,
        **evidence.passage_cells(doc, evidence.sentence(doc, span)),
        **evidence.source_cells(doc),
    }


def _number_cells(doc: str, figure: Figure) -> Row:
    return {
        "quantity": figure.quantity,
        "group": figure.group,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "increment": figure.increment,
        "part_of": None if figure.part_of is None else f"{doc}-{figure.part_of}",
    }


def _status_cells(evidence: Evidence, doc: str, figure: Figure, reading: Reading | None) -> Row:
    passages = [] if figure.status_span is None else [(doc, figure.status_span)]
    if reading is not None:
        passages += [(change.doc, change.span) for change in reading.changes]
    words = [evidence.words(where, evidence.sentence(where, span)) or "" for where, span in passages]
    by = [change.by for change in (() if reading is None else reading.changes) if change.by is not None]
    return {
        "status": figure.status if reading is None else reading.status,
        "status_passage": " | ".join(dict.fromkeys(words)) or None,
        "status_by": ", ".join(dict.fromkeys(by)) or None,
        "stands": None if reading is None else reading.stands,
    }


def _date_cells(document: Document, figure: Figure, reading: Reading | None) -> Row:
    as_of = figure.as_of if reading is None else reading.as_of
    given = figure.as_of is not None if reading is None else reading.as_of_from == "sentence"
    said = date_range(as_of) if given else None
    published = None if figure.status == "forecast" else date_range(document.published)
    end = said or (None if given else published)
    return {
        "as_of": as_of,
        "as_of_from": None if as_of is None else "sentence" if given else "publication",
        "date_start": None if said is None else said.start.isoformat(),
        "date_end": None if end is None else end.end.isoformat(),
        "date_prec": None if said is None else said.precision,
    }


def _place_cells(evidence: Evidence, doc: str, figure: Figure, near: Span) -> Row:
    place = _place_named(evidence.extractions[doc].places, figure.place, near)
    located = place is not None and place.lat is not None
    return {
        "where_coordinates": figure.place if located else None,
        "where_description": figure.place if place is None else evidence.words(doc, place.span),
        "where_prec": WHERE_PRECISION.get(place.kind) if place is not None and located else None,
        "country_code": None if place is None else place.country,
        "latitude": None if place is None else place.lat,
        "longitude": None if place is None else place.lon,
    }


def _place_named(places: tuple[Place, ...], name: str | None, near: Span) -> Place | None:
    """The mention of the place that stands nearest to the passage."""
    mentions: Iterator[Place] = (place for place in places if place.name == name)
    return min(mentions, key=lambda place: abs(place.span.start - near.start), default=None)


def _speaker_cells(
    evidence: Evidence, document: Document, attribution: Attribution | None, reading: Reading | None
) -> Row:
    said_by = reading if reading is not None else attribution
    chain: tuple[str, ...] = () if said_by is None else said_by.chain
    hops: tuple[Hop, ...] = () if said_by is None else said_by.hops
    return {
        "source_original": origin_of(document, chain) if reading is None else reading.origin,
        "chain": chain_text(chain),
        "chain_passages": chain_text(tuple(evidence.words(document.id, hop.span) or "" for hop in hops)),
        "stance": None if attribution is None else attribution.stance,
        "copied_from": None if reading is None else reading.copied_from,
    }
