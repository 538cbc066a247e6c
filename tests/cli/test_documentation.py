"""Everything a user can type or meet stands in the documentation."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from rashomon.cli import program as module
from rashomon.cli.program import program
from rashomon.cli.publish import FORMATS, TABLE_NAMES
from rashomon.export import SCHEMAS, TABLES
from rashomon.model.contract import json_schema

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
FORMATS_PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    """The part of docs/commands.md on one command."""
    match = re.search(rf"^## `rashomon {name}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert match is not None, f"docs/commands.md has no section on {name}"
    return match[0]


OPTIONS = [
    (name, option)
    for name, command in program.commands.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
]


@pytest.mark.parametrize("name", list(program.commands))
def test_command_is_documented(name: str) -> None:
    """With its arguments in the heading, and a line of help in the program."""
    heading = section(name).splitlines()[0]
    for parameter in program.commands[name].params:
        if isinstance(parameter, click.Argument) and parameter.name is not None:
            assert parameter.name.upper() in heading.upper() or name == "schema"
    assert program.commands[name].get_short_help_str(limit=200)


@pytest.mark.parametrize("name, option", OPTIONS)
def test_option_is_documented(name: str, option: str) -> None:
    """In the table of its command, and with help in the program."""
    assert f"`{option}" in section(name)
    (parameter,) = [item for item in program.commands[name].params if option in item.opts]
    assert getattr(parameter, "help", None)


def test_no_command_is_documented_that_is_not_there() -> None:
    """The page is no wish list."""
    assert set(re.findall(r"^## `rashomon (\w+)", COMMANDS, re.MULTILINE)) == set(program.commands)


def test_exit_codes_are_documented() -> None:
    """All that the program returns."""
    codes = {0, module.EXIT_FAILED, module.EXIT_USAGE, module.EXIT_INTERRUPTED, module.EXIT_PIPE}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS, re.MULTILINE)} == codes


def test_formats_and_tables_are_documented_and_offered() -> None:
    """The program lists them itself, so that its help need not load the tables."""
    assert tuple(TABLES) == TABLE_NAMES
    for name in (*FORMATS, *TABLE_NAMES):
        assert f"`{name}`" in section("export")


def test_every_key_and_column_is_documented() -> None:
    """Generated parts are up to date: python scripts/build_reference.py"""
    for definition in json_schema(SCHEMAS["case"])["$defs"].values():
        for key in definition.get("properties", {}):
            assert f"`{key}`" in FORMATS_PAGE
    for columns, _ in TABLES.values():
        for column in columns:
            assert f"| `{column.name}` | {column.meaning} |" in FORMATS_PAGE


def test_generated_reference_is_up_to_date() -> None:
    """If this fails, run: python scripts/build_reference.py"""
    script = ROOT / "scripts" / "build_reference.py"
    result = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, timeout=60)
    assert result.returncode == 0, result.stdout.decode()


def test_tables_of_the_case_file_are_documented() -> None:
    """Every table and column of it."""
    from rashomon.store.tables import metadata

    for table in metadata.sorted_tables:
        (row,) = re.findall(rf"^\| `{table.name}` \|.*$", FORMATS_PAGE.split("## The case file")[1], re.MULTILINE)
        for column in table.columns:
            assert f"`{column.name}`" in row
