"""Lineage as shown: which reports share text, which way it went, and what changed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.dossier.passages import address
from rashomon.dossier.reports import Report
from rashomon.dossier.words import LINEAGES, Word
from rashomon.model import Account, Lineage, Span, Story

MOST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A number that differs inside copied wording, with both passages."""

    copy_says: str
    origin_says: str
    copy_link: str
    origin_link: str


@dataclass(frozen=True, slots=True)
class Descent:
    """One line of descent. `share` is a whole percentage of the copy's body."""

    lineage: Lineage
    copy: Report
    origin: Report
    word: Word
    share: int
    known: bool
    passages: tuple[tuple[str, str], ...]
    more: int
    changes: tuple[Change, ...]


def list_descents(account: Account, story: Story, reports: Mapping[str, Report]) -> tuple[Descent, ...]:
    """The lineage between the reports of `story`, by the report that text was taken from."""
    documents = set(story.documents)
    links = [link for link in account.lineage if {link.copy, link.origin} <= documents & set(reports)]
    links.sort(key=lambda link: (reports[link.origin].number, not link.changed, -link.share, reports[link.copy].number))
    return tuple(_descent(link, reports) for link in links)


def _descent(link: Lineage, reports: Mapping[str, Report]) -> Descent:
    pairs = tuple(
        (
            address(link.copy, Span(shared.copy_start, shared.copy_end)),
            address(link.origin, Span(shared.origin_start, shared.origin_end)),
        )
        for shared in link.passages[:MOST_PASSAGES]
    )
    return Descent(
        lineage=link,
        copy=reports[link.copy],
        origin=reports[link.origin],
        word=LINEAGES[link.kind],
        share=round(100 * link.share),
        known=link.direction == "evident",
        passages=pairs,
        more=len(link.passages) - len(pairs),
        changes=tuple(
            Change(
                change.copy_says,
                change.origin_says,
                address(link.copy, Span(change.copy_start, change.copy_end)),
                address(link.origin, Span(change.origin_start, change.origin_end)),
            )
            for change in link.changed
        ),
    )
