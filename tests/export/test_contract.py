"""The JSON of the contract."""

import json

import jsonschema
import pytest

from rashomon.export import SCHEMAS, account_text, extraction_lines
from rashomon.model import Account
from rashomon.model.contract import from_json, json_schema

CASE_KEYS = {"documents", "lineage", "stories"}
STORY_KEYS = {"id", "title", "documents", "questions", "explanations", "timeline", "origins"}
QUESTION_KEYS = {"ask", "quantity", "group", "place", "state", "range", "readings", "differences"}
READING_KEYS = {"doc", "span", "value", "low", "high", "as_of", "status", "chain", "origin"}
LINEAGE_KEYS = {"copy", "origin", "kind", "share", "direction", "passages"}
DOCUMENT_KEYS = {
    "id", "path", "text", "title", "byline", "outlet", "agency", "published", "published_from", "language", "body",
    "attributions", "figures", "times", "places", "actors", "occurrences", "explanations",
}  # fmt: skip


def test_case_has_the_keys_of_the_contract(account: Account) -> None:
    """Every key that the contract names is there, down to the readings."""
    case = json.loads(account_text(account))
    question = case["stories"][0]["questions"][0]
    assert set(case) >= CASE_KEYS
    assert set(case["stories"][0]) >= STORY_KEYS
    assert set(question) >= QUESTION_KEYS
    assert set(question["readings"][0]) >= READING_KEYS
    assert set(case["lineage"][0]) >= LINEAGE_KEYS
    assert set(case["documents"][0]) >= DOCUMENT_KEYS


@pytest.mark.parametrize("with_text", [True, False])
def test_case_is_valid_against_its_schema(account: Account, with_text: bool) -> None:
    """With and without the text of the reports."""
    jsonschema.validate(json.loads(account_text(account, with_text=with_text)), json_schema(SCHEMAS["case"]))


def test_lines_are_valid_against_their_schema(account: Account) -> None:
    """One line a document, in order of id, none broken by what stands in the text."""
    lines = list(extraction_lines(account))
    assert [json.loads(line)["id"] for line in lines] == [item.document.id for item in account.extractions]
    for line in lines:
        assert "\n" not in line
        jsonschema.validate(json.loads(line), json_schema(SCHEMAS["extract"]))


def test_schema_refuses_a_case_that_breaks_the_contract(account: Account) -> None:
    """The schema is not so wide that it lets anything through."""
    case = json.loads(account_text(account))
    case["stories"][0]["questions"][0]["state"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(case, json_schema(SCHEMAS["case"]))


def test_text_is_left_out_on_request_only(account: Account) -> None:
    """Without the text, everything else is the same."""
    whole, without = json.loads(account_text(account)), json.loads(account_text(account, with_text=False))
    assert all("text" not in document for document in without["documents"])
    for document in whole["documents"]:
        del document["text"]
    assert whole == without


def test_export_reads_back_as_it_was(account: Account) -> None:
    """Nothing is lost on the way, half surrogate pairs and control characters included, and it is UTF-8."""
    text = account_text(account).encode("utf-8").decode("utf-8")
    assert from_json(Account, json.loads(text)) == account
