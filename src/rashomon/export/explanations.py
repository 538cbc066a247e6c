"""Rival explanations: one row for each who holds, denies or doubts one, and the report that says so."""

from rashomon.export.evidence import PASSAGE_COLUMNS, SOURCE_COLUMNS, Evidence, chain_text
from rashomon.export.table import Column, Rows

EXPLANATION_COLUMNS = (
    Column("story", "title of the story"),
    Column("hypothesis", "the explanation"),
    Column("blamed", "who or what is said to be behind it, in the report's words"),
    Column("holder", "who speaks for or against it; empty is the report's own voice"),
    Column("stance", "asserts, confirms, denies, doubts, declines, forecasts"),
    Column("evidence", "none offered: the report says that no evidence was given"),
    Column("evidence_passage", "the words that say so"),
    Column("date", "when it was said, as far as it is known"),
    Column("chain", "all speakers, outermost first; empty is the report's own voice"),
    Column("source_original", "innermost named speaker, else agency, else outlet (GED: source_original)"),
    *PASSAGE_COLUMNS,
    *SOURCE_COLUMNS,
)


def explanation_rows(evidence: Evidence) -> Rows:
    """One row a holder, hypothesis by hypothesis."""
    for story in evidence.account.stories:
        for hypothesis in story.explanations:
            for holder in hypothesis.holders:
                yield {
                    "story": story.title,
                    "hypothesis": hypothesis.hypothesis,
                    "blamed": holder.blamed,
                    "holder": holder.actor,
                    "stance": holder.stance,
                    "evidence": holder.evidence,
                    "evidence_passage": evidence.words(holder.doc, holder.evidence_span),
                    "date": holder.date,
                    "chain": chain_text(holder.chain),
                    "source_original": holder.origin,
                    **evidence.passage_cells(holder.doc, evidence.sentence(holder.doc, holder.span)),
                    **evidence.source_cells(holder.doc),
                }
