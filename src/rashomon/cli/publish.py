"""The commands that turn a case into files: report, export."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.output import STANDARD_OUTPUT, write_result
from rashomon.errors import UsageError

if TYPE_CHECKING:
    from rashomon.model import Account

FORMATS = ("json", "jsonl", "csv", "xlsx", "geojson", "annotations")
TABLE_NAMES = ("claims", "questions", "differences", "attributions", "explanations", "timeline", "copies", "reports")


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
@click.option("-o", "--output", metavar="FILE", help="The file; CASE with .html at its end if left out, - for stdout.")
@click.option("--title", metavar="TEXT", help="The heading of the dossier; the title of the story if left out.")
def report(case: str, output: str | None, title: str | None) -> None:
    """Write the dossier of CASE: one HTML file that opens offline."""
    from rashomon.dossier import render_dossier
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        account, issues, waiting = case_file.account(), case_file.issues(), case_file.waiting()
    if waiting:
        number = "1 report is" if len(waiting) == 1 else f"{len(waiting)} reports are"
        click.echo(f"{case}: {number} not laid beside the others yet; run the last build or add again", err=True)
    carried = {issue for extraction in account.extractions for issue in extraction.issues}
    others = tuple(issue for issue in issues if issue not in carried)
    target = output if output is not None else str(Path(case).with_suffix(".html"))
    write_result(target, render_dossier(account, title=title, issues=others))
    if target != STANDARD_OUTPUT:
        click.echo(target)


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), required=True, help="See docs/formats.md.")
@click.option("-o", "--output", default=STANDARD_OUTPUT, metavar="FILE", help="FILE instead of standard output.")
@click.option("--table", type=click.Choice(TABLE_NAMES), help="csv: which table; claims if left out.")
@click.option("--without-text", is_flag=True, help="json: leave the text of the reports out.")
def export(case: str, format_: str, output: str, table: str | None, without_text: bool) -> None:
    """Write what CASE holds in a format that other programs read."""
    from rashomon.store import open_case

    if table is not None and format_ != "csv":
        raise UsageError("--table goes with --format csv only; xlsx holds all tables")
    if without_text and format_ != "json":
        raise UsageError("--without-text goes with --format json only")
    if format_ == "xlsx" and output == STANDARD_OUTPUT and sys.stdout.isatty():
        raise UsageError("an Excel workbook cannot be shown in a terminal; give a file with -o")
    with open_case(case, create=False, write=False) as case_file:
        account = case_file.account()
    write_result(output, _exported(account, format_, table, without_text))


def _exported(account: "Account", format_: str, table: str | None, without_text: bool) -> str | bytes:
    from rashomon import export as formats

    match format_:
        case "json":
            return formats.account_text(account, with_text=not without_text)
        case "jsonl":
            return "".join(f"{line}\n" for line in formats.extraction_lines(account))
        case "csv":
            return formats.csv_text(formats.make_table(account, table if table is not None else "claims"))
        case "xlsx":
            return formats.xlsx_bytes(formats.make_tables(account))
        case "geojson":
            return formats.geojson_text(account)
        case "annotations":
            return formats.annotations_text(account)
    raise UsageError(f"there is no format {format_!r}")
