"""The model as JSON, and its schema."""

import json
from dataclasses import fields

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import (
    Account,
    Attribution,
    Document,
    Extraction,
    Figure,
    Hop,
    Lineage,
    SharedPassage,
    Span,
    document_id,
)
from rashomon.model.contract import from_json, json_schema, to_json

# DESIGN.md section 3.1: these keys are fixed; more may be added.
FIXED = {
    "document": "id path text title byline outlet agency published published_from language body attributions figures "
    "times places actors occurrences explanations",
    "attributions": "id source cue content kind stance speaker chain parent",
    "figures": "span quantity value low high qualifier group unit attribution status as_of place",
    "times": "span type value",
    "places": "span name geonameid lat lon",
    "actors": "name kind mentions",
    "occurrences": "span type when where actors attribution",
    "explanations": "span blamed attribution evidence",
}
TEXT = "Police said 12 died."
DOCUMENT = Document(document_id(TEXT), "a.txt", TEXT, body=(Span(0, len(TEXT)),), language="en")
ATTRIBUTION = Attribution(
    "a1", (Span(0, 6),), (Span(7, 11),), (Span(12, 19),), "indirect", "asserts", "police", ("police",), None,
    (Hop("police", Span(0, 6)),), "group",
)  # fmt: skip
EXTRACTION = Extraction(
    DOCUMENT, (ATTRIBUTION,), (Figure("f1", Span(12, 14), "killed", 12, None, None, attribution="a1"),)
)
ACCOUNT = Account((EXTRACTION,), (Lineage("b", "a", "copy", 0.9, "evident", (SharedPassage(0, 5, 1, 6),), (), ""),), ())


def test_an_extraction_holds_every_key_of_the_contract() -> None:
    """The keys that other programs rely on are there."""
    data = to_json(EXTRACTION)
    assert set(FIXED["document"].split()) <= data.keys()
    assert set(FIXED["attributions"].split()) <= data["attributions"][0].keys()
    assert set(FIXED["figures"].split()) <= data["figures"][0].keys()


@pytest.mark.parametrize("kind", [key for key in FIXED if key != "document"])
def test_the_schema_requires_every_key_of_the_contract(kind: str) -> None:
    """A key that leaves the model leaves the schema, and this fails."""
    schema = json_schema(Extraction)
    reference = schema["$defs"]["Extraction"]["properties"][kind]["items"]["$ref"].rsplit("/", 1)[1]
    assert set(FIXED[kind].split()) <= set(schema["$defs"][reference]["required"])


def test_spans_and_passages_are_arrays() -> None:
    """A span is [start, end], a shared passage four numbers, as the contract has it."""
    assert to_json(EXTRACTION)["attributions"][0]["source"] == [[0, 6]]
    assert to_json(ACCOUNT)["lineage"][0]["passages"] == [[0, 5, 1, 6]]


@pytest.mark.parametrize("value", [EXTRACTION, ACCOUNT], ids=["extraction", "account"])
def test_json_and_back_is_the_same(value: Extraction | Account) -> None:
    """Nothing is lost on the way through a file."""
    assert from_json(type(value), json.loads(json.dumps(to_json(value)))) == value


@pytest.mark.parametrize("value", [EXTRACTION, ACCOUNT], ids=["extraction", "account"])
def test_json_is_valid_against_its_schema(value: Extraction | Account) -> None:
    """The schema describes what is written."""
    jsonschema.validate(to_json(value), json_schema(type(value)))


def test_the_schema_refuses_a_wrong_status() -> None:
    """The schema can fail: a status outside the list is refused."""
    data = to_json(EXTRACTION)
    data["figures"][0]["status"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema(Extraction))


@given(st.integers(-5, 50), st.integers(-5, 50))
def test_a_span_is_ordered(start: int, end: int) -> None:
    """A span that ends before it starts cannot be made."""
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(ValueError, match="span"):
            Span(start, end)


def test_every_model_class_is_frozen() -> None:
    """What a stage hands on cannot be changed by the next."""
    with pytest.raises(AttributeError):
        DOCUMENT.title = "x"  # type: ignore[misc]
    assert all(hasattr(cls, "__slots__") for cls in (Document, Extraction, Account, Figure, Attribution))
    assert fields(Account)
