"""The words of the dossier: each state, flag, status and kind, the shape that marks it, and a sentence on it.

The codebook page `docs/codebook/dossier.md` says the same; a test holds the two together. Shapes name symbols of
`templates/symbols.html`, so that nothing is told by colour alone.
"""

from dataclasses import dataclass
from typing import get_args

from rashomon.model import DifferenceKind, Flag, Kind, LineageKind, OccurrenceType, Stance, State, Status


@dataclass(frozen=True, slots=True)
class Word:
    """One term: `label` as shown, `shape` its symbol, `meaning` one sentence."""

    label: str
    shape: str
    meaning: str


STATES: dict[str, Word] = {
    "agreed": Word("agreed", "disc", "Two or more independent origins give figures that fit together."),
    "single origin": Word("single origin", "ring", "However many reports carry it, it rests on one origin."),
    "moving": Word("moving", "rise", "The figures differ only because they grew or were revised over time."),
    "contested": Word(
        "contested",
        "split",
        "Independent origins give figures that time, scope, hedges and revision do not explain.",
    ),
}

FLAGS: dict[str, Word] = {
    "unattributed": Word("unattributed", "dash", "At least one reading names nobody as its source."),
    "unconfirmed": Word("unconfirmed", "query", "At least one reading is said not to have been confirmed."),
    "denied": Word("denied", "cross", "Somebody denies at least one reading."),
    "retracted": Word("retracted", "strike", "At least one reading was withdrawn or deleted by its own source."),
}

STATUSES: dict[str, Word] = {
    "asserted": Word("asserted", "disc", "Said without reservation."),
    "unconfirmed": Word("unconfirmed", "query", "Said, but the report notes that it was not confirmed."),
    "denied": Word("denied", "cross", "Said by one and denied by another."),
    "retracted": Word("retracted", "strike", "Withdrawn, corrected or deleted by its own source."),
    "forecast": Word("forecast", "dotted", "About what may come, not about what has happened."),
}

DIFFERENCES: dict[str, Word] = {
    "conflict": Word("conflict", "split", "The two cannot be explained by time, scope, hedge or revision."),
    "revised": Word("revised", "turn", "The same origin changed its number."),
    "grown": Word("grown", "rise", "A later, higher number of something that adds up over time."),
    "scope": Word("other scope", "nest", "The two do not count the same persons, things or place."),
    "compatible": Word("compatible", "disc", "The two ranges meet, rounding considered."),
}

STANCES: dict[str, Word] = {
    "asserts": Word("says so", "disc", "The speaker puts it forward."),
    "confirms": Word("confirms", "tick", "The speaker confirms what others had said."),
    "forecasts": Word("expects", "dotted", "The speaker says that it will or may come."),
    "doubts": Word("doubts", "query", "The speaker questions it."),
    "denies": Word("denies", "cross", "The speaker says that it is not so."),
    "declines": Word("no comment", "dash", "The speaker would not say."),
}

QUOTATIONS: dict[str, Word] = {
    "direct": Word("direct", "quotes", "The speaker's own words, in quotation marks."),
    "indirect": Word("indirect", "lines", "The report's words for what the speaker said."),
    "mixed": Word("mixed", "mixed", "Partly the speaker's own words in quotation marks, partly the report's."),
}

LINEAGES: dict[str, Word] = {
    "copy": Word("copy", "copy", "Nearly all of the text is the other report's."),
    "rewrite": Word("rewrite", "copy", "Much of the text is the other report's, shortened or reworded."),
    "shared_quote": Word("shared quote", "quotes", "The two share quotations, not their own prose."),
}

OCCURRENCES: dict[str, Word] = {
    "AGREE": Word("agreement", "event", "Parties agree, or agree to act."),
    "CONSULT": Word("talks", "event", "Meetings, calls and visits."),
    "SUPPORT": Word("support", "event", "Praise, backing or recognition."),
    "CONCEDE": Word("concession", "event", "Giving in, resigning, releasing, lifting."),
    "COOPERATE": Word("cooperation", "event", "Working together, also in arms or intelligence."),
    "AID": Word("aid", "event", "Help given, in goods, money, people or shelter."),
    "RETREAT": Word("retreat", "event", "Forces, staff or observers leave."),
    "REQUEST": Word("request", "event", "Demands and appeals."),
    "ACCUSE": Word("accusation", "event", "Blame, complaint, charge or inquiry."),
    "REJECT": Word("rejection", "event", "A refusal."),
    "THREATEN": Word("threat", "event", "Threats and ultimatums."),
    "PROTEST": Word("protest", "event", "Demonstrations, strikes, riots."),
    "SANCTION": Word("sanction", "event", "Measures against someone: expelling, banning, breaking off."),
    "MOBILIZE": Word("mobilisation", "event", "Forces or means are made ready or sent."),
    "COERCE": Word("coercion", "event", "Arrests, curfews, seizures, censorship."),
    "ASSAULT": Word("assault", "event", "Violence against persons or things."),
}

PUBLISHED_FROM: dict[str, str] = {
    "metadata": "from the page's metadata",
    "dateline": "from the dateline",
    "page": "from a line near the text",
    "given": "given with the report",
    "content": "worked out from the content",
}

COMPLETE: tuple[tuple[dict[str, Word], object], ...] = (
    (STATES, State),
    (FLAGS, Flag),
    (STATUSES, Status),
    (DIFFERENCES, DifferenceKind),
    (STANCES, Stance),
    (QUOTATIONS, Kind),
    (LINEAGES, LineageKind),
    (OCCURRENCES, OccurrenceType),
)
"""Every table with the type whose values it has to name; a test goes through it."""


def missing_words() -> list[str]:
    """Values of the model that no table explains; empty if all is well."""
    return [str(value) for table, kind in COMPLETE for value in get_args(kind) if value not in table]
