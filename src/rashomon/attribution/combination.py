"""Tagger and rules together: the tagger's spans, and what it was not trained to see.

PolNeAR marks no nesting, so the tagger finds the outer speaker and leaves out whom that speaker relays. The rules add
these, and relayed quotations, headlines and hearsay adverbs, wherever the tagger has no cue in the same place.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.continuation import with_continuations
from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import find_subject, is_misjoined, source_span
from rashomon.attribution.speaker import FIRST_PERSON, RELATIVE, ActorIndex, head_of, resolve_speaker
from rashomon.model import Span

# Where both find a cue, the surer one stands. Measured on PolNeAR's development part: these constructs the rules read
# at least as well as the tagger at any score of it ...
RULE_STANDS = frozenset(
    {"according to", "passive", "seeming", "label", "colon", "as", "adverb", "quoted as saying", "turn"}
)
# ... these where the tagger is less sure than this (below it the rules have as many right and more of them exactly) ...
CLEAR = frozenset({"clause", "parenthetical", "inverted", "quotation", "preposition"})
CLEAR_BELOW = 0.7
# ... and the others only here.
OTHERS_BELOW = 0.5
# What the tagger finds alone is left out below this: of 380 such findings 82 were right.
ALONE_ABOVE = 0.6
# A content that holds less of a quotation than this is cut short.
WHOLE_QUOTATION = 0.9
# Beside the tagger's findings. Where the tagger has nothing, 4 of 10 of these are right there, of the rules' other
# constructs ("object" above all) 1 of 9.
ADDED = frozenset(
    {
        "label",
        "quoted as saying",
        "colon",
        "infinitive",
        "preposition",
        "adverb",
        "according to",
        "inverted",
        "number",
        "withdrawal",
        "turn",
    }
)
ADDED_SPEECH = frozenset({"clause", "parenthetical", "quotation"})
# Within the content of one of the tagger's findings: speech of somebody else.
NESTED = frozenset(
    {"clause", "quotation", "colon", "inverted", "parenthetical", "according to", "quoted as saying", "as", "label"}
)
NESTED_WITH_LEMMA = frozenset({"infinitive", "object", "object and preposition"})
SPEECH = frozenset(
    {
        "say",
        "tell",
        "report",
        "claim",
        "announce",
        "deny",
        "write",
        "confirm",
        "accuse",
        "blame",
        "warn",
        "state",
        "admit",
    }
    | {"insist", "testify", "promise", "vow", "believe", "allege", "acknowledge", "add", "explain", "argue", "predict"}
    | {
        "estimate",
        "suspect",
        "fear",
        "refuse",
        "decline",
        "according",
        "suggest",
        "conclude",
        "show",
        "find",
        "declare",
    }
)
PRONOUNS = frozenset({"he", "she", "it", "they"})


def combine(p: Passages, tagged: Sequence[Finding], by_rules: Sequence[Finding], index: ActorIndex) -> list[Finding]:
    """The findings of both, in the order of their cues; of two with the same cue the surer one."""
    kept = [f for f in tagged if not _is_empty(p, f)]
    kept = [f for f in kept if f.score >= ALONE_ABOVE or any(_share_cue(f, rule) for rule in by_rules)]
    for rule in by_rules:
        meeting = [f for f in kept if f.method == "tagger" and _share_cue(f, rule)]
        if meeting and _rule_stands(p, rule, meeting[0]):
            kept = [f for f in kept if f not in meeting]
            kept.append(rule)
    withdrawals = [rule for rule in by_rules if rule.rule == "withdrawal"]
    kept = [_until_withdrawal(p, finding, withdrawals) for finding in kept]
    cues = [piece for finding in kept for piece in finding.cue]
    added = [
        finding
        for finding in by_rules
        if not any(finding.cue[0].overlaps(cue) for cue in cues) and _adds(p, finding, kept, index)
    ]
    found = with_continuations(p, [*(whole_source(p, with_subject(p, f)) for f in kept), *added])
    return sorted(set(found), key=lambda finding: (finding.cue, finding.source, finding.content))


def _until_withdrawal(p: Passages, finding: Finding, withdrawals: Sequence[Finding]) -> Finding:
    """`finding` with a content that ends where its speaker goes on to take something back: "said that 46 were hurt, |
    and withdrew the figure of 64"."""
    if finding.method != "tagger":
        return finding
    content = finding.content[-1]
    for rule in withdrawals:
        verb = p.annotated.tokens_in(rule.cue[0])[0]
        if content.start < verb.start < content.end and is_misjoined(p.annotated, verb.i):
            before = p.annotated.tokens[verb.i - 1]
            end = before.start if before.dep == "cc" else verb.start
            kept = Span(content.start, content.start + len(p.annotated.text[content.start : end].rstrip(" ,")))
            return replace(finding, content=(*finding.content[:-1], kept)) if kept.start < kept.end else finding
    return finding


def _is_empty(p: Passages, finding: Finding) -> bool:
    """Whether nothing is said (marks only), or somebody does it with an adverb alone ("she | specifically")."""
    if not any(character.isalnum() for piece in finding.content for character in piece.of(p.annotated.text)):
        return True
    cue = [token for piece in finding.cue for token in p.annotated.tokens_in(piece)]
    return bool(finding.source) and all(token.pos == "ADV" for token in cue)


