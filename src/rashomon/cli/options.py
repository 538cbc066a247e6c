"""Options and messages that several commands share."""

import re
from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.model import Issue

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def check_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """`value` if it is a date with its precision (2022, 2022-01, 2022-01-10) or None; else wrong use."""
    if value is None:
        return None
    try:
        if DATE.fullmatch(value) is None:
            raise ValueError(value)
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date like 2022-01-10, 2022-01 or 2022") from None
    return value


published_option = click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The publication date of files that do not come with one, like 2022-01-10, 2022-01 or 2022.",
)


def say_issue(issue: "Issue") -> None:
    """Name a report and what is wrong with it, on stderr."""
    click.echo(f"{issue.document}: {issue.message}", err=True)
