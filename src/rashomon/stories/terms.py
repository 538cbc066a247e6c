"""A report as weighted terms: words and pairs of capitalised words, telling ones first."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from rashomon.model import Document
from rashomon.resources import load_resource

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.\s+)?[A-Z][\w'’-]+)+")
POSSESSIVE = re.compile(r"['’]s?$")
# Swept on the figures_story set: names and the lead say most about which event a report is on.
NAME_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
LEAD_WORDS = 80
PAIR_WEIGHT = 2.0

Terms = dict[str, float]


@cache
def _weights() -> tuple[dict[str, float], float]:
    data = load_resource("word_weights")
    return data["weights"], data["unknown"]


def weigh_terms(document: Document) -> Terms:
    """Term → weight, of Euclidean length 1. tf is logarithmic; idf comes from general English, not from the case, so
    that a case about one event is not torn apart because all its reports share the event's own words."""
    counts: dict[str, float] = defaultdict(float)
    position = 0
    for part in _parts(document):
        for match in WORD.finditer(part):
            word = match.group()
            weight = NAME_WEIGHT if word[0].isupper() else 1.0
            counts[word.lower()] += weight * (LEAD_WEIGHT if position < LEAD_WORDS else 1.0)
            position += 1
        for match in NAME.finditer(part):
            words = [POSSESSIVE.sub("", word).lower() for word in match.group().split()]
            for first, second in pairwise(words):
                counts[f"{first} {second}"] += PAIR_WEIGHT
    return _normalise(counts)


def _normalise(counts: Mapping[str, float]) -> Terms:
    weights, unknown = _weights()
    weighted = {
        term: (1 + math.log(count)) * weights.get(term, unknown) for term, count in counts.items() if len(term) > 1
    }
    length = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
    return {term: weight / length for term, weight in weighted.items() if weight > 0}


def _parts(document: Document) -> list[str]:
    body = [span.of(document.text) for span in document.body]
    return [document.title, *body] if document.title is not None else body
