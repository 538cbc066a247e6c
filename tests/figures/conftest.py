"""Reading one invented sentence into figures."""

from collections.abc import Callable

import pytest

from rashomon.annotation import annotate
from rashomon.figures import extract_figures
from rashomon.figures.lexicon import Lexicon
from rashomon.model import Annotated, Attribution, Document, Figure, Span, TimeExpression, document_id

Read = Callable[..., tuple[Figure, ...]]


def parse(text: str, published: str | None = "2022-01-12") -> Annotated:
    """A document that is all body, parsed."""
    body = (Span(0, len(text)),)
    return annotate(Document(id=document_id(text), path="report.txt", text=text, published=published, body=body))


@pytest.fixture(scope="session")
def read() -> Read:
    """text → figures, with attributions, dates and a lexicon where a test gives them."""

    def read_text(
        text: str,
        attributions: tuple[Attribution, ...] = (),
        date: TimeExpression | None = None,
        lexicon: Lexicon | None = None,
    ) -> tuple[Figure, ...]:
        annotated = parse(text)
        return extract_figures(annotated, attributions, (), lambda _: date, lambda _: None, lexicon=lexicon)

    return read_text
