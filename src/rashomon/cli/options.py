"""Options and messages that several commands share."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.model import Issue


def check_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """`value` if reading takes it for a date; else wrong use, before any file is touched."""
    from rashomon.reading.given import read_date

    if value is not None and read_date(value) is None:
        raise click.BadParameter(f"{value!r} is not a date like 2022-01-10, 2022-01 or 2022")
    return value


published_option = click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The publication date of files that do not come with one, like 2022-01-10, 2022-01 or 2022.",
)


corrections_option = click.option(
    "--corrections",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="Decisions on actors and origins (see docs/codebook/actors.md); kept in the case, applied on every build.",
)


def say_issue(issue: "Issue") -> None:
    """Name a report and what is wrong with it, on stderr."""
    click.echo(f"{issue.document}: {issue.message}", err=True)
