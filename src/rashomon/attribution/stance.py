"""How the speaker stands to the content: asserts, confirms, denies, doubts, declines or forecasts.

The rules are data (resources/stances.yaml); the first that fits the words of the cue wins.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages
from rashomon.model import Stance, Token
from rashomon.resources import load_resource

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
# Words of the content that may belong to the cue: "declined to comment", "did not rule out".
PEEK = 3


@dataclass(frozen=True, slots=True)
class StanceRule:
    """One rule of resources/stances.yaml."""

    id: str
    stance: Stance
    lemmas: frozenset[str]
    negated: bool | None
    infinitive: frozenset[str]
    pattern: re.Pattern[str] | None
    spoken: bool


@cache
def load_stances() -> tuple[StanceRule, ...]:
    """The shipped stance rules in the order they are tried."""
    return tuple(
        StanceRule(
            rule["id"],
            cast(Stance, rule["stance"]),
            frozenset(rule.get("lemmas", ())),
            rule.get("negated"),
            frozenset(rule.get("infinitive", ())),
            re.compile(rule["pattern"]) if "pattern" in rule else None,
            bool(rule.get("spoken", False)),
        )
        for rule in load_resource("stances")["stances"]
    )


def stance_of(p: Passages, finding: Finding) -> Stance:
    """The stance that the cue of `finding` expresses; asserts where no rule fits."""
    tokens = [token for piece in finding.cue for token in p.annotated.tokens_in(piece)]
    if not tokens:
        return "asserts"
    behind = p.annotated.tokens[tokens[-1].i + 1 : tokens[-1].i + 1 + PEEK]
    lemmas = cue_lemmas(p, finding)
    negated = any(token.lower in NEGATIONS for token in tokens) or _negated_subject(p, finding)
    words = " ".join(token.lower for token in (*tokens, *behind))
    following = {p.lexicon.lemma(token) for token in (*tokens, *behind)}
    for rule in load_stances():
        if rule.lemmas and not rule.lemmas & lemmas:
            continue
        if rule.negated is not None and rule.negated is not negated:
            continue
        if rule.infinitive and not rule.infinitive & following:
            continue
        if rule.spoken and not _is_spoken(p, finding):
            continue
        if rule.pattern is not None and not rule.pattern.search(words):
            continue
        return rule.stance
    return "asserts"


def cue_lemmas(p: Passages, finding: Finding) -> frozenset[str]:
    """The lemmas of the words of the cue that carry meaning."""
    tokens: list[Token] = [token for piece in finding.cue for token in p.annotated.tokens_in(piece)]
    full = {p.lexicon.lemma(token) for token in tokens if token.pos in ("VERB", "NOUN", "ADJ")}
    return frozenset(full or {p.lexicon.lemma(token) for token in tokens})


def _is_spoken(p: Passages, finding: Finding) -> bool:
    """Whether the content holds something said or a clause: a spoken noun, a verb, or a quotation."""
    tokens = [token for piece in finding.content for token in p.annotated.tokens_in(piece)]
    return any(t.pos in ("VERB", "AUX") or p.lexicon.lemma(t) in p.lexicon.spoken or p.inside[t.i] >= 0 for t in tokens)


def _negated_subject(p: Passages, finding: Finding) -> bool:
    """ "No official confirmed …", "Neither side …"."""
    first = next((t for piece in finding.source for t in p.annotated.tokens_in(piece)), None)
    return first is not None and first.lower in ("no", "neither", "nobody", "none")
