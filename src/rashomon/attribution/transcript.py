"""Transcripts: who has the floor, from one label ("WALLACE:") to the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.finding import Finding, trim
from rashomon.attribution.passages import Passages
from rashomon.model import Sentence, Span

# So many labels of at least two speakers make a transcript; fewer may be captions or headings.
LEAST_TURNS = 4
LEAST_SPEAKERS = 2
# "(BEGIN VIDEO CLIP)", "(COMMERCIAL BREAK)": what follows is no longer the words of whoever spoke before.
DIRECTION = re.compile(r"\W*\(?[A-Z][A-Z ,'’-]{5,}\)")


def with_turns(p: Passages, found: Sequence[Finding]) -> list[Finding]:
    """`found` with the labels of a transcript as turns: everything said until the next label is the content.

    In any other document labels stay what they are, the words of their own paragraph.
    """
    labels = {n: finding for n, finding in enumerate(found) if finding.rule == "label" and _is_capital(p, finding)}
    speakers = {finding.source[0].of(p.annotated.text) for finding in labels.values()}
    if len(labels) < LEAST_TURNS or len(speakers) < LEAST_SPEAKERS:
        return list(found)
    ends = sorted([finding.source[0].start for finding in labels.values()] + _directions(p))
    result = list(found)
    for n, finding in labels.items():
        start = finding.content[0].start
        end = next((end for end in ends if end > start), p.annotated.sentences[-1].span.end)
        result[n] = replace(finding, content=(trim(p.annotated.text, Span(start, end)),), rule="turn")
    return result


def _is_capital(p: Passages, finding: Finding) -> bool:
    return finding.source[0].of(p.annotated.text).isupper() and finding.source[0].end <= finding.cue[0].start


def _directions(p: Passages) -> list[int]:
    """Where stage directions begin, and where the section of the document changes."""
    sentences: tuple[Sentence, ...] = p.annotated.sentences
    return [s.span.start for s in sentences if DIRECTION.match(s.span.of(p.annotated.text))]
