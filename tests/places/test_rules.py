"""Every example in places.yaml is read as the file says, and every rule stands in the codebook."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.annotation import annotate
from rashomon.model import Document, Place, Span, document_id
from rashomon.places import extract_places

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = yaml.safe_load((ROOT / "resources/places.yaml").read_text(encoding="utf-8"))["examples"]
HALF_DEGREE = 0.5


def read(text: str) -> dict[str, Place]:
    annotated = annotate(Document(document_id(text), "test", text, body=(Span(0, len(text)),)))
    return {place.span.of(text): place for place in extract_places(annotated)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['rule']}: {example['text'][:40]}")
def test_example(example: dict[str, Any]) -> None:
    """The words are marked or left alone, and linked, as the rule says."""
    found = read(example["text"])
    for words, expected in example["expect"].items():
        if expected is None:
            assert words not in found
            continue
        place = found[words]
        for field, value in expected.items():
            if field == "lat" and value is not None:
                assert place.lat == pytest.approx(value, abs=HALF_DEGREE), place
            else:
                assert getattr(place, field) == value, place


def test_every_rule_stands_in_the_codebook() -> None:
    """No rule that the codebook does not name."""
    codebook = (ROOT / "docs/codebook/places.md").read_text(encoding="utf-8")
    assert [e["rule"] for e in EXAMPLES if f"`{e['rule']}`" not in codebook] == []


@pytest.mark.parametrize("name", ["gazetteer.npz", "places.yaml", "place_weights.yaml"])
def test_every_source_stands_in_the_codebook(name: str) -> None:
    """The page says what it is made from."""
    assert name in (ROOT / "docs/codebook/places.md").read_text(encoding="utf-8")
