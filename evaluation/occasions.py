"""Occasions in stories of many: which readings count the same thing, against labels given by hand.

gold/occasions.jsonl names readings by the case, the id of the report in it, and the span of the figure; readings of one
question with one label count the same thing. The labels were given from the passages; the text is not part of this
project.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from predict import predict, read_gold

from rashomon.comparison.occasions import split_occasions
from rashomon.comparison.readings import reading_of
from rashomon.model import Extraction, Reading
from rashomon.model.contract import from_json

GOLD = Path(__file__).parent / "gold" / "occasions.jsonl"

Labelled = dict[str, list[tuple[Reading, str]]]
"""Question → its readings with their labels."""


def measure_occasions(cases: Path, jobs: int) -> dict[str, object]:
    """Precision, recall and F1 over pairs of readings of one question, B-cubed F1, and the share of labelled figures
    that are still read."""
    gold = read_gold(GOLD)
    labelled: Labelled = defaultdict(list)
    by_id: dict[str, Extraction] = {}
    for case in sorted({str(line["case"]) for line in gold}):
        lines = [line for line in gold if line["case"] == case]
        found = _extract(cases / f"{case}.jsonl", {str(line["id"]) for line in lines}, jobs)
        by_id |= {extraction.document.id: extraction for extraction in found.values()}
        for line in lines:
            reading = _reading(found[str(line["id"])], line["span"])  # type: ignore[arg-type]
            if reading is not None:
                labelled[str(line["question"])].append((reading, str(line["occasion"])))
    both, ours, theirs, cubed = 0, 0, 0, []
    for items in labelled.values():
        group_of = _groups([reading for reading, _ in items], by_id)
        for i, j in combinations(range(len(items)), 2):
            joined, same = group_of[i] == group_of[j], items[i][1] == items[j][1]
            both, ours, theirs = both + (joined and same), ours + joined, theirs + same
        cubed += _b_cubed(group_of, [label for _, label in items])
    precision, recall = both / ours, both / theirs
    b_precision, b_recall = (sum(values) / len(values) for values in zip(*cubed, strict=True))
    return {
        "pairs, precision": round(precision, 3),
        "pairs, recall": round(recall, 3),
        "pairs, F1": round(2 * precision * recall / (precision + recall), 3),
        "B-cubed F1": round(2 * b_precision * b_recall / (b_precision + b_recall), 3),
        "labelled figures still read": round(sum(len(items) for items in labelled.values()) / len(gold), 3),
    }


def _extract(case: Path, wanted: Iterable[str], jobs: int) -> dict[str, Extraction]:
    """Id of the report → its extraction."""
    names = set(wanted)
    with tempfile.TemporaryDirectory() as folder:
        part, predicted = Path(folder) / "part.jsonl", Path(folder) / "predicted.jsonl"
        kept = [record for record in read_gold(case) if record["id"] in names]
        part.write_text("".join(json.dumps(record) + "\n" for record in kept), encoding="utf-8")
        predict(part, predicted, jobs=jobs)
        extractions = [from_json(Extraction, record) for record in read_gold(predicted)]
    return {extraction.document.path.rsplit("#", 1)[1]: extraction for extraction in extractions}


def _reading(extraction: Extraction, span: Sequence[int]) -> Reading | None:
    found = (f for f in extraction.figures if f.span.start < span[1] and span[0] < f.span.end)
    figure = next(found, None)
    return None if figure is None else reading_of(figure, extraction, {})


def _groups(readings: Sequence[Reading], by_id: dict[str, Extraction]) -> list[int]:
    """The number of the occasion of each reading."""
    number = {}
    for group, occasion in enumerate(split_occasions(readings, by_id, {}, grows=True)):
        number |= {(reading.doc, reading.figure): group for reading in occasion.readings}
    return [number[reading.doc, reading.figure] for reading in readings]


def _b_cubed(groups: Sequence[int], labels: Sequence[str]) -> list[tuple[float, float]]:
    """Precision and recall of each reading (Bagga and Baldwin)."""
    found = []
    for group, label in zip(groups, labels, strict=True):
        with_group = [other for g, other in zip(groups, labels, strict=True) if g == group]
        with_label = [g for g, other in zip(groups, labels, strict=True) if other == label]
        found.append((with_group.count(label) / len(with_group), with_label.count(group) / len(with_label)))
    return found
