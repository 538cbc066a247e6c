"""A small case made by hand: three reports of one invented event, with everything an export shows."""

from dataclasses import replace
from typing import Literal

import pytest

from rashomon.model import (
    Account,
    Attribution,
    ChangedFigure,
    Difference,
    Document,
    Explanation,
    Extraction,
    Figure,
    Holder,
    Hop,
    Hypothesis,
    Issue,
    Lineage,
    Occurrence,
    Origin,
    Place,
    PolicyAnswer,
    Question,
    Range,
    Reading,
    SharedPassage,
    Span,
    StatusChange,
    Story,
    StoryActor,
    StoryMention,
    TimeExpression,
    TimelineEntry,
    TimelineReading,
    document_id,
)

FIRST = (
    "Ferry sinks off Split\n"
    "Harbour police said on Monday that at least 12 people died near Split.\n"
    "The operator blamed bad weather without giving evidence."
)
SECOND = "=HYPERLINK('x') ferry toll\nRadio Adria, citing harbour police, put the dead at 14."
THIRD = "Rien de nouveau, monde."


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def first() -> Extraction:
    """A report with a figure, an explanation, a place and a date."""
    document = Document(
        id=document_id(FIRST),
        path="one.txt",
        text=FIRST,
        title="Ferry sinks off Split",
        outlet="Coast Daily",
        agency="ADN",
        published="2031-05-06",
        published_from="dateline",
        language="en",
        body=(Span(22, len(FIRST)),),
        title_span=Span(0, 21),
        url="https://coast.example/ferry",
        sha256="0" * 64,
    )
    said = Attribution(
        id="a1",
        source=(span(FIRST, "Harbour police"),),
        cue=(span(FIRST, "said"),),
        content=(span(FIRST, "that at least 12 people died near Split"),),
        kind="indirect",
        stance="asserts",
        speaker="harbour police",
        chain=("harbour police",),
        hops=(Hop("harbour police", span(FIRST, "Harbour police")),),
        speaker_from="group",
    )
    killed = Figure(
        id="f1",
        span=span(FIRST, "at least 12"),
        quantity="killed",
        value=12,
        low=12,
        high=None,
        qualifier="at least",
        attribution="a1",
        as_of="2031-05-05",
        place="Split",
        phrase=span(FIRST, "at least 12 people died near Split"),
    )
    return Extraction(
        document,
        attributions=(said,),
        figures=(killed,),
        times=(TimeExpression(span(FIRST, "Monday"), "DATE", "2031-05-05", "weekday", "publication"),),
        places=(
            Place(span(FIRST, "off Split"), "Split", 3190261, 43.50891, 16.43915, "city", "HR"),
            Place(span(FIRST, "near Split"), "Split", 3190261, 43.50891, 16.43915, "city", "HR"),
        ),
        occurrences=(
            Occurrence("o1", span(FIRST, "sinks"), "ASSAULT", "2031-05-05", "Split", (), None, phrase=Span(0, 21)),
        ),
        explanations=(Explanation("e1", span(FIRST, "blamed bad weather"), "bad weather", None, "none offered"),),
    )


def second() -> Extraction:
    """A report whose title is a formula, with a chain of two."""
    document = Document(
        id=document_id(SECOND),
        path="two.txt",
        text=SECOND,
        title=SECOND.split("\n")[0],
        published="2031-05-07",
        published_from="given",
        language="en",
        body=(Span(27, len(SECOND)),),
    )
    said = Attribution(
        id="a1",
        source=(span(SECOND, "Radio Adria, citing harbour police"),),
        cue=(span(SECOND, "put"),),
        content=(span(SECOND, "the dead at 14"),),
        kind="indirect",
        stance="asserts",
        speaker="harbour police",
        chain=("Radio Adria", "harbour police"),
        hops=(
            Hop("Radio Adria", span(SECOND, "Radio Adria")),
            Hop("harbour police", span(SECOND, "harbour police")),
        ),
        speaker_from="group",
    )
    killed = Figure("f1", span(SECOND, "14"), "killed", 14, 14, 14, attribution="a1")
    other = Figure("f2", span(SECOND, "x"), "other", -3, -3, -3)
    nowhere = Place(span(SECOND, "Adria"), "Adria", None, None, None)
    return Extraction(document, attributions=(said,), figures=(killed, other), places=(nowhere,))


def third() -> Extraction:
    """A report that was kept but not extracted, with half a surrogate pair and a control character in it."""
    text = THIRD + "\ud83d\x07"
    document = Document(document_id(text), "trois.txt", text, language="fr")
    return Extraction(document, issues=(Issue("extraction", "trois.txt", "language 'fr' is not supported"),))


def story(one: Extraction, two: Extraction) -> Story:
    """What the first two reports say together."""
    left, right = one.document.id, two.document.id
    dated: tuple[tuple[Extraction, str, Literal["sentence", "publication"]], ...] = (
        (one, "2031-05-05", "sentence"),
        (two, "2031-05-07", "publication"),
    )
    readings = tuple(
        Reading(
            doc=report.document.id,
            span=report.figures[0].span,
            value=report.figures[0].value,
            low=report.figures[0].low,
            high=report.figures[0].high,
            as_of=as_of,
            status="asserted",
            chain=report.attributions[0].chain,
            origin="harbour police",
            figure="f1",
            as_of_from=came_from,
            hops=report.attributions[0].hops,
            attribution="a1",
        )
        for report, as_of, came_from in dated
    )
    changed = StatusChange(right, Span(0, 5), "retracted", "harbour police")
    question = Question(
        id="q1",
        ask="How many were killed?",
        quantity="killed",
        group=None,
        place=None,
        state="moving",
        range=Range(12, 14),
        readings=(replace(readings[0], status="retracted", stands=False, changes=(changed,)), readings[1]),
        differences=(Difference(0, 1, "grown", "a later count of the same origin is higher"),),
        flags=("retracted",),
        policies=(PolicyAnswer("latest", 14, 14, (1,), "the last reading"),),
    )
    holder = Holder(
        "the operator", "asserts", left, span(FIRST, "blamed bad weather"), "2031-05-06", evidence="none offered"
    )
    entry = TimelineEntry(
        "2031-05-05",
        "day",
        "ASSAULT",
        "Ferry sinks",
        "Split",
        (TimelineReading(left, span(FIRST, "sinks"), (), "ADN", Span(0, 21)),),
    )
    return Story(
        id="s1",
        title="Ferry sinks off Split",
        documents=(left, right),
        questions=(question,),
        explanations=(Hypothesis("bad weather", (holder,)),),
        timeline=(entry,),
        origins=(Origin("harbour police", 2, 2),),
        actors=(
            StoryActor("p1", "harbour police", "group", ("Harbour police",), (), (StoryMention(left, Span(22, 36)),)),
        ),
    )


@pytest.fixture
def account() -> Account:
    """The case, with its extractions in order of document id."""
    one, two, three = first(), second(), third()
    lineage = Lineage(
        copy=two.document.id,
        origin=one.document.id,
        kind="rewrite",
        share=0.5,
        direction="evident",
        passages=(SharedPassage(0, 5, 0, 5),),
        changed=(ChangedFigure(0, 2, 0, 2, "14", "12"),),
        detail="shares a sentence",
    )
    ordered = tuple(sorted((one, two, three), key=lambda extraction: extraction.document.id))
    return Account(ordered, (lineage,), (story(one, two),))
