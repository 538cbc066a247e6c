"""The reports of a case: one row a document."""

from rashomon.export.evidence import SOURCE_COLUMNS, Evidence
from rashomon.export.table import Column, Rows

REPORT_COLUMNS = (
    Column("story", "title of the story the report belongs to"),
    *SOURCE_COLUMNS,
    Column("byline", "who wrote it"),
    Column("dateline", "dateline as written"),
    Column("published_from", "where the date was found: metadata, dateline, page, given, content"),
    Column("published_note", "how the date was worked out, if it was"),
    Column("language", "ISO 639-1 code"),
    Column("characters", "length of the text"),
    Column("attributions", "how many were found"),
    Column("figures", "how many were found"),
    Column("issues", "what could not be done"),
    Column("sha256", "hash of the bytes as they came in"),
)


def report_rows(evidence: Evidence) -> Rows:
    """One row a document, in order of document id."""
    for doc, extraction in evidence.extractions.items():
        document, story = extraction.document, evidence.stories.get(doc)
        yield {
            "story": None if story is None else story.title,
            **evidence.source_cells(doc),
            "byline": document.byline,
            "dateline": document.dateline,
            "published_from": document.published_from,
            "published_note": document.published_note,
            "language": document.language,
            "characters": len(document.text),
            "attributions": len(extraction.attributions),
            "figures": len(extraction.figures),
            "issues": "; ".join(issue.message for issue in extraction.issues) or None,
            "sha256": document.sha256,
        }
