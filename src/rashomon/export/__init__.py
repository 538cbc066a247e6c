"""What a case holds, in the formats other programs read. Every export is a function of the `Account` alone."""

from rashomon.export.annotations import annotations_text
from rashomon.export.contract import account_text, extraction_line, extraction_lines
from rashomon.export.csv import csv_text
from rashomon.export.geojson import geojson_text
from rashomon.export.schema import SCHEMAS, schema_text
from rashomon.export.table import Column, Table
from rashomon.export.tables import TABLES, make_table, make_tables
from rashomon.export.xlsx import xlsx_bytes

__all__ = [
    "SCHEMAS",
    "TABLES",
    "Column",
    "Table",
    "account_text",
    "annotations_text",
    "csv_text",
    "extraction_line",
    "extraction_lines",
    "geojson_text",
    "make_table",
    "make_tables",
    "schema_text",
    "xlsx_bytes",
]
