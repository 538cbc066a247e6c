"""Places with coordinates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

PlaceKind = Literal["country", "region", "city", "continent", "water", "facility", "other"]


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place. `geonameid`, `lat`, `lon` (WGS 84 degrees) are None where it could not be linked.

    literal  False where the word stands for people or a government ("Washington said", "Kazakh police")
    reason   why this namesake was chosen
    """

    span: Span
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    kind: PlaceKind = "other"
    country: str | None = None
    literal: bool = True
    reason: str | None = None


PlaceOf = Callable[[Span], Place | None]
"""Where what is said at a span is said to be, or None. Made once for a document by `rashomon.places`."""
