"""The passages that two texts share: greedy string tiling over words, with small gaps bridged.

Method: Wise's greedy string tiling as used in text-reuse work (METER), seeded with runs of `SEED` words; a gap of up
to `GAP` words on either side is bridged if at least `RESUME` words follow that agree, so that a copied sentence with
one number changed stays one passage and the change shows.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from rashomon.lineage.words import Words

SEED = 5
GAP = 4
RESUME = 4
# Shorter runs are names, stock phrases and furniture: on the labelled pairs 8 words gave the best character F1.
MINIMUM = 8
# A seed that stands this often in one text is a refrain, not a trace.
COMMON = 20


@dataclass(frozen=True, slots=True)
class Gap:
    """Words `[left, left_end)` of one text stand where the other has `[right, right_end)`."""

    left: int
    left_end: int
    right: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Tile:
    """Words `[left, left_end)` of one text are words `[right, right_end)` of the other, but for `gaps`.
    `matched` counts the words that agree."""

    left: int
    left_end: int
    right: int
    right_end: int
    matched: int
    gaps: tuple[Gap, ...]


def shared_passages(left: Words, right: Words) -> list[Tile]:
    """The shared passages of at least `MINIMUM` agreeing words, in order of the left text; none overlap there."""
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(right.text) - SEED + 1):
        seeds[right.text[j : j + SEED]].append(j)
    tiles: list[Tile] = []
    i = 0
    while i <= len(left.text) - SEED:
        starts = seeds.get(left.text[i : i + SEED], ())
        found = [_extend(left.text, right.text, i, j) for j in starts[:COMMON]]
        best = max(found, key=lambda tile: (tile.matched, -tile.right), default=None)
        if best is not None and best.matched >= MINIMUM:
            tiles.append(best)
            i = best.left_end
        else:
            i += 1
    return tiles


def _extend(left: tuple[str, ...], right: tuple[str, ...], i: int, j: int) -> Tile:
    start_i, start_j, matched = i, j, 0
    gaps: list[Gap] = []
    while True:
        while i < len(left) and j < len(right) and left[i] == right[j]:
            i, j, matched = i + 1, j + 1, matched + 1
        step = _bridge(left, right, i, j)
        if step is None:
            return Tile(start_i, i, start_j, j, matched, tuple(gaps))
        gaps.append(Gap(i, i + step[0], j, j + step[1]))
        i, j = i + step[0], j + step[1]


def _bridge(left: tuple[str, ...], right: tuple[str, ...], i: int, j: int) -> tuple[int, int] | None:
    """The smallest step over words that differ, behind which at least `RESUME` words agree."""
    for total in range(1, 2 * GAP + 1):
        for a in range(max(0, total - GAP), min(GAP, total) + 1):
            b = total - a
            after = left[i + a : i + a + RESUME]
            if len(after) == RESUME and after == right[j + b : j + b + RESUME]:
                return a, b
    return None


NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions dozen dozens scores several"
)
NUMBER_WORDS = frozenset(NUMBERS.split())
HAS_DIGIT = re.compile(r"\d")


def is_number(word: str) -> bool:
    """True for a word that is a number in digits or in words."""
    return word in NUMBER_WORDS or HAS_DIGIT.search(word) is not None


def changed_numbers(left: Words, right: Words, tiles: list[Tile]) -> list[Gap]:
    """The gaps in copied wording in which both sides give a number and the numbers differ."""
    found = []
    for gap in (gap for tile in tiles for gap in tile.gaps):
        ours = {word for word in left.text[gap.left : gap.left_end] if is_number(word)}
        theirs = {word for word in right.text[gap.right : gap.right_end] if is_number(word)}
        if ours and theirs and ours != theirs:
            found.append(gap)
    return found
