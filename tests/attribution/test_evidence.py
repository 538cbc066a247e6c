"""Missing evidence: the passage that says so, and the statement it is about."""

from typing import Any

import pytest

from rashomon.resources import load_resource

EXAMPLES = [
    (rule["id"], example["text"], example["span"])
    for rule in load_resource("stances")["evidence"]
    for example in rule["examples"]
]
# text, speaker of the statement without evidence, the passage
TABLE = [
    (
        "The mayor has repeatedly blamed smugglers for the fires without providing any evidence.",
        "mayor",
        "without providing any evidence",
    ),
    (
        "The mayor said smugglers set the fires. He did not name any specific groups.",
        "mayor",
        "did not name any specific groups",
    ),
    (
        "“Outsiders did it,” the mayor said on Monday, without naming any suspects.",
        "mayor",
        "without naming any suspects",
    ),
    ("The mayor said the navy blamed smugglers without offering evidence.", "navy", "without offering evidence"),
    ("The navy accused the mayor of arson and offered no proof.", "navy", "offered no proof"),
]


@pytest.mark.parametrize(("rule", "text", "span"), EXAMPLES, ids=[case[1] for case in EXAMPLES])
def test_the_examples_of_the_patterns_hold(read: Any, rule: str, text: str, span: str) -> None:
    _, attributions = read(text)
    assert span in [a.evidence_span.of(text) for a in attributions if a.evidence == "none offered"]


@pytest.mark.parametrize(("text", "speaker", "span"), TABLE, ids=[case[0] for case in TABLE])
def test_the_remark_goes_to_the_statement_it_is_about(read: Any, text: str, speaker: str, span: str) -> None:
    _, attributions = read(text)
    found = [(a.speaker, a.evidence_span.of(text)) for a in attributions if a.evidence_span is not None]
    assert found == [(speaker, span)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said smugglers set the fires and showed photographs.",
        "If you do not name the suspects, nobody will believe it, the mayor said.",
        "The mayor said the house stood without electricity.",
    ],
)
def test_nothing_is_said_to_be_missing(read: Any, text: str) -> None:
    assert all(a.evidence is None for a in read(text)[1])


def test_the_remark_is_no_part_of_the_content(read: Any) -> None:
    text = "The mayor blamed smugglers for the fires without providing any evidence."
    assert read(text)[1][0].content[0].of(text) == "smugglers for the fires"
