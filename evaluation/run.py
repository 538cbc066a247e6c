"""Measure the product on public sets and write evaluation/RESULTS.md.

    python evaluation/run.py --bench FOLDER [--cases FOLDER] [--only NAME ...] [--jobs N]

FOLDER holds the sets and their scorers (see evaluation/README.md). Parts that are not asked for keep their figures of
the last run, which are kept in evaluation/results.json.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from methods import measure_methods
from occasions import measure_occasions
from predict import predict
from results import write_results
from scoring import pick, score
from stories import measure_stories
from tasks import TASKS, Task
from time_methods import measure_time_methods

HERE = Path(__file__).parent
KEPT = HERE / "results.json"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, help="folder of the sets and scorers")
    parser.add_argument("--cases", type=Path, help="folder of real cases, for time and memory")
    parser.add_argument("--only", nargs="*", help="names of tasks; all if left out")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    bench = arguments.bench.resolve()
    cases = arguments.cases.resolve() if arguments.cases is not None else None
    measured: dict[str, Callable[[], dict[str, object]]] = {
        task.name: partial(measure, task, bench, arguments.jobs) for task in TASKS
    }
    measured |= {
        "attribution by method": lambda: measure_methods(bench),
        "times by method": lambda: measure_time_methods(bench),
        "lineage": lambda: measure_lineage(bench),
        "stories": lambda: measure_stories(bench, arguments.jobs),
    }
    if cases is not None:
        measured["occasions"] = lambda: measure_occasions(cases, arguments.jobs)
        measured["cost"] = lambda: measure_cost(cases)
    for name, function in measured.items():
        if arguments.only is None or name in arguments.only:
            keep(name, stamp(function()))
    return 0


def keep(name: str, figures: dict[str, object]) -> None:
    """Note the figures of one task beside those kept before, and write the table anew."""
    kept = (json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}) | {name: figures}
    KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    write_results(kept, HERE / "RESULTS.md")


def stamp(figures: dict[str, object]) -> dict[str, object]:
    """The figures with the day and the machine."""
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    return {"figures": figures, "date": date.today().isoformat(), "machine": machine}


def measure(task: Task, bench: Path, jobs: int) -> dict[str, object]:
    """Extract the set of `task`, score it, and pick its figures from the scorer's output."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predict(bench / task.gold, predicted, date_key=task.date_key, jobs=jobs)
        printed = score(bench / task.scorer, bench / task.gold, predicted)
    print(f"== {task.name}\n{printed}", flush=True)
    return {row.label: pick(row.pattern, printed) for row in task.rows}


def measure_lineage(bench: Path) -> dict[str, object]:
    """Copy lineage on the labelled pairs: F1 of dependent pairs, three-way accuracy, characters of shared passages."""
    from predict import read_gold

    from rashomon.cleaning import clean
    from rashomon.lineage import link_lineage
    from rashomon.model import Document

    folder = bench / "lineage"
    documents = [
        clean(Document(str(r["id"]), str(r["id"]), str(r["text"]), title=str(r["title"] or "") or None))
        for r in read_gold(folder / "dev_articles.jsonl")
    ]
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary) / "predicted.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for link in link_lineage(documents):
                shared = [[p.copy_start, p.copy_end, p.origin_start, p.origin_end] for p in link.passages]
                line = {"id_a": link.copy, "id_b": link.origin, "label": link.kind, "shared": shared}
                out.write(json.dumps(line) + "\n")
        printed = score(folder / "score_lineage.py", folder / "dev.jsonl", predicted)
    print(f"== lineage\n{printed}", flush=True)
    return {
        "dependent pairs F1": pick(r"^dependent .*F1 ([\d.]+)", printed),
        "copy / rewrite / other accuracy": pick(r"^3-way accuracy ([\d.]+)", printed),
        "characters of shared passages F1": pick(r"^passage characters: .*?F1 ([\d.]+)", printed),
    }


def measure_cost(cases: Path) -> dict[str, object]:
    """Extraction beside the bare parse of the same text, and time and memory of whole builds."""
    command = [sys.executable, str(HERE / "cost.py"), str(cases)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"== cost\n{done.stdout}", flush=True)
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())
