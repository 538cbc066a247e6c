"""The constructs that the rules read, each with the spans that must come out."""

from typing import Any

import pytest

from rashomon.model import Annotated, Attribution
from rashomon.resources import load_resource

Spans = tuple[str, str, str]


def spans_of(annotated: Annotated, attribution: Attribution) -> Spans:
    """Source, cue and content as text, fragments joined by " … "."""
    parts = (attribution.source, attribution.cue, attribution.content)
    return tuple(" … ".join(piece.of(annotated.text) for piece in part) for part in parts)  # type: ignore[return-value]


# name of the construct, text, source, cue, content
CONSTRUCTS = [
    ("direct, cue behind", "“The dam held,” the engineer said.", "the engineer", "said", "“The dam held,”"),
    ("direct, cue in front", 'The engineer said, "The dam held."', "The engineer", "said", '"The dam held."'),
    ("direct, cue inside", "“The dam,” the engineer said, “held.”", "the engineer", "said", "“The dam,” … “held.”"),
    ("direct, straight marks", '"The dam held," the engineer said.', "the engineer", "said", '"The dam held,"'),
    ("direct, single marks", "‘The dam held,’ the engineer said.", "the engineer", "said", "‘The dam held,’"),
    (
        "direct, two sentences in marks",
        "“The dam held. Nobody fled,” the engineer said.",
        "the engineer",
        "said",
        "“The dam held. Nobody fled,”",
    ),
    (
        "direct, goes on behind the cue",
        "“The dam held,” the engineer said. “Nobody fled.”",
        "the engineer",
        "said",
        "“The dam held,” … “Nobody fled.”",
    ),
    ("direct, question", "“Did the dam hold?” the engineer asked.", "the engineer", "asked", "“Did the dam hold?”"),
    ("indirect with that", "The engineer said that the dam held.", "The engineer", "said", "that the dam held"),
    ("indirect without that", "The engineer said the dam held.", "The engineer", "said", "the dam held"),
    ("indirect, cue behind", "The dam held, the engineer said.", "the engineer", "said", "The dam held"),
    ("indirect, cue inside", "The dam, the engineer said, had held.", "the engineer", "said", "The dam … had held"),
    ("mixed", "The engineer said the dam “held like a rock”.", "The engineer", "said", "the dam “held like a rock”"),
    (
        "inverted, apposition, day",
        "“The dam held,” said Ivo Lenk, an engineer in Split, on Monday.",
        "Ivo Lenk, an engineer in Split",
        "said",
        "“The dam held,”",
    ),
    (
        "reported X",
        "The dam held through the night, reported Tanjug.",
        "Tanjug",
        "reported",
        "The dam held through the night",
    ),
    ("according to, in front", "According to Tanjug, the dam held.", "Tanjug", "According to", "the dam held"),
    ("according to, behind", "The dam held, according to Tanjug.", "Tanjug", "according to", "The dam held"),
    ("as X said", "As Tanjug reported, the dam held.", "Tanjug", "reported", "the dam held"),
    ("view", "In her opinion, the dam was weak.", "her", "In … opinion", "the dam was weak"),
    ("colon", "The engineer stated on Friday: The dam held.", "The engineer", "stated", "The dam held"),
    (
        "addressee and place are not content",
        "The engineer told reporters in Split that the dam held.",
        "The engineer",
        "told",
        "that the dam held",
    ),
    ("noun", "She repeated the ministry’s claim that the dam held.", "the ministry’s", "claim", "that the dam held"),
    ("noun with a verb", "The bishop voiced concern about the dam.", "The bishop", "voiced concern about", "the dam"),
    (
        "adjective",
        "The engineer is confident that the dam will hold.",
        "The engineer",
        "is confident",
        "that the dam will hold",
    ),
    ("infinitive", "The firm promised to repair the dam.", "The firm", "promised", "to repair the dam"),
    ("infinitive with object", "The mayor urged families to flee.", "The mayor", "urged", "families to flee"),
    ("intention", "The firm wants to repair the dam.", "The firm", "wants", "to repair the dam"),
    ("thought", "Villagers believe the dam is weak.", "Villagers", "believe", "the dam is weak"),
    ("object", "The villagers criticised the plan.", "The villagers", "criticised", "the plan"),
    ("object and preposition", "The mayor accused the firm of neglect.", "The mayor", "accused", "the firm of neglect"),
    (
        "withdrawal",
        "The paper retracted its report that the bridge had fallen.",
        "The paper",
        "retracted",
        "its report that the bridge had fallen",
    ),
    ("number", "The ministry put the number of dead at 23.", "The ministry", "put", "the number of dead at 23"),
    ("preposition", "The bishop called for calm.", "The bishop", "called for", "calm"),
    ("passive with agent", "The plan was rejected by the villagers.", "the villagers", "was rejected by", "The plan"),
    ("passive without agent", "It was reported that the dam had held.", "", "was reported", "that the dam had held"),
    ("passive, to", "The firm is expected to repair the dam.", "", "is expected", "The firm … to repair the dam"),
    ("seeming", "The dam appears to be safe.", "", "appears", "The dam … to be safe"),
    ("adverb", "The guard reportedly fled.", "", "reportedly", "The guard … fled"),
    (
        "quoted as saying",
        "Tanjug quoted the engineer as saying the dam had held.",
        "the engineer",
        "as saying",
        "the dam had held",
    ),
    (
        "was quoted as saying",
        "The engineer was quoted as saying the dam held.",
        "The engineer",
        "as saying",
        "the dam held",
    ),
    ("not", "The firm did not confirm the report.", "The firm", "did not confirm", "the report"),
    (
        "with adverb",
        "The firm has repeatedly denied that the dam leaks.",
        "The firm",
        "has repeatedly denied",
        "that the dam leaks",
    ),
    ("participle", "The mayor left early, saying the dam was safe.", "The mayor", "saying", "the dam was safe"),
    ("relative", "The engineer, who said the dam was safe, has left.", "who", "said", "the dam was safe"),
    (
        "controlled",
        "The mayor asked the firm to admit that the dam leaks.",
        "the firm",
        "to admit",
        "that the dam leaks",
    ),
]


