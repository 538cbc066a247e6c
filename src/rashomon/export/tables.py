"""The tables of a case: for spreadsheets, data frames and notebooks. One row a thing said and the report that says it.

Columns that mean what a column of UCDP's Georeferenced Event Dataset (GED) means carry its name: `low`, `high`,
`date_start`, `date_end`, `date_prec`, `where_coordinates`, `where_description`, `where_prec`, `latitude`, `longitude`,
`source_article`, `source_office`, `source_date`, `source_headline`, `source_original`. GED's `best` is an estimate that
a coder makes of an event; rashomon makes none, so there is no such column.
"""

from collections.abc import Callable

from rashomon.errors import UsageError
from rashomon.export.claims import CLAIM_COLUMNS, claim_rows
from rashomon.export.evidence import Evidence
from rashomon.export.explanations import EXPLANATION_COLUMNS, explanation_rows
from rashomon.export.lineage import COPY_COLUMNS, copy_rows
from rashomon.export.questions import DIFFERENCE_COLUMNS, QUESTION_COLUMNS, difference_rows, question_rows
from rashomon.export.reports import REPORT_COLUMNS, report_rows
from rashomon.export.speech import ATTRIBUTION_COLUMNS, attribution_rows
from rashomon.export.table import Column, Rows, Table
from rashomon.export.timeline import TIMELINE_COLUMNS, timeline_rows
from rashomon.model import Account

TABLES: dict[str, tuple[tuple[Column, ...], Callable[[Evidence], Rows]]] = {
    "claims": (CLAIM_COLUMNS, claim_rows),
    "questions": (QUESTION_COLUMNS, question_rows),
    "differences": (DIFFERENCE_COLUMNS, difference_rows),
    "attributions": (ATTRIBUTION_COLUMNS, attribution_rows),
    "explanations": (EXPLANATION_COLUMNS, explanation_rows),
    "timeline": (TIMELINE_COLUMNS, timeline_rows),
    "copies": (COPY_COLUMNS, copy_rows),
    "reports": (REPORT_COLUMNS, report_rows),
}


def make_table(account: Account, name: str) -> Table:
    """The table `name` (a key of `TABLES`) of a case. Raises `UsageError` for a name that is none."""
    if name not in TABLES:
        raise UsageError(f"there is no table {name!r}; choose one of {', '.join(TABLES)}")
    columns, rows = TABLES[name]
    return Table(name, columns, tuple(rows(Evidence.of(account))))


def make_tables(account: Account) -> tuple[Table, ...]:
    """All tables of a case, in the order of `TABLES`."""
    evidence = Evidence.of(account)
    return tuple(Table(name, columns, tuple(rows(evidence))) for name, (columns, rows) in TABLES.items())