def with_subject(p: Passages, finding: Finding) -> Finding:
    """`finding` with the subject of its cue as source where the tagger gave none ("Lee said …, adding …")."""
    if finding.method != "tagger" or finding.source:
        return finding
    verbs = [t for piece in finding.cue for t in p.annotated.tokens_in(piece) if t.pos == "VERB" and t.tag != "VBN"]
    subject = find_subject(p.annotated, verbs[-1].i) if verbs else None
    if subject is None:
        return finding
    source = source_span(p.annotated, subject, verbs[-1].i)
    taken = any(source.overlaps(piece) for piece in (*finding.cue, *finding.content))
    return finding if taken else replace(finding, source=(source,))


def whole_source(p: Passages, finding: Finding) -> Finding:
    """`finding` with its source as a whole noun phrase where the tagger stopped inside a name ("Croatia" of "Croatia
    President Ana Babic said") or behind an article ("The" of "The dock workers' union said")."""
    head = head_of(p, finding.source)
    if finding.method != "tagger" or head is None or head.dep not in ("compound", "nmod", "amod", "det", "poss"):
        return finding
    begun = head.pos == "DET"
    above = p.annotated.tokens[head.head]
    while above.dep in ("compound", "poss") and p.annotated.tokens[above.head].i > above.i:
        if p.annotated.tokens[above.head].pos != "PROPN" and not begun:
            break
        above = p.annotated.tokens[above.head]
    if above.pos != "PROPN" and not (begun and above.pos == "NOUN"):
        return finding
    if above.i < head.i or above.start >= finding.cue[0].start > head.start:
        return finding
    source = source_span(p.annotated, above.i, p.annotated.tokens_in(finding.cue[0])[0].i)
    if any(source.overlaps(piece) for piece in (*finding.cue, *finding.content)):
        return finding
    return replace(finding, source=(source,))


def _share_cue(left: Finding, right: Finding) -> bool:
    return any(a.overlaps(b) for a in left.cue for b in right.cue)


def _rule_stands(p: Passages, rule: Finding, tagged: Finding) -> bool:
    if rule.rule in RULE_STANDS or _is_cut(p, tagged):
        return True
    if rule.rule == "inverted" and not any(p.inside_at(piece) >= 0 for piece in rule.content):
        return True
    return tagged.score < (CLEAR_BELOW if rule.rule in CLEAR else OTHERS_BELOW)


def _is_cut(p: Passages, finding: Finding) -> bool:
    """Whether a content begins with a stray mark, or holds a quotation in part only."""
    text = p.annotated.text
    if text[finding.content[0].start] in ":,;)]":
        return True
    head = head_of(p, finding.source)
    if head is not None and head.tag == "PRP$" and p.annotated.tokens_in(finding.cue[-1])[-1].pos == "VERB":
        return True
    own = p.inside_at(finding.cue[0])
    if own >= 0:
        return False
    touched = {p.inside[t.i] for piece in finding.content for t in p.annotated.tokens_in(piece)} - {-1}
    for index in touched:
        for part in p.quotations[index].pieces:
            held = sum(max(0, min(part.end, c.end) - max(part.start, c.start)) for c in finding.content)
            if 0 < held < WHOLE_QUOTATION * len(part):
                return True
    return False


def _adds(p: Passages, finding: Finding, tagged: Sequence[Finding], index: ActorIndex) -> bool:
    outer = [f for f in tagged if f is not finding and any(piece.contains(finding.cue[0]) for piece in f.content)]
    if finding.rule == "quoted as saying":
        return True
    if not outer and p.inside_at(finding.cue[0]) < 0:
        return finding.rule in ADDED or (finding.rule in ADDED_SPEECH and _is_speech(p, finding))
    if finding.rule not in NESTED:
        last = p.annotated.tokens_in(finding.cue[-1])[-1]
        if finding.rule not in NESTED_WITH_LEMMA or p.lexicon.lemma(last) not in SPEECH:
            return False
    elif finding.rule in ("clause", "parenthetical", "quotation") and not _is_speech(p, finding):
        return False
    return _is_another(p, finding, outer, index)


def _is_speech(p: Passages, finding: Finding) -> bool:
    return any(p.lexicon.lemma(t) in SPEECH for piece in finding.cue for t in p.annotated.tokens_in(piece))


def _is_another(p: Passages, finding: Finding, outer: Sequence[Finding], index: ActorIndex) -> bool:
    """Whether somebody else speaks than the one in whose words this stands."""
    head = head_of(p, finding.source)
    if head is None or head.lower in FIRST_PERSON or head.lower in ("you", "one") or head.lower in RELATIVE:
        return False
    if head.lower not in PRONOUNS:
        return True
    speaker = resolve_speaker(p, index, finding.source)
    if speaker is None or speaker.found_from == "unresolved":
        return False
    others = [resolve_speaker(p, index, other.source) for other in outer]
    return all(other is None or other.name != speaker.name for other in others)
