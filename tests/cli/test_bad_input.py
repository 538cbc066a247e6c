"""Bad input: each is named with its reason, and the rest goes on. (The list of issue 2.)"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli.program import program
from rashomon.model import Document, Extraction, Figure, Issue, RawReport, Span, document_id
from rashomon.store import case_file, open_case

ARTICLE = (
    "Ferry sinks off Split\n\nSPLIT, May 6 (ADN) - Harbour police said on Monday that at least 12 people died near the "
    "port when a ferry sank in rough seas. The operator blamed bad weather.\n\nRescue teams from three towns searched "
    "the coast through the night, and the mayor said that the search would go on as long as there was hope.\n"
)
FRENCH = (
    "Un ferry coule au large de Split\n\nLa police du port a déclaré lundi que douze personnes au moins étaient mortes "
    "près de la ville, quand un ferry a coulé par gros temps. L'exploitant accuse le mauvais temps, sans preuve.\n\n"
    "Les secours ont cherché toute la nuit le long de la côte, et le maire a dit que les recherches continueraient.\n"
)
MENU = "<html><head><title>Shop</title></head><body><nav><a href='/'>Home</a> <a href='/b'>Cart</a></nav></body></html>"


def figure_only(document: Document) -> Extraction:
    """Stands in for the stages that need the parser."""
    return Extraction(document, figures=(Figure("f1", Span(0, 5), "killed", 12, 12, None),))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, cleaning and the case file are real; the parse is not."""
    monkeypatch.setattr("rashomon.extraction.read_document", figure_only)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A report that nothing is wrong with."""
    path = tmp_path / "good.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Where a case may be made."""
    return tmp_path / "trial.rashomon"


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    """The program, with its exit code, output and messages."""
    return CliRunner().invoke(program, [str(argument) for argument in arguments], input=stdin)


def empty(path: Path) -> None:
    path.touch()


def only_spaces(path: Path) -> None:
    path.write_text(" \n\t\n", encoding="utf-8")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def image(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(500))


def huge(path: Path) -> None:
    path.write_bytes(b"Twelve people died. " * 2_500_000)


def no_article(path: Path) -> None:
    path.write_text(MENU, encoding="utf-8")


def other_language(path: Path) -> None:
    path.write_text(FRENCH, encoding="utf-8")


def missing(path: Path) -> None:
    pass


BAD = [
    (empty, "empty.txt", "empty"),
    (only_spaces, "blank.txt", "empty"),
    (binary, "data.txt", ""),
    (image, "photo.txt", ""),
    (huge, "huge.txt", "50.0 MB"),
    (no_article, "menu.html", "no article"),
    (other_language, "francais.txt", "'fr' is not supported"),
    (missing, "missing.txt", "no such file"),
]


@pytest.mark.parametrize("make, name, reason", BAD)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_bad_report_is_named_and_the_rest_goes_on(
    tmp_path: Path, good: Path, case_path: Path, command: str, make: Callable[[Path], None], name: str, reason: str
) -> None:
    """One line with file and reason on stderr, exit code 1, and the report after it is read."""
    bad = tmp_path / name
    make(bad)
    result = run(command, bad, good, *(("-o", case_path) if command == "build" else ()))
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if line.startswith(str(bad))]
    assert reason in line.removeprefix(f"{bad}: ")
    assert line != f"{bad}: "
    if command == "build":
        with open_case(case_path, create=False) as case:
            assert document_id(ARTICLE) in case.known()
            assert str(bad) in [issue.document for issue in case.issues()]
    else:
        assert document_id(ARTICLE) in [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_report_in_another_language_is_kept_and_shown(tmp_path: Path, case_path: Path) -> None:
    """Its text is in the case, and nothing is claimed to be read from it."""
    path = tmp_path / "francais.txt"
    other_language(path)
    run("build", path, "-o", case_path)
    with open_case(case_path, create=False) as case:
        (extraction,) = case.extractions()
        assert extraction.document.text == FRENCH
        assert extraction.figures == ()
        assert case.search("secours") != ()


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8-sig",
        "utf-16",
        "cp1252",
        "iso-8859-1",
    ],
)
def test_encodings_are_found_out(tmp_path: Path, encoding: str) -> None:
    """Never mojibake."""
    path = tmp_path / "old.txt"
    name = "Mayor Žanić" if "utf" in encoding else "José Muñoz"
    path.write_bytes(ARTICLE.replace("the mayor", name).encode(encoding))
    result = run("extract", path)
    assert name in json.loads(result.stdout)["text"]


def test_the_same_report_twice_is_kept_once_with_both_paths(tmp_path: Path, good: Path, case_path: Path) -> None:
    """In one build or in two."""
    copies = [tmp_path / "copy1.txt", tmp_path / "copy2.txt"]
    for copy in copies:
        copy.write_text(ARTICLE, encoding="utf-8")
    assert run("build", good, copies[0], "-o", case_path).exit_code == 0
    assert run("add", case_path, copies[1]).exit_code == 0
    with open_case(case_path, create=False) as case:
        assert case.known() == {document_id(ARTICLE)}
        assert case.paths(document_id(ARTICLE)) == tuple(sorted(map(str, (good, *copies))))


