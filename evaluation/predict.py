"""Run the product on a gold file and write what it says, as `rashomon extract` writes it."""

import json
from collections.abc import Iterator
from pathlib import Path

from rashomon.cli.parallel import extract_all
from rashomon.export import extraction_line
from rashomon.extraction import extract
from rashomon.model import Document, Issue, RawReport, document_id


def read_gold(path: Path) -> list[dict[str, object]]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(gold: Path, target: Path, *, date_key: str | None = None, jobs: int = 2, limit: int | None = None) -> int:
    """Extract every record of `gold` into `target`; the number of documents. Only text, title and date are shown."""
    records = read_gold(gold)[:limit]
    with target.open("w", encoding="utf-8") as out:
        for extraction in extract_all(_reports(records, gold.name, date_key), jobs, extract):
            if not isinstance(extraction, Issue):
                out.write(extraction_line(extraction) + "\n")
    return len(records)


def _reports(records: list[dict[str, object]], name: str, date_key: str | None) -> Iterator[RawReport]:
    for record in records:
        text = str(record["text"])
        date = record.get(date_key or "published")
        title = record.get("title")
        document = Document(
            id=document_id(text),
            path=f"{name}#{record['id']}",
            text=text,
            title=str(title) if title else None,
            published=str(date)[:10] if date else None,
            published_from="given" if date else None,
        )
        yield RawReport(document, text.encode())
