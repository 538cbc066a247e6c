"""The reports of a case as the dossier names and lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.dossier.notation import clip, count, show_date
from rashomon.dossier.passages import address, report_address
from rashomon.dossier.words import PUBLISHED_FROM
from rashomon.model import Account, Document, Extraction, Figure, Issue, Lineage

LONGEST_NAME = 40
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `name` is short and unlike any other's in the case, `links` what it shares with others."""

    document: Document
    number: int
    name: str
    title: str
    link: str
    date: str
    date_link: str | None
    date_from: str
    links: tuple[Lineage, ...]
    issues: tuple[Issue, ...]
    words: int
    read: str
    figures: Mapping[str, Figure]


def list_reports(account: Account) -> dict[str, Report]:
    """All reports of the case by document id, numbered in order of the stories, the rest after."""
    by_id = {extraction.document.id: extraction for extraction in account.extractions}
    order = [doc for story in account.stories for doc in story.documents if doc in by_id]
    order = list(dict.fromkeys([*order, *by_id]))
    names = name_reports([by_id[doc].document for doc in order])
    return {doc: _report(by_id[doc], number, names[doc], account.lineage) for number, doc in enumerate(order, start=1)}


def name_reports(documents: Sequence[Document]) -> dict[str, str]:
    """A short name for each: the outlet, with the day or a number added where an outlet has several; else the title."""
    plain = {document.id: plain_name(document) for document in documents}
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    several = {name for name in plain.values() if list(plain.values()).count(name) > 1}
    for document in documents:
        name = plain[document.id]
        if name in several and document.published:
            name = f"{name}, {show_date(document.published)}"
        taken[name] = taken.get(name, 0) + 1
        names[document.id] = f"{name} ({taken[name]})" if taken[name] > 1 else name
    return names


def plain_name(document: Document) -> str:
    """The outlet, else the credited agency's text, else the title, else the file."""
    if document.outlet:
        return clip(document.outlet, LONGEST_NAME)
    if document.title:
        return f"“{clip(document.title, LONGEST_NAME)}”"
    if document.agency:
        return f"{document.agency} text"
    return clip(document.path.replace("\\", "/").rsplit("/", 1)[-1], LONGEST_NAME)


def first_words(document: Document) -> str:
    """What stands in for a title that was not found: the first words of the body."""
    start = document.body[0].of(document.text) if document.body else document.text
    words = clip(start[:400], LONGEST_TITLE)
    return f"(no title) {words}" if words else "(no title)"


def _report(extraction: Extraction, number: int, name: str, lineage: Sequence[Lineage]) -> Report:
    document = extraction.document
    return Report(
        document=document,
        number=number,
        name=name,
        title=document.title or first_words(document),
        link=report_address(document),
        date=show_date(document.published),
        date_link=address(document.id, document.published_span) if document.published_span else None,
        date_from=PUBLISHED_FROM.get(document.published_from or "", ""),
        links=tuple(link for link in lineage if document.id in (link.copy, link.origin)),
        issues=extraction.issues,
        words=sum(len(span.of(document.text).split()) for span in document.body),
        read=_counts(extraction),
        figures={figure.id: figure for figure in extraction.figures},
    )


def _counts(extraction: Extraction) -> str:
    counts = (
        count(len(extraction.attributions), "attribution"),
        count(len(extraction.figures), "figure"),
        count(len(extraction.occurrences), "occurrence"),
    )
    return " · ".join(counts)
