"""Sign-offs and credit lines give the agency; a photograph's credit does not."""

from typing import Any

import pytest

from rashomon.cleaning.credit import ENDING, find_credit, find_signoff
from rashomon.cleaning.furniture import mark_lines
from rashomon.cleaning.lines import split_lines
from rashomon.resources import load_resource

RULES = load_resource("cleaning")["signoffs"]


def agency_of(text: str) -> str | None:
    lines = split_lines(text)
    found = find_signoff(text, lines, [kind for kind, _ in mark_lines(lines)])
    return None if found is None else found.agency


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_reads_its_example(rule: Any) -> None:
    text = rule["example"]["text"]
    ends = rule["id"] in ENDING or "agency" in rule
    assert (agency_of(text) if ends else find_credit([text])) == rule["example"]["agency"]
    if "counter" in rule:
        assert agency_of(rule["counter"]) is None
        assert find_credit([rule["counter"]]) is None


def test_a_round_up_with_several_sign_offs_is_ended_by_none() -> None:
    assert agency_of("Two ships burned in May. (AP)\nA bridge fell on Monday. (AP)") is None


def test_what_follows_a_desk_credit_on_its_line_is_cut() -> None:
    text = "Two ships burned. (Reporting by Jane Doe; editing by Omar Said) A smarter way to trade"
    lines = split_lines(text)
    found = find_signoff(text, lines, [kind for kind, _ in mark_lines(lines)])
    assert found is not None
    assert found.tail is not None
    assert text[slice(*found.tail)] == " A smarter way to trade"
