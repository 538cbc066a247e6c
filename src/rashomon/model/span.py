"""A passage of a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in characters of the text of one document, as W3C's TextPositionSelector counts them."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True if every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


def cover(spans: "tuple[Span, ...] | list[Span]") -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
