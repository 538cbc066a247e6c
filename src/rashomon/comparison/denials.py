"""What one passage does to a reading that stands in another: denied, retracted, not confirmed.

A denial is linked to a reading if it repeats the number for the same quantity: the denying report gives the figure
inside an attribution whose stance is a denial, or with a status of its own. A withdrawal counts for readings of the
same origin, and for those in reports of the outlet that withdraws. Neither touches a reading in the same report (that
is the denial itself), nor one with another number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.comparison.dates import compare_dates
from rashomon.comparison.intervals import nominal
from rashomon.comparison.readings import Names, chain_of
from rashomon.model import Extraction, Number, Reading, Span, Status, StatusChange

CHANGES: dict[str, Status] = {"denied": "denied", "retracted": "retracted"}


@dataclass(frozen=True, slots=True)
class Denial:
    """A passage that denies or withdraws `number`."""

    doc: str
    span: Span
    status: Status
    by: str | None
    number: Number
    group: str | None
    date: str | None


def find_denials(extractions: Sequence[Extraction], names: Names) -> dict[str, list[Denial]]:
    """Every denial and withdrawal of a number in a story, by quantity. Made once for all its questions."""
    found: dict[str, list[Denial]] = defaultdict(list)
    for extraction in extractions:
        by_id = {attribution.id: attribution for attribution in extraction.attributions}
        for figure in extraction.figures:
            number = next((n for n in (figure.value, figure.low, figure.high) if n is not None), None)
            if figure.status not in CHANGES or number is None:
                continue
            chain = chain_of(by_id.get(figure.attribution or ""), extraction.document.id, names)
            found[figure.quantity].append(
                Denial(
                    doc=extraction.document.id,
                    span=figure.status_span or figure.phrase or figure.span,
                    status=CHANGES[figure.status],
                    by=chain[-1] if chain else None,
                    number=number,
                    group=figure.group,
                    date=extraction.document.published,
                )
            )
    return found


def apply_denials(
    readings: Sequence[Reading], denials: Sequence[Denial], outlets: Mapping[str, str | None]
) -> list[Reading]:
    """`readings` with the status that other passages of the story give them; both passages stay at hand.

    denials  of the quantity of the readings; `outlets` the outlet of each document by id
    """
    return [
        _apply(reading, [denial for denial in denials if _is_about(denial, reading, outlets.get(reading.doc))])
        for reading in readings
    ]


def _is_about(denial: Denial, reading: Reading, outlet: str | None) -> bool:
    if denial.doc == reading.doc or reading.status in ("denied", "retracted", "forecast"):
        return False
    if denial.number != nominal(reading) or denial.group != reading.group:
        return False
    own = {_bare(name) for name in (reading.origin, outlet) if name is not None}
    if denial.status == "retracted" and denial.by is not None and _bare(denial.by) not in own:
        return False
    return compare_dates(denial.date, reading.as_of) != "earlier"


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _apply(reading: Reading, denials: list[Denial]) -> Reading:
    if not denials:
        return reading
    changes = tuple(StatusChange(denial.doc, denial.span, denial.status, denial.by) for denial in denials)
    status: Status = "retracted" if any(change.status == "retracted" for change in changes) else "denied"
    stands = reading.stands and status != "retracted"
    return replace(reading, status=status, stands=stands, changes=(*reading.changes, *changes))
