"""Several processes at once."""

from collections.abc import Iterator

import pytest

from rashomon.cli.parallel import WAITING_PER_PROCESS, extract_all
from rashomon.model import Document, Extraction, Issue, RawReport, document_id


def report(number: int) -> RawReport:
    text = f"Report {number}."
    return RawReport(Document(document_id(text), f"{number}.txt", text), text.encode())


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_stays_and_issues_keep_their_place(jobs: int) -> None:
    """Whatever process is done first."""
    items: list[RawReport | Issue] = [report(number) for number in range(20)]
    items[7] = Issue("reading", "7.txt", "is empty")
    expected = [item if isinstance(item, Issue) else Extraction(item.document) for item in items]
    assert list(extract_all(items, jobs, Extraction)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_are_read_as_they_are_needed(jobs: int) -> None:
    """However many there are, few are in memory."""
    taken = 0

    def endless() -> Iterator[RawReport]:
        nonlocal taken
        while True:
            taken += 1
            yield report(taken)

    results = extract_all(endless(), jobs, Extraction)
    first = next(results)
    results.close()  # type: ignore[attr-defined]
    assert isinstance(first, Extraction)
    assert taken <= jobs * WAITING_PER_PROCESS
