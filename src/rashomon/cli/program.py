"""The program `rashomon`: its commands, and what it says and returns when something goes wrong.

Exit codes: 0 every report was read; 1 some were skipped, or the work could not be done; 2 wrong use; 130 stopped with
Ctrl-C; 141 the reader of the output went away.
"""

from typing import Any

import click

from rashomon.cli.demonstrate import demo
from rashomon.cli.look import info, issues, schema, search, version
from rashomon.cli.output import drop_standard_output
from rashomon.cli.publish import export, report
from rashomon.cli.read import add, build, extract
from rashomon.errors import RashomonError, UsageError

EXIT_FAILED, EXIT_USAGE, EXIT_INTERRUPTED, EXIT_PIPE = 1, 2, 130, 141
KEEPS_WHAT_WAS_READ = {"build", "add", "demo"}


class Program(click.Group):
    """The group of commands, with every error of ours as one line on stderr instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            click.echo(f"rashomon: {error}", err=True)
            ctx.exit(EXIT_USAGE if isinstance(error, UsageError) else EXIT_FAILED)
        except KeyboardInterrupt:
            kept = "what was read is kept; run the same command again to finish"
            click.echo(f"\nstopped{f': {kept}' if ctx.invoked_subcommand in KEEPS_WHAT_WAS_READ else ''}", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except BrokenPipeError:
            drop_standard_output()
            ctx.exit(EXIT_PIPE)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def program() -> None:
    """Every account of an event, side by side: who claims what, on whose word, and where accounts differ."""


for command in (build, add, report, extract, export, search, issues, info, demo, schema, version):
    program.add_command(command)


def main() -> None:
    """The entry point of the console script."""
    program(prog_name="rashomon")
