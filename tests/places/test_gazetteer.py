"""The shipped gazetteer: what it holds and how names are found in it."""

import time

import pytest

from rashomon.places.gazetteer import country_entry, entry_of, holders, load_gazetteer, look_up, region_entry
from rashomon.places.spelling import fold, loosen


def test_opens_fast() -> None:
    """Well under a second, on the first use of a process."""
    load_gazetteer.cache_clear()
    start = time.perf_counter()
    load_gazetteer()
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize(
    "name, country, kind",
    [
        ("Almaty", "KZ", "city"),
        ("Nur-Sultan", "KZ", "city"),
        ("Nursultan", "KZ", "city"),
        ("Kiev", "UA", "city"),
        ("Mangystau", "KZ", "region"),
        ("U.S.", "US", "country"),
        ("Burma", "MM", "country"),
        ("Rapides Parish", "US", "county"),
        ("St. Louis", "US", "city"),
        ("Saint Louis", "US", "city"),
        ("Caspian Sea", None, "water"),
    ],
)
def test_finds_under_each_name(name: str, country: str | None, kind: str) -> None:
    """Main, former, variant and abbreviated names lead to the place."""
    assert (country, kind) in {(entry.country, entry.kind) for entry in look_up(name)}


@pytest.mark.parametrize("name", ["", " ", "Zzyzxqq", "north", "é", "~", "\n"])
def test_unknown_names_have_no_bearer(name: str) -> None:
    """Odd input finds nothing and breaks nothing."""
    assert look_up(name) == ()


@pytest.mark.parametrize(
    "written, folded",
    [("Nur-Sultan", "nur sultan"), ("St. Louis", "saint louis"), ("Ra’s Lānūf", "ras lanuf"), ("W.Va.", "wva")],
)
def test_folding(written: str, folded: str) -> None:
    """Accents, points, apostrophes, hyphens and short forms do not count."""
    assert fold(written) == folded


def test_loose_keys_meet() -> None:
    """Transliterations of one Arabic name have one loose key, different names have not."""
    assert loosen("al zawiyah") == loosen("zawiya")
    assert loosen("zuwarah") != loosen("zawiya")
    assert loosen("homs") is None


def test_containment() -> None:
    """A town lies in its county, region and country, in that order."""
    paris = next(entry for entry in look_up("Paris") if entry.country == "US" and entry.lat and entry.lat < 34)
    assert [entry_of(row).name for row in holders(paris.row)] == ["Lamar County", "Texas", "United States"]


def test_codes() -> None:
    """Countries and regions are found by their codes, unknown ones are None."""
    country, region = country_entry("KZ"), region_entry("US.TX")
    assert country is not None
    assert region is not None
    assert (country.name, region.name) == ("Kazakhstan", "Texas")
    assert country_entry("XX") is None
    assert region_entry("US.XX") is None
