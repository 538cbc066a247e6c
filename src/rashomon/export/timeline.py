"""What is said to have happened, when and where: one row an entry and the report that tells it."""

from rashomon.export.dates import date_range
from rashomon.export.evidence import PASSAGE_COLUMNS, SOURCE_COLUMNS, Evidence, chain_text
from rashomon.export.table import Column, Rows

TIMELINE_COLUMNS = (
    Column("story", "title of the story"),
    Column("when", "date with its precision; empty if it is not known"),
    Column("precision", "time, day, week, month, year, unknown"),
    Column("date_start", "first day the date may mean (GED: date_start)"),
    Column("date_end", "last day the date may mean (GED: date_end)"),
    Column("date_prec", "1 day, 2 some days, 3 week, 4 month, 5 year (GED: date_prec)"),
    Column("type", "PLOVER event type"),
    Column("what", "what is said to have happened"),
    Column("where", "name of the place"),
    Column("chain", "all speakers, outermost first; empty is the report's own voice"),
    Column("source_original", "innermost named speaker, else agency, else outlet (GED: source_original)"),
    *PASSAGE_COLUMNS,
    *SOURCE_COLUMNS,
)


def timeline_rows(evidence: Evidence) -> Rows:
    """One row a reading of a timeline entry, in order of the timeline."""
    for story in evidence.account.stories:
        for entry in story.timeline:
            days = date_range(entry.when)
            for reading in entry.readings:
                span = evidence.sentence(reading.doc, reading.phrase if reading.phrase is not None else reading.span)
                yield {
                    "story": story.title,
                    "when": entry.when,
                    "precision": entry.precision,
                    "date_start": None if days is None else days.start.isoformat(),
                    "date_end": None if days is None else days.end.isoformat(),
                    "date_prec": None if days is None else days.precision,
                    "type": entry.type,
                    "what": entry.what,
                    "where": entry.where,
                    "chain": chain_text(reading.chain),
                    "source_original": reading.origin,
                    **evidence.passage_cells(reading.doc, span),
                    **evidence.source_cells(reading.doc),
                }
