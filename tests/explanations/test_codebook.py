"""The codebook names every blame rule, with an example that is run."""

from pathlib import Path

import pytest

from rashomon.resources import load_resource

PAGE = (Path(__file__).parents[2] / "docs" / "codebook" / "explanations.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", load_resource("blame")["rules"], ids=lambda rule: rule["id"])
def test_every_rule_has_its_row_with_an_example(rule: dict[str, object]) -> None:
    examples = rule["examples"]
    assert isinstance(examples, list)
    rows = [line for line in PAGE.splitlines() if line.startswith(f"| {rule['id']} |")]
    assert len(rows) == 1
    assert any(example["text"] in rows[0] and example["blamed"] in rows[0] for example in examples)
