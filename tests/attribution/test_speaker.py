"""Speakers: from the words of the source to the actor."""

from typing import Any

import pytest

from rashomon.model import Actor, ActorKind, Span
from rashomon.resources import load_resource

EXAMPLES = load_resource("speakers")["examples"]
TEXT = (
    "President Ana Babic said the dam held. “I saw it,” the president said. She thanked the crews. "
    "Residents said water rose. Tanjug reported heavy rain, and the FFP said roads were shut. "
    "It said schools would close."
)


def actor(name: str, kind: ActorKind, *words: str) -> Actor:
    """An actor whose mentions are these words where they stand in TEXT, in order."""
    spans, at = [], 0
    for word in words:
        at = TEXT.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return Actor(name, kind, tuple(spans), (name,), ("president",) if kind == "person" else ())


ACTORS = (
    actor("Ana Babic", "person", "President Ana Babic", "the president", "She"),
    actor("residents", "group", "Residents"),
    actor("Tanjug", "organisation", "Tanjug"),
    actor("Forum for Peace", "organisation", "the FFP", "It"),
)
EXPECTED = [
    ("President Ana Babic", "Ana Babic", "name"),
    ("the president", "Ana Babic", "title"),
    ("She", "Ana Babic", "pronoun"),
    ("Residents", "residents", "group"),
    ("Tanjug", "Tanjug", "agency"),
    ("It", "Forum for Peace", "pronoun"),
]


@pytest.mark.parametrize(("words", "name", "how"), EXPECTED, ids=[case[0] for case in EXPECTED])
def test_the_source_is_looked_up_among_the_mentions(read: Any, words: str, name: str, how: str) -> None:
    _, attributions = read(TEXT, ACTORS)
    found = [(a.speaker, a.speaker_from) for a in attributions if a.source and a.source[0].of(TEXT) == words]
    assert found[:1] == [(name, how)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_the_examples_of_the_speaker_lexicon_hold(read: Any, example: dict[str, str]) -> None:
    _, attributions = read(example["text"])
    assert (example["speaker"], example["from"]) in [(a.speaker, a.speaker_from) for a in attributions]


def test_nobody_stays_nobody(read: Any) -> None:
    found = read("It is estimated that forty people drowned.")[1][0]
    assert (found.speaker, found.speaker_from, found.chain) == (None, None, ())


def test_a_pronoun_without_an_actor_stays_unresolved_and_says_so(read: Any) -> None:
    found = read("He said the dam held.")[1][0]
    assert (found.speaker, found.speaker_from) == ("He", "unresolved")


def test_the_statement_speaks_for_whoever_issued_it(read: Any) -> None:
    text = "The navy said in a statement that the dam held. The statement added that roads were shut."
    _, attributions = read(text)
    assert [a.speaker for a in attributions] == ["navy", "navy"]


def test_a_bare_title_in_a_headline_means_the_one_who_holds_it(read: Any) -> None:
    holder = Actor("Ana Babic", "person", (Span(25, 34),), ("Ana Babic",), ("president",))
    _, attributions = read("Ana Babic spoke at noon.", (holder,), title="The dam held: President")
    assert attributions[0].speaker == "Ana Babic"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to United Nations estimates, forty people drowned.", "United Nations"),
        ("Forty people drowned, according to a WHO count.", "WHO"),
        ("According to government figures, forty people drowned.", "government"),
        ("According to the ministry's tally, forty people drowned.", "ministry"),
        ("According to an estimate by the harbour office, forty people drowned.", "harbour office"),
        ("According to an estimate of the damage, forty boats sank.", "estimate of the damage"),
        ("Forty people drowned, according to his government's statement.", "his government"),
        ("Ban Ki-moon said forty people drowned.", "Ban Ki-moon"),
    ],
)
def test_numbers_speak_for_whoever_put_them_together(text: str, speaker: str, read: Any) -> None:
    """An estimate or a tally is as good as the body behind it; a name with a hyphen stays whole."""
    assert [a.speaker for a in read(text)[1]] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Babic told the paper that forty people drowned. They were all young, he added.", "Babic"),
        ("The ministry said that forty people drowned. They were all young, he added.", "he"),
        ("Babic told the paper that forty people drowned. They were all young, he said.", "he"),
    ],
)
def test_he_added_goes_on_from_whoever_spoke(text: str, speaker: str, read: Any) -> None:
    """Whoever adds something has spoken before: the person of the sentence before, never an office."""
    assert read(text)[1][-1].speaker == speaker
