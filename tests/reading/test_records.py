"""JSON Lines: what can be read is read, each broken line is named."""

import io
import json

import pytest

from rashomon.model import Issue, RawReport
from rashomon.reading.records import read_records

LIMIT = 1000


def read(content: bytes, published: str | None = None) -> list[RawReport | Issue]:
    return list(read_records("f.jsonl", io.BytesIO(content), published, LIMIT))


def test_a_record_and_what_was_given_with_it() -> None:
    line = json.dumps(
        {"id": 7, "text": "Two died.", "title": "T", "published": "2031-05", "outlet": "O", "url": "u"}
    ).encode()
    (report,) = read(line + b"\n")
    assert isinstance(report, RawReport)
    document = report.document
    assert (document.path, document.text, document.title, document.outlet) == ("f.jsonl#7", "Two died.", "T", "O")
    assert (document.url, document.published, document.published_from) == ("u", "2031-05", "given")
    assert report.raw == line


@pytest.mark.parametrize(
    "line, reason",
    [
        (b"{broken", "line 2 is not JSON"),
        (b"[1]", "line 2 is not a JSON object"),
        (b'{"text": "x"}', 'line 2: the record has no "id"'),
        (b'{"id": " ", "text": "x"}', 'line 2: the record has no "id"'),
        (b'{"id": 2}', 'line 2: the record has no "text"'),
        (b'{"id": 2, "text": " "}', 'line 2: the record has no "text"'),
        (b'{"id": 2, "text": 5}', 'line 2: the record has no "text"'),
        (b'{"id": 2, "text": "x", "title": 5}', 'line 2: "title" is not a text'),
        (b'{"id": 2, "text": "\\ud800"}', "half a character"),
        (b'{"id": 1, "text": "again"}', "stands twice"),
        (b'{"id": 2, "text": "\xff"}', "line 2 is not UTF-8"),
        (b"x" * (LIMIT + 5), "line 2 is longer than the limit"),
        (b"[" * 900, "line 2 is not JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_others_go_on(line: bytes, reason: str) -> None:
    first, issue, last = read(b'{"id": 1, "text": "a"}\n' + line + b'\n\n{"id": 3, "text": "b"}')
    assert isinstance(first, RawReport)
    assert isinstance(issue, Issue)
    assert reason in issue.message
    assert isinstance(last, RawReport)
    assert last.document.path == "f.jsonl#3"


def test_a_date_that_cannot_be_read_is_noted() -> None:
    (report,) = read(b'{"id": 1, "text": "a", "published": "soon"}')
    assert isinstance(report, RawReport)
    assert report.document.published is None
    assert report.document.published_note == "the given date 'soon' was not understood"


def test_a_date_for_all_wins() -> None:
    (report,) = read(b'{"id": 1, "text": "a", "published": "2030"}', "2031-05-05")
    assert isinstance(report, RawReport)
    assert report.document.published == "2031-05-05"


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_says_so(content: bytes) -> None:
    assert read(content) == [Issue("reading", "f.jsonl", "is empty")]


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    (report,) = read(b'\xef\xbb\xbf{"id": 1, "text": "a"}')
    assert isinstance(report, RawReport)


def test_lines_are_read_one_at_a_time() -> None:
    stream = io.BytesIO(b'{"id": 1, "text": "a"}\n' * 3)
    next(iter(read_records("f.jsonl", stream, None, LIMIT)))
    assert stream.tell() < len(stream.getvalue())