@pytest.mark.parametrize(("name", "text", "source", "cue", "content"), CONSTRUCTS, ids=[case[0] for case in CONSTRUCTS])
def test_construct(read: Any, name: str, text: str, source: str, cue: str, content: str) -> None:
    annotated, attributions = read(text)
    assert (source, cue, content) in [spans_of(annotated, a) for a in attributions]


NO_ATTRIBUTION = [
    ("scare quotes", "The so-called “reform” closed three schools."),
    ("title in quotes", "Her film “The Long Dam” opened in Split."),
    ("physical attack", "The rebels attacked the dam at dawn."),
    ("dismissed persons", "The king dismissed the cabinet."),
    ("plain report", "The dam broke at dawn and flooded two villages."),
    ("inches", 'The pipe was 6" wide and broke.'),
]


@pytest.mark.parametrize(("name", "text"), NO_ATTRIBUTION, ids=[case[0] for case in NO_ATTRIBUTION])
def test_nobody_is_said_to_say_anything(read: Any, name: str, text: str) -> None:
    assert read(text)[1] == ()


EXAMPLES = [
    (section, example)
    for section in ("verbs", "nouns", "adjectives", "phrases", "relay")
    for example in load_resource("cues")[section]["examples"]
]


@pytest.mark.parametrize(("section", "example"), EXAMPLES, ids=[e["text"] for _, e in EXAMPLES])
def test_the_examples_of_the_cue_lexicon_hold(read: Any, section: str, example: dict[str, str]) -> None:
    annotated, attributions = read(example["text"])
    assert (example["source"], example["cue"], example["content"]) in [spans_of(annotated, a) for a in attributions]


def test_two_speakers_of_one_sentence_keep_to_their_own_words(read: Any) -> None:
    annotated, attributions = read("Sailors said nine boats had sunk, according to Tanjug.")
    found = {spans_of(annotated, a) for a in attributions}
    assert ("Sailors", "said", "nine boats had sunk") in found
    assert ("Tanjug", "according to", "Sailors said nine boats had sunk") in found


def test_a_colon_that_closes_a_paragraph_leads_into_the_next(read: Any) -> None:
    annotated, attributions = read("A report from Split said:\n\nThe dam held through the night.\n\nIt rained.")
    assert spans_of(annotated, attributions[0])[1:] == ("said:", "The dam held through the night.")
