"""A figure has the place and the day that its own clause gives it, never another clause's."""

from pathlib import Path
from typing import Any

import pytest

from rashomon.figures import extract_figures
from rashomon.model import Place, Span, TimeExpression
from rashomon.resources import load_resource

from .conftest import parse

SETTINGS = load_resource("settings")
CODEBOOK = (Path(__file__).parents[2] / "docs" / "codebook" / "figures.md").read_text(encoding="utf-8")
NAMES = ("Cairo", "Benghazi", "Tripoli", "Geneva", "Cuba")


def places_of(text: str) -> tuple[Place, ...]:
    found = [(text.find(name), name) for name in NAMES if name in text]
    return tuple(Place(Span(at, at + len(name)), name, 1, 0.0, 0.0, kind="city") for at, name in sorted(found))


@pytest.mark.parametrize("example", SETTINGS["examples"], ids=lambda example: example["text"])
def test_a_place_comes_from_the_clause_that_counts(example: dict[str, Any]) -> None:
    text = example["text"]
    figures = extract_figures(parse(text), (), places_of(text), lambda _: None, lambda _: None)
    assert figures[0].place == example["place"]


def test_a_sentence_without_a_verb_takes_its_only_place() -> None:
    text = "Benghazi: 12 dead."
    place = places_of(text)[0]
    assert extract_figures(parse(text), (), (place,), lambda _: None, lambda _: place)[0].place == "Benghazi"


def dated(text: str, said: str, at: str, value: str, kind: Any = "DATE") -> str | None:
    """`as_of` of the first figure where the expression `said`, worth `value`, dates the word `at` alone."""
    time = TimeExpression(Span(text.find(said), text.find(said) + len(said)), kind, value)
    start = text.find(at)
    figures = extract_figures(
        parse(text), (), (), lambda span: time if span == Span(start, start + len(at)) else None, lambda _: None
    )
    return figures[0].as_of


@pytest.mark.parametrize(
    ("text", "said", "at", "value", "kind", "as_of"),
    [
        ("Twelve people were killed early Monday.", "early Monday", "killed", "2022-01-10TMO", "TIME", "2022-01-10"),
        ("A mortar landed on Monday, killing 12 people.", "Monday", "landed", "2022-01-10", "DATE", "2022-01-10"),
        ("A strike last month that killed 12 people is denied.", "last month", "strike", "2021-12", "DATE", "2021-12"),
        (
            "(8:23 a.m. Monday) Twelve people were killed.",
            "8:23 a.m. Monday",
            "killed",
            "2022-01-10T08:23",
            "TIME",
            None,
        ),
        ("Twelve people were killed at noon.", "noon", "killed", "T12:00", "TIME", None),
    ],
)
def test_a_day_comes_from_the_clause_that_counts(
    text: str, said: str, at: str, value: str, kind: str, as_of: str | None
) -> None:
    """A time of day counts as its day; the stamp of a live report dates nothing."""
    assert dated(text, said, at, value, kind) == as_of


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("In 1996 guards killed 1200 prisoners.", "killed_elsewhere"),
        ("The 1988 bombing of a jet killed 270 people.", "killed_elsewhere"),
        ("In 2008 police jailed 12 men.", "detained_elsewhere"),
        ("The town saw 57 murders in 2021.", "killed_elsewhere"),
        ("The general, who has ruled since 1969, killed 12 rivals on Monday.", "killed"),
        ("Twelve people were killed in the 1900 block of Elm Street.", "killed"),
        ("Some 120 people have been killed since the revolt began in 2021.", "killed"),
    ],
)
def test_older_years_are_other_events(text: str, quantity: str) -> None:
    """A year before the report's own tells of another event, unless a remark on somebody names it."""
    figures = extract_figures(parse(text), (), (), lambda _: None, lambda _: None)
    assert {figure.quantity for figure in figures} == {quantity}


def test_every_word_list_is_in_the_codebook() -> None:
    assert [name for name in ("locating", "located", "striking") if f"`{name}`" not in CODEBOOK] == []
    assert [e["text"] for e in SETTINGS["examples"] if e["text"] not in CODEBOOK] == []
