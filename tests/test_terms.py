"""Words weighted by how telling they are."""

import math

import pytest

from rashomon.terms import cosine, weigh


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    """ "the" says nothing of an event, "ferry" a little, a name that is in no list most; the length is 1."""
    terms = weigh({"the": 9, "people": 1, "ferry": 1, "kuisebmond": 1})
    assert terms.get("the", 0) < terms["people"] < terms["ferry"] < terms["kuisebmond"]
    assert math.fsum(weight * weight for weight in terms.values()) == pytest.approx(1)


def test_words_said_often_weigh_more_but_not_as_often() -> None:
    """tf is logarithmic; words of one letter are none."""
    once, often = weigh({"ferry": 1, "rock": 1}), weigh({"ferry": 8, "rock": 1, "x": 50})
    assert once["ferry"] < often["ferry"] < 8 * once["ferry"]
    assert "x" not in often
    assert weigh({}) == {}


def test_cosine() -> None:
    """Of the words in both, whichever comes first."""
    one, other = {"ferry": 0.6, "rock": 0.8}, {"rock": 1.0}
    assert cosine(one, other) == cosine(other, one) == pytest.approx(0.8)
    assert cosine(one, {"mine": 1.0}) == 0
