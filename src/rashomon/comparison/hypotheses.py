"""Rival explanations: who holds, denies or doubts that someone is behind it."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.comparison.origins import origin_of
from rashomon.comparison.readings import Names, canonical, chain_of
from rashomon.model import Explanation, Extraction, Holder, Hypothesis
from rashomon.resources import load_resource

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Two wordings name one hypothesis if this part of the shorter one's words is in the other and their heads agree.
ALIKE = 0.5


def gather_hypotheses(extractions: Sequence[Extraction], names: Names) -> tuple[Hypothesis, ...]:
    """The explanations of a story, those that blame the same under one hypothesis, most held first.

    Wordings are put together by their content words (head noun and modifiers); the shortest wording with all its
    holders gives the hypothesis its name. What cannot be put together stays apart.
    """
    clusters: list[tuple[frozenset[str], list[tuple[str, Holder]]]] = []
    for extraction in extractions:
        for explanation in extraction.explanations:
            blamed = canonical(names, extraction.document.id, explanation.blamed)
            words = content_words(blamed)
            holder = _holder(explanation, blamed, extraction, names)
            for i, (known, members) in enumerate(clusters):
                if alike(words, known):
                    members.append((blamed, holder))
                    clusters[i] = (known | words if len(members) < 3 else known, members)
                    break
            else:
                clusters.append((words, [(blamed, holder)]))
    found = [_hypothesis(members) for _, members in clusters]
    return tuple(sorted(found, key=lambda h: (-len({x.actor or x.doc for x in h.holders}), h.hypothesis)))


@cache
def _synonyms() -> dict[str, str]:
    return {word: entry["means"] for entry in load_resource("hypotheses") for word in entry["words"]}


def content_words(blamed: str) -> frozenset[str]:
    """The words that say who is blamed, singular, with near-synonyms of the field made one."""
    found = set()
    for word in WORD.findall(blamed.casefold()):
        singular = word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
        meaning = _synonyms().get(singular, singular)
        if meaning:
            found.add(meaning)
    return frozenset(found)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if the shorter wording lies in the other for at least `ALIKE` of its words."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter > ALIKE


def _holder(explanation: Explanation, blamed: str, extraction: Extraction, names: Names) -> Holder:
    document = extraction.document
    attribution = next((a for a in extraction.attributions if a.id == explanation.attribution), None)
    chain = chain_of(attribution, document.id, names)
    return Holder(
        actor=chain[-1] if chain else None,
        stance=explanation.stance,
        doc=document.id,
        span=explanation.span,
        date=document.published,
        chain=chain,
        origin=origin_of(chain, document),
        blamed=blamed,
        evidence=explanation.evidence,
        evidence_span=explanation.evidence_span,
    )


def _hypothesis(members: list[tuple[str, Holder]]) -> Hypothesis:
    name = min((blamed for blamed, _ in members), key=lambda blamed: (len(blamed), blamed))
    holders = sorted((holder for _, holder in members), key=lambda h: (h.date or "9999", h.doc, h.span))
    return Hypothesis(name, tuple(holders))
