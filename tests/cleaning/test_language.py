"""The language of a body, or None where nobody could tell."""

from typing import Any

import pytest

from rashomon.cleaning.language import find_language
from rashomon.resources import load_resource


@pytest.mark.parametrize(
    "entry", load_resource("cleaning")["language"]["examples"], ids=lambda entry: entry["text"][:20]
)
def test_examples(entry: Any) -> None:
    assert find_language(entry["text"]) == entry["language"]


@pytest.mark.parametrize(
    "text, language",
    [
        ("Le ministre a déclaré lundi que deux navires avaient brûlé dans le port de la capitale.", "fr"),
        ("وقالت الوزارة إن سفينتين احترقتا في الميناء يوم الاثنين ولم يصب أحد بأذى.", "ar"),
        ("", None),
        ("12 34 56", None),
    ],
)
def test_other_languages(text: str, language: str | None) -> None:
    assert find_language(text) == language
