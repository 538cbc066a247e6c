"""What the user named (files, folders, standard input) → reports, one after the other."""

import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from rashomon.errors import InputError, UsageError
from rashomon.model import Document, Issue, RawReport, document_id
from rashomon.reading.decoding import UndecodableError, decode, is_readable
from rashomon.reading.given import read_date
from rashomon.reading.kind import SNIFF, is_records, is_web_page, not_a_report
from rashomon.reading.page import read_page
from rashomon.reading.records import read_records

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# One report: the longest live blogs are under 1 MB, their pages under 5.
MAX_BYTES = 10_000_000
STANDARD_INPUT = "-"


def read_reports(
    inputs: Iterable[str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[RawReport | Issue]:
    """Every report that `inputs` name, in the order given, a folder's in the order of its sorted names, one at a time.

    inputs     files (plain text, HTML, JSON Lines), folders (read with all below; hidden names are skipped), `-`
    published  ISO date for all of them; raises `UsageError` if it is none
    stdin      where `-` reads from; the process's standard input if None

    What cannot be read comes as an `Issue` with its path and the reason in words, and the rest goes on.
    """
    date = None if published is None else read_date(published)
    if published is not None and date is None:
        raise UsageError(f"{published!r} is no date: expected YYYY-MM-DD, YYYY-MM or YYYY")
    return _read_all(inputs, date, stdin)


def _read_all(inputs: Iterable[str], published: str | None, stdin: BinaryIO | None) -> Iterator[RawReport | Issue]:
    for given in inputs:
        if given == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer if stdin is None else stdin, published)
        elif given.lower().startswith(("http://", "https://", "ftp://")):
            yield Issue("reading", given, "addresses are not read yet; save the page and give the file")
        elif os.path.isdir(given):
            yield from _read_folder(given, published)
        else:
            yield from _read_file(given, published)


def _read_folder(folder: str, published: str | None) -> Iterator[RawReport | Issue]:
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield Issue("reading", _shown(folder), f"the folder cannot be read: {_reason(error)}")
        return
    if not names:
        yield Issue("reading", _shown(folder), "the folder is empty")
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            # A link to a folder could lead back up.
            if not os.path.islink(path):
                yield from _read_folder(path, published)
        else:
            yield from _read_file(path, published)


def _read_file(path: str, published: str | None) -> Iterator[RawReport | Issue]:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            yield Issue("reading", _shown(path), "is not a file")
            return
        with open(path, "rb") as stream:
            yield from _read_opened(_shown(path), stream, status.st_size, published)
    except OSError as error:
        yield Issue("reading", _shown(path), _reason(error))
    except ValueError:
        yield Issue("reading", _shown(path), "is not a name of a file")


def _read_opened(path: str, stream: BinaryIO, size: int, published: str | None) -> Iterator[RawReport | Issue]:
    start = stream.read(SNIFF)
    stream.seek(0)
    reason = not_a_report(path, start)
    if reason is not None:
        yield Issue("reading", path, reason)
    elif is_records(path, start):
        yield from read_records(path, stream, published, MAX_BYTES)
    elif size > MAX_BYTES:
        yield _too_large(path, size)
    else:
        yield _read_bytes(path, stream.read(MAX_BYTES + 1), published)


def _read_stream(stream: BinaryIO, published: str | None) -> Iterator[RawReport | Issue]:
    start = stream.read(SNIFF)
    if is_records(STANDARD_INPUT, start):
        whole = io.BufferedReader(_Chained(start, stream))
        yield from read_records(STANDARD_INPUT, whole, published, MAX_BYTES)
        return
    reason = not_a_report(STANDARD_INPUT, start)
    raw = start if reason is not None else start + stream.read(MAX_BYTES + 1 - len(start))
    yield (
        Issue("reading", STANDARD_INPUT, reason) if reason is not None else _read_bytes(STANDARD_INPUT, raw, published)
    )


class _Chained(io.RawIOBase):
    """The bytes already taken from a stream, then the rest of it: standard input cannot be wound back."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start = start
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer).cast("B")
        piece = self._start[: len(view)]
        self._start = self._start[len(piece) :]
        piece = piece or self._stream.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


def _read_bytes(path: str, raw: bytes, published: str | None) -> RawReport | Issue:
    if len(raw) > MAX_BYTES:
        return _too_large(path, len(raw))
    try:
        page = is_web_page(path, raw[:SNIFF])
        document = read_page(path, raw) if page else _read_text(path, raw)
    except InputError as error:
        return Issue("reading", error.path, error.reason)
    return RawReport(document if published is None else _dated(document, published), raw)


def _read_text(path: str, raw: bytes) -> Document:
    if not raw.strip():
        raise InputError(path, "is empty")
    try:
        text = decode(raw)
    except UndecodableError as error:
        raise InputError(path, str(error)) from error
    if not text.strip():
        raise InputError(path, "is empty")
    if not is_readable(text):
        raise InputError(path, "is binary data, not text")
    return Document(id=document_id(text), path=path, text=text, sha256=hashlib.sha256(raw).hexdigest())


def _dated(document: Document, published: str) -> Document:
    return replace(document, published=published, published_from="given")


def _too_large(path: str, size: int) -> Issue:
    limit = f"{MAX_BYTES / 1_000_000:.0f} MB"
    return Issue("reading", path, f"is {size / 1_000_000:.1f} MB; the limit for one report is {limit}")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    return (error.strerror or str(error)).lower()


def _shown(path: str) -> str:
    """`path` so that it can be printed and stored, whatever bytes the file system gave."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
