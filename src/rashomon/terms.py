"""Words weighted by how telling they are, and the cosine between two sets of them."""

import math
import re
from collections.abc import Mapping
from functools import cache

from rashomon.resources import load_resource

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
"""A word, with what an apostrophe joins to it, or a number."""

Terms = dict[str, float]
"""Term → weight, of Euclidean length 1 (empty where nothing telling is said)."""


@cache
def _weights() -> tuple[dict[str, float], float]:
    data = load_resource("word_weights")
    return data["weights"], data["unknown"]


def weigh(counts: Mapping[str, float]) -> Terms:
    """tf-idf of `counts` (lower-cased term → how often, or how heavily, it stands there), of length 1.

    tf is logarithmic; idf comes from general English, not from the case, so that a case about one event is not torn
    apart because all its reports share the event's own words.
    """
    weights, unknown = _weights()
    weighted = {
        term: (1 + math.log(count)) * weights.get(term, unknown) for term, count in counts.items() if len(term) > 1
    }
    length = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
    return {term: weight / length for term, weight in weighted.items() if weight > 0}


def cosine(one: Terms, other: Terms) -> float:
    """The cosine of two term vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)
