"""Places on a map."""

import json
from dataclasses import replace
from typing import Any

from rashomon.export import geojson_text
from rashomon.model import Account


def features(account: Account) -> dict[str, Any]:
    return {feature["properties"]["name"]: feature for feature in json.loads(geojson_text(account))["features"]}


def test_it_is_a_feature_collection_with_longitude_first(account: Account) -> None:
    """As RFC 7946 wants it."""
    data = json.loads(geojson_text(account))
    assert data["type"] == "FeatureCollection"
    assert features(account)["Split"]["geometry"] == {"type": "Point", "coordinates": [16.43915, 43.50891]}


def test_a_place_is_one_feature_with_what_is_said_there(account: Account) -> None:
    """Two mentions, one figure and one occurrence with their passages, each once."""
    properties = features(account)["Split"]["properties"]
    texts = {item.document.id: item.document.text for item in account.extractions}
    assert len(properties["mentions"]) == 2
    assert [item["kind"] for item in properties["said"]] == ["occurrence", "figure"]
    for item in properties["said"]:
        start, end = item["span"]
        assert texts[item["doc"]][start:end] == item["passage"]
    assert properties["said"][1]["chain"] == ["harbour police"]


def test_a_place_that_was_not_linked_has_no_geometry(account: Account) -> None:
    """Shown as not located, not dropped."""
    assert features(account)["Adria"]["geometry"] is None


def test_a_place_that_stands_for_people_is_left_out(account: Account) -> None:
    """Unless something is said to have happened there."""

    def figurative(account: Account) -> Account:
        changed = tuple(
            replace(item, places=tuple(replace(place, literal=False) for place in item.places))
            for item in account.extractions
        )
        return replace(account, extractions=changed)

    assert set(features(figurative(account))) == {"Split"}
