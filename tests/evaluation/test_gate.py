"""The floors hold where the public sets are present; the gate itself can fail."""

import json
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

import gate  # noqa: E402
from tasks import TASKS  # noqa: E402

BENCH = Path(os.environ.get("RASHOMON_BENCH", ROOT.parent / "shared" / "bench"))
FLOORS = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
HELD = [task for task in TASKS if task.name in FLOORS]


@pytest.mark.skipif(not BENCH.is_dir(), reason="the public sets are not here")
@pytest.mark.parametrize("task", HELD, ids=lambda task: task.name)
def test_floors_hold(task: gate.Task) -> None:
    """No figure falls below what was reached before."""
    kept = FLOORS[task.name]
    assert gate.fallen(task.name, gate.measure(task, BENCH, kept["documents"]), kept["floors"]) == []


def test_every_task_has_floors() -> None:
    """A task without a floor would never be held."""
    assert {task.name for task in TASKS} == FLOORS.keys()
    assert all(kept["floors"] for kept in FLOORS.values())


def test_a_figure_below_its_floor_is_named() -> None:
    """The gate sees a fall."""
    assert gate.fallen("t", {"F1": 0.5}, {"F1": 0.6}) == ["t: F1 is 0.500, its floor 0.600"]
    assert gate.fallen("t", {"F1": 0.7}, {"F1": 0.6}) == []
