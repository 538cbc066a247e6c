"""Where what is said at a span is said to be."""

from bisect import bisect_left, bisect_right

from rashomon.model import Annotated, Place, PlaceOf, Span

# What a place must be to be nearer than another: the smaller it is, the more it says.
FINENESS = {"facility": 0, "city": 1, "region": 2, "water": 3, "other": 3, "country": 4, "continent": 5}
IN = frozenset({"in", "at", "near", "from", "outside", "around", "across", "inside", "throughout"})


def make_place_of(annotated: Annotated, places: tuple[Place, ...]) -> PlaceOf:
    """A function that gives the place of what stands at a span.

    Order: a literal place inside the span; one in the same sentence, those after "in" or "at" first and then the
    nearest; one in an earlier sentence of the paragraph. None where the text gives no place.
    """
    literal = [place for place in places if place.literal and place.lat is not None]
    starts = [place.span.start for place in literal]
    after_in = {place.span.start for place in literal if _after_in(annotated, place)}

    def within(start: int, end: int) -> list[Place]:
        return literal[bisect_left(starts, start) : bisect_left(starts, end)]

    def best(found: list[Place], span: Span) -> Place:
        return min(
            found,
            key=lambda p: (
                p.span.start not in after_in,
                abs(p.span.start - span.start) // 60,
                FINENESS[p.kind],
                abs(p.span.start - span.start),
            ),
        )

    def place_of(span: Span) -> Place | None:
        if found := within(span.start, span.end):
            return best(found, span)
        sentence = annotated.sentence_at(span.start)
        if sentence is None:
            return None
        if found := within(sentence.span.start, sentence.span.end):
            return best(found, span)
        number = sentence.i - 1
        while number >= 0 and annotated.sentences[number].paragraph == sentence.paragraph:
            earlier = annotated.sentences[number].span
            if found := within(earlier.start, earlier.end):
                return found[-1]
            number -= 1
        return None

    return place_of


def _after_in(annotated: Annotated, place: Place) -> bool:
    first = bisect_right(annotated.tokens, place.span.start, key=lambda token: token.end)
    before = annotated.tokens[max(0, first - 6) : first]
    return any(token.lower in IN for token in before[-1:]) or any(
        token.lower in IN and all(t.lower in SPOT_WORDS or t.pos in ("DET", "ADJ", "PROPN") for t in before[n + 1 :])
        for n, token in enumerate(before)
    )


SPOT_WORDS = frozenset({"the", "of", "city", "town", "province", "region", "capital", "village", "port", "district"})
