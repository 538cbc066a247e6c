"""A table as CSV (RFC 4180, UTF-8)."""

import csv
import io

from rashomon.export.cells import TEXT_MARK, looks_like_formula
from rashomon.export.table import Cell, Table
from rashomon.store.encoding import storable


def csv_text(table: Table) -> str:
    """The table with its head. Text is quoted and numbers are not; true and false are `true` and `false`; what a
    spreadsheet would take for a formula is preceded by an apostrophe."""
    stream = io.StringIO()
    names = [column.name for column in table.columns]
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(names)
    for row in table.rows:
        writer.writerow([_cell(row[name]) for name in names])
    return stream.getvalue()


def _cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        text = storable(cell)
        return f"{TEXT_MARK}{text}" if looks_like_formula(text) else text
    return cell
