"""The rule files: every id stands in the codebook, no spelling stands for two agencies."""

from pathlib import Path

import pytest

from rashomon.cleaning.rules import load_agencies, load_rules
from rashomon.resources import load_resource

CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook" / "cleaning.md"
SECTIONS = ("bylines", "datelines", "signoffs", "dates", "day")
COMMENTS = ("heads", "feet", "stamps", "closings", "voice")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_rule_stands_in_the_codebook(section: str) -> None:
    text = CODEBOOK.read_text(encoding="utf-8")
    assert [rule.id for rule in load_rules(section) if f"`{rule.id}`" not in text] == []


def test_every_furniture_rule_stands_in_the_codebook() -> None:
    text = CODEBOOK.read_text(encoding="utf-8")
    data = load_resource("furniture")
    comments = [entry for section in COMMENTS for entry in data["comments"][section]]
    assert [
        entry["id"] for entry in data["rules"] + data["word_lists"] + comments if f"`{entry['id']}`" not in text
    ] == []


def test_ids_are_not_used_twice() -> None:
    for section in SECTIONS:
        ids = [rule.id for rule in load_rules(section)]
        assert len(ids) == len(set(ids))


def test_agencies_have_one_name_for_a_spelling() -> None:
    spellings = load_agencies()
    assert (spellings["Agence France-Presse"], spellings["REUTERS"], spellings["ITAR-TASS"]) == (
        "AFP",
        "Reuters",
        "TASS",
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_the_codebook_shows_every_example(section: str) -> None:
    text = CODEBOOK.read_text(encoding="utf-8").replace("\\|", "|")
    examples = [entry["example"]["text"] for entry in load_resource("cleaning")[section]]
    assert [example for example in examples if example not in text] == []
