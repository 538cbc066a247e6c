"""One number for an incident from the questions of its story."""

import sys
from pathlib import Path

import pytest

from rashomon.model import Question, Range, Reading, Span, Story

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evaluation"))

import stories

STARTS = {"a": 0, "b": 0, "c": 0}
LEAD, BELOW = 10, 2000


def reading(doc: str, value: int, at: int, qualifier: str | None = None) -> Reading:
    span = Span(at, at + 5)
    return Reading(doc, span, value, value, value, None, "asserted", (), None, f"{doc}{at}", qualifier=qualifier)


def question(*readings: Reading, ask: str = "How many were killed?", group: str | None = None) -> Question:
    numbers = [reading.value for reading in readings if reading.value is not None]
    found = Range(min(numbers), max(numbers))
    return Question(ask + str(group), ask, "killed", group, None, "single origin", found, readings, ())


@pytest.mark.parametrize(
    ("questions", "number"),
    [
        ((), 0),
        ((question(reading("a", 2, LEAD), reading("b", 2, LEAD), reading("c", 3, LEAD)),), 2),
        ((question(reading("a", 2, LEAD), reading("b", 5, BELOW), reading("c", 5, BELOW)),), 2),
        ((question(reading("a", 2, LEAD), reading("b", 3, LEAD)),), 3),
        ((question(reading("a", 4, BELOW, "named one by one")),), 0),
        ((question(reading("a", 1, LEAD), reading("a", 3, LEAD)),), 3),
        ((question(reading("a", 1, LEAD), ask="How many of them were killed?"),), 0),
        ((question(reading("a", 2, LEAD), group="officer"), question(reading("b", 1, LEAD), group="rioter")), 3),
    ],
    ids=["none", "most", "lead", "later", "reckoned", "highest", "part", "groups"],
)
def test_answer(questions: tuple[Question, ...], number: int) -> None:
    """Most reports, the lead before what stands below, the later of two, and groups only without a total."""
    assert stories.answer(Story("s", "s", ("a", "b", "c"), questions), "killed", STARTS) == number
