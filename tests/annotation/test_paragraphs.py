"""Where paragraphs end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotation import split_paragraphs
from rashomon.model import Span

WRAPPED = """The council met on Friday evening and decided that the old bridge over
the river would be closed for a year, because its pillars had been found
to be weak after the flood of last spring, an engineer said on Saturday."""


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("A heading\nA sentence follows.", ["A heading", "A sentence follows."]),
        ("It broke in the middle\nof a sentence.", ["It broke in the middle\nof a sentence."]),
        (WRAPPED, [WRAPPED]),
        ("  \n\n ", []),
        ("", []),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    """Blank lines and finished lines end a paragraph; hard-wrapped lines do not."""
    assert [span.of(text) for span in split_paragraphs(text, Span(0, len(text)))] == expected


@given(st.text(alphabet="ab. \n\r\t“é🙂", max_size=200))
def test_paragraphs_lose_nothing_but_white_space(text: str) -> None:
    """Paragraphs are in order, do not overlap, and hold every character that is not white space."""
    spans = split_paragraphs(text, Span(0, len(text)))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
