"""What a file is, by its name and first bytes."""

import pytest

from rashomon.reading.kind import is_records, is_web_page, not_a_report


@pytest.mark.parametrize(
    "path, start, part",
    [
        ("a.txt", b"\x89PNG\r\n", "PNG"),
        ("a", b"\xff\xd8\xff\xe0", "JPEG"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.docx", b"PK\x03\x04", "ZIP"),
        ("a.gz", b"\x1f\x8b\x08", "gzip"),
        ("a.warc.gz", b"\x1f\x8b\x08", "WARC"),
        ("a", b"WARC/1.0\r\n", "WARC"),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0">', "feeds"),
        ("a.rashomon", b"SQLite format 3\x00", "case file"),
        ("a.db", b"SQLite format 3\x00", "database"),
        ("a.css", b"body {}", "style sheet"),
        ("a.csv", b"a,b", "table"),
        ("a", bytes(range(256)), "binary"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "video"),
    ],
)
def test_what_is_no_report_is_named(path: str, start: bytes, part: str) -> None:
    reason = not_a_report(path, start)
    assert reason is not None
    assert part in reason


@pytest.mark.parametrize(
    "path, start",
    [
        ("a.txt", b"BMW recalls cars"),
        ("a", "Два корабля".encode("utf-16")),
        ("a", "Two ships burned in the harbour".encode("utf-16-le")),
        ("a.html", b"<html><body>"),
        ("a.md", b"MZ means nothing here"),
        ("a.txt", b""),
    ],
)
def test_what_may_be_a_report(path: str, start: bytes) -> None:
    assert not_a_report(path, start) is None


@pytest.mark.parametrize(
    "path, start, page",
    [
        ("a.txt", b"  <!DOCTYPE html><html>", True),
        ("a.html", b"<p>Two ships", True),
        ("a.html", b"Two ships burned.", False),
        ("a.txt", b"He wrote <p> on the wall.", False),
    ],
)
def test_web_pages(path: str, start: bytes, page: bool) -> None:
    assert is_web_page(path, start) is page


@pytest.mark.parametrize(
    "path, start, records",
    [("a.jsonl", b"", True), ("-", b'{"id": 1', True), ("-", b"{curly} text", False), ("a.txt", b"text", False)],
)
def test_json_lines(path: str, start: bytes, records: bool) -> None:
    assert is_records(path, start) is records
