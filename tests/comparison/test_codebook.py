"""The examples of the codebook's page on comparison are run."""

import re
from pathlib import Path

import pytest

from rashomon.comparison.comparators import COMPARATORS, compare
from rashomon.comparison.origins import Authorities
from rashomon.model import Reading, Span

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook" / "comparison.md"
CELL = re.compile(
    r"(?P<doc>[A-Z]): (?P<hedge>[a-z ]*?) ?(?P<value>[\d,]+) "
    r"\[(?P<low>\d*),(?P<high>\d*)\] (?P<date>\S+) (?P<origin>\w+)"
)


def parse(cell: str) -> Reading:
    found = CELL.fullmatch(cell.strip())
    assert found is not None, cell
    return Reading(
        doc=found["doc"],
        span=Span(0, 1),
        value=int(found["value"].replace(",", "")),
        low=int(found["low"]) if found["low"] else None,
        high=int(found["high"]) if found["high"] else None,
        as_of=None if found["date"] == "-" else found["date"],
        status="asserted",
        chain=(found["origin"],),
        origin=found["origin"],
        figure="f1",
        qualifier=found["hedge"] or None,
    )


def rows() -> list[tuple[str, Reading, Reading, bool, str]]:
    table = [line.strip("|").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if " [" in line[:60]]
    return [(r[0].strip(), parse(r[1]), parse(r[2]), r[3].strip() == "yes", r[4].strip()) for r in table if len(r) == 5]


@pytest.mark.parametrize("rule, left, right, cumulative, kind", rows(), ids=[row[0] for row in rows()])
def test_example(rule: str, left: Reading, right: Reading, cumulative: bool, kind: str) -> None:
    """The kind is what the page says, whichever of the two comes first, and a sentence says why."""
    authorities = Authorities({})
    for readings in ((left, right), (right, left)):
        difference = compare(readings, 0, 1, cumulative=cumulative, authorities=authorities)
        assert difference.kind == kind
        assert len(difference.why) > 10


def test_the_page_has_an_example_for_every_kind() -> None:
    """No kind of difference is without an example, and the table was found at all."""
    assert {kind for *_, kind in rows()} == {kind for kind, _ in COMPARATORS}
    assert len(rows()) >= 14
