"""What a case holds, in the formats other programs read. Every export is a function of the `Account` alone."""

from rashomon.export.contract import account_text, extraction_line, extraction_lines
from rashomon.export.schema import SCHEMAS, schema_text

__all__ = ["SCHEMAS", "account_text", "extraction_line", "extraction_lines", "schema_text"]
