"""Days in the forms that pages print them in."""

from typing import Any

import pytest

from rashomon.cleaning.day import is_month_first, read_day, read_month_day, read_slashed, url_day
from rashomon.resources import load_resource

CLEANING = load_resource("cleaning")


@pytest.mark.parametrize("rule", CLEANING["day"], ids=[rule["id"] for rule in CLEANING["day"]])
def test_a_rule_reads_its_example(rule: Any) -> None:
    for key in ("example", "unclear"):
        if key in rule:
            found = read_day(f"on {rule[key]['text']} at noon")
            assert found is not None
            assert found.value == rule[key]["date"]


@pytest.mark.parametrize(
    "text, value",
    [
        ("31.02.2022", None),
        ("2022-13-01", None),
        ("call 2022-10-1234", None),
        ("Mon, 04 Jul 2022", "2022-07-04"),
        ("JANUARY 10, 2022 09:41", "2022-01-10"),
        ("10/10/2022", "2022-10-10"),
        ("Sept. 3rd, 2022", "2022-09-03"),
        ("no day", None),
    ],
)
def test_days(text: str, value: str | None) -> None:
    found = read_day(text)
    assert (None if found is None else found.value) == value


def test_a_day_without_a_year() -> None:
    example = CLEANING["day_without_year"]["example"]
    found = read_month_day(example["text"])
    assert found is not None
    assert found[:2] == (example["month"], example["day"])


@pytest.mark.parametrize("key", ["example", "compact"])
def test_the_day_in_an_address(key: str) -> None:
    entry = CLEANING["url_day"][key]
    assert url_day(entry["text"]) == entry["date"]


@pytest.mark.parametrize(
    "text, first", [("on January 3 and May 4", True), ("on 3 January", False), ("in spring", None)]
)
def test_the_order_in_which_a_text_writes_its_days(text: str, first: bool | None) -> None:
    assert is_month_first(text) is first


def test_slashes_are_read_in_that_order() -> None:
    assert (read_slashed("03/04/2022", True), read_slashed("03/04/2022", False)) == ("2022-03-04", "2022-04-03")
