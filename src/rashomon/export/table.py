"""What a table is."""

from collections.abc import Iterator
from dataclasses import dataclass

Cell = str | int | float | bool | None
Row = dict[str, Cell]
Rows = Iterator[Row]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the head of the table, and what stands in it, in a line."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row has a cell for every column, None where there is nothing to say."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
