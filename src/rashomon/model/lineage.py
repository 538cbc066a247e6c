"""Which report's text comes from which."""

from dataclasses import dataclass
from typing import Literal

LineageKind = Literal["copy", "rewrite", "shared_quote"]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same wording in two texts: `[copy_start, copy_end)` in the copy and
    `[origin_start, origin_end)` in the origin."""

    copy_start: int
    copy_end: int
    origin_start: int
    origin_end: int


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A number that differs inside otherwise copied wording, with its passage on both sides."""

    copy_start: int
    copy_end: int
    origin_start: int
    origin_end: int
    copy_says: str
    origin_says: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """`copy` took text from `origin` (document ids). `share` is the part of the copy's body that is shared, 0 to 1.
    Where `direction` is "unknown" the two share text, and which came first is not known. `detail` says why."""

    copy: str
    origin: str
    kind: LineageKind
    share: float
    direction: Literal["evident", "unknown"]
    passages: tuple[SharedPassage, ...]
    changed: tuple[ChangedFigure, ...] = ()
    detail: str = ""
