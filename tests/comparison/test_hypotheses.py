"""Which wordings name one explanation."""

import pytest

from rashomon.comparison.hypotheses import alike, content_words


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("foreign terrorists", "militants", True),
        ("fighters from the north and the east", "foreign militants", True),
        ("foreign powers", "foreign intelligence services", True),
        ("foreign fighters", "domestic extremists", False),
        ("domestic and certain foreign forces", "foreign powers", False),
        ("a leaking pipe", "lightning", False),
        ("Americans", "the US", True),
        ("various groups", "certain elements", False),
        ("members of militant groups", "armed extremists", True),
        ("Oryx Terminals", "Oryx Terminals", True),
    ],
)
def test_alike(one: str, other: str, expected: bool) -> None:
    """One head, near-synonyms made one; opposed modifiers keep apart; words that say nothing join nothing."""
    assert alike(content_words(one), content_words(other)) is expected
    assert alike(content_words(other), content_words(one)) is expected
