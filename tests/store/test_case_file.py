"""The case file."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from rashomon.errors import CaseError
from rashomon.model import Document, Extraction, Figure, Issue, Lineage, RawReport, Span, Story, document_id
from rashomon.store import CaseFile, open_case

FIRST = "Harbour police in Nur-Sultan said twelve died.\n\nThe operator denied it."
SECOND = "Nothing was known of the ferry."
LINE = Lineage("b", "a", "copy", 0.9, "evident", ())
STORY = Story("s1", "Ferry", ("a", "b"))


def report(text: str, path: str, figures: tuple[Figure, ...] = ()) -> tuple[RawReport, Extraction]:
    """A report as reading hands it on, and what was read from it."""
    document = Document(
        document_id(text), path, text, title="A title", body=(Span(0, len(text)),), language="en", sha256="f" * 64
    )
    return RawReport(document, text.encode("utf-8", "surrogatepass")), Extraction(document, figures=figures)


def fill(case_path: Path) -> None:
    """What a build does."""
    with open_case(case_path, create=True) as case:
        known = case.known()
        for raw, extraction in (report(FIRST, "one.txt"), report(SECOND, "two.txt"), report(FIRST, "copy/one.txt")):
            if raw.document.id in known:
                case.note_path(raw.document.id, raw.document.path)
            else:
                case.add(raw, extraction)
                known.add(raw.document.id)
        case.add_issue(Issue("reading", "three.txt", "the file is empty"))
        case.save_account((LINE,), (STORY,))
        case.save_counts([("reading", 4, 3), ("extraction", 2, 2)])


def content_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_kept_comes_back(case_path: Path) -> None:
    """Bytes, extraction, issues, account and counts."""
    fill(case_path)
    with open_case(case_path, create=False) as case:
        expected = sorted((report(FIRST, "one.txt")[1], report(SECOND, "two.txt")[1]), key=lambda e: e.document.id)
        assert list(case.extractions()) == expected
        assert case.documents_raw(document_id(FIRST)) == FIRST.encode()
        assert case.issues() == (Issue("reading", "three.txt", "the file is empty"),)
        assert case.account().extractions == tuple(expected)
        assert (case.account().lineage, case.account().stories) == ((LINE,), (STORY,))
        assert case.counts() == (("reading", 4, 3), ("extraction", 2, 2))


def test_the_same_report_twice_is_kept_once_with_both_paths(case_path: Path) -> None:
    """And a path that is noted already is no news."""
    fill(case_path)
    with open_case(case_path, create=False) as case:
        assert case.paths(document_id(FIRST)) == ("copy/one.txt", "one.txt")
        assert case.note_path(document_id(FIRST), "one.txt") is False
        assert case.note_path(document_id(FIRST), "third/one.txt") is True


def test_building_twice_changes_no_byte(case_path: Path) -> None:
    """Not even the time of reading."""
    fill(case_path)
    before = content_hash(case_path)
    fill(case_path)
    assert content_hash(case_path) == before


def test_reading_changes_no_byte_and_leaves_one_file(case_path: Path) -> None:
    """A case can be mailed as it is after any command."""
    fill(case_path)
    before = content_hash(case_path)
    with open_case(case_path, create=False, write=False) as case:
        case.account()
    assert content_hash(case_path) == before
    assert [path.name for path in case_path.parent.iterdir()] == [case_path.name]


def test_reading_again_replaces_the_extraction_and_keeps_the_rest(case_path: Path) -> None:
    """Bytes and time of the first reading stay; search does not find the passage twice."""
    fill(case_path)
    figure = Figure("f1", Span(0, 7), "killed", 12, 12, 12)
    with open_case(case_path, create=False) as case:
        with case.engine.begin() as connection:
            connection.execute(sql("UPDATE documents SET read_at = '2001-01-01T00:00:00Z'"))
        case.add(*report(FIRST, "one.txt", (figure,)))
        assert case.read_at(document_id(FIRST)) == "2001-01-01T00:00:00Z"
        assert [item.figures for item in case.extractions() if item.document.text == FIRST] == [(figure,)]
        assert len(case.search("harbour")) == 1


def test_reread_documents_stand_in_the_account_only(case_path: Path) -> None:
    """What was read from the report alone is kept beside it."""
    fill(case_path)
    with open_case(case_path, create=False) as case:
        kept = next(item for item in case.extractions() if item.document.text == FIRST)
        reread = Extraction(kept.document, figures=(Figure("f1", Span(0, 7), "killed", 12, 12, 12),))
        case.save_account((LINE,), (STORY,), (reread,))
        assert reread in case.account().extractions
        assert kept not in case.account().extractions
        assert kept in list(case.extractions())


def test_interrupted_work_is_kept_and_waits(case_path: Path) -> None:
    """Each report is kept as soon as it is read; the account says what it does not cover."""

    def stopped_build() -> None:
        with open_case(case_path, create=True) as case:
            case.add(*report(FIRST, "one.txt"))
            case.save_account((), ())
            case.add(*report(SECOND, "two.txt"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_build()
    with open_case(case_path, create=False) as case:
        assert case.known() == {document_id(FIRST), document_id(SECOND)}
        assert case.waiting() == (document_id(SECOND),)


def test_a_report_is_added_whole_or_not_at_all(case_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped between two statements, neither stays."""

    def stop(document: Document) -> None:
        raise KeyboardInterrupt

    with open_case(case_path, create=True) as case:
        with monkeypatch.context() as patch:
            patch.setattr("rashomon.store.case_file.passages", stop)
            with pytest.raises(KeyboardInterrupt):
                case.add(*report(FIRST, "one.txt"))
        assert case.known() == set()
        assert case.paths(document_id(FIRST)) == ()
        case.add(*report(FIRST, "one.txt"))
        assert case.known() == {document_id(FIRST)}


