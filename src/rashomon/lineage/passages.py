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
# One number in the place of another needs less: "At least 21 people" for "At least 12 people" at the start of a text.
RESUME_AFTER_NUMBER = 2
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
        floor = tiles[-1].left_end if tiles else 0
        found = [_extend(left, right, i, j, floor) for j in starts[:COMMON]]
        best = max(found, key=lambda tile: (tile.matched, -tile.right), default=None)
        if best is not None and best.matched >= MINIMUM:
            tiles.append(best)
            i = best.left_end
        else:
            i += 1
    return tiles


def _extend(left: Words, right: Words, i: int, j: int, floor: int) -> Tile:
    """The longest tile through the seed at `i` and `j`, grown to both sides, but not below word `floor` of the left."""
    end_i, end_j, matched, gaps = _grow(left, right, i, j, 1, floor)
    start_i, start_j, before, gaps_before = _grow(left, right, i - 1, j - 1, -1, floor)
    return Tile(start_i + 1, end_i, start_j + 1, end_j, matched + before, (*reversed(gaps_before), *gaps))


def _grow(left: Words, right: Words, i: int, j: int, step: int, floor: int) -> tuple[int, int, int, list[Gap]]:
    """From word `i` and `j` on in direction `step`: where the texts part for good, the words agreed, the gaps."""
    matched = 0
    gaps: list[Gap] = []
    while True:
        while i >= floor and _same(left, right, i, j):
            i, j, matched = i + step, j + step, matched + 1
        skip = _bridge(left, right, i, j, step)
        if skip is None:
            return i, j, matched, gaps
        after_i, after_j = i + step * skip[0], j + step * skip[1]
        if after_i < floor:
            return i, j, matched, gaps
        gaps.append(Gap(i, after_i, j, after_j) if step == 1 else Gap(after_i + 1, i + 1, after_j + 1, j + 1))
        i, j = after_i, after_j


def _same(left: Words, right: Words, i: int, j: int) -> bool:
    return 0 <= i < len(left.text) and 0 <= j < len(right.text) and left.text[i] == right.text[j]


def _bridge(left: Words, right: Words, i: int, j: int, step: int) -> tuple[int, int] | None:
    """The smallest skip over words that differ, behind which enough words agree."""
    for total in range(1, 2 * GAP + 1):
        for a in range(max(0, total - GAP), min(GAP, total) + 1):
            b = total - a
            enough = RESUME_AFTER_NUMBER if _is_number_swap(left, right, i, j, a, b) else RESUME
            if all(_same(left, right, i + step * (a + k), j + step * (b + k)) for k in range(enough)):
                return a, b
    return None


def _is_number_swap(left: Words, right: Words, i: int, j: int, a: int, b: int) -> bool:
    inside = 0 <= i < len(left.text) and 0 <= j < len(right.text)
    return a == b == 1 and inside and is_number(left.text[i]) and is_number(right.text[j])


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
