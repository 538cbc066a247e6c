"""Actors keep to the text, whatever the text is."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from reports import actors_of

NAMES = ["President Erlan Dulatov", "Dulatov", "he said.", "the president", "(IFPO)", "police", "Mr."]
MARKS = ["“", "”", "🙂", "שלום", "\n\n", "-", "said", "'s"]
PIECES = st.sampled_from([*NAMES, *MARKS])


@given(st.lists(PIECES, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_mentions_lie_in_the_text(text: str) -> None:
    """Mentions are in order, inside the text, hold something; every actor has a name and a mention."""
    for actor in actors_of(text):
        assert actor.name in actor.names
        assert actor.mentions
        assert list(actor.mentions) == sorted(set(actor.mentions))
        for span in actor.mentions:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂🙂", "...", "(((", "שלום עולם", "a" * 4000])
def test_odd_texts_have_no_actors(text: str) -> None:
    """Nothing is found where nobody is, and nothing breaks."""
    assert actors_of(text) == ()


def test_the_same_text_gives_the_same_actors() -> None:
    """Extraction is a function of the text."""
    text = "President Erlan Dulatov met Anton Karpenko. He thanked police. The president left, Reuters reported."
    assert actors_of(text) == actors_of(text)


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("President Erlan Dulatov spoke.", "Erlan Dulatov", "person"),
        ("The news agency Interfax reported it.", "Interfax", "organisation"),
        ("Residents left the town.", "residents", "group"),
        ("Moscow denied the report.", "Moscow", "organisation"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    """Persons, organisations (governments among them) and groups are told apart."""
    assert (name, kind) in {(actor.name, actor.kind) for actor in actors_of(text)}


@pytest.mark.parametrize(
    "text", ["Residents of Zhanaozen blocked the road.", "She lives in Paris, Texas.", "Traffic in Aktau stopped."]
)
def test_a_town_is_no_actor(text: str) -> None:
    """What the gazetteer knows as a place in the sentence is neither person nor organisation."""
    assert not {"Zhanaozen", "Paris", "Texas", "Aktau"} & {name for actor in actors_of(text) for name in actor.names}


def test_putting_together_is_explained() -> None:
    """The detail says why spellings are one actor."""
    (actor,) = [a for a in actors_of("President Erlan Dulatov spoke. Dulatov left.") if a.kind == "person"]
    assert actor.detail == ("'Dulatov' is short for 'Erlan Dulatov'",)
    assert actor.titles == ("president",)
