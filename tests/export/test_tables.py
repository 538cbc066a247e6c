"""The tables, the casualty recorder's first."""

from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.export import TABLES, Table, make_table, make_tables
from rashomon.export.table import Row
from rashomon.model import Account


def rows(account: Account, name: str) -> tuple[Row, ...]:
    return make_table(account, name).rows


def cells(row: Row, *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


@pytest.mark.parametrize("name", list(TABLES))
def test_rows_have_every_column_and_no_other(account: Account, name: str) -> None:
    """Columns are named once, each row fills them, and the case has something for each table."""
    table = make_table(account, name)
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)
    assert table.rows
    assert all(set(row) == set(names) for row in table.rows)


def test_every_figure_has_one_row(account: Account) -> None:
    """Figures that answer a question come first, by date; the others are not dropped."""
    expected = {f"{item.document.id}-{figure.id}" for item in account.extractions for figure in item.figures}
    found = [row["id"] for row in rows(account, "claims")]
    assert set(found) == expected
    assert len(found) == len(expected)
    assert [row["question"] for row in rows(account, "claims")] == [
        "How many were killed?",
        "How many were killed?",
        None,
    ]


def test_claim_says_who_says_it_where_and_as_of_when(account: Account) -> None:
    """The columns named after GED's mean what GED's mean."""
    row = rows(account, "claims")[0]
    assert cells(row, "low", "high", "value", "qualifier") == (12, None, 12, "at least")
    assert cells(row, "date_start", "date_end", "date_prec", "as_of_from") == (
        "2031-05-05",
        "2031-05-05",
        1,
        "sentence",
    )
    assert cells(row, "where_coordinates", "where_description", "where_prec") == ("Split", "near Split", 1)
    assert cells(row, "latitude", "longitude", "country_code") == (43.50891, 16.43915, "HR")
    assert cells(row, "source_original", "source_office", "source_date") == (
        "harbour police",
        "Coast Daily",
        "2031-05-06",
    )
    assert row["passage"] == "Harbour police said on Monday that at least 12 people died near Split."
    assert row["number_as_written"] == "at least 12"


def test_retracted_claim_keeps_its_row_and_says_where_it_was_withdrawn(account: Account) -> None:
    """The status is the question's, with the words that changed it."""
    row = rows(account, "claims")[0]
    assert cells(row, "status", "stands", "status_by") == ("retracted", False, "harbour police")
    assert row["status_passage"] == "=HYPERLINK('x') ferry toll"


def test_claim_without_a_date_in_its_sentence_gets_no_first_day(account: Account) -> None:
    """It happened no later than the report; when it began is not known."""
    row = rows(account, "claims")[1]
    assert cells(row, "date_start", "date_end", "date_prec", "as_of_from") == (None, "2031-05-07", None, "publication")


def test_chain_stands_in_order_with_its_passages(account: Account) -> None:
    """Outermost first, and the words that name each."""
    row = rows(account, "claims")[1]
    assert row["chain"] == "Radio Adria > harbour police"
    assert row["chain_passages"] == "Radio Adria > harbour police"


def test_no_column_is_an_estimate() -> None:
    """GED's best estimate has no counterpart here."""
    assert not {"best", "estimate"} & {column.name for columns, _ in TABLES.values() for column in columns}


@pytest.mark.parametrize("name", [name for name in TABLES if "passage" in [column.name for column in TABLES[name][0]]])
def test_passages_are_the_words_of_the_report(account: Account, name: str) -> None:
    """Offsets point at what the cell says."""
    texts = {item.document.id: item.document.text for item in account.extractions}
    for row in rows(account, name):
        start, end = row["passage_start"], row["passage_end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["passage"] == texts[str(row["document"])][start:end]


def test_other_tables_say_what_the_case_says(account: Account) -> None:
    """One telling cell each."""
    told = {
        "questions": ("policies", "latest: 14"),
        "differences": ("why", "a later count of the same origin is higher"),
        "explanations": ("evidence", "none offered"),
        "timeline": ("date_prec", 1),
        "copies": ("changed", "12 became 14"),
    }
    assert {name: (column, rows(account, name)[0][column]) for name, (column, _) in told.items()} == told
    assert "language 'fr' is not supported" in [row["issues"] for row in rows(account, "reports")]


def test_all_tables_are_the_single_ones(account: Account) -> None:
    """One workbook holds what the CSV files hold."""
    assert make_tables(account) == tuple(make_table(account, name) for name in TABLES)


def test_unknown_table_is_wrong_use(account: Account) -> None:
    """The message names what there is."""
    with pytest.raises(UsageError, match="claims"):
        make_table(account, "deaths")


def test_empty_case_has_empty_tables() -> None:
    """Heads without rows, no error."""
    assert all(isinstance(table, Table) and table.rows == () for table in make_tables(Account((), (), ())))
