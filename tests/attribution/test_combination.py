"""Tagger and rules together: which one stands where both speak, and what the rules add."""

from rashomon.annotation import annotate
from rashomon.attribution.combination import combine
from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages, read_passages
from rashomon.attribution.rules import find_attributions
from rashomon.attribution.speaker import index_actors
from rashomon.model import Document, Span

TEXT = "The mayor said the navy had warned that nine boats sank. “It was dark,” she added."


def passages(text: str = TEXT) -> Passages:
    return read_passages(annotate(Document("d", "d", text, body=(Span(0, len(text)),))))


def tagged(source: str, cue: str, content: str, score: float, text: str = TEXT) -> Finding:
    spans = [(Span(text.index(w), text.index(w) + len(w)),) if w else () for w in (source, cue, content)]
    return Finding(spans[0], spans[1], spans[2], "tagger", "tagger", score)


def combined(p: Passages, found: list[Finding]) -> list[tuple[str, str, str]]:
    result = combine(p, found, find_attributions(p), index_actors(()))
    return [(f.method, f.cue[0].of(p.annotated.text), f.content[0].of(p.annotated.text)) for f in result]


def test_a_sure_tagger_stands_over_a_rule() -> None:
    found = combined(passages(), [tagged("The mayor", "said", "the navy had warned", 0.95)])
    assert ("tagger", "said", "the navy had warned") in found


def test_an_unsure_tagger_gives_way_to_a_clear_rule() -> None:
    found = combined(passages(), [tagged("The mayor", "said", "the navy", 0.5)])
    assert ("rules", "said", "the navy had warned that nine boats sank") in found


def test_a_content_that_cuts_a_quotation_gives_way() -> None:
    found = combined(passages(), [tagged("she", "added", "It was", 0.99)])
    assert ("rules", "added", "“It was dark,”") in found


def test_what_the_tagger_finds_alone_must_be_sure() -> None:
    weak, strong = (tagged("", "dark", "nine boats sank", score) for score in (0.4, 0.9))
    assert not [f for f in combined(passages(), [weak]) if f[1] == "dark"]
    assert [f for f in combined(passages(), [strong]) if f[1] == "dark"]


def test_the_rules_add_the_speaker_within_the_speech() -> None:
    found = combined(passages(), [tagged("The mayor", "said", "the navy had warned that nine boats sank", 0.95)])
    assert ("rules", "had warned", "that nine boats sank") in found


def test_the_rules_add_nobody_who_speaks_of_herself() -> None:
    text = "The mayor said she expects rain and says it will pour."
    outer = tagged("The mayor", "said", "she expects rain and says it will pour", 0.95, text)
    assert [f[0] for f in combined(passages(text), [outer])] == ["tagger"]


def test_a_withdrawal_is_no_part_of_what_is_said() -> None:
    """The tagger's content ends where the speaker goes on to take a number back, which the rules add."""
    text = "The ministry said that 46 people had been hurt, and withdrew the figure of 64 hurt people."
    inside = tagged("The ministry", "said", "that 46 people had been hurt, and withdrew", 0.95, text)
    found = combined(passages(text), [inside])
    assert ("tagger", "said", "that 46 people had been hurt") in found
    assert ("rules", "withdrew", "the figure of 64 hurt people") in found
