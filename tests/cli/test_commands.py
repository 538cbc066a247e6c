"""The commands."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from rashomon.cli.program import program
from rashomon.export import SCHEMAS
from rashomon.model import Document, Extraction, Figure, Span, document_id
from rashomon.model.contract import json_schema

ARTICLE = (
    "Ferry sinks off Split\n\nSPLIT, May 6 (ADN) - Harbour police said on Monday that at least 12 people died near the "
    "port when a ferry sank in rough seas. The operator blamed bad weather.\n\nRescue teams from three towns searched "
    "the coast through the night, and the mayor said that the search would go on as long as there was hope.\n"
)


def figure_only(document: Document) -> Extraction:
    """Stands in for the stages that need the parser."""
    return Extraction(document, figures=(Figure("f1", Span(0, 5), "killed", 12, 12, None),))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, cleaning and the case file are real; the parse is not."""
    monkeypatch.setattr("rashomon.extraction.read_document", figure_only)


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Two reports that nothing is wrong with."""
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    paths[0].write_text(ARTICLE, encoding="utf-8")
    paths[1].write_text(ARTICLE.replace("Split", "Zadar"), encoding="utf-8")
    return paths


@pytest.fixture
def case_path(tmp_path: Path, reports: list[Path]) -> Path:
    """A case with the two reports."""
    path = tmp_path / "trial.rashomon"
    assert run("build", *reports, "-o", path).exit_code == 0
    return path


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    """The program, with its exit code, output and messages."""
    return CliRunner().invoke(program, [str(argument) for argument in arguments], input=stdin)


def process(*arguments: object, **options: object) -> "subprocess.CompletedProcess[bytes]":
    """The program in a process of its own."""
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_build_says_what_it_did_on_stderr_only(tmp_path: Path, reports: list[Path]) -> None:
    """Standard output stays free for results."""
    path = tmp_path / "new.rashomon"
    result = run("build", *reports, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{path}: 2 new, 0 known already\n"


def test_building_twice_changes_no_byte(case_path: Path, reports: list[Path]) -> None:
    """Nor does adding what is there."""
    before = hashlib.sha256(case_path.read_bytes()).hexdigest()
    assert "0 new, 2 known" in run("build", *reports, "-o", case_path).stderr
    assert "0 new, 2 known" in run("add", case_path, *reports).stderr
    assert hashlib.sha256(case_path.read_bytes()).hexdigest() == before


def test_adding_reads_only_what_is_new(
    tmp_path: Path, case_path: Path, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stages never see a report the case knows."""
    third = tmp_path / "three.txt"
    third.write_text(ARTICLE.replace("Split", "Pula"), encoding="utf-8")
    seen = []

    def note(document: Document) -> Extraction:
        seen.append(document.path)
        return figure_only(document)

    monkeypatch.setattr("rashomon.extraction.read_document", note)
    assert "1 new, 2 known" in run("add", case_path, *reports, third).stderr
    assert seen == [str(third)]


def test_adding_to_no_case_makes_none(tmp_path: Path, reports: list[Path]) -> None:
    """A typo in the name is not a new case."""
    result = run("add", tmp_path / "typo.rashomon", reports[0])
    assert result.exit_code == 1
    assert "there is no such case file" in result.stderr
    assert not (tmp_path / "typo.rashomon").exists()


def test_extract_follows_the_contract_in_the_order_given(reports: list[Path]) -> None:
    """One valid object a line."""
    result = run("extract", reports[1], reports[0])
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    assert [item["path"] for item in objects] == [str(reports[1]), str(reports[0])]
    for item in objects:
        jsonschema.validate(item, json_schema(SCHEMAS["extract"]))
    assert objects[1]["text"] == ARTICLE


def test_extract_reads_standard_input(reports: list[Path]) -> None:
    """Text or JSON Lines."""
    assert json.loads(run("extract", "-", stdin=ARTICLE.encode()).stdout)["id"] == document_id(ARTICLE)
    record = json.dumps({"id": "x", "text": ARTICLE, "published": "2031-05-06", "outlet": "Coast Daily"})
    item = json.loads(run("extract", "-", stdin=record.encode()).stdout)
    assert (item["path"], item["published"], item["published_from"]) == ("-#x", "2031-05-06", "given")