def test_full_disk_is_said_and_loses_nothing(case_path: Path) -> None:
    """What was kept before stays, the file is sound, and with more room the work goes on."""
    with open_case(case_path, create=True) as case:
        case.add(*report(FIRST, "one.txt"))
        pages = int(case.engine.connect().exec_driver_sql("PRAGMA page_count").scalar_one())
        limit(case, pages + 4)
        noise = "".join(hashlib.sha256(str(number).encode()).hexdigest() + "\n" for number in range(4000))
        with pytest.raises(CaseError, match=r"trial\.rashomon: the disk is full"):
            case.add(*report(noise, "big.txt"))
        assert case.known() == {document_id(FIRST)}
        limit(case, 1_000_000)
        case.add(*report(noise, "big.txt"))
    with open_case(case_path, create=False) as case:
        assert case.known() == {document_id(FIRST), document_id(noise)}
        assert case.engine.connect().exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def limit(case: CaseFile, pages: int) -> None:
    """SQLite answers as on a full disk when the file would grow beyond `pages`."""
    with case.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_text_that_is_no_unicode_is_kept(case_path: Path) -> None:
    """Half a surrogate pair in a JSON record, and a file name that is not UTF-8."""
    text = "Broken \ud83d emoji, NUL \0 and bell \x07."
    with open_case(case_path, create=True) as case:
        case.add(*report(text, "na\udcefve.txt"))
        assert next(case.extractions()).document.text == text
        assert case.paths(document_id(text)) == ("na\\udcefve.txt",)
        found = case.search("emoji")
        assert [(item.span, [match.of(text) for match in item.matches]) for item in found] == [
            (Span(0, len(text)), ["emoji"])
        ]


def test_extraction_of_another_report_is_refused(case_path: Path) -> None:
    """A mix-up would put words into the wrong mouth."""
    with open_case(case_path, create=True) as case, pytest.raises(ValueError, match="extraction is of document"):
        case.add(report(FIRST, "one.txt")[0], report(SECOND, "two.txt")[1])


def test_unknown_document_has_no_bytes(case_path: Path) -> None:
    """The message names it."""
    with open_case(case_path, create=True) as case, pytest.raises(CaseError, match="no document 0123"):
        case.documents_raw("0123")


def test_vacuum_keeps_everything(case_path: Path) -> None:
    """Only the room goes."""
    fill(case_path)
    with open_case(case_path, create=False) as case:
        before = case.account()
        case.vacuum()
        assert case.account() == before


