"""What the tests of the stage share: read a text with the rules."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.annotation import annotate
from rashomon.attribution import extract_attributions
from rashomon.model import Actor, Annotated, Attribution, Document, Span, document_id

Read = Callable[..., tuple[Annotated, tuple[Attribution, ...]]]


def annotated_text(text: str, title: str | None = None) -> Annotated:
    """`text` as a document whose first line is the title where one is given."""
    if title is None:
        return annotate(Document(document_id(text), "test.txt", text, body=(Span(0, len(text)),)))
    whole = f"{title}\n\n{text}"
    body = Span(len(title) + 2, len(whole))
    return annotate(
        Document(
            document_id(whole),
            "test.txt",
            whole,
            title=title,
            title_span=Span(0, len(title)),
            body=(body,) * bool(text),
        )
    )


@pytest.fixture
def read() -> Read:
    """A function from text (and actors, title, method) to its annotation and its attributions."""

    def _read(
        text: str, actors: Sequence[Actor] = (), title: str | None = None, method: str = "rules"
    ) -> tuple[Annotated, tuple[Attribution, ...]]:
        annotated = annotated_text(text, title)
        return annotated, extract_attributions(annotated, actors, method=method)  # type: ignore[arg-type]

    return _read
