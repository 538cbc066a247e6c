"""A case with its documents at hand by id, and the columns that say where something stands."""

import re
from dataclasses import dataclass
from typing import Self

from rashomon.export.table import Column, Row
from rashomon.model import Account, Attribution, Document, Extraction, Span, Story

SOURCE_COLUMNS = (
    Column("source_office", "outlet that published the report (GED: source_office)"),
    Column("source_agency", "agency the report credits"),
    Column("source_date", "publication date of the report, with its precision (GED: source_date)"),
    Column("source_headline", "title of the report (GED: source_headline)"),
    Column("source_article", "outlet, date and title in one cell (GED: source_article)"),
    Column("document", "id of the report"),
    Column("path", "what was given to read the report from"),
    Column("url", "address of the report, if it is known"),
)
PASSAGE_COLUMNS = (
    Column("passage", "the words of the report, unchanged, with the rest of their sentence"),
    Column("passage_start", "first character of the passage in the text of the report, counted from 0"),
    Column("passage_end", "character after the last one of the passage"),
)
SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|[\n\r\u2028\u2029]+")
FARTHEST = 600
"""Characters looked at on each side of a passage for the ends of its sentence."""
CHAIN_SEPARATOR = " > "


@dataclass(frozen=True, slots=True)
class Evidence:
    """An account with its extractions and stories by document id."""

    account: Account
    extractions: dict[str, Extraction]
    stories: dict[str, Story]

    @classmethod
    def of(cls, account: Account) -> Self:
        """Index `account`."""
        extractions = {extraction.document.id: extraction for extraction in account.extractions}
        return cls(account, extractions, {doc: story for story in account.stories for doc in story.documents})

    def document(self, doc: str) -> Document:
        """The document with id `doc`."""
        return self.extractions[doc].document

    def attribution(self, doc: str, attribution: str | None) -> Attribution | None:
        """The attribution with that id in document `doc`; None for the report's own voice."""
        return next((item for item in self.extractions[doc].attributions if item.id == attribution), None)

    def words(self, doc: str, span: Span | None) -> str | None:
        """The characters at `span` of document `doc`."""
        return None if span is None else span.of(self.document(doc).text)

    def sentence(self, doc: str, span: Span) -> Span:
        """The sentence or sentences of document `doc` that `span` stands in, by punctuation and line breaks alone: a
        passage that a person can read, never less than `span`."""
        text = self.document(doc).text
        first, last = max(0, span.start - FARTHEST), min(len(text), span.end + FARTHEST)
        breaks = list(SENTENCE_BREAK.finditer(text, first, min(len(text), last + 1)))
        start = max((match.end() for match in breaks if match.end() <= span.start), default=first)
        ends = (match.start() + len(match[0].rstrip()) for match in breaks)
        end = min((position for position in ends if position >= span.end), default=last)
        return Span(start, max(end, span.end))

    def source_cells(self, doc: str) -> Row:
        """The cells of `SOURCE_COLUMNS`."""
        document = self.document(doc)
        parts = (document.outlet, document.published, document.title)
        return {
            "source_office": document.outlet,
            "source_agency": document.agency,
            "source_date": document.published,
            "source_headline": document.title,
            "source_article": ", ".join(part for part in parts if part) or None,
            "document": doc,
            "path": document.path,
            "url": document.url,
        }

    def passage_cells(self, doc: str, span: Span) -> Row:
        """The cells of `PASSAGE_COLUMNS`."""
        return {"passage": self.words(doc, span), "passage_start": span.start, "passage_end": span.end}


def chain_text(chain: tuple[str, ...]) -> str | None:
    """A chain in one cell, outermost speaker first; None for the report's own voice."""
    return CHAIN_SEPARATOR.join(chain) or None


def origin_of(document: Document, chain: tuple[str, ...]) -> str | None:
    """The innermost speaker, else the credited agency, else the outlet."""
    return chain[-1] if chain else document.agency or document.outlet
