"""Headlines and labels: a mark instead of a verb."""

from typing import Any

import pytest

HEADLINES = [
    ("Dam was blown up by strangers: President Babic", "President Babic", "Dam was blown up by strangers"),
    ("split: Strangers planned to blow up dam: President Babic", "President Babic", "Strangers planned to blow up dam"),
    ("Petrov: Dam Was Blown Up", "Petrov", "Dam Was Blown Up"),
    (
        "Flood, Fear in Split: Strangers Behind It, Claims Croatian President",
        "Croatian President",
        "Strangers Behind It",
    ),
    ("Dam is safe, says mayor", "mayor", "Dam is safe"),
    ("Croatia says strangers blew up dam", "Croatia", "strangers blew up dam"),
]


@pytest.mark.parametrize(("title", "source", "content"), HEADLINES, ids=[case[0] for case in HEADLINES])
def test_headline(read: Any, title: str, source: str, content: str) -> None:
    annotated, attributions = read("President Ivan Petrov went to Split.", title=title)
    found = [(a.source[0].of(annotated.text), a.content[-1].of(annotated.text)) for a in attributions if a.source]
    assert (source, content) in found


@pytest.mark.parametrize(
    "title", ["Flood in Split: 3 dead", "Live updates: the flood in Split as it happened", "Dam breaks"]
)
def test_a_headline_without_a_speaker(read: Any, title: str) -> None:
    annotated, attributions = read("It rained.", title=title)
    assert not [a.source[0].of(annotated.text) for a in attributions if a.source]


def test_a_transcript_label_is_a_speaker(read: Any) -> None:
    text = "BABIC: The dam held, and nobody was hurt.\n\nLENK: Are you sure?"
    _, attributions = read(text)
    assert [(a.speaker, a.content[0].of(text)) for a in attributions] == [
        ("BABIC", "The dam held, and nobody was hurt."),
        ("LENK", "Are you sure?"),
    ]
