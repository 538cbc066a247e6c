"""Quotations that go on after their cue: "“A,” she said. “B.”", and the paragraphs of quotation that follow."""

from dataclasses import replace

from rashomon.attribution.finding import Finding, tidy
from rashomon.attribution.passages import Passages


def with_continuations(p: Passages, found: list[Finding]) -> list[Finding]:
    """Give a quotation that nobody else claims to the speaker of the one right before it."""
    claimed = {
        p.inside[token.i]
        for finding in found
        for piece in finding.content
        for token in p.annotated.tokens_in(piece)
        if p.inside[token.i] != p.inside_at(finding.cue[0])
    }
    result = list(found)
    for index, quotation in enumerate(p.quotations):
        tokens = p.annotated.tokens_in(quotation.span)
        if index in claimed or not tokens or tokens[0].i == 0 or tokens[0].i != p.sentence_of(tokens[0].i).first:
            continue
        at = _quoted_before(p, result, tokens[0].i)
        if at is not None:
            old = result[at]
            content = tidy(p.annotated.text, [*old.content, *quotation.pieces])
            result[at] = replace(old, content=content)
    return result


def _quoted_before(p: Passages, found: list[Finding], first: int) -> int | None:
    """The finding with a quotation as content in the sentence before token `first`."""
    before = p.sentence_of(first - 1)
    best = None
    for at, finding in enumerate(found):
        here = before.span.contains(finding.cue[0])
        ends = finding.content[-1].end <= before.span.end and finding.content[-1].overlaps(before.span)
        if not (here or ends) or p.inside_at(finding.cue[0]) >= 0:
            continue
        if any(p.inside[t.i] >= 0 for piece in finding.content for t in p.annotated.tokens_in(piece)[:1]):
            best = at
    return best
