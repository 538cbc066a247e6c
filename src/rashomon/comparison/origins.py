"""On whose word a reading rests, and whether two readings rest on the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.model import Document, Reading
from rashomon.resources import load_resource

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Authorities:
    """Which names speak for which government: lower-cased actor name → `government:KZ`. Made once for a story."""

    government_of: Mapping[str, str]

    def key(self, origin: str | None) -> str | None:
        """The origin under which readings are counted as one; None stays unknown. Who speaks in the name of a
        government ("a Libyan government spokesman", "officials of the government") is the government."""
        if origin is None:
            return None
        lowered = origin.casefold()
        if lowered in self.government_of:
            return self.government_of[lowered]
        spoken_for = next((found["whose"] for form in _mouthpieces() if (found := form.fullmatch(lowered))), lowered)
        return self.government_of.get(spoken_for, lowered)


@cache
def _mouthpieces() -> tuple[re.Pattern[str], ...]:
    roles = "|".join(load_resource("authorities")["mouthpieces"])
    of = rf"(?:an? |the )?(?:\w+ )?(?:{roles}) (?:for|of|from|in) (?:the )?(?P<whose>.+)"
    own = rf"(?:an? |the )?(?:senior |top )?(?P<whose>.+?)(?:['’]s)? (?:{roles})"
    return re.compile(of), re.compile(own)


PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "his", "her", "their", "one", "this", "that"})


@cache
def _anonymous() -> frozenset[str]:
    return frozenset(load_resource("authorities")["anonymous"])


@cache
def _nobody() -> frozenset[str]:
    return PRONOUNS.union(load_resource("authorities")["quantifiers"])


def is_named(speaker: str) -> bool:
    """False for speakers who are nobody in particular ("eyewitnesses", "a local resident")."""
    words = WORD.findall(speaker)
    if not words:
        return False
    return any(word[0].isupper() for word in words) or words[-1].casefold() not in _anonymous()


def origin_of(chain: tuple[str, ...], document: Document) -> str | None:
    """The innermost speaker of `chain` that is named; where none is, the innermost; for the report's own voice the
    credited agency, else the outlet. None is unknown; a pronoun that could not be resolved, or "some", is nobody."""
    if not chain:
        return document.agency or document.outlet
    meant = [speaker for speaker in chain if speaker.casefold() not in _nobody()]
    named = [speaker for speaker in meant if is_named(speaker)]
    candidates = named or meant
    return candidates[-1] if candidates else None


def dependence(left: Reading, right: Reading, authorities: Authorities) -> str | None:
    """Why the two readings are not independent, in words; None if nothing shows that they depend on each other.

    One origin, a chain that passes through the other's origin, or copied wording. Two anonymous or unknown origins
    cannot be shown to differ, so they count as one.
    """
    one, other = authorities.key(left.origin), authorities.key(right.origin)
    if left.doc == right.doc and left.chain == right.chain:
        return "the same report in the same voice"
    if left.copied_from == right.doc or right.copied_from == left.doc:
        return "one passage is copied from the other"
    if left.copied_from is not None and left.copied_from == right.copied_from:
        return "both passages are copied from one report"
    if one is not None and one == other:
        return f"one origin, {left.origin}" if left.origin == right.origin else _one_government(left, right)
    if not any(origin is not None and is_named(origin) for origin in (left.origin, right.origin)):
        return "neither names its origin"
    for reading, origin, key in ((left, right.origin, other), (right, left.origin, one)):
        if key is not None and key in {authorities.key(speaker) for speaker in reading.chain}:
            return f"one chain passes through {origin}"
    return None


def _one_government(left: Reading, right: Reading) -> str:
    return f"one origin: {left.origin} and {right.origin} speak for one government"
