"""What tells which event a report is on."""

import pytest

from rashomon.model import Actor, Document, Extraction, Place, Span, TimeExpression
from rashomon.stories.traits import Traits, day_of, traits_of

HERE = Span(0, 1)
TEXT = "Anna Berg, 34, and a 7-year-old boy were on the ferry."


def read(**more: object) -> Traits:
    document = Document("a", "a", TEXT, published="2019-03-10", body=(Span(0, len(TEXT)),))
    return traits_of(Extraction(document, **more))  # type: ignore[arg-type]


def place(name: str, kind: str, lat: float | None = None) -> Place:
    return Place(HERE, name, None, lat, lat, kind=kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "day"), [("2019-03-10", 737128), ("2019-03-10T08:00", 737128), ("2019-03", None), (None, None)]
)
def test_only_a_full_date_is_a_day(published: str | None, day: int | None) -> None:
    """A month or a year alone is no day."""
    assert day_of(published) == day


def test_days_are_those_of_the_news() -> None:
    """Publication and the days told; neither long past nor to come, nor vague ones."""
    values = ("2019-03-08", "2012-05-01", "2019-06-01", "2019-02", None, "2019-03-09T14:00")
    times = tuple(TimeExpression(HERE, "DATE", value) for value in values)
    assert read(times=times).days == {737128, 737126, 737127}


def test_names_of_office_holders_say_nothing() -> None:
    """A police spokeswoman is in the news every week; a single name is no full name."""
    actors = (
        Actor("Anna Berg", "person", (HERE,), ("Anna Berg", "Ms. Berg")),
        Actor("Kari Lund", "person", (HERE,), ("Kari Lund",), ("police spokeswoman",)),
        Actor("Nordlys", "organisation", (HERE,)),
    )
    assert ("anna", "berg") in read(actors=actors).persons
    assert ("kari", "lund") not in read(actors=actors).persons


def test_places_are_cities_and_sites() -> None:
    """The city named most is the main one; streets and facilities are sites, single words are none."""
    places = (
        place("Bergen", "city", 60.4),
        place("Oslo", "city", 59.9),
        place("Oslo", "city", 59.9),
        place("Norway", "country", 62.0),
        place("Quay Street", "facility"),
        place("Hall", "facility"),
    )
    found = read(places=places)
    assert (found.city, found.cities) == ((59.9, 59.9), {(59.9, 59.9), (60.4, 60.4)})
    assert found.sites == {"quay street"}


def test_ages_both_ways() -> None:
    """ "Anna Berg, 34," and "a 7-year-old"."""
    assert read().ages == {"34", "7"}
