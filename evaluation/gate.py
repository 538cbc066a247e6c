"""Floors on the public sets: a figure that falls below its floor stops the change that lowered it.

Each task is measured on its first `documents` records (floors.json), so that the gate costs minutes. A floor is
lowered only by hand, with the reason in the commit message.

    python evaluation/gate.py --bench FOLDER            hold the floors
    python evaluation/gate.py --bench FOLDER --propose  print what is reached now, less a margin
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from predict import predict
from scoring import pick, score
from tasks import TASKS, Task

FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.01


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--propose", action="store_true")
    arguments = parser.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = []
    for task in TASKS:
        if task.name in floors:
            reached = measure(task, arguments.bench, floors[task.name]["documents"])
            if arguments.propose:
                floors[task.name]["floors"] = {label: round(value - MARGIN, 3) for label, value in reached.items()}
            failed += fallen(task.name, reached, floors[task.name]["floors"])
    if arguments.propose:
        print(json.dumps(floors, indent=1))
    print("\n".join(failed) or "all floors hold", file=sys.stderr)
    return 1 if failed else 0


def measure(task: Task, bench: Path, documents: int) -> dict[str, float]:
    """The figures of `task` on the first `documents` records of its set."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / Path(task.gold).name, Path(folder) / "predicted.jsonl"
        with (bench / task.gold).open(encoding="utf-8") as lines:
            gold.write_text("".join(line for line, _ in zip(lines, range(documents), strict=False)), encoding="utf-8")
        predict(gold, predicted, date_key=task.date_key)
        printed = score(bench / task.scorer, gold, predicted)
    return {row.label: pick(row.pattern, printed) for row in task.rows}


def fallen(name: str, reached: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each figure below its floor."""
    return [
        f"{name}: {label} is {reached[label]:.3f}, its floor {floor:.3f}"
        for label, floor in floors.items()
        if reached[label] < floor
    ]


if __name__ == "__main__":
    sys.exit(main())