def test_extract_writes_a_file(tmp_path: Path, reports: list[Path]) -> None:
    """And nothing on standard output."""
    target = tmp_path / "out.jsonl"
    assert run("extract", *reports, "-o", target).stdout == ""
    assert len(target.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_given_date_wins(tmp_path: Path, reports: list[Path], command: str) -> None:
    """Over any that is found."""
    if command == "extract":
        item = json.loads(run("extract", reports[0], "--published", "2031-05-06").stdout)
    else:
        case = tmp_path / "dated.rashomon"
        run("build", reports[0], "-o", case, "--published", "2031-05-06")
        item = json.loads(run("export", case, "-f", "jsonl").stdout)
    assert (item["published"], item["published_from"]) == ("2031-05-06", "given")


def test_report_writes_the_dossier_beside_the_case(case_path: Path) -> None:
    """Its path is the result."""
    result = run("report", case_path, "--title", "Ferry <b>")
    page = case_path.with_suffix(".html")
    assert (result.exit_code, result.stdout.strip()) == (0, str(page))
    assert "Ferry &lt;b&gt;" in page.read_text(encoding="utf-8")


def test_report_tells_of_reports_that_wait(case_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was stopped before the end shows, and says what is missing."""
    third = case_path.parent / "three.txt"
    third.write_text(ARTICLE.replace("Split", "Pula"), encoding="utf-8")

    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.case.assemble", stop)
        assert run("add", case_path, third).exit_code == 130
    result = run("report", case_path)
    assert result.exit_code == 0
    assert "1 report is not laid beside the others yet" in result.stderr


FORMATS = ["json", "jsonl", "csv", "xlsx", "geojson", "annotations"]


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_the_same_to_a_file_and_to_standard_output(case_path: Path, tmp_path: Path, name: str) -> None:
    """And the same each time."""
    target = tmp_path / f"out.{name}"
    result = run("export", case_path, "--format", name)
    assert result.exit_code == 0
    assert run("export", case_path, "--format", name, "-o", target).stdout == ""
    assert target.read_bytes() == result.stdout_bytes
    assert len(result.stdout_bytes) > 30


def test_export_json_is_valid(case_path: Path) -> None:
    """Against the schema that `rashomon schema` prints."""
    schema = json.loads(run("schema", "case").stdout)
    jsonschema.validate(json.loads(run("export", case_path, "-f", "json").stdout), schema)
    without = json.loads(run("export", case_path, "-f", "json", "--without-text").stdout)
    assert all("text" not in document for document in without["documents"])


def test_export_xlsx_is_a_workbook(case_path: Path) -> None:
    """Bytes reach standard output unharmed."""
    data = run("export", case_path, "-f", "xlsx").stdout_bytes
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_search_shows_passage_and_place(case_path: Path, reports: list[Path]) -> None:
    """With offsets that point at it."""
    lines = run("search", case_path, "Zadar").stdout.splitlines()
    path, _, offsets = lines[0].rpartition(" ")
    start, end = json.loads(offsets.replace(")", "]"))
    text = reports[1].read_text(encoding="utf-8")
    assert path == str(reports[1])
    assert " ".join(text[start:end].split()) == lines[1].strip()


def test_search_marks_what_matched_on_a_terminal_only(case_path: Path) -> None:
    """In bold, and nothing else of the passage changes."""
    plain = run("search", case_path, "zadar").stdout
    coloured = CliRunner().invoke(program, ["search", str(case_path), "zadar"], color=True).stdout
    assert "\x1b[1mZadar\x1b[0m" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain


def test_info_counts_what_went_in_and_out(case_path: Path) -> None:
    """The counts that the build kept."""
    lines = run("info", case_path).stdout.splitlines()
    assert lines[0] == "reports: 2; not yet laid beside the others: 0"
    assert "stage reading: 2 in, 2 out" in lines


def test_schema_and_version_print() -> None:
    """Without a case."""
    assert json.loads(run("schema").stdout)["title"] == "rashomon Account"
    assert run("version").stdout.strip()[0].isdigit()


WRONG_USE = [
    (),
    ("nonsense",),
    ("build",),
    ("build", "x.txt"),
    ("extract", "x.txt", "--published", "yesterday"),
    ("extract", "x.txt", "--jobs", "0"),
    ("export", "x.rashomon"),
    ("export", "x.rashomon", "-f", "word"),
    ("export", "x.rashomon", "-f", "json", "--table", "claims"),
    ("export", "x.rashomon", "-f", "csv", "--without-text"),
    ("search", "x.rashomon"),
]


@pytest.mark.parametrize("arguments", WRONG_USE)
def test_wrong_use_is_2(arguments: tuple[str, ...]) -> None:
    """With a line that says what is wrong."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_search_that_is_not_understood_is_wrong_use(case_path: Path) -> None:
    """No traceback of the database."""
    result = run("search", case_path, '"open')
    assert result.exit_code == 2
    assert "is not understood" in result.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("to_file", [True, False])
def test_full_disk_under_the_output_is_said(case_path: Path, to_file: bool) -> None:
    """One line, no traceback, not even when Python ends."""
    with open("/dev/full", "wb") as full:
        extra, stdout = (("-o", "/dev/full"), subprocess.PIPE) if to_file else ((), full)
        result = process("export", case_path, "-f", "json", *extra, stdout=stdout)
    name = "/dev/full" if to_file else "standard output"
    assert result.returncode == 1
    assert result.stderr.decode() == f"rashomon: {name}: cannot be written: No space left on device\n"


def test_failed_export_leaves_the_old_file(case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no half of a new one."""
    target = tmp_path / "out" / "case.json"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")

    def no_room(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.write_bytes", no_room)
        result = run("export", case_path, "-f", "json", "-o", target)
    assert (result.exit_code, target.read_text(encoding="utf-8")) == (1, "old")
    assert [path.name for path in target.parent.iterdir()] == ["case.json"]


def test_reader_that_goes_away_is_no_error() -> None:
    """As in `rashomon schema | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = process("schema", stdout=writing)
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


def test_help_loads_nothing_heavy() -> None:
    """`rashomon --help` answers at once."""
    heavy = "{'spacy', 'numpy', 'sqlalchemy', 'alembic', 'rich', 'jinja2', 'openpyxl', 'altair', 'trafilatura'}"
    code = f"import sys, rashomon, rashomon.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert result.stdout.decode().strip() == "[]"


def test_demo_builds_and_shows_the_sample_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Prints the path of the dossier; opens it where there is a desktop and it was not forbidden; twice is no harm."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")
    folder = tmp_path / "demo"
    result = run("demo", "-o", folder, "--no-open")
    page = folder / "sample-event.html"
    assert (result.exit_code, result.stdout.strip(), opened) == (0, str(page), [])
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    before = page.read_bytes()
    run("demo", "-o", folder)
    assert opened == [page.as_uri()]
    assert page.read_bytes() == before


def test_demo_opens_no_browser_in_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a desktop, Python would start a text browser."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def refuse(address: str) -> bool:
        raise AssertionError(address)

    monkeypatch.setattr("webbrowser.open", refuse)
    assert run("demo", "-o", tmp_path / "demo").exit_code == 0
