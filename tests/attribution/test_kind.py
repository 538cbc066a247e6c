"""Kind: direct, indirect or mixed."""

from typing import Any

import pytest

CASES = [
    ("“The dam held,” she said.", "direct"),
    ('She said: "The dam held."', "direct"),
    ("She said that “the dam held all night long”.", "direct"),
    ("She said the dam held.", "indirect"),
    ("She said the dam had “held like a rock”.", "mixed"),
    ("She said the “dam” had held all night.", "indirect"),
    ("She called the plan “reckless”.", "mixed"),
]


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[case[0] for case in CASES])
def test_kind(read: Any, text: str, kind: str) -> None:
    assert read(text)[1][0].kind == kind


def test_marks_around_the_cue_do_not_make_its_content_direct(read: Any) -> None:
    _, attributions = read("“The navy said the dam had held,” she told reporters.")
    assert [(a.speaker, a.kind) for a in attributions if a.speaker == "navy"] == [("navy", "indirect")]
