"""Grouping reports into stories: average-link clustering over cosine similarity, damped by the days between."""

import hashlib
import heapq
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rashomon.model import Document
from rashomon.stories.terms import Terms, weigh_terms

# Calibrated on figures_story (B-cubed) and held against cases on one event; see evaluation/RESULTS.md.
THRESHOLD = 0.13
DECAY_PER_DAY = 0.08
DECAY_FLOOR = 0.35
# Pairs less alike than this are counted as not alike at all.
LEAST = THRESHOLD / 4
# Above this many reports only pairs that share a rare term are compared at all.
ALL_PAIRS_UP_TO = 400
RARE_TERM = 60

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The documents (ids, in order of publication) of one story, and its title."""

    id: str
    title: str
    documents: tuple[str, ...]


def group_stories(documents: Sequence[Document], copies: Sequence[Pair] = ()) -> tuple[StoryGroup, ...]:
    """Stories of a case, in order of their first report.

    In: documents with bodies; `copies` are pairs of ids whose texts depend on each other and so belong together.
    Out: every document in just one story. Hierarchical agglomerative clustering with average link (Sokal and
    Michener), the similarity of reports being the cosine of their terms times a decay over the days between them.
    """
    by_id = {document.id: document for document in documents}
    terms = {document.id: weigh_terms(document) for document in documents}
    similarity = _similarities(terms, by_id)
    for one, other in copies:
        similarity[min(one, other), max(one, other)] = 1.0
    clusters = _cluster(sorted(by_id), similarity)
    groups = [_group([by_id[name] for name in cluster], similarity) for cluster in clusters]
    order = {group.id: _when(by_id[group.documents[0]]) for group in groups}
    return tuple(sorted(groups, key=lambda group: (order[group.id], group.documents)))


def _similarities(terms: Mapping[str, Terms], documents: Mapping[str, Document]) -> dict[Pair, float]:
    days = {name: day_of(documents[name].published) for name in terms}
    found = {}
    for one, other in _candidates(terms):
        damped = cosine(terms[one], terms[other]) * decay(days[one], days[other])
        if damped >= LEAST:
            found[one, other] = damped
    return found


def _candidates(terms: Mapping[str, Terms]) -> list[Pair]:
    """Pairs worth comparing: all of a small case; in a large one those that are alike in their rare terms alone."""
    names = sorted(terms)
    if len(names) <= ALL_PAIRS_UP_TO:
        return list(combinations(names, 2))
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name in names:
        for term, weight in terms[name].items():
            holders[term].append((name, weight))
    alike: dict[Pair, float] = defaultdict(float)
    for held in holders.values():
        if len(held) <= RARE_TERM:
            for (one, weight), (other, other_weight) in combinations(held, 2):
                alike[one, other] += weight * other_weight
    return sorted(pair for pair, value in alike.items() if value >= LEAST)


def cosine(one: Terms, other: Terms) -> float:
    """The cosine of two term vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


def decay(one: int | None, other: int | None) -> float:
    """1 on the same day or where a date is not known, falling towards `DECAY_FLOOR` as the days between grow."""
    if one is None or other is None:
        return 1.0
    return DECAY_FLOOR + (1 - DECAY_FLOOR) * math.exp(-DECAY_PER_DAY * abs(one - other))


def day_of(published: str | None) -> int | None:
    """The ordinal of an ISO day; None where the day is not known."""
    if published is None or not re.match(r"\d{4}-\d{2}-\d{2}", published):
        return None
    return date.fromisoformat(published[:10]).toordinal()


def _cluster(names: list[str], similarity: Mapping[Pair, float]) -> list[list[str]]:
    """Average link: the two clusters whose members are most alike on average are joined, down to `THRESHOLD`."""
    members = {i: [name] for i, name in enumerate(names)}
    index = {name: i for i, name in enumerate(names)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), value in similarity.items():
        links[index[one]][index[other]] = links[index[other]][index[one]] = value
    queue = [(-value, i, j) for i, row in links.items() for j, value in row.items() if i < j and value >= THRESHOLD]
    heapq.heapify(queue)
    following = len(names)
    while queue:
        _, i, j = heapq.heappop(queue)
        if i not in members or j not in members:
            continue
        size_i, size_j = len(members[i]), len(members[j])
        row_i, row_j = links.pop(i), links.pop(j)
        members[following] = members.pop(i) + members.pop(j)
        for k in sorted((row_i.keys() | row_j.keys()) & members.keys()):
            value = (row_i.get(k, 0.0) * size_i + row_j.get(k, 0.0) * size_j) / (size_i + size_j)
            links[following][k] = links[k][following] = value
            if value >= THRESHOLD:
                heapq.heappush(queue, (-value, k, following))
        following += 1
    return [sorted(found) for _, found in sorted(members.items())]


def _group(documents: list[Document], similarity: Mapping[Pair, float]) -> StoryGroup:
    ordered = sorted(documents, key=lambda document: (_when(document), document.id))
    names = tuple(document.id for document in ordered)
    identity = hashlib.sha256("|".join(sorted(names)).encode()).hexdigest()[:12]
    return StoryGroup(identity, _title(ordered, similarity), names)


def _when(document: Document) -> str:
    return document.published or "9999"


def _title(documents: list[Document], similarity: Mapping[Pair, float]) -> str:
    """The title of the report that is most like all the others; the start of its text where it has none."""
    weight: dict[str, float] = defaultdict(float)
    names = {document.id for document in documents}
    for (one, other), value in similarity.items():
        if one in names and other in names:
            weight[one] += value
            weight[other] += value
    titled = [document for document in documents if document.title is not None] or documents
    central = max(titled, key=lambda document: (weight[document.id], document.id))
    return central.title if central.title is not None else _opening(central)


def _opening(document: Document, length: int = 80) -> str:
    start = document.body[0].of(document.text) if document.body else document.text
    line = " ".join(start[: 3 * length].split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]}…"
