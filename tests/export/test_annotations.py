"""W3C Web Annotations."""

import json
from typing import Any

from rashomon.export import annotations_text
from rashomon.model import Account


def page(account: Account) -> Any:
    return json.loads(annotations_text(account))


def test_selectors_find_the_passage_by_position_and_by_quotation(account: Account) -> None:
    """Both point at the same words of the text, prefix and suffix included."""
    texts = {f"urn:rashomon:{item.document.id}": item.document.text for item in account.extractions}
    texts |= {item.document.url: item.document.text for item in account.extractions if item.document.url is not None}
    for item in page(account)["items"]:
        for target in item["target"]:
            position, quotation = target["selector"]
            text = texts[target["source"]]
            assert position["type"] == "TextPositionSelector"
            assert quotation["type"] == "TextQuoteSelector"
            assert text[position["start"] : position["end"]] == quotation["exact"]
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert text.index(around) == position["start"] - len(quotation["prefix"])


def test_everything_read_is_annotated_once(account: Account) -> None:
    """Ids are unique, and every kind is there."""
    items = page(account)["items"]
    kinds = ("attributions", "figures", "times", "places", "occurrences", "explanations")
    expected = sum(len(getattr(extraction, kind)) for extraction in account.extractions for kind in kinds)
    assert len({item["id"] for item in items}) == len(items) == expected
    assert {item["body"][0]["value"] for item in items} == {kind.removesuffix("s") for kind in kinds}


def test_an_attribution_has_a_target_for_each_fragment(account: Account) -> None:
    """Source, cue and content."""
    attributions = [item for item in page(account)["items"] if item["body"][0]["value"] == "attribution"]
    assert all(len(item["target"]) == 3 for item in attributions)


def test_the_body_holds_what_was_read(account: Account) -> None:
    """As JSON, the keys of the contract."""
    figures = [item for item in page(account)["items"] if item["body"][0]["value"] == "figure"]
    assert {json.loads(item["body"][1]["value"])["quantity"] for item in figures} == {"killed", "other"}
