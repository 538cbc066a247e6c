"""Time and memory: extraction beside the bare parse of the same text, and whole builds in processes of their own.

    python evaluation/cost.py CASES

Prints one JSON object. The ratio is of the summed times of both over the same reports in one process, taken in turn,
so that a noisy machine disturbs both alike.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rashomon.annotation.paragraphs import split_paragraphs
from rashomon.annotation.parse import BATCH, load_pipeline
from rashomon.cleaning import clean
from rashomon.extraction import extract
from rashomon.model import Document, Issue
from rashomon.reading import read_reports

SAMPLE = 40


def main() -> None:
    cases = Path(sys.argv[1])
    found: dict[str, object] = {}
    sets = {"five reports": cases / "kazakhstan", "40 reports of a long case": cases / "egypt.jsonl"}
    for name, path in sets.items():
        found[f"extraction / bare parse, {name}"] = ratio(path)
    for name, path in {"five reports": cases / "kazakhstan", "271 reports": cases / "egypt.jsonl"}.items():
        seconds, megabytes = build(path)
        found[f"build of {name}, seconds"] = seconds
        found[f"build of {name}, peak MB"] = megabytes
    print(json.dumps(found))


def ratio(path: Path) -> float:
    """Extraction time over bare parse time, summed over up to `SAMPLE` reports."""
    documents = [item.document for item in read_reports([str(path)]) if not isinstance(item, Issue)][:SAMPLE]
    extract(documents[0])
    bare(documents[0])
    spent_bare = spent_all = 0.0
    for document in documents:
        start = time.perf_counter()
        bare(document)
        between = time.perf_counter()
        extract(document)
        spent_bare += between - start
        spent_all += time.perf_counter() - between
    return round(spent_all / spent_bare, 2)


def bare(document: Document) -> None:
    """spaCy alone over the same paragraphs."""
    body = clean(document).body
    spans = [paragraph for span in body for paragraph in split_paragraphs(document.text, span)]
    for _ in load_pipeline().pipe((span.of(document.text) for span in spans), batch_size=BATCH):
        pass


def build(path: Path) -> tuple[float, int]:
    """Seconds and peak memory in MB of `rashomon build` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "rashomon", "build", str(path), "-o", f"{folder}/case.rashomon"]
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        seconds = time.perf_counter() - start
    # ru_maxrss of children is the largest of any so far: the smaller build must come first.
    return round(seconds, 1), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


if __name__ == "__main__":
    main()
