"""Which report's text comes from which: one row a pair of reports."""

from rashomon.export.evidence import Evidence
from rashomon.export.table import Column, Rows

COPY_COLUMNS = (
    Column("copy", "outlet, date and title of the report that took the text"),
    Column("origin", "outlet, date and title of the report it was taken from"),
    Column("kind", "copy, rewrite, shared_quote"),
    Column("share", "part of the copy's body that is shared, 0 to 1"),
    Column("direction", "evident; unknown: the two share text, and which came first is not known"),
    Column("changed", "numbers that differ inside otherwise copied wording"),
    Column("detail", "why"),
    Column("copy_document", "id of the report that took the text"),
    Column("origin_document", "id of the report it was taken from"),
)


def copy_rows(evidence: Evidence) -> Rows:
    """One row a pair of reports that share text."""
    for line in evidence.account.lineage:
        changed = [f"{change.origin_says} became {change.copy_says}" for change in line.changed]
        yield {
            "copy": evidence.source_cells(line.copy)["source_article"],
            "origin": evidence.source_cells(line.origin)["source_article"],
            "kind": line.kind,
            "share": line.share,
            "direction": line.direction,
            "changed": "; ".join(changed) or None,
            "detail": line.detail or None,
            "copy_document": line.copy,
            "origin_document": line.origin,
        }
