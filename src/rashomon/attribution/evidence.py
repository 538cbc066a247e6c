"""Where a report says that a speaker offered no evidence, and for which attribution.

The passage stands in the sentence of the attribution ("… without providing any evidence"), or in a sentence of its own
right behind it whose subject is the speaker ("It did not name any specific groups.").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.attribution.finding import Finding, cut, tidy
from rashomon.attribution.passages import Passages
from rashomon.model import Sentence, Span
from rashomon.resources import load_resource

QUICK = re.compile(r"evidence|proof|without|\bno\b|not|n['’]t|substantiat|baseless|unfounded|unproven", re.IGNORECASE)
# "If you do not give names …" speaks to the reader.
ADDRESSED = re.compile(r"\b(?:you|we|I)\s*$", re.IGNORECASE)
PRONOUNS = frozenset({"it", "he", "she", "they"})
# A remark about missing evidence stands at most so many sentences behind what it is about.
NEAR = 2


@dataclass(frozen=True, slots=True)
class NoEvidence:
    """A passage that says that no evidence was offered, for the finding with index `about`."""

    span: Span
    about: int


@cache
def load_evidence() -> tuple[re.Pattern[str], ...]:
    """The shipped patterns for missing evidence."""
    return tuple(re.compile(rule["pattern"], re.IGNORECASE) for rule in load_resource("stances")["evidence"])


def find_no_evidence(p: Passages, findings: Sequence[Finding]) -> list[NoEvidence]:
    """The passages about missing evidence, each with the finding it is about; those about none are left out."""
    found: list[NoEvidence] = []
    text = p.annotated.text
    for sentence in p.annotated.sentences:
        if not QUICK.search(text, sentence.span.start, sentence.span.end):
            continue
        for pattern in load_evidence():
            match = pattern.search(text, sentence.span.start, sentence.span.end)
            if match is None or ADDRESSED.search(text[sentence.span.start : match.start()]):
                continue
            span = Span(match.start(), match.end())
            about = _about(p, findings, sentence, span)
            if about is not None:
                found.append(NoEvidence(span, about))
                break
    return found


def without_evidence(p: Passages, finding: Finding, span: Span) -> Finding:
    """`finding` with the passage about missing evidence taken out of its content, where it stands in it."""
    content = tidy(p.annotated.text, cut(finding.content, [span]), strip=" ,")
    return Finding(finding.source, finding.cue, content or finding.content, finding.rule, finding.method)


def _about(p: Passages, findings: Sequence[Finding], sentence: Sentence, span: Span) -> int | None:
    here = [
        n
        for n, f in enumerate(findings)
        if f.cue[0].overlaps(sentence.span) and (f.cue[0].contains(span) or not f.cue[0].overlaps(span))
    ]
    held = [n for n in here if findings[n].cue[0].contains(span) and len(findings[n].cue[0]) > len(span)]
    if held and not _is_own_sentence(p, sentence, span):
        return held[0]
    here = [n for n in here if not findings[n].cue[0].contains(span)]
    token = p.annotated.tokens_in(span)[0]
    above = {t.i for t in p.annotated.ancestors(token.i)}
    by_parse = [n for n in here if any(t.i in above for c in findings[n].cue for t in p.annotated.tokens_in(c))]
    if by_parse:
        return max(by_parse, key=lambda n: findings[n].cue[0].start)
    if not _is_own_sentence(p, sentence, span):
        before = [n for n in here if findings[n].cue[0].start < span.start]
        if before:
            return max(before, key=lambda n: findings[n].cue[0].start)
        return here[0] if here else None
    return _spoken_before(p, findings, sentence)


def _is_own_sentence(p: Passages, sentence: Sentence, span: Span) -> bool:
    """True for "It did not name any groups.": the passage is the verb of its own sentence."""
    tokens = p.annotated.tokens_in(span)
    return any(p.annotated.tokens[t.i].dep == "ROOT" for t in tokens) and span.start - sentence.span.start < 60


def _spoken_before(p: Passages, findings: Sequence[Finding], sentence: Sentence) -> int | None:
    subject = _subject_words(p, sentence)
    best: int | None = None
    for n, finding in enumerate(findings):
        last = p.annotated.sentence_at(max(finding.content[-1].end, finding.cue[-1].end) - 1)
        if last is None or not 0 < sentence.i - last.i <= NEAR:
            continue
        words = {w.lower() for piece in finding.source for w in piece.of(p.annotated.text).split()}
        if subject & PRONOUNS or subject & words:
            best = n if best is None or _ends_later(finding, findings[best]) else best
    return best


def _ends_later(left: Finding, right: Finding) -> bool:
    """The later end wins; of two that end together the outer one, whose speaker the report is about."""
    return (left.content[-1].end, -left.cue[0].start) > (right.content[-1].end, -right.cue[0].start)


def _subject_words(p: Passages, sentence: Sentence) -> set[str]:
    for token in p.annotated.sentence_tokens(sentence):
        if token.dep == "ROOT":
            subject = p.annotated.child(token.i, "nsubj", "nsubjpass")
            if subject is not None:
                return {p.annotated.tokens[subject].lower}
    return set()
