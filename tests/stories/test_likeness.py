"""How likely two reports are on one event."""

import math

import pytest

from rashomon.stories.likeness import COPIED, SIGNS, apart, days_between, kilometres, likeness, weigh_signs
from rashomon.stories.traits import Traits

OSLO, DRAMMEN, BERGEN = (59.91, 10.75), (59.74, 10.20), (60.39, 5.32)
SAME = {"ferry": 0.6, "rock": 0.8}


def traits(**more: object) -> Traits:
    return Traits(SAME, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sign", "one", "other"),
    [
        (
            "a person in both",
            {"persons": {("ole", "nordmann")}},
            {"persons": {("ole", "nordmann"), ("juan", "quispe")}},
        ),
        ("cities far apart", {"city": OSLO, "cities": {OSLO}}, {"city": BERGEN, "cities": {BERGEN}}),
        ("a site in both", {"sites": {"quay street"}}, {"sites": {"quay street", "city hall"}}),
        ("only different sites", {"sites": {"quay street"}}, {"sites": {"city hall"}}),
        ("only different ages", {"ages": {"31"}}, {"ages": {"64", "7"}}),
        ("days between", {"days": {737000}}, {"days": {737003, 737009}}),
    ],
)
def test_each_sign_shows_in_what_it_adds(sign: str, one: dict[str, object], other: dict[str, object]) -> None:
    """A sign adds its own weight and no other does, whichever report comes first."""
    plain = weigh_signs(traits(), traits())
    for pair in ((traits(**one), traits(**other)), (traits(**other), traits(**one))):
        assert set(weigh_signs(*pair)) - set(plain) == {sign}
    weight = next(found.weight for found in SIGNS if found.name == sign)
    assert (likeness(traits(**one), traits(**other)) > likeness(traits(), traits())) == (weight > 0)


def test_two_names_say_more_than_one() -> None:
    """Further shared names count, two at most."""
    names = [("ole", "nordmann"), ("juan", "quispe"), ("ann", "lee"), ("bo", "ek")]
    added = [weigh_signs(traits(persons=set(names[:n])), traits(persons=set(names[:n]))) for n in (1, 2, 3, 4)]
    further = [signs.get("further persons in both", 0.0) for signs in added]
    assert further[0] < further[1] < further[2] == further[3]


def test_a_city_the_other_names_is_not_far() -> None:
    """The main cities may differ, if one report names that of the other too."""
    oslo, bergen = traits(city=OSLO, cities={OSLO, BERGEN}), traits(city=BERGEN, cities={BERGEN})
    assert apart(oslo, bergen) == 0.0
    assert apart(oslo, traits()) == 0.0


def test_distance() -> None:
    """Oslo to Bergen is about 305 km, to Drammen about 36."""
    assert kilometres(OSLO, BERGEN) == pytest.approx(305, abs=5)
    assert kilometres(OSLO, DRAMMEN) == pytest.approx(36, abs=3)


def test_the_nearest_days_count() -> None:
    """A later report that dates the event is as near as the event."""
    assert days_between(traits(days={100}), traits(days={130, 101})) == pytest.approx(math.log(2))
    assert days_between(traits(days={100}), traits()) == 0.0


def test_copying_raises_and_words_count() -> None:
    """A copy is likelier to be on the same event; reports without a word in common are not."""
    nothing = Traits({"mine": 1.0})
    assert COPIED in weigh_signs(traits(), nothing, copied=True)
    assert likeness(traits(), nothing) < likeness(traits(), nothing, copied=True) < 0.01 < likeness(traits(), traits())
