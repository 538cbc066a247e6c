"""The commands that turn a case into files: report, export."""

from pathlib import Path

import click

from rashomon.cli.output import STANDARD_OUTPUT, write_result

FORMATS = ("json",)


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
@click.option("-o", "--output", metavar="FILE", help="The file; CASE with .html at its end if left out, - for stdout.")
@click.option("--title", metavar="TEXT", help="The heading of the dossier; the name of the case file if left out.")
def report(case: str, output: str | None, title: str | None) -> None:
    """Write the dossier of CASE: one HTML file that opens offline."""
    from rashomon.dossier import render_dossier
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        account, issues, waiting = case_file.account(), case_file.issues(), case_file.waiting()
    if waiting:
        click.echo(f"{case}: {len(waiting)} reports are not laid side by side yet; run build or add again", err=True)
    target = output if output is not None else str(Path(case).with_suffix(".html"))
    write_result(target, render_dossier(account, title=title if title is not None else Path(case).stem, issues=issues))
    if target != STANDARD_OUTPUT:
        click.echo(target)


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), required=True, help="See docs/formats.md.")
@click.option("-o", "--output", default=STANDARD_OUTPUT, metavar="FILE", help="FILE instead of standard output.")
@click.option("--without-text", is_flag=True, help="json: leave the text of the reports out.")
def export(case: str, format_: str, output: str, without_text: bool) -> None:
    """Write what CASE holds in a format that other programs read."""
    from rashomon.export import account_text
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        account = case_file.account()
    write_result(output, account_text(account, with_text=not without_text))
