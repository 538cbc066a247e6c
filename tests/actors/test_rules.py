"""Every example in titles.yaml and groups.yaml is read as the file says, and every rule stands in the codebook."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))
from reports import actors_of

ROOT = Path(__file__).resolve().parents[2]


def examples(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / f"resources/{name}.yaml").read_text(encoding="utf-8"))[
        "examples"
    ]
    return found


def label(example: dict[str, Any]) -> str:
    return f"{example['rule']}: {example['text'][:40]}"


@pytest.mark.parametrize("example", examples("titles"), ids=label)
def test_title_or_pronoun(example: dict[str, Any]) -> None:
    """Each passage is put to the actor it stands for, or to none; persons to be kept apart are."""
    text, actors = example["text"], actors_of(example["text"])
    for passage, name in example.get("refers", {}).items():
        holders = {actor.name for actor in actors if any(span.of(text) == passage for span in actor.mentions)}
        assert holders == ({name} if name is not None else set())
    assert set(example.get("apart", ())) <= {actor.name for actor in actors}


@pytest.mark.parametrize("example", examples("groups"), ids=label)
def test_group_or_institution(example: dict[str, Any]) -> None:
    """The groups and bodies that the rule finds, and none of those it keeps out."""
    names = {actor.name for actor in actors_of(example["text"])}
    assert set(example["groups"]) <= names
    assert not set(example.get("absent", ())) & names


def test_every_rule_stands_in_the_codebook() -> None:
    """No rule that the codebook does not name."""
    codebook = (ROOT / "docs/codebook/actors.md").read_text(encoding="utf-8")
    rules = [example["rule"] for name in ("titles", "groups") for example in examples(name)]
    assert [rule for rule in rules if f"`{rule}`" not in codebook] == []
