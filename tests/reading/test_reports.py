"""Files, folders and standard input, in a fixed order; what cannot be read is named and the rest goes on."""

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UsageError
from rashomon.model import Issue, RawReport, document_id
from rashomon.reading import reports
from rashomon.reading.reports import MAX_BYTES, read_reports

TEXT = "Two ferries burned.\r\nNobody was hurt.\n"


def messages(*inputs: Path | str) -> list[str]:
    return [item.message for item in read_reports(map(str, inputs)) if isinstance(item, Issue)]


def test_a_text_file_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    (report,) = read_reports([str(path)])
    assert isinstance(report, RawReport)
    document = report.document
    assert (document.text, document.path, document.id) == (TEXT, str(path), document_id(TEXT))
    assert (document.sha256, report.raw) == (hashlib.sha256(TEXT.encode()).hexdigest(), TEXT.encode())


def test_a_folder_is_read_in_the_order_of_its_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [item.document.path for item in read_reports([str(tmp_path)]) if isinstance(item, RawReport)]
    assert found == [str(tmp_path / name) for name in ("a/z.txt", "b.txt", "c.txt")]


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("empty.txt", b"", "is empty"),
        ("space.txt", b" \n", "is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "is a PNG image, not text"),
        ("noise", bytes(range(256)), "is binary data, not text"),
        ("links.html", b"<html><body><a href='/'>Home</a></body></html>", "no article was found in this page"),
        ("old.rashomon", b"SQLite format 3\x00", "is a case file, not a report; `rashomon report` opens it"),
    ],
)
def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.txt").write_text(TEXT)
    issue, report = read_reports([str(tmp_path)])
    assert issue == Issue("reading", str(tmp_path / name), message)
    assert isinstance(report, RawReport)


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert messages(tmp_path / "none.txt", tmp_path, os.devnull, "https://harbourpost.example/a", "a\0b") == [
        "there is no such file",
        "the folder is empty",
        "is not a file",
        "addresses are not read yet; save the page and give the file",
        "is not a name of a file",
    ]


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write(b"word ")
        stream.truncate(0)
        stream.seek(50_000_000)
        stream.write(b"x")
    with path.open("r+b") as stream:
        stream.write(b"word " * 2000)
    assert messages(path) == [f"is 50.0 MB; the limit for one report is {MAX_BYTES // 1_000_000} MB"]


@pytest.mark.parametrize(
    "error, message",
    [(PermissionError(), "permission denied"), (OSError(5, "Input/output error"), "input/output error")],
)
def test_a_file_that_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(reports.os, "stat", refuse)
    assert list(reports._read_file(str(tmp_path / "a.txt"), None)) == [
        Issue("reading", str(tmp_path / "a.txt"), message)
    ]


def test_a_folder_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(reports.os, "listdir", refuse)
    assert messages(tmp_path) == ["the folder cannot be read: permission denied"]


@pytest.mark.parametrize(
    "content, path",
    [
        (TEXT.encode(), "-"),
        (b'{"id": "a", "text": "Two died."}\n' + b'{"id": "b", "text": "Three died."}\n' * 1, "-#a"),
    ],
)
def test_standard_input(content: bytes, path: str) -> None:
    first = next(iter(read_reports(["-"], stdin=io.BytesIO(content))))
    assert isinstance(first, RawReport)
    assert first.document.path == path


def test_long_json_lines_on_standard_input_come_whole() -> None:
    lines = [b'{"id": %d, "text": "%s"}' % (number, b"word " * 900) for number in range(5)]
    found = list(read_reports(["-"], stdin=io.BytesIO(b"\n".join(lines))))
    assert [item.raw for item in found if isinstance(item, RawReport)] == lines


def test_binary_standard_input_is_named() -> None:
    assert list(read_reports(["-"], stdin=io.BytesIO(b"%PDF-1.7"))) == [
        Issue("reading", "-", "is a PDF document, not text")
    ]


def test_a_given_date_is_kept_and_a_wrong_one_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (report,) = read_reports([str(path)], published="2031-05")
    assert isinstance(report, RawReport)
    assert (report.document.published, report.document.published_from) == ("2031-05", "given")
    with pytest.raises(UsageError, match="expected YYYY-MM-DD"):
        read_reports([str(path)], published="yesterday")


@given(st.binary(max_size=400))
def test_any_bytes_give_one_report_or_one_reason(content: bytes) -> None:
    for item in read_reports(["-"], stdin=io.BytesIO(content)):
        assert isinstance(item, RawReport | Issue)
        if isinstance(item, RawReport):
            item.document.text.encode("utf-8")
