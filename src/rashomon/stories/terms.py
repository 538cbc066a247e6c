"""A report as weighted terms: words and pairs of capitalised words, telling ones first."""

import re
from collections import defaultdict
from itertools import pairwise

from rashomon.model import Document
from rashomon.terms import WORD, Terms, weigh

NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.\s+)?[A-Z][\w'’-]+)+")
POSSESSIVE = re.compile(r"['’]s?$")
# Swept on the figures_story set: names and the lead say most about which event a report is on.
NAME_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
LEAD_WORDS = 80
PAIR_WEIGHT = 2.0


def weigh_terms(document: Document) -> Terms:
    """The terms of a report; those of its title and lead, and names, weigh more."""
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
    return weigh(counts)


def _parts(document: Document) -> list[str]:
    body = [span.of(document.text) for span in document.body]
    return [document.title, *body] if document.title is not None else body
