"""Questions with their states, and the differences between their readings."""

from rashomon.export.evidence import Evidence
from rashomon.export.table import Column, Row, Rows
from rashomon.model import Question, Reading, Story

QUESTION_COLUMNS = (
    Column("id", "id of the question"),
    Column("story", "title of the story"),
    Column("question", "the question in words"),
    Column("quantity", "what is counted"),
    Column("group", "of whom, where it is narrower than the quantity"),
    Column("place", "place scope of the question"),
    Column("unit", "currency or unit of measure"),
    Column("state", "agreed, single origin, moving, contested"),
    Column("flags", "unattributed, unconfirmed, denied, retracted: at least one reading is"),
    Column("low", "lower end of the reported range over the readings that stand; no estimate"),
    Column("high", "upper end of it; no estimate"),
    Column("forecast", "true if the readings foresee and do not report"),
    Column("readings", "number of readings"),
    Column("documents", "number of reports that give one"),
    Column("origins", "the origins the readings rest on"),
    Column("policies", "what each named policy makes of the readings; none of them is the default truth"),
)
DIFFERENCE_COLUMNS = (
    Column("story", "title of the story"),
    Column("question", "the question in words"),
    Column("kind", "compatible, grown, revised, scope, conflict"),
    Column("why", "why the two differ or agree"),
    *(
        Column(f"{side}_{name}", f"{meaning} of the {place} reading")
        for side, place in (("left", "first"), ("right", "second"))
        for name, meaning in (
            ("says", "number with its hedge, unchanged,"),
            ("origin", "origin"),
            ("as_of", "as-of date"),
            ("status", "status"),
            ("source", "outlet, date and title of the report"),
            ("passage", "words, unchanged,"),
            ("document", "report id"),
        )
    ),
)


def question_rows(evidence: Evidence) -> Rows:
    """One row a question."""
    for story in evidence.account.stories:
        for question in story.questions:
            yield _question_row(story, question)


def _question_row(story: Story, question: Question) -> Row:
    origins = dict.fromkeys(reading.origin for reading in question.readings if reading.origin is not None)
    return {
        "id": question.id,
        "story": story.title,
        "question": question.ask,
        "quantity": question.quantity,
        "group": question.group,
        "place": question.place,
        "unit": question.unit,
        "state": question.state,
        "flags": ", ".join(question.flags) or None,
        "low": question.range.low,
        "high": question.range.high,
        "forecast": question.forecast,
        "readings": len(question.readings),
        "documents": len({reading.doc for reading in question.readings}),
        "origins": ", ".join(origins) or None,
        "policies": "; ".join(f"{item.policy}: {_range(item.low, item.high)}" for item in question.policies) or None,
    }


def _range(low: float | None, high: float | None) -> str:
    if low == high:
        return "unknown" if low is None else f"{low}"
    return f"{'?' if low is None else low} to {'?' if high is None else high}"


def difference_rows(evidence: Evidence) -> Rows:
    """One row a pair of readings of one question."""
    for story in evidence.account.stories:
        for question in story.questions:
            for difference in question.differences:
                yield {
                    "story": story.title,
                    "question": question.ask,
                    "kind": difference.kind,
                    "why": difference.why,
                    **_side_cells(evidence, "left", question.readings[difference.left]),
                    **_side_cells(evidence, "right", question.readings[difference.right]),
                }


def _side_cells(evidence: Evidence, side: str, reading: Reading) -> Row:
    sentence = evidence.sentence(reading.doc, reading.phrase if reading.phrase is not None else reading.span)
    return {
        f"{side}_says": evidence.words(reading.doc, reading.span),
        f"{side}_origin": reading.origin,
        f"{side}_as_of": reading.as_of,
        f"{side}_status": reading.status,
        f"{side}_source": evidence.source_cells(reading.doc)["source_article"],
        f"{side}_passage": evidence.words(reading.doc, sentence),
        f"{side}_document": reading.doc,
    }
