"""The Excel workbook."""

import io
import zipfile
from importlib import import_module
from typing import Any

import pytest

from rashomon.export import TABLES, make_tables, xlsx_bytes
from rashomon.export.table import Column, Table
from rashomon.export.xlsx import LONGEST_CELL
from rashomon.model import Account


def workbook(tables: tuple[Table, ...]) -> Any:
    openpyxl: Any = import_module("openpyxl")
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tables)))


def cell(value: Any) -> Any:
    """How a cell with `value` comes back."""
    return workbook((Table("t", (Column("a", ""),), ({"a": value},)),))["t"]["A2"]


def test_sheets_are_the_tables_and_what_their_columns_mean(account: Account) -> None:
    """In the order of the tables."""
    assert workbook(make_tables(account)).sheetnames == [*TABLES, "columns"]


def test_heads_are_frozen_and_can_be_filtered_by(account: Account) -> None:
    """On every sheet, over every column and row."""
    book = workbook(make_tables(account))
    for table in make_tables(account):
        sheet = book[table.name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert [head.value for head in sheet[1]] == [column.name for column in table.columns]
        assert sheet.max_row == len(table.rows) + 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A", "=cmd|' /C calc'!A0", "\t=1"])
def test_formulas_are_stored_as_text(text: str) -> None:
    """Excel shows them unchanged and keeps them text when the cell is edited."""
    found = cell(text)
    assert (found.value, found.data_type, found.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("number", [12, -3, 2.5, 2_000_000_000])
def test_numbers_stay_numbers(number: float) -> None:
    """So that a person can sum and sort them."""
    found = cell(number)
    assert (found.value, found.data_type) == (number, "n")


def test_characters_xml_cannot_hold_are_replaced() -> None:
    """One for one, so that the length stays."""
    assert cell("a\x07b\ud83dc").value == "a\ufffdb\ufffdc"


def test_longer_text_than_a_cell_holds_is_cut_and_says_so() -> None:
    """Excel would call the whole file damaged."""
    text = cell("x" * 40_000).value
    assert len(text) == LONGEST_CELL
    assert text.endswith("[cut: a cell holds no more]")


def test_the_same_case_gives_the_same_bytes(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """No time of writing in the file."""
    first = xlsx_bytes(make_tables(account))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert xlsx_bytes(make_tables(account)) == first
    assert b"1980-01-01T00:00:00Z" in unzipped(first, "docProps/core.xml")


def unzipped(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
