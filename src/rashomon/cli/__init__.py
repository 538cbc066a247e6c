"""The command line: a thin face on the rest of the package. Nothing heavy is imported before a command needs it."""

from rashomon.cli.program import main

__all__ = ["main"]
