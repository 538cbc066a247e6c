"""rashomon from Python."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import rashomon
from rashomon import notebook
from rashomon.errors import CaseError, UsageError
from rashomon.model import (
    Account,
    Document,
    Extraction,
    Figure,
    Issue,
    Question,
    Range,
    Reading,
    Span,
    Story,
)

TEXT = "At least 12 died off Split, the mayor said."


@pytest.fixture
def case() -> notebook.Case:
    """One story with one question, made by hand."""
    document = Document("d1", "one.txt", TEXT, title="Ferry <i>", outlet="Coast Daily", body=(Span(0, len(TEXT)),))
    figure = Figure("f1", Span(0, 11), "killed", 12, 12, None, qualifier="at least")
    reading = Reading("d1", Span(0, 11), 12, 12, None, None, "asserted", (), "Coast Daily", "f1")
    question = Question(
        "q1", "How many were killed?", "killed", None, None, "single origin", Range(12, None), (reading,), ()
    )
    story = Story("s1", "Ferry <i>", ("d1",), (question,))
    return notebook.Case(
        Account((Extraction(document, figures=(figure,)),), (), (story,)), (Issue("reading", "x.txt", "is empty"),)
    )


def test_public_names_are_there_and_no_others() -> None:
    """What `import rashomon` offers."""
    assert rashomon.__all__ == ["Case", "RashomonError", "build", "open_case"]
    assert rashomon.build is notebook.build
    assert rashomon.Case is notebook.Case
    with pytest.raises(AttributeError, match="'rashomon' has no attribute 'nonsense'"):
        _ = rashomon.nonsense  # type: ignore[attr-defined, unused-ignore]


def test_import_is_light() -> None:
    """Nothing is loaded before it is used."""
    code = "import sys, rashomon; print([name for name in sys.modules if name.startswith('rashomon.')])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert result.stdout.decode().strip() == "[]"


def test_case_shows_itself_in_a_notebook(case: notebook.Case) -> None:
    """Questions with range and state; nothing of a report is taken for HTML."""
    page = case._repr_html_()
    assert "Ferry &lt;i&gt; (1 report)" in page
    assert "<td>12 or more</td><td>single origin</td>" in page
    assert "1 issue" in page
    assert "<i>" not in page
    assert repr(case) == "<Case: 1 report, 1 story>"


RANGES = [((12, 14), "12–14"), ((12, 12), "12"), ((None, 1500), "1,500 or fewer"), ((None, None), "unknown")]


@pytest.mark.parametrize("ends, words", RANGES)
def test_ranges_in_words(case: notebook.Case, ends: tuple[int | None, int | None], words: str) -> None:
    """An open end is said."""
    question = Question("q", "?", "killed", None, None, "moving", Range(*ends), (), ())
    assert notebook._range_words(question) == words


def test_rows_need_nothing_else(case: notebook.Case) -> None:
    """Plain dicts, one a claim."""
    (row,) = case.rows("claims")
    assert (row["low"], row["high"], row["source_office"]) == (12, None, "Coast Daily")
    with pytest.raises(UsageError, match="there is no table"):
        case.rows("nonsense")


def test_frames_ask_for_a_library_in_words(case: notebook.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """And say what works without."""
    monkeypatch.setattr(notebook, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pandas or polars .* rows\(\) works without"):
        case.figures()
    with pytest.raises(UsageError, match="need polars"):
        case.figures(using="polars")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_are_made_by_the_library_that_is_there(
    case: notebook.Case, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    """With all columns in order. (A stand-in notes what it is given; the libraries are not needed for the tests.)"""
    given: dict[str, list[Any]] = {}

    def frame(columns: dict[str, list[Any]], **options: object) -> str:
        given.update(columns)
        return library

    module = ModuleType(library)
    module.DataFrame = frame  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, library, module)
    monkeypatch.setattr(notebook, "find_spec", lambda name: module if name == library else None)
    assert case.timeline() == library
    given.clear()
    assert case.figures() == library
    assert given["low"] == [12]
    assert list(given)[:3] == ["id", "story", "question"]


def test_frames_of_the_real_libraries(case: notebook.Case) -> None:
    """Where one is installed."""
    pytest.importorskip("pandas")
    assert list(case.figures(using="pandas")["low"]) == [12]


def test_build_keeps_nothing_or_keeps_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a case file the working file is gone afterwards; with one it can be opened again."""
    monkeypatch.setattr("rashomon.extraction.read_document", lambda document: Extraction(document))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    report = tmp_path / "one.txt"
    report.write_text(f"Ferry sinks off Split\n\n{TEXT} {TEXT}\n\n{TEXT}\n", encoding="utf-8")
    loose = rashomon.build(report)
    assert list((tmp_path / "temporary").iterdir()) == []
    kept = rashomon.build([str(report), tmp_path / "missing.txt"], case=tmp_path / "x.rashomon")
    assert [document.id for document in kept.documents] == [document.id for document in loose.documents]
    assert [issue.message for issue in kept.issues] == ["there is no such file"]
    assert rashomon.open_case(tmp_path / "x.rashomon") == kept


def test_a_missing_case_is_said(tmp_path: Path) -> None:
    """As one of our own errors."""
    with pytest.raises(CaseError, match="no such case file"):
        rashomon.open_case(tmp_path / "x.rashomon")
    assert issubclass(CaseError, rashomon.RashomonError)
