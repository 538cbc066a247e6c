"""Reader comments are found by their marks, and where they begin is told by how readers write."""

import re
from typing import Any

import pytest

from rashomon.cleaning import clean
from rashomon.cleaning.comments import find_comments, score_voice
from rashomon.cleaning.dateline import find_lead_in
from rashomon.cleaning.lines import split_lines
from rashomon.model import Document
from rashomon.resources import load_resource

RULES = load_resource("furniture")["comments"]
MARKS = [rule for section in ("heads", "feet", "stamps", "closings") for rule in RULES[section]]
LEAD_IN = load_resource("cleaning")["lead_in"]

ARTICLE = [
    "PORT AMAL (Reuters) - Two ferries burned in the harbour of Port Amal on Monday, the ministry said.",
    "The fire began in the engine room of the older ship, the harbour master told reporters on Tuesday.",
    '"We saw smoke and we ran," said one of the sailors, who asked not to be named.',
    "The ministry said 12 people had been taken to hospital and that the port was closed to all traffic.",
    "Divers searched the basin until Wednesday evening, when the coast guard called them back.",
    "An inquiry will report in May, according to the transport minister, who flew in from the capital.",
    "The last such fire was in the northern port of Kessim, where the docks lay idle for a month afterwards.",
    "Insurers reported claims of several million dollars by Thursday, the Harbour Post said.",
    "The owner of the ships declined to comment, and its office in the old town was locked on Friday.",
]
COMMENTS = [
    "I was there and I saw at least 90 people carried away, why do you not tell us that?",
    "They lie to us every day!",
    "You dont know what you are talking about, my friend.",
]
STAMP = "March 4, 2031 at 5:04 pm | Report abuse |"


def body_of(text: str) -> str:
    return "\n".join(span.of(text) for span in clean(Document("d", "d.txt", text)).body)


@pytest.mark.parametrize("rule", MARKS, ids=[rule["id"] for rule in MARKS])
def test_a_mark_is_found_in_its_example(rule: Any) -> None:
    found = re.search(rule["pattern"], rule["example"]["text"], re.MULTILINE)
    assert found is not None
    assert found[0] == rule["example"]["found"]
    if "counter" in rule:
        assert re.search(rule["pattern"], rule["counter"], re.MULTILINE) is None


@pytest.mark.parametrize("mark", RULES["voice"], ids=[mark["id"] for mark in RULES["voice"]])
def test_a_voice_is_heard_in_its_example_alone(mark: Any) -> None:
    assert re.search(mark["pattern"], mark["example"]) is not None
    assert re.search(mark["pattern"], mark["counter"]) is None


def test_what_is_quoted_is_not_the_readers_voice() -> None:
    assert score_voice('"I saw my ship burn!" said the sailor.') < 0 < score_voice("I saw my ship burn!")


@pytest.mark.parametrize(
    "section",
    [
        ["Views expressed in the comments do not represent those of the Post.", *COMMENTS],
        [*COMMENTS, "Comments are not pre-screened before they post."],
        [COMMENTS[0], f"{COMMENTS[1]} {STAMP} {COMMENTS[2]} {STAMP}"],
        [f"{COMMENTS[2]} {STAMP} They did nothing wrong. {STAMP} Nobody cares."],
    ],
    ids=["note before", "note after", "stamps", "stamps within lines"],
)
def test_comments_are_left_out_and_the_article_stays(section: list[str]) -> None:
    assert body_of("\n".join([*ARTICLE, *section])) == "\n".join(ARTICLE)


def test_a_note_that_runs_on_is_cut_within_its_line() -> None:
    note = "We welcome comments that add facts. Views expressed in the comments do not represent those of the Post."
    text = "\n".join([*ARTICLE, f"{ARTICLE[0]} (Reporting by Jane Doe; Editing by Omar Said) {note}", *COMMENTS])
    assert body_of(text).endswith("Editing by Omar Said)")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ARTICLE),
        "\n".join([*ARTICLE, *COMMENTS]),
        "\n".join([*ARTICLE, "Updated March 4, 2031 at 5:04 pm"]),
        "\n".join([COMMENTS[0], STAMP, STAMP]),
        "",
    ],
    ids=["no comments", "no mark", "one stamp", "no article", "empty"],
)
def test_without_marks_nothing_is_a_comment(text: str) -> None:
    assert find_comments(text, split_lines(text)) is None


def test_a_speech_in_the_first_person_is_not_taken_for_comments() -> None:
    speech = [f"I thank you all, and in the year {2030 + n} we will rebuild our harbour for you." for n in range(9)]
    text = "\n".join([*speech, "Comments are closed"])
    assert body_of(text) == "\n".join(speech)


def test_an_interview_is_not_taken_for_comments() -> None:
    turns = [
        f"{who}: I tell you that we will rebuild your harbour {n} times!" for n in range(4) for who in ("ROE", "POE")
    ]
    text = "\n".join([*ARTICLE, *turns, "Comments are closed"])
    assert body_of(text) == "\n".join([*ARTICLE, *turns])
    dialogue = RULES["dialogue"]
    assert re.search(dialogue["pattern"], dialogue["example"]) is not None
    assert re.search(dialogue["pattern"], dialogue["counter"]) is None


def test_an_article_begins_at_its_credited_dateline() -> None:
    text = LEAD_IN["example"]["text"] + "\n" + "\n".join(ARTICLE[1:])
    assert body_of(text).startswith(LEAD_IN["example"]["left"])
    counter = LEAD_IN["counter"] + "\n" + "\n".join(ARTICLE[1:])
    assert find_lead_in(counter, split_lines(counter)) is None


def test_captions_and_teasers_before_the_dateline_are_left_out() -> None:
    teaser = "A storm digs up the coast of another country."
    assert body_of("\n".join([teaser, *ARTICLE])) == "\n".join(ARTICLE)
