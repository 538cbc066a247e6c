"""The commands that show something on the terminal: search, issues, info, schema, version."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from rashomon.cli.output import STANDARD_OUTPUT, write_result

if TYPE_CHECKING:
    from rashomon.store import FoundPassage


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
            click.echo(f"{path} [{found.span.start},{found.span.end})\n    {' '.join(_marked(found).split())}")


def _marked(found: "FoundPassage") -> str:
    """The passage with the words that matched in bold; click leaves that out where the output is no terminal."""
    parts, position = [], 0
    for match in found.matches:
        start, end = match.start - found.span.start, match.end - found.span.start
        parts += [found.text[position:start], click.style(found.text[start:end], bold=True)]
        position = end
    return "".join([*parts, found.text[position:]])


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
def issues(case: str) -> None:
    """List what could not be read into CASE, with the reason."""
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        for issue in case_file.issues():
            click.echo(f"{issue.document}: {issue.message}")


@click.command()
@click.argument("case", type=click.Path(dir_okay=False))
def info(case: str) -> None:
    """Say what CASE holds, and how many things came into each stage and went out of it."""
    from rashomon.store import open_case

    with open_case(case, create=False, write=False) as case_file:
        account, counts, waiting = case_file.account(), case_file.counts(), case_file.waiting()
    questions = [question for story in account.stories for question in story.questions]
    states = Counter(question.state for question in questions)
    in_words = "".join(f"; {number} {state}" for state, number in sorted(states.items()))
    click.echo(f"reports: {len(account.extractions)}; not yet laid beside the others: {len(waiting)}")
    click.echo(f"stories: {len(account.stories)}")
    click.echo(f"questions: {len(questions)}{in_words}")
    for stage, came_in, went_out in counts:
        click.echo(f"stage {stage}: {came_in} in, {went_out} out")


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
