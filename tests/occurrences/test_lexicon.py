"""Every example in resources/occurrences.yaml is read as the file says."""

from pathlib import Path

import pytest
import yaml

from rashomon.annotation import annotate
from rashomon.model import Document, Occurrence, Span, document_id
from rashomon.occurrences import extract_occurrences
from rashomon.times import extract_times, make_date_of

ROOT = Path(__file__).resolve().parents[2]


def read(text: str) -> tuple[Occurrence, ...]:
    document = Document(document_id(text), "test", text, published="2022-01-10", body=(Span(0, len(text)),))
    annotated = annotate(document)
    date_of = make_date_of(annotated, extract_times(annotated))
    return extract_occurrences(annotated, (), (), (), date_of, lambda span: None)


def entries() -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((ROOT / "resources/occurrences.yaml").read_text(encoding="utf-8"))[
        "entries"
    ]
    return found


def examples() -> list[object]:
    found: list[object] = []
    for entry in entries():
        listed = entry["example"]
        assert isinstance(listed, list)
        each = listed if isinstance(listed[0], list) else [listed]
        found += [pytest.param(entry["type"], *one, id=f"{entry['id']}-{n}") for n, one in enumerate(each)]
    return found


@pytest.mark.parametrize("type_, text, trigger, status", examples())
def test_example_of_entry(type_: str, text: str, trigger: str | None, status: str | None) -> None:
    """The trigger is found with its type and status, or nothing of the type is."""
    found = [(o.span.of(text), o.status) for o in read(text) if o.type == type_]
    assert ((trigger, status) in found) if trigger is not None else (found == [])


def test_every_entry_stands_in_the_codebook() -> None:
    """No entry that the codebook does not name."""
    codebook = (ROOT / "docs/codebook/occurrences.md").read_text(encoding="utf-8")
    assert [entry["id"] for entry in entries() if f"`{entry['id']}`" not in codebook] == []
