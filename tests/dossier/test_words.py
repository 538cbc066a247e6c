"""The words of the page and their codebook."""

from pathlib import Path

import pytest

from rashomon.dossier import words

CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook" / "dossier.md"
SYMBOLS = Path(words.__file__).parent / "templates" / "symbols.html"
TABLES = [table for table, _ in words.COMPLETE]


def test_every_value_of_the_model_has_a_word() -> None:
    """No state, status, flag or kind reaches the page without a label."""
    assert words.missing_words() == []


@pytest.mark.parametrize("word", [word for table in TABLES for word in table.values()], ids=lambda word: word.label)
def test_the_codebook_explains_every_word(word: words.Word) -> None:
    """The page of the codebook holds each label with the sentence that the page shows."""
    assert f"| {word.label} | {word.meaning} |" in CODEBOOK.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [word for table in TABLES for word in table.values()], ids=lambda word: word.label)
def test_every_shape_is_drawn(word: words.Word) -> None:
    """Each shape that a word names is a symbol of the page."""
    assert f'id="i-{word.shape}"' in SYMBOLS.read_text(encoding="utf-8")


@pytest.mark.parametrize("table", [words.STATES, words.FLAGS, words.STATUSES, words.DIFFERENCES], ids=str)
def test_no_two_words_of_a_table_share_a_shape(table: dict[str, words.Word]) -> None:
    """What is told by colour is told by shape too."""
    shapes = [word.shape for word in table.values()]
    assert len(shapes) == len(set(shapes))


def test_the_codebook_names_every_way_to_find_a_date() -> None:
    """Each source of a publication date is explained in the words of the page."""
    codebook = CODEBOOK.read_text(encoding="utf-8")
    assert [way for way in words.PUBLISHED_FROM.values() if way not in codebook] == []
