"""JSON Lines: one report a line, read one at a time."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.model import Document, Issue, RawReport, document_id
from rashomon.reading.given import read_date

TEXT_KEYS = ("title", "outlet", "url")


def read_records(path: str, stream: BinaryIO, published: str | None, limit: int) -> Iterator[RawReport | Issue]:
    """The reports of a JSON Lines file, each with the path `FILE#id`; a line that cannot be read becomes an `Issue`
    that names the line. No more than one line is held in memory."""
    seen: set[str] = set()
    number, any_line = 0, False
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield Issue("reading", path, f"line {number} is longer than the limit of {limit / 1_000_000:.0f} MB")
            continue
        raw = line.strip()
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if not raw:
            continue
        any_line = True
        try:
            report = _read_record(path, number, raw, published)
            if report.document.path in seen:
                raise InputError(path, f"line {number}: the id of {report.document.path} stands twice in this file")
        except InputError as error:
            yield Issue("reading", error.path, error.reason)
            continue
        seen.add(report.document.path)
        yield report
    if not any_line:
        yield Issue("reading", path, "is empty")


def _read_record(path: str, number: int, raw: bytes, published: str | None) -> RawReport:
    record = _parse(path, number, raw)
    name, text = record.get("id"), record.get("text")
    if not isinstance(name, str | int) or isinstance(name, bool) or not str(name).strip():
        raise InputError(path, f'line {number}: the record has no "id"')
    where = f"{path}#{name}"
    if not isinstance(text, str) or not text.strip():
        raise InputError(where, f'line {number}: the record has no "text"')
    for key in TEXT_KEYS:
        if record.get(key) is not None and not isinstance(record[key], str):
            raise InputError(where, f'line {number}: "{key}" is not a text')
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            where, f"line {number}: character {error.start + 1} of the text is half a character"
        ) from error
    given = record.get("published") if published is None else published
    date = None if given is None else read_date(str(given))
    note = f"the given date {str(given)[:40]!r} was not understood" if given is not None and date is None else None
    document = Document(
        id=document_id(text),
        path=where,
        text=text,
        title=_kept(record, "title"),
        outlet=_kept(record, "outlet"),
        url=_kept(record, "url"),
        published=date,
        published_from=None if date is None else "given",
        published_note=note,
        sha256=hashlib.sha256(raw).hexdigest(),
    )
    return RawReport(document, raw)


def _parse(path: str, number: int, raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(path, f"line {number} is not UTF-8 (byte {error.start + 1})") from error
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "cannot be parsed"
        raise InputError(path, f"line {number} is not JSON: {why}") from error
    if not isinstance(record, dict):
        raise InputError(path, f"line {number} is not a JSON object")
    return record


def _kept(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() if isinstance(value, str) and value.strip() else None
