"""Direct, indirect or mixed: how much of the content stands between quotation marks."""

import re

from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import QUOTE_MARKS, Passages
from rashomon.attribution.stance import cue_lemmas
from rashomon.model import Kind, Span

# So much of the letters and digits of the content between marks is direct speech: reporters leave "that" outside.
DIRECT_SHARE = 0.9
LEAD = re.compile(r"^that\s+", re.IGNORECASE)
# One word between marks is a scare quote, unless the verb names something ("called it “reckless”").
MIXED_WORDS = 2


def kind_of(p: Passages, finding: Finding) -> Kind:
    """The kind of one attribution. Marks around the cue itself belong to an outer speaker and do not count; a turn of
    a transcript needs none."""
    if finding.rule == "turn":
        return "direct"
    cue = p.annotated.tokens_in(finding.cue[0])
    own = p.inside[cue[0].i] if cue else -1
    said = [LEAD.sub("", piece.of(p.annotated.text)) for piece in finding.content]
    letters = sum(character.isalnum() for piece in said for character in piece)
    if own >= 0:
        return "direct" if _opens_with_mark(p, finding) else "indirect"
    quoted = [overlap for piece in finding.content for overlap in _quoted(p, piece)]
    inside = sum(_letters(p, piece) for piece in quoted)
    if letters and inside / letters >= DIRECT_SHARE:
        return "direct"
    words = max((len(piece.of(p.annotated.text).split()) for piece in quoted), default=0)
    names = cue_lemmas(p, finding) & p.lexicon.naming
    return "mixed" if words >= MIXED_WORDS or (words and names) else "indirect"


def _letters(p: Passages, span: Span) -> int:
    return sum(character.isalnum() for character in span.of(p.annotated.text))


def _quoted(p: Passages, piece: Span) -> list[Span]:
    indices = {p.inside[token.i] for token in p.annotated.tokens_in(piece)} - {-1}
    parts = [part for index in indices for part in p.quotations[index].pieces if part.overlaps(piece)]
    return [Span(max(part.start, piece.start), min(part.end, piece.end)) for part in parts]


def _opens_with_mark(p: Passages, finding: Finding) -> bool:
    return p.annotated.text[finding.content[0].start] in QUOTE_MARKS
