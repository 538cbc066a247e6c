"""Tagger and rules together: the tagger's spans, and what it was not trained to see.

PolNeAR marks no nesting, so the tagger finds the outer speaker and leaves out whom that speaker relays. The rules add
these, and relayed quotations, headlines and hearsay adverbs, wherever the tagger has no cue in the same place.
"""

from collections.abc import Sequence

from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages
from rashomon.attribution.speaker import FIRST_PERSON, RELATIVE, ActorIndex, head_of, resolve_speaker

# Beside the tagger's findings. On PolNeAR's development part 4 of 10 of these are right where the tagger has nothing,
# of the rules' other constructs ("object" above all) 1 of 9.
ADDED = frozenset(
    {"label", "quoted as saying", "colon", "infinitive", "preposition", "adverb", "according to", "inverted"}
)
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
    """The findings of both, in the order of their cues; where the cues meet the tagger's stands, except for relayed
    quotations ("X quoted Y as saying"), of which it knows one speaker only."""
    relayed = [finding for finding in by_rules if finding.rule == "quoted as saying"]
    taken = [piece for finding in relayed for piece in finding.cue]
    kept = [f for f in tagged if not any(cue.overlaps(piece) for cue in f.cue for piece in taken)]
    cues = [piece for finding in kept for piece in finding.cue]
    added = [
        finding
        for finding in by_rules
        if not any(finding.cue[0].overlaps(cue) for cue in cues) and _adds(p, finding, [*kept, *relayed], index)
    ]
    return sorted([*kept, *added], key=lambda finding: (finding.cue, finding.source, finding.content))


def _adds(p: Passages, finding: Finding, tagged: Sequence[Finding], index: ActorIndex) -> bool:
    outer = [f for f in tagged if f is not finding and any(piece.contains(finding.cue[0]) for piece in f.content)]
    if finding.rule == "quoted as saying":
        return True
    if not outer and p.inside_at(finding.cue[0]) < 0:
        return finding.rule in ADDED
    if finding.rule not in NESTED:
        last = p.annotated.tokens_in(finding.cue[-1])[-1]
        if finding.rule not in NESTED_WITH_LEMMA or p.lexicon.lemma(last) not in SPEECH:
            return False
    elif finding.rule in ("clause", "parenthetical", "quotation"):
        lemmas = {p.lexicon.lemma(token) for piece in finding.cue for token in p.annotated.tokens_in(piece)}
        if not lemmas & SPEECH:
            return False
    return _is_another(p, finding, outer, index)


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
