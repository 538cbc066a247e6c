"""Rival explanations: who holds, denies or doubts that someone is behind it."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.comparison.origins import origin_of
from rashomon.comparison.readings import Names, canonical, chain_of, said_by
from rashomon.model import Explanation, Extraction, Holder, Hypothesis
from rashomon.resources import load_resource

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What follows one of these words only narrows who is meant.
NARROWING = re.compile(r"\b(?:of|from|in|with|who|that|which|behind|against|among|for|at|on)\b", re.I)
OPPOSED = ({"foreign", "domestic"},)
OPPOSING = frozenset().union(*OPPOSED)


def gather_hypotheses(extractions: Sequence[Extraction], names: Names) -> tuple[Hypothesis, ...]:
    """The explanations of a story, those that blame the same under one hypothesis, most held first.

    Wordings are put together by the head of the noun phrase, near-synonyms made one, unless their modifiers exclude
    each other; the shortest wording gives the hypothesis its name. What cannot be put together stays apart.
    """
    clusters: list[tuple[tuple[str, ...], list[tuple[str, Holder]]]] = []
    for extraction in extractions:
        for explanation in extraction.explanations:
            blamed = canonical(names, extraction.document.id, explanation.blamed)
            words = content_words(blamed)
            holder = _holder(explanation, blamed, extraction, names)
            for i, (known, members) in enumerate(clusters):
                if alike(words, known):
                    members.append((blamed, holder))
                    clusters[i] = (known if set(known) & OPPOSING else words, members)
                    break
            else:
                clusters.append((words, [(blamed, holder)]))
    found = [_hypothesis(members) for _, members in clusters]
    return tuple(sorted(found, key=lambda h: (-len({x.actor or x.doc for x in h.holders}), h.hypothesis)))


@cache
def _synonyms() -> dict[str, str]:
    return {word: entry["means"] for entry in load_resource("hypotheses") for word in entry["words"]}


def content_words(blamed: str) -> tuple[str, ...]:
    """The words that say who is blamed, in order, singular, near-synonyms of the field made one; the last is the head
    of the noun phrase. Empty where only words are left that say nothing ("various groups")."""
    for phrase in (NARROWING.split(blamed, maxsplit=1)[0], blamed):
        words = tuple(meaning for word in WORD.findall(phrase.casefold()) if (meaning := _meaning(word)))
        if words:
            return words
    return ()


def _meaning(word: str) -> str:
    singular = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word
    return _synonyms().get(singular, _synonyms().get(word, singular))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if both wordings have one head, and no modifiers that exclude each other ("foreign", "domestic")."""
    if not one or not other or one[-1] != other[-1]:
        return False
    return not any(len(pair & {*one, *other}) == 2 and not pair <= {*one} and not pair <= {*other} for pair in OPPOSED)


def _holder(explanation: Explanation, blamed: str, extraction: Extraction, names: Names) -> Holder:
    document = extraction.document
    attribution = said_by(extraction, explanation.attribution)
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
