"""The outlet from a page's address, its menu or its copyright line."""

from typing import Any

import pytest

from rashomon.cleaning.outlet import find_outlet
from rashomon.resources import load_resource

EXAMPLES = load_resource("outlets")["examples"]


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry.get("text") or entry["url"])
def test_examples(entry: Any) -> None:
    line = [entry["text"]] if "text" in entry else []
    assert find_outlet(line, line, entry.get("url"), "") == entry["name"]


def test_the_address_counts_more_than_the_copyright_line() -> None:
    assert find_outlet([], ["© 2031 Harbour Group"], "https://www.jpost.com/a", "") == "The Jerusalem Post"


@pytest.mark.parametrize(
    "line", ["Copyright 2031 The Associated Press. All rights reserved.", "All rights reserved", "© 2031"]
)
def test_an_agency_or_nobody_is_no_outlet(line: str) -> None:
    assert find_outlet([], [line], None, "") is None


@pytest.mark.parametrize("url", ["http://[", "not an address", "http://127.0.0.1/a", ""])
def test_odd_addresses_name_nobody(url: str) -> None:
    assert find_outlet([], [], url, "") is None


@pytest.mark.parametrize(
    "line, text, expected",
    [
        ("Harbour Radio", "The mayor told Harbour Radio that the port was closed.", "Harbour Radio"),
        ("Harbour Radio", "The mayor spoke of a closed port.", None),
        ("Ana Silva", "Ana Silva told the mayor that the port was closed.", None),
    ],
)
def test_a_name_that_is_spoken_to(line: str, text: str, expected: str | None) -> None:
    """A name alone on the page is the outlet only if someone in the article speaks to it."""
    assert find_outlet([line], [], None, text) == expected