@pytest.mark.parametrize("line", ['{"id": "b", "text": ', "[1, 2]", '{"id": "b"}', '{"id": "b", "text": 5}'])
def test_broken_json_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    """The lines before and after it are read."""
    path = tmp_path / "reports.jsonl"
    records = [json.dumps({"id": "a", "text": ARTICLE}), line, json.dumps({"id": "c", "text": ARTICLE + "More.\n"})]
    path.write_text("\n".join(records) + "\n", encoding="utf-8")
    result = run("extract", path)
    assert result.exit_code == 1
    assert [json.loads(out)["path"] for out in result.stdout.splitlines()] == [f"{path}#a", f"{path}#c"]
    (message,) = result.stderr.splitlines()
    assert str(path) in message
    assert "2" in message.removeprefix(str(path))


def test_folder_that_cannot_be_read_is_named(
    tmp_path: Path, good: Path, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the work goes on. (Tests may run as root, whom no permission stops, so the refusal is played.)"""
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.listdir

    def refuse(path: str) -> list[str]:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("os.listdir", refuse)
    result = run("build", closed, good, "-o", case_path)
    assert result.exit_code == 1
    assert f"{closed}: the folder cannot be read: permission denied" in result.stderr
    assert "1 new" in result.stderr


def test_case_of_a_newer_version_is_left_alone(good: Path, case_path: Path) -> None:
    """With a clear line, for every command that opens a case."""
    run("build", good, "-o", case_path)
    with open_case(case_path, create=False) as case, case.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = case_path.read_bytes()
    for arguments in (
        ("build", good, "-o", case_path), ("add", case_path, good), ("report", case_path), ("search", case_path, "x"),
        ("export", case_path, "-f", "json"), ("issues", case_path),
    ):  # fmt: skip
        result = run(*arguments)
        assert result.exit_code == 1
        assert "made by a newer version of rashomon" in result.stderr
        assert "Traceback" not in result.stderr
    assert case_path.read_bytes() == before


def test_full_disk_keeps_what_was_read(
    tmp_path: Path, good: Path, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One clear line, and the same command finishes the work later. (SQLite is told that the disk ends.)"""
    big = tmp_path / "later.jsonl"
    text = ARTICLE + "".join(f"Officer {number} said that {number * 7919} people fled.\n" for number in range(20_000))
    big.write_text(json.dumps({"id": "big", "text": text}) + "\n", encoding="utf-8")
    prepare = case_file._prepare

    def small_disk(*arguments: object, **options: object) -> None:
        prepare(*arguments, **options)  # type: ignore[arg-type]
        with arguments[0].connect().execution_options(isolation_level="AUTOCOMMIT") as connection:  # type: ignore[attr-defined]
            connection.exec_driver_sql("PRAGMA max_page_count = 60")

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.store.case_file._prepare", small_disk)
        result = run("build", good, big, "-o", case_path)
    assert result.exit_code == 1
    assert "trial.rashomon: the disk is full" in result.stderr
    assert "Traceback" not in result.stderr
    with open_case(case_path, create=False) as case:
        assert case.known() == {document_id(ARTICLE)}
    result = run("build", good, big, "-o", case_path)
    assert result.exit_code == 0
    assert "1 new, 1 known" in result.stderr


def test_interrupted_build_keeps_what_was_read_and_is_finished_by_the_same_command(
    tmp_path: Path, good: Path, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 130, a line that says so, and no traceback."""
    second = tmp_path / "second.txt"
    second.write_text(ARTICLE.replace("Split", "Zadar"), encoding="utf-8")

    def stop_at_second(document: Document) -> Extraction:
        if "Zadar" in document.text:
            raise KeyboardInterrupt
        return figure_only(document)

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.extraction.read_document", stop_at_second)
        result = run("build", good, second, "-o", case_path)
    assert result.exit_code == 130
    assert "what was read is kept; run the same command again to finish" in result.stderr
    assert "Traceback" not in result.stderr
    with open_case(case_path, create=False) as case:
        assert case.known() == {document_id(ARTICLE)}
    result = run("build", good, second, "-o", case_path)
    assert (result.exit_code, "1 new, 1 known" in result.stderr) == (0, True)
    with open_case(case_path, create=False) as case:
        assert case.waiting() == ()
        assert len(case.account().extractions) == 2


def test_a_fault_of_our_own_does_not_stop_the_others(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named as one."""

    def fail(document: Document) -> Extraction:
        raise IndexError("list index out of range")

    monkeypatch.setattr("rashomon.extraction.read_document", fail)
    result = run("extract", good)
    assert result.exit_code == 1
    assert "internal error" in result.stderr
    assert json.loads(result.stdout)["text"] == ARTICLE


def test_a_report_that_can_be_read_now_settles_its_issue(tmp_path: Path, case_path: Path) -> None:
    """What was mended is no longer complained of."""
    path = tmp_path / "mended.txt"
    path.touch()
    assert run("build", path, "-o", case_path).exit_code == 1
    path.write_text(ARTICLE, encoding="utf-8")
    assert run("build", path, "-o", case_path).exit_code == 0
    assert run("issues", case_path).stdout == ""


def test_issues_are_model_objects_in_reading_order() -> None:
    """What the commands print comes from reading unchanged."""
    from rashomon.reading import read_reports

    items = list(read_reports(["/nowhere/a.txt", "/nowhere/b.txt"]))
    assert [item.document for item in items if isinstance(item, Issue)] == ["/nowhere/a.txt", "/nowhere/b.txt"]
    assert not any(isinstance(item, RawReport) for item in items)
