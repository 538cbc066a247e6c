"""Groups and nameless bodies across reports: by what they are and whose they are."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reports import story_of

LEADER = "Kazakh President Erlan Dulatov spoke on Monday."


@pytest.mark.parametrize(
    "texts, names",
    [
        (["The Kazakh rebels left.", "Kazakhstan's rebel fighters came back."], {"Kazakh rebels"}),
        (["The Kazakh rebels left.", "The rebels came back."], {"Kazakh rebels", "rebels"}),
        (["Kazakh troops left.", "Kazakh soldiers came back."], {"Kazakh troops", "Kazakh soldiers"}),
        ([LEADER, f"{LEADER} Dulatov's forces left.", f"{LEADER} Pro-Dulatov troops left."], {"Dulatov's forces"}),
        ([f"{LEADER} Dulatov's government met.", "The Kazakh government fell."], {"Kazakh government"}),
        (["Kazakhstan said the road was shut.", "The Kazakh government fell."], {"Kazakhstan", "Kazakh government"}),
        (["The police came.", "Police left."], {"police"}),
        (["Kazakh officials met.", "Later Kazakh officials spoke."], {"Kazakh officials"}),
    ],
)
def test_one_group(texts: list[str], names: set[str]) -> None:
    """Put together on whose they are, or as the only ones of the story."""
    found = [actor for actor in story_of(*texts) if names & set(actor.names)]
    assert len(found) == 1
    assert names <= set(found[0].names)
    documents = {mention.doc for mention in found[0].mentions}
    assert len(documents) == len(texts) - (texts[0] == LEADER)


@pytest.mark.parametrize(
    "texts, word, count",
    [
        (["Residents left.", "Later residents came back."], "residents", 2),
        (["Kazakh officials met.", "Officials spoke later."], "officials", 1),
        (["The Kazakh rebels left.", "Turkish rebels came.", "The rebels slept."], "rebels", 1),
        (["The Kazakh government fell.", "The Turkish government met.", "The government slept."], "government", 1),
        (["The Kazakh embassy shut.", "The Kazakh embassy opened."], "Kazakh embassy", 2),
        (["The Kazakh rebels left.", "Turkey, Turkey and Turkey: the rebels slept."], "rebels", 1),
        (
            ["The French Foreign Ministry met.", "Turkish officials met. The Foreign Ministry slept."],
            "Foreign Ministry",
            1,
        ),
        ([f"{LEADER} The Dulatov opposition met.", f"{LEADER} Dulatov's forces left."], "Dulatov opposition", 1),
    ],
)
def test_stay_apart(texts: list[str], word: str, count: int) -> None:
    """People of any side, and words that two sides of the story share, link nothing."""
    found = [actor for actor in story_of(*texts) if word in actor.names]
    assert len(found) == count
    assert all(set(actor.names) == {word} for actor in found)


def test_a_link_says_why() -> None:
    """The reason stands in the detail."""
    (actor,) = [
        a for a in story_of("The Kazakh rebels left.", "Kazakhstan's rebel fighters came.") if a.kind == "group"
    ]
    assert any("both the rebel of kazakhstan" in why for why in actor.detail)
