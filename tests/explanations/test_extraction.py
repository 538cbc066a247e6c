"""Explanations: who is blamed, by whom, with which stance and evidence."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.attribution import extract_attributions
from rashomon.explanations import extract_explanations
from rashomon.model import Actor, Document, Span
from rashomon.resources import load_resource

EXAMPLES = [(rule["id"], example) for rule in load_resource("blame")["rules"] for example in rule["examples"]]

# text, blamed, chain of the holder, stance, evidence
HOLDERS = [
    ("The mayor blamed smugglers for the fires.", "smugglers", ("mayor",), "asserts", None),
    (
        "The mayor and the navy have repeatedly blamed strangers for the fires without providing any evidence.",
        "strangers",
        ("mayor and the navy",),
        "asserts",
        "none offered",
    ),
    (
        "According to Tanjug, the mayor said smugglers were behind the fires.",
        "smugglers",
        ("Tanjug", "mayor"),
        "asserts",
        None,
    ),
    ("The mayor denied that the navy was behind the fires.", "navy", ("mayor",), "denies", None),
    ("The mayor said the navy was not behind the fires.", "navy", ("mayor",), "denies", None),
    ("The mayor does not believe that the navy was behind the fires.", "navy", ("mayor",), "denies", None),
    ("The mayor doubted that the navy was behind the fires.", "navy", ("mayor",), "doubts", None),
    (
        "“Strangers were behind the riots,” the mayor said, without naming any suspects.",
        "Strangers",
        ("mayor",),
        "asserts",
        "none offered",
    ),
    (
        "“There was a conspiracy involving smugglers and foreign spies,” the mayor said.",
        "smugglers and foreign spies",
        ("mayor",),
        "asserts",
        None,
    ),
    ("Tanjug reported that the mayor accused smugglers of arson.", "smugglers", ("Tanjug", "mayor"), "asserts", None),
    ("The riots were fuelled by exiled generals.", "exiled generals", (), "asserts", None),
    ("The unrest, triggered by a rise in bread prices, spread to Split.", "rise in bread prices", (), "asserts", None),
    (
        "The state was subjected to armed aggression by trained gangs, the ministry said.",
        "trained gangs",
        ("ministry",),
        "asserts",
        None,
    ),
    ("The mayor said it was definitely a terrorist attack.", "terrorist attack", ("mayor",), "asserts", None),
    (
        "Police linked the violence to what they said were members of a sect.",
        "members of a sect",
        ("Police",),
        "asserts",
        None,
    ),
    ("Smugglers played a role in the attacks, according to the navy.", "Smugglers", ("navy",), "asserts", None),
    (
        "Gangs indulged in arson and looting. They came from the hills, reported Tanjug.",
        "Gangs",
        ("Tanjug",),
        "asserts",
        None,
    ),
]


@pytest.mark.parametrize(("text", "blamed", "chain", "stance", "evidence"), HOLDERS, ids=[case[0] for case in HOLDERS])
def test_who_holds_what(
    explain: Any, text: str, blamed: str, chain: tuple[str, ...], stance: str, evidence: str | None
) -> None:
    attributions, explanations = explain(text)
    found = [
        (e.blamed, attributions[e.attribution].chain if e.attribution else (), e.stance, e.evidence)
        for e in explanations
    ]
    assert (blamed, chain, stance, evidence) in found


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example["text"] for _, example in EXAMPLES])
def test_the_examples_of_the_blame_rules_hold(explain: Any, rule: str, example: dict[str, str]) -> None:
    _, explanations = explain(example["text"])
    assert (example["blamed"], example.get("stance", "asserts")) in [(e.blamed, e.stance) for e in explanations]


NOTHING = [
    ("going to a protest is no blame", "The poet will take part in the protest on Friday."),
    ("condemning an attack blames nobody", "The poet condemned the attack in the strongest terms."),
    ("standing behind a thing", "The lamp stood behind the door."),
    ("a pronoun that means nobody known", "They were behind the fires."),
    ("", ""),
]


@pytest.mark.parametrize(("name", "text"), NOTHING, ids=[case[0] for case in NOTHING])
def test_nobody_is_blamed(explain: Any, name: str, text: str) -> None:
    assert explain(text)[1] == ()


def test_a_pronoun_is_the_actor_it_means(explain: Any) -> None:
    text = "Smugglers landed at night. The mayor said they were behind the fires."
    start = text.index("they")
    actor = Actor("smugglers", "group", (Span(0, 9), Span(start, start + 4)), ("Smugglers",))
    _, explanations = explain(text, (actor,))
    assert [e.blamed for e in explanations] == ["smugglers"]


def test_the_evidence_passage_is_pointed_at(explain: Any) -> None:
    text = "The mayor blamed smugglers for the fires without offering evidence."
    _, explanations = explain(text)
    assert explanations[0].evidence_span is not None
    assert explanations[0].evidence_span.of(text) == "without offering evidence"


WORDS = [
    *["The mayor", "blamed", "smugglers", "for", "the riots", "were behind", "it was a coup", ":", "“", "”", ".", "by"],
    *["fuelled", "denied that", "said", "\n\n", "among those who attacked", "plot", "of", "foreign interference", "to"],
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_passages_point_at_what_they_say_whatever_the_text(words: list[str]) -> None:
    text = " ".join(words)
    annotated = annotate(Document("d", "d", text, body=(Span(0, len(text)),) if text else ()))
    attributions = extract_attributions(annotated, (), method="rules")
    for n, found in enumerate(extract_explanations(annotated, attributions, ())):
        assert found.id == f"e{n + 1}"
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.blamed
        assert found.blamed_span is not None
        assert found.blamed in found.blamed_span.of(text)
