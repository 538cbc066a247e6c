"""Quotations: paired, alike, nested, over paragraphs, with a mark missing."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from rashomon.annotation import annotate
from rashomon.attribution.quotation import find_quotations
from rashomon.model import Document, Span

CASES = [
    ("typographic", "She said “no” twice.", ["“no”"]),
    ("straight", 'She said "no" and "yes".', ['"no"', '"yes"']),
    ("two single marks", "She said ''no'' twice.", ["''no''"]),
    ("British", "‘It held,’ she said.", ["‘It held,’"]),
    ("apostrophes are no marks", "The sailors’ boats and Ivo's lamp didn't sink.", []),
    ("nested stay with the holder", "“He said ‘run’ and ran,” she said.", ["“He said ‘run’ and ran,”"]),
    ("nested alike", "“He cried “run” and ran,” she said.", ["“He cried “run” and ran,”"]),
    ("guillemets", "«No,» she said.", ["«No,»"]),
    ("inches", 'A 6" pipe and a 9" pipe.', []),
    ("two paragraphs", "“One.\n\n“Two,” she said.", ["“One. / “Two,”"]),
    ("three paragraphs, straight", '"One.\n\n"Two.\n\n"Three," she said.', ['"One. / "Two. / "Three,"']),
    ("never closed", "“One goes on.\n\nNo mark here.", ["“One goes on."]),
    ("never opened", "She said: It held,” she said.", ["It held,”"]),
    ("empty", "", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_quotations(name: str, text: str, expected: list[str]) -> None:
    annotated = annotate(Document("d", "d", text, body=(Span(0, len(text)),) if text else ()))
    found = find_quotations(annotated)
    assert [" / ".join(piece.of(text) for piece in q.pieces) for q in found] == expected


def test_a_quotation_over_paragraphs_is_one_attribution(read: Any) -> None:
    text = "“The dam held,” said Ivo Lenk.\n\n“We were lucky.\n\n“Next time we will not be.”\n\nIt rained."
    _, attributions = read(text)
    assert [piece.of(text) for piece in attributions[0].content] == [
        "“The dam held,”",
        "“We were lucky.\n\n“Next time we will not be.”",
    ]


def test_the_module_needs_no_state_between_documents() -> None:
    """Reading one document twice gives the same quotations."""
    assert importlib.util.find_spec("rashomon.attribution.quotation") is not None
    text = Path(__file__).read_text(encoding="utf-8")
    annotated = annotate(Document("d", "d", text, body=(Span(0, len(text)),)))
    assert find_quotations(annotated) == find_quotations(annotated)
