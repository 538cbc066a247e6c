"""CSV that no spreadsheet runs."""

import csv
import io

import pytest

from rashomon.export import csv_text, make_table
from rashomon.export.cells import looks_like_formula
from rashomon.export.table import Cell, Column, Table
from rashomon.model import Account

DANGEROUS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠A", "\0=1",
    "=HYPERLINK(\"http://x.example\";\"y\")", "- 12 dead", "+7 495 000",
]  # fmt: skip
HARMLESS = ["12 dead", "a=b", "'quoted'", "", "e-mail", "Q&A", "(–5)", "5 - 3"]


def written(cell: Cell) -> str:
    """What a reader of the file finds in the cell."""
    text = csv_text(Table("t", (Column("a", ""), Column("b", "")), ({"a": "x", "b": cell},)))
    return list(csv.reader(io.StringIO(text, newline="")))[1][1]


@pytest.mark.parametrize("text", DANGEROUS)
def test_formulas_become_text(text: str) -> None:
    """An apostrophe stands before it, and nothing else changes."""
    assert looks_like_formula(text)
    assert written(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays(text: str) -> None:
    """Character for character."""
    assert written(text) == text


@pytest.mark.parametrize("cell, expected", [(-3, "-3"), (2.5, "2.5"), (True, "true"), (False, "false"), (None, "")])
def test_numbers_stay_numbers(cell: Cell, expected: str) -> None:
    """A negative number is no formula; truth values are words; nothing is an empty cell."""
    assert written(cell) == expected


def test_numbers_are_not_quoted_and_text_is() -> None:
    """So that a program can tell them apart."""
    text = csv_text(Table("t", (Column("a", ""), Column("b", "")), ({"a": -3, "b": "-3"},)))
    assert text.splitlines()[1] == '-3,"\'-3"'


def test_claims_with_a_formula_for_a_headline(account: Account) -> None:
    """A hostile headline reaches the sheet as text, in every row of its report."""
    table = list(csv.DictReader(io.StringIO(csv_text(make_table(account, "claims")), newline="")))
    assert len(table) == 3
    assert table[1]["source_headline"] == "'=HYPERLINK('x') ferry toll"
    assert table[2]["value"] == "-3"


def test_text_that_is_no_unicode_is_written(account: Account) -> None:
    """Half a surrogate pair would stop the file from being written as UTF-8."""
    table = Table("t", (Column("a", ""),), ({"a": "x\ud83dy"},))
    assert "\\ud83d" in csv_text(table).encode("utf-8").decode("utf-8")
