"""The stage as a whole: offsets, ids, odd input, the same answer each time."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.attribution import extract_attributions
from rashomon.model import Annotated, Attribution, Document, Span

PIECES = [
    *[
        "The mayor",
        "said",
        "told reporters",
        "according to",
        "“",
        "”",
        '"',
        "'",
        ":",
        ",",
        ".",
        "\n\n",
        "the dam broke",
    ],
    *["—", "(FFP)", "nine", "denied", "that", "to", "by", "Tanjug", "reported", "was quoted as saying", "citing", "he"],
    *[
        "who",
        "did not name any groups",
        "It",
        "🌊",
        "و",
        "without evidence",
        "?",
        "claim",
        "as",
        "in her view",
        "-",
        "…",
    ],
]


def check(annotated: Annotated, attributions: tuple[Attribution, ...]) -> None:
    """Every span lies in the text, is not empty, has no white space at its ends, and fragments stand in order."""
    text, ids = annotated.text, [a.id for a in attributions]
    assert ids == [f"a{n + 1}" for n in range(len(attributions))]
    for attribution in attributions:
        assert attribution.cue
        assert attribution.content
        for part in (attribution.source, attribution.cue, attribution.content):
            assert list(part) == sorted(part)
            for span in part:
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text) == span.of(text).strip()
        assert attribution.parent is None or (attribution.parent in ids and attribution.parent != attribution.id)
        assert tuple(hop.speaker for hop in attribution.hops) == attribution.chain
        assert (attribution.speaker is None) == (attribution.speaker_from is None)
        assert attribution.speaker is None or attribution.chain[-1:] == (attribution.speaker,)
        assert (attribution.evidence is None) == (attribution.evidence_span is None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_offsets_point_at_what_they_say_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    annotated = annotate(Document("d", "d", text, body=(Span(0, len(text)),) if text else ()))
    attributions = extract_attributions(annotated, (), method="rules")
    check(annotated, attributions)
    assert attributions == extract_attributions(annotated, (), method="rules")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "“", '"' * 50, ": : :", "said", "“said”", "a" * 5000, "“Oui,” a-t-il dit. قال الوزير"]
)
def test_odd_input(text: str) -> None:
    annotated = annotate(Document("d", "d", text, body=(Span(0, len(text)),) if text else ()))
    check(annotated, extract_attributions(annotated, (), method="rules"))


def test_parents_never_run_in_a_circle(read: Any) -> None:
    text = (
        "The mayor said, the navy said, sailors said, according to Tanjug, reported the paper, the dam held, she said."
    )
    _, attributions = read(text)
    by_id = {a.id: a for a in attributions}
    for attribution in attributions:
        seen = set()
        current: Attribution | None = attribution
        while current is not None:
            assert current.id not in seen
            seen.add(current.id)
            current = by_id[current.parent] if current.parent is not None else None


def test_citing_is_a_hop_and_no_attribution_of_its_own(read: Any) -> None:
    _, attributions = read("State radio, citing a harbour official, reported that nine boats had sunk.")
    assert len(attributions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The mayor should say that the bridge is closed.",
        "If the mayor knew that the bridge was closed, he left.",
        "NEW: The bridge is closed",
    ],
)
def test_what_nobody_said_is_no_attribution(text: str, read: Any) -> None:
    """Duty and condition are not speech."""
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "The reports follow confusion over the killing of a miners' leader.",
        "Reports follow days of confusion over the death of a miners' leader.",
    ],
)
def test_reports_that_follow_something_attribute_nothing(text: str, read: Any) -> None:
    """Nobody's reports, with no verb of saying, are no source."""
    assert read(text, method="auto")[1] == ()
