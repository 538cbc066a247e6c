"""Attribution by three readers on the same articles: our rules alone, our tagger with the rules, textacy's quotations.

textacy (Apache-2.0) is compared only where it is installed; it is no dependency of the project.
"""

import json
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from predict import read_gold
from scoring import pick, score
from tasks import f1

from rashomon.actors import extract_actors
from rashomon.annotation import annotate
from rashomon.annotation.parse import load_pipeline
from rashomon.attribution import extract_attributions
from rashomon.model import Annotated, Document, Span, document_id
from rashomon.places import extract_places

Spans = dict[str, list[list[int]]]
ROWS = {
    "whole F1": f1("attribution"),
    "source exact F1": f1("source exact"),
    "cue exact F1": f1("cue exact"),
    "content exact F1": f1("content exact"),
}


def measure_methods(bench: Path) -> dict[str, object]:
    """The four figures for each reader on PolNeAR dev, the whole text taken as the article."""
    gold = bench / "attribution" / "dev.jsonl"
    documents = [_document(str(record["id"]), str(record["text"])) for record in read_gold(gold)]
    annotated = [annotate(document) for document in documents]
    readers: dict[str, Callable[[Annotated], list[Spans]]] = {"rules": lambda a: _ours(a, "rules")}
    readers["rules and tagger"] = lambda a: _ours(a, "auto")
    if find_spec("textacy") is not None:
        readers["textacy"] = _textacy
    found: dict[str, object] = {}
    for name, reader in readers.items():
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "predicted.jsonl"
            lines = [{"path": f"x#{a.document.path}", "text": a.text, "attributions": reader(a)} for a in annotated]
            predicted.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            printed = score(bench / "score_attribution.py", gold, predicted)
        print(f"== attribution by {name}\n{printed}", flush=True)
        found |= {f"{name}: {label}": pick(pattern, printed) for label, pattern in ROWS.items()}
    return found


def _document(name: str, text: str) -> Document:
    return Document(document_id(text), name, text, body=(Span(0, len(text)),), language="en")


def _ours(annotated: Annotated, method: str) -> list[Spans]:
    actors = extract_actors(annotated, extract_places(annotated))
    found = extract_attributions(annotated, actors, method=method)  # type: ignore[arg-type]
    return [
        {role: [[span.start, span.end] for span in getattr(a, role)] for role in ("source", "cue", "content")}
        for a in found
    ]


def _textacy(annotated: Annotated) -> list[Spans]:
    """Paragraph by paragraph; one with an odd number of quotation marks it refuses to read."""
    from textacy.extract.triples import direct_quotations

    found: list[Spans] = []
    offset = 0
    for paragraph in annotated.text.split("\n"):
        doc = load_pipeline()(paragraph)
        if sum(token.is_quote for token in doc) % 2 == 0:
            found += [
                {
                    "source": [_span(quotation.speaker, offset)],
                    "cue": [_span(quotation.cue, offset)],
                    "content": [[offset + quotation.content.start_char, offset + quotation.content.end_char]],
                }
                for quotation in direct_quotations(doc)
            ]
        offset += len(paragraph) + 1
    return found


def _span(tokens: list[object], offset: int) -> list[int]:
    first, last = tokens[0], tokens[-1]
    return [offset + first.idx, offset + last.idx + len(last)]  # type: ignore[attr-defined, arg-type]
