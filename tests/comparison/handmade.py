"""Small accounts for the tests of this folder, made by hand."""

from rashomon.model import Attribution, Document, Extraction, Figure, Hop, Number, Reading, Span, Status


def reading(value: Number | None, origin: str | None = None, **more: object) -> Reading:
    """A reading of `value` in document "a" as of 2019-03-11, on the word of `origin`."""
    given: dict[str, object] = {
        "doc": "a",
        "span": Span(0, 2),
        "value": value,
        "low": value,
        "high": value,
        "as_of": "2019-03-11",
        "status": "asserted",
        "chain": () if origin is None else (origin,),
        "origin": origin,
        "figure": "f1",
    }
    return Reading(**(given | more))  # type: ignore[arg-type]


def extraction(
    doc: str,
    figures: list[tuple[str, Number, str | None]],
    *,
    published: str | None = "2019-03-11",
    outlet: str | None = None,
    agency: str | None = None,
    stance: str = "asserts",
    status: Status = "asserted",
) -> Extraction:
    """A document whose figures are (quantity, value, speaker or None), each in an attribution of its own."""
    text = "x" * (10 * len(figures) + 10)
    document = Document(
        doc, doc, text, body=(Span(0, len(text)),), published=published, outlet=outlet, agency=agency, language="en"
    )
    attributions, found = [], []
    for i, (quantity, value, speaker) in enumerate(figures):
        span = Span(10 * i, 10 * i + 2)
        name = None
        if speaker is not None:
            name = f"a{i}"
            hops = (Hop(speaker, span),)
            attributions.append(
                Attribution(name, (span,), (span,), (span,), "indirect", stance, speaker, (speaker,), None, hops)  # type: ignore[arg-type]
            )
        found.append(Figure(f"f{i}", span, quantity, value, value, value, attribution=name, status=status))
    return Extraction(document, tuple(attributions), tuple(found))
