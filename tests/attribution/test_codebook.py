"""The codebook names every rule and shows every example's rule."""

import re
from pathlib import Path

import pytest

from rashomon.attribution import combination
from rashomon.resources import load_resource

PAGE = (Path(__file__).parents[2] / "docs" / "codebook" / "attribution.md").read_text(encoding="utf-8")
SOURCE = Path(__file__).parents[2] / "src" / "rashomon" / "attribution"
IN_DATA = [rule["id"] for part in ("stances", "evidence") for rule in load_resource("stances")[part]]
NAMED = combination.ADDED | combination.ADDED_SPEECH | combination.NESTED | combination.RULE_STANDS
IN_CODE = sorted(NAMED | {"object", "object and preposition", "noun", "adjective", "view"})


@pytest.mark.parametrize("rule", [*IN_DATA, *IN_CODE])
def test_every_rule_has_its_row(rule: str) -> None:
    assert re.search(rf"^\| {re.escape(rule)} \|", PAGE, re.MULTILINE)


def test_every_construct_of_the_code_is_known_here() -> None:
    """A rule name that the code gives to a finding, as its last argument, is one of those above."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py") if path.stem != "tagger")
    given = set(re.findall(r'(?:Finding|_finding|_labelled)\(.*, "([a-z ]+)"\)', code))
    assert {"noun", "seeming", "passive"} <= given <= set(IN_CODE)


@pytest.mark.parametrize("part", ["stances", "evidence"])
def test_the_example_in_the_codebook_is_one_that_is_run(part: str) -> None:
    for rule in load_resource("stances")[part]:
        assert any(example["text"] in PAGE for example in rule["examples"]), rule["id"]
