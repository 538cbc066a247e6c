"""The lexicon can be extended without code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.errors import ResourceError
from rashomon.figures import load_lexicon
from rashomon.figures.lexicon import SETTING
from rashomon.model import Figure

Read = Callable[..., tuple[Figure, ...]]
SCHOOLS = [
    {"name": "classrooms", "ask": "How many classrooms?", "things": ["classroom"]},
    {"name": "killed", "object_verbs": ["garrotte"]},
]


def test_a_new_quantity_and_a_new_word(tmp_path: Path, read: Read) -> None:
    """A user's file adds an entry, and words to one that exists."""
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(SCHOOLS), encoding="utf-8")
    lexicon = load_lexicon(path)
    assert [f.quantity for f in read("The storm flooded 40 classrooms.", lexicon=lexicon)] == ["classrooms"]
    assert [f.quantity for f in read("Bandits garrotted 3 guards.", lexicon=lexicon)] == ["killed"]
    assert [f.quantity for f in read("More than 9 people were killed.", lexicon=lexicon)] == ["killed"]


def test_the_setting_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Read) -> None:
    """Without an argument the file comes from the environment."""
    path = tmp_path / "mine.yaml"
    path.write_text("- {name: classrooms, things: [classroom]}\n", encoding="utf-8")
    monkeypatch.setenv(SETTING, str(path))
    assert [f.quantity for f in read("The storm flooded 40 classrooms.")] == ["classrooms"]


@pytest.mark.parametrize("content", ["[", '[{"things": ["x"]}]', '[{"name": "x", "nouns": ["x"]}]', '"x"'])
def test_a_broken_file_is_named(content: str, tmp_path: Path) -> None:
    """Unreadable files, entries without a name and unknown fields stop the work with the path."""
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"broken\.json"):
        load_lexicon(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is said."""
    with pytest.raises(ResourceError, match="nowhere"):
        load_lexicon(tmp_path / "nowhere.json")
