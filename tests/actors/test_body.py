"""Organisations across reports."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reports import named, names_in, story_of

from rashomon.actors import link_actors


@pytest.mark.parametrize(
    "one, other, linked",
    [
        ("Northern Relief Council", "Relief Northern Council", True),
        ("Bank of Varna", "Varna Bank", False),
        ("Caspian Oil Corp", "Caspian Oil Corporation", True),
        ("International Organisation for Seed", "International Organization for Seed", True),
        ("International Office for Seed", "IOS", True),
        ("EU", "European Union", True),
        ("United Nations", "U.N.", True),
        ("United Nations Security Council", "U.N. security council", True),
        ("Health Council", "Relief Council", False),
    ],
)
def test_two_names(one: str, other: str, linked: bool) -> None:
    """Word order, abbreviations, spelling and acronyms do not part an organisation; other words do."""
    found = link_actors(
        [named(f"{one} met.", (one, "organisation", ())), named(f"So did {other}.", (other, "organisation", ()))]
    )
    assert (len(found) == 1) is linked


@pytest.mark.parametrize(
    "others, linked",
    [
        (["Kazakh Relief Council met in Astana, Kazakhstan."], True),
        (["Kazakh Relief Council met in Astana, Kazakhstan.", "The Turkish Relief Council met in Turkey."], False),
    ],
)
def test_the_only_bearer(others: list[str], linked: bool) -> None:
    """A name without its country is that of the only country whose one it is in the story."""
    names = names_in(story_of("The Relief Council sent food, a man said.", *others))
    assert ({"Relief Council", "Kazakh Relief Council"} in names) is linked


def test_a_nameless_body_with_the_words_of_one_name() -> None:
    """ "the relief council" is the Northern Relief Council where three reports name it and no other has these words."""
    nameless = named("Later the relief council met.", ("relief council", "organisation", ()))
    full = [
        named(f"{i}: Northern Relief Council met.", ("Northern Relief Council", "organisation", ())) for i in range(3)
    ]
    assert len(link_actors([*full, nameless])) == 1
    assert len(link_actors([*full[:2], nameless])) == 2
