"""Bylines are read as printed; lines that look alike are not."""

from typing import Any

import pytest

from rashomon.cleaning.byline import find_agency, is_name, is_writer_note, read_byline
from rashomon.cleaning.lines import Line
from rashomon.resources import load_resource

RULES = load_resource("cleaning")["bylines"]


def line_of(text: str) -> Line:
    return Line(0, 0, len(text), text)


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_reads_its_example(rule: Any) -> None:
    found = read_byline(line_of(rule["example"]["text"]))
    assert found is not None
    if "name" in rule["example"] and "agency" not in rule["example"]:
        assert found.name == rule["example"]["name"]
    assert found.agency == rule["example"].get("agency")
    assert read_byline(line_of(rule["counter"])) is None


@pytest.mark.parametrize(
    "text, name, agency",
    [
        ("By REUTERS", "Reuters", "Reuters"),
        ("By Jane Doe, The Associated Press", "Jane Doe, The Associated Press", "AP"),
        ("By JANE DOE and OMAR SAID • March 3, 2031", "JANE DOE and OMAR SAID", None),
        ("by Lena van den Berg", "Lena van den Berg", None),
        ("By Jane Doe jane@harbourpost.example", "Jane Doe", None),
        ("Posted by: Omar Said on March 3, 2031", "Omar Said", None),
    ],
)
def test_what_stands_beside_a_name_is_left_out(text: str, name: str, agency: str | None) -> None:
    found = read_byline(line_of(text))
    assert found is not None
    assert (found.name, found.agency) == (name, agency)


@pytest.mark.parametrize(
    "text",
    [
        "By the time police came, the men had left",
        "By 2031 the port will be closed",
        "Two killed by fire in harbour",
        "",
    ],
)
def test_prose_is_no_byline(text: str) -> None:
    assert read_byline(line_of(text)) is None


def test_the_paragraph_about_the_writer() -> None:
    bio = load_resource("cleaning")["bio"]
    assert is_writer_note(line_of(bio["example"]["text"]))
    assert not is_writer_note(line_of(bio["counter"]))


@pytest.mark.parametrize(
    "text, yes", [("Jane Doe", True), ("Jane", False), ("Jane Doe said", False), ("JANE DOE", True)]
)
def test_a_lone_name(text: str, yes: bool) -> None:
    assert is_name(line_of(text)) is yes


@pytest.mark.parametrize("entry", load_resource("agencies")["examples"], ids=lambda entry: entry["credit"])
def test_agencies_under_their_spellings(entry: Any) -> None:
    assert find_agency(entry["credit"]) == entry["name"]
