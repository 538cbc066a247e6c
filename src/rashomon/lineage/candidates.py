"""Which pairs of documents are worth aligning, and which wording is furniture of the pages."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations

Runs = Mapping[str, frozenset[int]]
"""Document id → hashes of its runs of eight words."""

# Wording that more documents share than this is furniture or a stock phrase.
COMMON = 60
# From this many holders on it can be told whether they share more than the wording itself ...
FURNITURE_FROM = 3
# ... which they do if this part of the runs of the shorter one stands in both.
RELATED_SHARE = 0.2
# A pair is looked at if it shares this many runs of eight words.
CANDIDATE_RUNS = 2


def find_furniture(runs: Runs) -> frozenset[int]:
    """Runs of words that recur in documents most of which share little else: tip lines, notices, sign-offs that
    cleaning left in. Text that ten outlets took from one wire is none: those documents share most of their runs."""
    holders = _holders(runs)
    shared = _count_pairs(holders)
    furniture = set()
    for run, documents in holders.items():
        if len(documents) > COMMON:
            furniture.add(run)
        elif len(documents) >= FURNITURE_FROM:
            pairs = list(combinations(documents, 2))
            related = sum(1 for one, other in pairs if _is_related(shared[one, other], runs[one], runs[other]))
            if 2 * related < len(pairs):
                furniture.add(run)
    return frozenset(furniture)


def candidate_pairs(runs: Runs) -> list[tuple[str, str]]:
    """Pairs that share at least `CANDIDATE_RUNS` runs, in order of their ids."""
    shared = _count_pairs(_holders(runs))
    return sorted(pair for pair, count in shared.items() if count >= CANDIDATE_RUNS)


def _holders(runs: Runs) -> dict[int, list[str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(runs):
        for run in runs[document]:
            holders[run].append(document)
    return {run: documents for run, documents in holders.items() if len(documents) > 1}


def _count_pairs(holders: Mapping[int, list[str]]) -> Counter[tuple[str, str]]:
    shared: Counter[tuple[str, str]] = Counter()
    for documents in holders.values():
        if len(documents) <= COMMON:
            shared.update(combinations(documents, 2))
    return shared


def _is_related(shared: int, one: frozenset[int], other: frozenset[int]) -> bool:
    return shared >= RELATED_SHARE * min(len(one), len(other))
