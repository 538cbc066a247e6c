"""What the tests of the stage share: read a text up to its explanations."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.annotation import annotate
from rashomon.attribution import extract_attributions
from rashomon.explanations import extract_explanations
from rashomon.model import Actor, Attribution, Document, Explanation, Span, document_id

Explain = Callable[..., tuple[dict[str, Attribution], tuple[Explanation, ...]]]


@pytest.fixture
def explain() -> Explain:
    """A function from a text (and actors) to its attributions by id and its explanations."""

    def _explain(text: str, actors: Sequence[Actor] = ()) -> tuple[dict[str, Attribution], tuple[Explanation, ...]]:
        body = (Span(0, len(text)),) if text else ()
        annotated = annotate(Document(document_id(text), "test.txt", text, body=body))
        attributions = extract_attributions(annotated, actors, method="rules")
        return {a.id: a for a in attributions}, extract_explanations(annotated, attributions, actors)

    return _explain
