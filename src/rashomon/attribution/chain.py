"""Chains: on whose word a statement rests, hop by hop.

A hop comes from nesting ("X said Y had told Z that …": what Y told stands in the content of what X said), from a
source that names its own ("state media, citing a ministry, reported …"), or both.
"""

from collections.abc import Sequence

from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import find_subject, source_span
from rashomon.model import Span


def find_parents(findings: Sequence[Finding]) -> list[int | None]:
    """For each finding the index of the one in whose content it stands, the innermost if there are several."""
    sizes = [sum(len(piece) for piece in finding.content) for finding in findings]
    reach = sorted(range(len(findings)), key=lambda n: findings[n].content[0].start)
    parents: list[int | None] = [None] * len(findings)
    for n, finding in enumerate(findings):
        best: int | None = None
        for m in reach:
            other = findings[m]
            if other.content[0].start > finding.cue[0].start:
                break
            if m == n or not _holds(other, finding) or _holds(finding, other):
                continue
            if best is None or sizes[m] < sizes[best]:
                best = m
        parents[n] = best
    return _without_cycles(parents)


def _holds(outer: Finding, inner: Finding) -> bool:
    """Whether the cue of `inner` stands in the content of `outer`."""
    cue = inner.cue[0]
    return any(piece.contains(cue) for piece in outer.content)


def _without_cycles(parents: list[int | None]) -> list[int | None]:
    for n in range(len(parents)):
        seen, current = {n}, parents[n]
        while current is not None:
            if current in seen:
                parents[n] = None
                break
            seen.add(current)
            current = parents[current]
    return parents


def find_cited(p: Passages, findings: Sequence[Finding]) -> dict[int, tuple[Span, ...]]:
    """The sources that a speaker cites, by finding: "state media, CITING A MINISTRY, reported that …"."""
    cited: dict[int, tuple[Span, ...]] = {}
    for sentence in p.annotated.sentences:
        for token in p.annotated.sentence_tokens(sentence):
            if token.lower not in p.lexicon.citing or p.inside[token.i] >= 0:
                continue
            span = _cited_span(p, token.i)
            about = _citing_finding(p, findings, token.i) if span is not None else None
            if span is not None and about is not None:
                cited[about] = (*cited.get(about, ()), span)
    return cited


def _cited_span(p: Passages, citing: int) -> Span | None:
    annotated = p.annotated
    named = annotated.child(citing, "dobj")
    if named is None:
        return None
    token = annotated.tokens[named]
    spoken = p.lexicon.lemma(token) in p.lexicon.documents or p.lexicon.lemma(token) in p.lexicon.informants
    if not spoken and token.ent not in ("ORG", "PERSON", "NORP"):
        return None
    return source_span(annotated, named, citing)


def _citing_finding(p: Passages, findings: Sequence[Finding], citing: int) -> int | None:
    """The finding whose speaker does the citing: its source is the subject, else its cue is the verb above."""
    tokens = p.annotated.tokens
    subject = find_subject(p.annotated, citing)
    above = {token.i for token in p.annotated.ancestors(citing)}
    sentence = p.sentence_of(citing)
    best: tuple[int, int, int] | None = None
    for n, finding in enumerate(findings):
        if not finding.cue[0].overlaps(sentence.span) or finding.cue[0].contains(p.span_of(citing, citing)):
            continue
        if any(piece.contains(p.span_of(citing, citing)) for piece in finding.source):
            fits = 2
        else:
            owns = subject is not None and any(piece.contains(p.span_of(subject, subject)) for piece in finding.source)
            governs = any(t.i in above for piece in finding.cue for t in p.annotated.tokens_in(piece))
            fits = 2 * owns + governs
        distance = -abs(finding.cue[0].start - tokens[citing].start)
        if fits and (best is None or (fits, distance) > best[:2]):
            best = fits, distance, n
    return best[2] if best is not None else None
