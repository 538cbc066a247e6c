"""A quick way through the commands: reports are read and cleaned, but not parsed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli.program import program
from rashomon.model import Document, Extraction, Figure, Span

ARTICLE = (
    "Ferry sinks off Split\n\nSPLIT, May 6 (ADN) - Harbour police said on Monday that at least 12 people died near the "
    "port when a ferry sank in rough seas. The operator blamed bad weather.\n\nRescue teams from three towns searched "
    "the coast through the night, and the mayor said that the search would go on as long as there was hope.\n"
)


def figure_only(document: Document) -> Extraction:
    """Stands in for the stages that need the parser."""
    return Extraction(document, figures=(Figure("f1", Span(0, 5), "killed", 12, 12, None),))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, cleaning and the case file are real; the parse is not."""
    monkeypatch.setattr("rashomon.extraction.read_document", figure_only)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A plain report."""
    path = tmp_path / "good.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    """The program, with its exit code, output and messages."""
    return CliRunner().invoke(program, [str(argument) for argument in arguments], input=stdin)
