"""Grouping reports into stories: average-link clustering over how likely two reports are on one event."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from rashomon.clusters import join_average
from rashomon.model import Document, Extraction
from rashomon.stories.likeness import likeness
from rashomon.stories.traits import Traits, traits_of, without_holders

# Swept from .1 to .4 on figures_story (B-cubed) and held against cases on one event: from .4 on those are torn apart.
THRESHOLD = 0.25
# A report names its story if it is at least this much as like the others as the most central one.
CENTRAL = 0.7
# Pairs less likely than this are counted as not alike at all.
LEAST = 0.01
# Above this many reports only pairs that share rare terms are compared at all: those whose cosine over terms that at
# most `RARE_TERM` reports hold reaches `RARE_COSINE`, at most `PARTNERS` for each report.
ALL_PAIRS_UP_TO = 400
RARE_TERM = 60
RARE_COSINE = 0.03
PARTNERS = 400

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The documents (ids, in order of publication) of one story, and its title."""

    id: str
    title: str
    documents: tuple[str, ...]


def group_stories(extractions: Sequence[Extraction], copies: Sequence[Pair] = ()) -> tuple[StoryGroup, ...]:
    """Stories of a case, in order of their first report.

    In: extractions of documents with bodies; `copies` are pairs of ids of which one text draws on the other.
    Out: every document in just one story. Hierarchical agglomerative clustering with average link (Sokal and
    Michener) over the probability that two reports are on one event (`likeness`).
    """
    by_id = {extraction.document.id: extraction.document for extraction in extractions}
    similarity = _similarities(without_holders({e.document.id: traits_of(e) for e in extractions}), copies)
    clusters = join_average(sorted(by_id), similarity, THRESHOLD)
    groups = [_group([by_id[name] for name in cluster], similarity) for cluster in clusters]
    order = {group.id: _when(by_id[group.documents[0]]) for group in groups}
    return tuple(sorted(groups, key=lambda group: (order[group.id], group.documents)))


def _similarities(traits: Mapping[str, Traits], copies: Sequence[Pair]) -> dict[Pair, float]:
    copied = {(min(pair), max(pair)) for pair in copies}
    found = {}
    for one, other in chain(copied, (pair for pair in _candidates(traits) if pair not in copied)):
        value = likeness(traits[one], traits[other], copied=(one, other) in copied)
        if value >= LEAST:
            found[one, other] = value
    return found


def _candidates(traits: Mapping[str, Traits]) -> Iterator[Pair]:
    """Pairs worth comparing: all of a small case; in a large one those that are alike in their rare terms alone."""
    names = sorted(traits)
    if len(names) <= ALL_PAIRS_UP_TO:
        yield from combinations(names, 2)
        return
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name in names:
        for term, weight in traits[name].terms.items():
            holders[term].append((name, weight))
    rare = {term: held for term, held in holders.items() if 1 < len(held) <= RARE_TERM}
    for name in names:
        alike: dict[str, float] = defaultdict(float)
        for term, weight in traits[name].terms.items():
            for other, other_weight in rare.get(term, ()):
                if other > name:
                    alike[other] += weight * other_weight
        enough = [(-value, other) for other, value in alike.items() if value >= RARE_COSINE]
        yield from ((name, other) for _, other in sorted(enough)[:PARTNERS])


def _group(documents: list[Document], similarity: Mapping[Pair, float]) -> StoryGroup:
    ordered = sorted(documents, key=lambda document: (_when(document), document.id))
    names = tuple(document.id for document in ordered)
    identity = hashlib.sha256("|".join(sorted(names)).encode()).hexdigest()[:12]
    return StoryGroup(identity, _title(ordered, similarity), names)


def _when(document: Document) -> str:
    return document.published or "9999"


def _title(documents: list[Document], similarity: Mapping[Pair, float]) -> str:
    """The title of the first report (`documents` are in order of publication) that is nearly as like all the others as
    any: first reports tell the event, later ones its aftermath. The start of its text where it has no title."""
    weight: dict[str, float] = defaultdict(float)
    names = {document.id for document in documents}
    for (one, other), value in similarity.items():
        if one in names and other in names:
            weight[one] += value
            weight[other] += value
    titled = [document for document in documents if document.title is not None] or documents
    most = max(weight[document.id] for document in titled)
    central = next(document for document in titled if weight[document.id] >= CENTRAL * most)
    return central.title if central.title is not None else _opening(central)


def _opening(document: Document, length: int = 80) -> str:
    start = document.body[0].of(document.text) if document.body else document.text
    line = " ".join(start[: 3 * length].split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]}…"
