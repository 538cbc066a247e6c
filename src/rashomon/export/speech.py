"""Who says what: one row an attribution."""

from rashomon.export.evidence import PASSAGE_COLUMNS, SOURCE_COLUMNS, Evidence, chain_text
from rashomon.export.table import Column, Row, Rows
from rashomon.model import Attribution, Span, cover

FRAGMENT_SEPARATOR = " … "

ATTRIBUTION_COLUMNS = (
    Column("id", "id of the attribution: document and attribution"),
    Column("story", "title of the story the report belongs to"),
    Column("speaker", "canonical name of the innermost source; empty where the text names none"),
    Column("speaker_from", "how the speaker was found: name, title, pronoun, group, agency, unresolved"),
    Column("chain", "all speakers, outermost first"),
    Column("kind", "direct, indirect, mixed"),
    Column("stance", "asserts, confirms, denies, doubts, declines, forecasts"),
    Column("source", "the words for the source, unchanged; fragments are joined with …"),
    Column("cue", "the words that link source and content"),
    Column("content", "the words of what is said"),
    Column("evidence", "none offered: the report says that no evidence was given"),
    Column("evidence_passage", "the words that say so"),
    Column("part_of", "id of the attribution whose content this one stands in"),
    *PASSAGE_COLUMNS,
    *SOURCE_COLUMNS,
)


def attribution_rows(evidence: Evidence) -> Rows:
    """One row an attribution, in order of document."""
    for doc, extraction in evidence.extractions.items():
        for attribution in extraction.attributions:
            yield _row(evidence, doc, attribution)


def _row(evidence: Evidence, doc: str, attribution: Attribution) -> Row:
    story = evidence.stories.get(doc)
    passage = cover((*attribution.source, *attribution.cue, *attribution.content) or (Span(0, 0),))
    return {
        "id": f"{doc}-{attribution.id}",
        "story": None if story is None else story.title,
        "speaker": attribution.speaker,
        "speaker_from": attribution.speaker_from,
        "chain": chain_text(attribution.chain),
        "kind": attribution.kind,
        "stance": attribution.stance,
        "source": _fragments(evidence, doc, attribution.source),
        "cue": _fragments(evidence, doc, attribution.cue),
        "content": _fragments(evidence, doc, attribution.content),
        "evidence": attribution.evidence,
        "evidence_passage": evidence.words(doc, attribution.evidence_span),
        "part_of": None if attribution.parent is None else f"{doc}-{attribution.parent}",
        **evidence.passage_cells(doc, passage),
        **evidence.source_cells(doc),
    }


def _fragments(evidence: Evidence, doc: str, spans: tuple[Span, ...]) -> str | None:
    return FRAGMENT_SEPARATOR.join(evidence.words(doc, span) or "" for span in spans) or None
