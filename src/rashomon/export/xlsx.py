"""All tables as one Excel workbook, a sheet each, and a sheet that says what the columns mean."""

import io
import re
import zipfile
from functools import cache
from importlib import import_module
from typing import Any

from rashomon.export.cells import looks_like_formula
from rashomon.export.table import Cell, Column, Table

LONGEST_CELL = 32_767
"""Excel's limit; longer text is cut and says so."""
CUT = " … [cut: a cell holds no more]"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WIDTHS = {"passage": 60, "content": 60, "why": 60, "what": 45, "meaning": 100}
NARROWEST, WIDEST, LOOKED_AT = 8, 34, 200
"""Column widths in characters, from the first rows of the table."""
EPOCH = (1980, 1, 1, 0, 0, 0)
MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
MEANINGS = (Column("table", ""), Column("column", ""), Column("meaning", ""))


def xlsx_bytes(tables: tuple[Table, ...]) -> bytes:
    """The workbook. Heads are frozen and can be filtered by; all text is stored as text, so nothing in it is ever run
    as a formula; numbers stay numbers. The same tables give the same bytes."""
    workbook = _openpyxl().Workbook(write_only=True)
    for table in (*tables, _meanings(tables)):
        _write_sheet(workbook, table)
    stream = io.BytesIO()
    workbook.save(stream)
    return _without_times(stream.getvalue())


@cache
def _openpyxl() -> Any:
    """The library, which has no types; it is loaded when the first workbook is written."""
    return import_module("openpyxl")


def _meanings(tables: tuple[Table, ...]) -> Table:
    rows = [
        {"table": table.name, "column": column.name, "meaning": column.meaning}
        for table in tables
        for column in table.columns
    ]
    return Table("columns", MEANINGS, tuple(dict(row) for row in rows))


def _write_sheet(workbook: Any, table: Table) -> None:
    get_column_letter = _openpyxl().utils.get_column_letter
    sheet = workbook.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(table, column.name)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    head = [_cell(sheet, column.name) for column in table.columns]
    for cell in head:
        cell.font = _openpyxl().styles.Font(bold=True)
    sheet.append(head)
    for row in table.rows:
        sheet.append([_cell(sheet, row[column.name]) for column in table.columns])


def _cell(sheet: Any, value: Cell) -> Any:
    if not isinstance(value, str):
        return value
    text = NOT_XML.sub("\ufffd", value)
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(CUT)] + CUT
    cell = _openpyxl().cell.WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl would store text that begins with = as a formula
    if looks_like_formula(text):
        cell.quotePrefix = True  # Excel keeps it text even after a person edits the cell
    return cell


def _width(table: Table, name: str) -> int:
    if name in WIDTHS:
        return WIDTHS[name]
    longest = max((len(str(row[name])) for row in table.rows[:LOOKED_AT] if row[name] is not None), default=0)
    return min(max(longest, len(name), NARROWEST) + 2, WIDEST)


def _without_times(workbook: bytes) -> bytes:
    """The same workbook without the time it was written, so that the same case gives the same file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/core.xml":
                data = MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, data)
    return stream.getvalue()
