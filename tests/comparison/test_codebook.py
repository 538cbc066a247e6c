"""The examples of the codebook's page on comparison are run."""

import re
from pathlib import Path

import pytest

from rashomon.comparison.comparators import COMPARATORS, compare
from rashomon.comparison.occasions import SIGNS, THRESHOLD, split_occasions
from rashomon.comparison.origins import Authorities
from rashomon.comparison.readings import reading_of
from rashomon.extraction import extract
from rashomon.model import Document, Extraction, Reading, Span

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


OCCASION = PAGE.read_text(encoding="utf-8").split("## Occasion\n")[1].split("\n## ")[0]
WEIGHTS = dict(re.findall(r"^\| ([^|]+) \| [^|]+ \| ([−\d.]+)[^|]* \|$", OCCASION, re.M))
EXAMPLES = re.findall(r"^\| (\d\S+): (.+) \| (\d\S+): (.+) \| (yes|no) \|$", OCCASION, re.M)


@pytest.mark.parametrize(("name", "weight"), [(name, weight) for name, weight, _ in SIGNS])
def test_the_page_gives_each_sign_of_an_occasion_its_weight(name: str, weight: float) -> None:
    """A weight that changes must change where a reader looks it up; so must the threshold."""
    assert float(WEIGHTS[name].replace("−", "-")) == weight
    assert f"a probability of {THRESHOLD:g}".replace(" 0.", " .") in OCCASION.replace("\n", " ")


@pytest.mark.parametrize("one_day, one, other_day, other, together", EXAMPLES)
def test_example_of_an_occasion(one_day: str, one: str, other_day: str, other: str, together: str) -> None:
    """Two sentences are read whole, and their first figures are on one occasion if the page says so."""
    read = [_read("a", one_day, one), _read("b", other_day, other)]
    readings = [reading_of(extraction.figures[0], extraction, {}) for extraction in read]
    found = split_occasions(readings, {extraction.document.id: extraction for extraction in read}, {}, grows=True)
    assert len(found) == (1 if together == "yes" else 2)


def _read(doc: str, published: str, text: str) -> Extraction:
    return extract(Document(doc, doc, text, body=(Span(0, len(text)),), published=published, language="en"))


def test_the_page_shows_both_outcomes_of_joining() -> None:
    """The examples were found, and are of both kinds."""
    assert [outcome for *_, outcome in EXAMPLES].count("yes") >= 2 <= [o for *_, o in EXAMPLES].count("no")
