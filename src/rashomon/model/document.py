"""One news report and what is known about it from outside its prose."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

PublishedFrom = Literal["metadata", "dateline", "page", "given", "content"]


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is kept character for character; every span points into it.

    Reading fills `text`, `path` and what was given with it; cleaning fills the rest. A title, outlet or date that
    was given from outside is never overwritten by one that was found.

    published       ISO date with its own precision: `2022`, `2022-01`, `2022-01-10`
    published_from  metadata (of the page), dateline, page (a line near the text), given (by the user or the record),
                    content (worked out from the prose or from other reports of the story; `published_note` says how)
    body            the passages that are the article, in order, without page furniture
    language        ISO 639-1 code found in the body, or None where there is too little text
    sha256          of the bytes as they came in
    """

    id: str
    path: str
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    body: tuple[Span, ...] = ()
    title_span: Span | None = None
    dateline: str | None = None
    published_span: Span | None = None
    published_note: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None


def document_id(text: str) -> str:
    """The id of a document: the first 16 hex digits of the SHA-256 of its text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RawReport:
    """A document as reading hands it on, with the bytes as they came in."""

    document: Document
    raw: bytes
