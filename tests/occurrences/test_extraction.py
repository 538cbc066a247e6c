"""Occurrences: what is told as a fact, who, when, where, and on whose word."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.model import Actor, Annotated, Attribution, Document, Occurrence, Place, Span, document_id
from rashomon.model.attribution import Stance
from rashomon.occurrences import extract_occurrences
from rashomon.times import extract_times, make_date_of


def parse(text: str) -> Annotated:
    return annotate(Document(document_id(text), "test", text, published="2022-01-10", body=(Span(0, len(text)),)))


def read(
    text: str, attributions: tuple[Attribution, ...] = (), actors: tuple[Actor, ...] = (), place: Place | None = None
) -> tuple[Occurrence, ...]:
    annotated = parse(text)
    date_of = make_date_of(annotated, extract_times(annotated))
    return extract_occurrences(annotated, attributions, (), actors, date_of, lambda span: place)


def passage(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    "text, trigger, status",
    [
        ("Troops will be deployed in Oral.", "deployed", "forecast"),
        ("The militants planned to attack the capital.", "attack", "forecast"),
        ("The militants began to attack the capital.", "attack", "asserted"),
        ("Police did not arrest the editor.", "arrest", "denied"),
        ("No protesters were killed in Oral.", "killed", "denied"),
        ("The gunmen may have killed two guards.", "killed", "unconfirmed"),
        ("Two guards killed in the blast were from Oral.", "killed", "asserted"),
        ("The rebels attacked the fort, killing two guards.", "killing", "asserted"),
    ],
)
def test_status_of_the_clause(text: str, trigger: str, status: str) -> None:
    """Tense, modals, plans and negation decide what a clause tells."""
    assert (trigger, status) in [(o.span.of(text), o.status) for o in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "If the rebels attack the capital, it will fall.",
        "The rebels can attack the capital.",
        "The army has the strength to attack the capital.",
        "Did the rebels attack the capital?",
        "They will stay until the president resigns.",
        "No troops will be deployed in Oral.",
        "The law on protests is old.",
        "A possible attack worries the town.",
        "The minister said the talks were useful.",
    ],
)
def test_what_is_not_told_to_have_happened(text: str) -> None:
    """Conditions, abilities, questions and mere mentions are no occurrences."""
    assert [o.span.of(text) for o in read(text) if o.status == "asserted"] == []


STANCES: list[tuple[Stance, str]] = [
    ("asserts", "asserted"),
    ("denies", "denied"),
    ("doubts", "unconfirmed"),
    ("forecasts", "forecast"),
]


@pytest.mark.parametrize("stance, status", STANCES)
def test_stance_of_the_innermost_attribution(stance: Stance, status: str) -> None:
    """The innermost attribution around the trigger is its source and gives its stance."""
    text = "The agency said the ministry said that police detained 12 people."
    outer = passage(text, "the ministry said that police detained 12 people")
    inner = passage(text, "police detained 12 people")
    attributions = (
        Attribution(
            "a1", (passage(text, "The agency"),), (passage(text, "said"),), (outer,), "indirect", "asserts", "A"
        ),
        Attribution("a2", (passage(text, "the ministry"),), (), (inner,), "indirect", stance, "B", parent="a1"),
    )
    (found,) = read(text, attributions)
    assert (found.attribution, found.status) == ("a2", status)


def test_who_when_where_and_phrase() -> None:
    """Those who act come before those it is done to; date and place come with their passages."""
    text = "The budget was short. Rioters attacked the guards in Oral on January 5, and the shops were shut."
    actors = (
        Actor("guards", "group", (passage(text, "the guards"),)),
        Actor("rioters", "group", (passage(text, "Rioters"),)),
    )
    place = Place(passage(text, "Oral"), "Oral", 1, 51.2, 51.4)
    (found,) = read(text, actors=actors, place=place)
    assert (found.type, found.when, found.where, found.actors) == (
        "ASSAULT", "2022-01-05", "Oral", ("rioters", "guards"),
    )  # fmt: skip
    assert found.when_span is not None
    assert found.when_span.of(text) == "January 5"
    assert found.where_span == place.span
    assert found.phrase is not None
    assert found.phrase.of(text) == "Rioters attacked the guards in Oral on January 5"


def test_actors_of_a_passive_and_of_joined_verbs() -> None:
    """The agent of a passive acts; a second verb shares the subject of the first."""
    text = "The editor was detained by soldiers. Rebels seized the port and torched a ship."
    actors = (
        Actor("editor", "person", (passage(text, "The editor"),)),
        Actor("soldiers", "group", (passage(text, "soldiers"),)),
        Actor("rebels", "group", (passage(text, "Rebels"),)),
    )
    assert [(o.span.of(text), o.actors) for o in read(text, actors=actors)] == [
        ("detained", ("soldiers", "editor")),
        ("seized", ("rebels",)),
        ("torched", ("rebels",)),
    ]


def test_a_noun_gives_way_to_the_verb_of_its_own_clause() -> None:
    """One event, one occurrence."""
    assert [o.span.of("The attacks killed two guards.") for o in read("The attacks killed two guards.")] == ["killed"]


def test_the_headline_is_not_read() -> None:
    """What a headline says the body says again, with its date and source."""
    text = "Rioters storm office\n\nRioters stormed the office."
    document = Document(
        document_id(text),
        "test",
        text,
        title="Rioters storm office",
        title_span=Span(0, 20),
        body=(Span(22, len(text)),),
    )
    annotated = annotate(document)
    found = extract_occurrences(annotated, (), (), (), lambda span: None, lambda span: None)
    assert [o.span.of(text) for o in found] == ["stormed"]


WORDS = st.lists(
    st.sampled_from(
        [
            "Police", "killed", "were", "the protests", "erupted", "on Monday", "and", ",", ".", "to attack", "will",
            "who", "not", "detained", "😀", "by", "clashes", "in Oral", "said", "that", "\n", "no", "seized airports",
        ]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_spans_lie_inside_the_text(words: list[str]) -> None:
    """Whatever the text: no crash, triggers apart and in order, each inside its phrase."""
    text = " ".join(words)
    found = read(text)
    assert all(o.phrase is not None and o.phrase.contains(o.span) and o.phrase.end <= len(text) for o in found)
    assert [o.span for o in found] == sorted({o.span for o in found})
