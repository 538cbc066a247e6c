"""The commands that read reports: build, add, extract."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from rashomon.cli.options import corrections_option, published_option, say_issue
from rashomon.cli.output import STANDARD_OUTPUT, open_lines
from rashomon.cli.progress import progress_bar

if TYPE_CHECKING:
    from rashomon.case import BuildResult

INPUTS = """REPORTS are text files, web pages (.html), JSON Lines (.jsonl with id, text, and optionally title,
published, outlet, url), folders of these, or - for standard input."""


@click.command(epilog=INPUTS)
@click.argument("reports", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "case_path",
    required=True,
    type=click.Path(dir_okay=False),
    metavar="CASE",
    help="The case file. One that is there already is added to; reports it knows are not read again.",
)
@published_option
@corrections_option
def build(reports: tuple[str, ...], case_path: str, published: str | None, corrections: TextIO | None) -> None:
    """Read REPORTS into a case, and lay their accounts side by side."""
    _build(reports, case_path, published, corrections)


@click.command(epilog=INPUTS)
@click.argument("case", type=click.Path(dir_okay=False))
@click.argument("reports", nargs=-1, required=True)
@published_option
@corrections_option
def add(case: str, reports: tuple[str, ...], published: str | None, corrections: TextIO | None) -> None:
    """Add REPORTS to the case file CASE. Only new ones are read."""
    from rashomon.store import open_case

    open_case(case, create=False).close()
    _build(reports, case, published, corrections)


def _build(reports: tuple[str, ...], case_path: str, published: str | None, corrections: TextIO | None) -> None:
    from rashomon.case import build as build_case

    with progress_bar() as progress:
        stdin = sys.stdin.buffer if "-" in reports else None
        lines = None if corrections is None else corrections.read().splitlines()
        result = build_case(
            reports, Path(case_path), published=published, stdin=stdin, progress=progress, corrections=lines
        )
    for issue in result.skipped:
        say_issue(issue)
    click.echo(_summary(result, case_path), err=True)
    if result.skipped:
        raise SystemExit(1)


def _summary(result: "BuildResult", case_path: str) -> str:
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    return f"{case_path}: {result.new} new, {result.known} known already{skipped}"


@click.command(epilog=INPUTS)
@click.argument("reports", nargs=-1, required=True)
@click.option(
    "-o", "--output", default=STANDARD_OUTPUT, metavar="FILE", help="Write to FILE instead of standard output."
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@published_option
def extract(reports: tuple[str, ...], output: str, jobs: int, published: str | None) -> None:
    """Write what each report says, one JSON object a line, in the order given."""
    from rashomon.cli.parallel import extract_all
    from rashomon.export import extraction_line
    from rashomon.extraction import extract as extract_document
    from rashomon.model import Issue
    from rashomon.reading import read_reports

    skipped = 0
    stdin: Any = sys.stdin.buffer if "-" in reports else None
    found = read_reports(reports, published=published, stdin=stdin)
    to_terminal = output == STANDARD_OUTPUT and sys.stdout.isatty()
    with progress_bar(show_bar=not to_terminal) as progress, open_lines(output) as write:
        for done, item in enumerate(extract_all(found, jobs, extract_document)):
            if isinstance(item, Issue):
                say_issue(item)
                skipped += 1
            else:
                write(extraction_line(item))
                for issue in item.issues:
                    say_issue(issue)
                skipped += 1 if item.issues else 0
            progress("reading", done + 1, None)
    if skipped:
        raise SystemExit(1)
