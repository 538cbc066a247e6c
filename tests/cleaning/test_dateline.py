"""Datelines of the wires, with their credit and day; other beginnings are none."""

from typing import Any

import pytest

from rashomon.cleaning.dateline import find_dateline, read_dateline
from rashomon.cleaning.lines import split_lines
from rashomon.resources import load_resource

RULES = load_resource("cleaning")["datelines"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_reads_its_example(rule: Any) -> None:
    text = rule["example"]["text"]
    found = find_dateline(text, split_lines(text))
    assert found is not None
    assert found.text == rule["example"]["dateline"]
    assert found.agency == rule["example"].get("agency")
    assert found.date == rule["example"].get("date")
    assert found.date_span is None or found.date_span.of(text) == found.date
    assert found.span.of(text).startswith(found.text)


@pytest.mark.parametrize("rule", [rule for rule in RULES if "counter" in rule], ids=lambda rule: rule["id"])
def test_a_counter_example_has_no_dateline(rule: Any) -> None:
    assert find_dateline(rule["counter"], split_lines(rule["counter"])) is None


@pytest.mark.parametrize(
    "text, dateline, credit, agency",
    [
        ("CAIRO (Reuters) - Two ships burned.", "CAIRO (Reuters)", "Reuters", "Reuters"),
        ("BEIRUT, March 3 (AP) — Two ships burned.", "BEIRUT, March 3 (AP)", "AP", "AP"),
        ("NUR-SULTAN, Jan. 10 (Xinhua) -- Two ships burned.", "NUR-SULTAN, Jan. 10 (Xinhua)", "Xinhua", "Xinhua"),
        ("MINSK, 6 January (BelTA) – Two ships burned.", "MINSK, 6 January (BelTA)", "BelTA", "BelTA"),
        ("PORT AMAL, Harb. (KXVT) - Two ships burned.", "PORT AMAL, Harb. (KXVT)", "KXVT", None),
        ("Almaty (Kazakhstan) (AFP) – Two ships burned.", "Almaty (Kazakhstan) (AFP)", "AFP", "AFP"),
    ],
)
def test_datelines_of_the_wires(text: str, dateline: str, credit: str, agency: str | None) -> None:
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert (found.text, found.credit, found.agency) == (dateline, credit, agency)


def test_a_wires_header_takes_its_agency_from_the_dateline_after_it() -> None:
    text = "PORT AMAL | Wed Jun 8, 2031 11:26 pm EDT PORT AMAL (Reuters) - Two ships burned."
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert (found.agency, found.date) == ("Reuters", "Wed Jun 8, 2031")


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE - Two ships burned.",
        "JANE DOE, HOST: Good evening.",
        "The port (AFP) said so.",
        "He flew to CAIRO - and stayed.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert read_dateline(text, 0, len(text)) is None
