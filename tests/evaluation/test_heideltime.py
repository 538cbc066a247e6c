"""Offsets of HeidelTime's answers are those of the text, whatever its wrapper makes of them."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

from heideltime import locate  # noqa: E402

TEXT = "Now they know: on Monday A & B met,\non Monday\nnight they left."


@pytest.mark.parametrize(
    "piece, hint, cursor, start",
    [
        ("Monday", 18, 0, 18),
        ("Monday", 22, 24, 39),
        ("Monday night", 43, 24, 39),
        ("now", 10, 0, None),
        ("Tuesday", 0, 0, None),
    ],
)
def test_an_expression_is_found_where_it_stands(piece: str, hint: int, cursor: int, start: int | None) -> None:
    """Nearest to where the wrapper says, after the one before, over line breaks, never inside a word."""
    assert locate(TEXT, piece, hint, cursor) == start


def test_the_kept_answers_hold_no_text() -> None:
    """Only offsets, types and values of the public set are kept."""
    for line in (ROOT / "evaluation" / "heideltime.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert record.keys() == {"id", "seconds", "times"}
        assert all([type(item) for item in time] == [int, int, str, str] for time in record["times"])
