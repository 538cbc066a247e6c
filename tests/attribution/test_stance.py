"""Stance: how the speaker stands to the content."""

from typing import Any

import pytest

from rashomon.model import Stance
from rashomon.resources import load_resource

EXAMPLES = [
    (rule["id"], example["text"], example["cue"], example["stance"])
    for rule in load_resource("stances")["stances"]
    for example in rule["examples"]
]
TABLE = [
    ("plain", "The firm said the dam held.", "said", "asserts"),
    ("did not confirm", "Police did not confirm that figure.", "did not confirm", "declines"),
    ("declined to comment", "The firm declined to comment on the leak.", "declined", "declines"),
    ("refused to say", "The firm refused to say whether the dam leaks.", "say", "declines"),
    ("would not say", "The firm would not say who built the dam.", "would not say", "declines"),
    ("could not verify", "Tanjug could not verify the report.", "could not verify", "declines"),
    ("no official", "No official confirmed the report.", "confirmed", "declines"),
    ("denied", "The firm denied that the dam leaks.", "denied", "denies"),
    ("dismissed", "The firm dismissed the report.", "dismissed", "denies"),
    ("rejected by", "The claim was rejected by the firm.", "was rejected by", "denies"),
    ("not believe", "Villagers do not believe that the dam is safe.", "do not believe", "denies"),
    ("did not rule out", "The firm did not rule out that the dam leaks.", "did not rule out", "asserts"),
    ("ruled out", "The firm ruled out that the dam leaks.", "ruled out", "denies"),
    ("doubts", "Engineers doubt that the dam will hold.", "doubt", "doubts"),
    ("questions", "Engineers questioned whether the dam would hold.", "questioned", "doubts"),
    ("confirmed", "The firm confirmed that the dam leaks.", "confirmed", "confirms"),
    ("admitted", "The firm admitted that the dam leaks.", "admitted", "confirms"),
    ("predicted", "Engineers predicted that the dam would break.", "predicted", "forecasts"),
    ("expects", "The firm expects the dam to hold.", "expects", "forecasts"),
]


@pytest.mark.parametrize(
    ("name", "text", "cue", "stance"), [*TABLE, *EXAMPLES], ids=[c[1] for c in [*TABLE, *EXAMPLES]]
)
def test_stance(read: Any, name: str, text: str, cue: str, stance: Stance) -> None:
    annotated, attributions = read(text)
    found = [a.stance for a in attributions if cue in " ".join(piece.of(annotated.text) for piece in a.cue)]
    assert found[:1] == [stance]


def test_a_refusal_to_confirm_keeps_what_is_not_confirmed_as_content(read: Any) -> None:
    text = "A post said 90 boats had sunk. Port and police authorities did not confirm that figure."
    _, attributions = read(text)
    last = attributions[-1]
    assert (last.stance, last.content[0].of(text)) == ("declines", "that figure")
