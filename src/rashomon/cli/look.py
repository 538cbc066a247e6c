"""The commands that show something on the terminal: search, issues, schema, version."""

import click

from rashomon.cli.output import STANDARD_OUTPUT, write_result


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
def search(case: str, words: tuple[str, ...], limit: int) -> None:
    """Show the passages of CASE that hold all of WORDS, best first; "a phrase", OR, NOT, prefix* work."""
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        for found in case_file.search(" ".join(words), limit):
            path = (*case_file.paths(found.doc), found.doc)[0]
            click.echo(f"{path} [{found.span.start},{found.span.end})\n    {' '.join(found.text.split())}")


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
def issues(case: str) -> None:
    """List what could not be read into CASE, with the reason."""
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        for issue in case_file.issues():
            click.echo(f"{issue.document}: {issue.message}")


@click.command()
@click.argument("name", type=click.Choice(("extract", "case")), default="case")
def schema(name: str) -> None:
    """Print the JSON Schema of what `extract` or `export --format json` writes."""
    from rashomon.export import schema_text

    write_result(STANDARD_OUTPUT, schema_text("extract" if name == "extract" else "case"))


@click.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    click.echo(version_of("rashomon"))