def test_views_answer_plain_sql(case_path: Path) -> None:
    """Anyone with an SQLite browser can ask the file."""
    with open_case(case_path, create=True) as case:
        case.add(*report(FIRST, "one.txt", (Figure("f1", Span(40, 46), "killed", 12, 12, None),)))
    with closing(sqlite3.connect(case_path, isolation_level=None)) as connection:
        assert connection.execute("SELECT title, language FROM reports").fetchall() == [("A title", "en")]
        rows = connection.execute('SELECT id, quantity, value, low, high, start, "end" FROM figures').fetchall()
        assert rows == [("f1", "killed", 12, 12, None, 40, 46)]
        assert connection.execute("SELECT * FROM attributions").fetchall() == []


def no_file(path: Path) -> None:
    pass


def a_folder(path: Path) -> None:
    path.mkdir()


def a_text_file(path: Path) -> None:
    path.write_text("I am a text file, and a long one at that. " * 100, encoding="utf-8")


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def a_newer_case(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("UPDATE meta SET value = '7.0' WHERE key = 'rashomon'")


def a_damaged_case(path: Path) -> None:
    fill(path)
    data = bytearray(path.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


BAD_FILES = [
    (no_file, "there is no such case file"),
    (a_folder, "this is a folder"),
    (a_text_file, "this is not a case file"),
    (another_database, "this is not a case file"),
    (a_newer_case, r"made by a newer version of rashomon \(7\.0\)"),
    (a_damaged_case, "damaged"),
]


@pytest.mark.parametrize("make, words", BAD_FILES)
def test_a_bad_file_is_named_with_its_reason(case_path: Path, make: Callable[[Path], None], words: str) -> None:
    """In words a person understands, and the file is left as it was."""
    make(case_path)
    before = content_hash(case_path) if case_path.is_file() else None
    with pytest.raises(CaseError, match=f"trial.rashomon: .*{words}"), open_case(case_path, create=False) as case:
        case.account()
    assert (content_hash(case_path) if case_path.is_file() else None) == before


@pytest.mark.parametrize("make", [a_folder, a_text_file, another_database, a_newer_case])
def test_a_bad_file_is_never_built_onto(case_path: Path, make: Callable[[Path], None]) -> None:
    """`create` makes a case where there is none; it does not take over what is there."""
    make(case_path)
    before = content_hash(case_path) if case_path.is_file() else None
    with pytest.raises(CaseError):
        open_case(case_path, create=True)
    assert (content_hash(case_path) if case_path.is_file() else None) == before


def test_missing_folder_is_said(tmp_path: Path) -> None:
    """It is not made unasked."""
    with pytest.raises(CaseError, match="does not exist"):
        open_case(tmp_path / "nowhere" / "x.rashomon", create=True)


def test_an_empty_file_becomes_a_case(case_path: Path) -> None:
    """A build that was stopped in its first moment can be run again."""
    case_path.touch()
    fill(case_path)
    with open_case(case_path, create=False) as case:
        assert len(case.known()) == 2


def test_locked_case_is_said(case_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After waiting a while."""
    monkeypatch.setattr("rashomon.store.connection.LOCK_WAIT_SECONDS", 0.05)
    fill(case_path)
    other = sqlite3.connect(case_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_case(case_path, create=False) as case, pytest.raises(CaseError, match="another program is writing"):
        case.add(*report("New report.", "new.txt"))
    other.close()


def test_a_case_is_read_while_another_program_writes(case_path: Path) -> None:
    """That is what the write-ahead log is for."""
    fill(case_path)
    with open_case(case_path, create=False) as writer, open_case(case_path, create=False, write=False) as reader:
        writer.add(*report("New report.", "new.txt"))
        assert len(reader.known()) == 3


def test_odd_characters_in_the_path(tmp_path: Path) -> None:
    """A path is a path and not an address."""
    path = tmp_path / "what? 100% #1 é.rashomon"
    fill(path)
    assert path.is_file()
    with open_case(path, create=False) as case:
        assert len(case.known()) == 2


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Where a case file may be made."""
    return tmp_path / "trial.rashomon"
