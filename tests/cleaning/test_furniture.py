"""Every furniture rule catches its example and leaves its counter-example alone."""

from typing import Any

import pytest

from rashomon.cleaning.furniture import inline_cuts, mark_line, mark_lines
from rashomon.cleaning.lines import Line, split_lines
from rashomon.resources import load_resource

FURNITURE = load_resource("furniture")
WHOLE = [rule for rule in FURNITURE["rules"] if rule["where"] != "inline"]
INLINE = [rule for rule in FURNITURE["rules"] if rule["where"] == "inline"]
IN_THE_ARTICLE = ("prose", "short")


def line_of(text: str) -> Line:
    return Line(0, 0, len(text), text)


def names(entries: list[Any]) -> list[str]:
    return [entry["id"] for entry in entries]


@pytest.mark.parametrize("rule", WHOLE, ids=names(WHOLE))
def test_a_rule_catches_its_example(rule: Any) -> None:
    assert mark_line(line_of(rule["example"]["text"])) == (rule["where"], rule["id"])


@pytest.mark.parametrize("rule", FURNITURE["rules"], ids=names(FURNITURE["rules"]))
def test_a_line_that_only_looks_alike_stays(rule: Any) -> None:
    if "counter" in rule:
        assert mark_line(line_of(rule["counter"]))[0] in IN_THE_ARTICLE
        assert inline_cuts(rule["counter"], line_of(rule["counter"])) == []


@pytest.mark.parametrize("rule", INLINE, ids=names(INLINE))
def test_an_inline_rule_cuts_only_its_phrase(rule: Any) -> None:
    text = rule["example"]["text"]
    left = text
    for start, end in reversed(inline_cuts(text, line_of(text))):
        left = left[:start] + left[end:]
    assert left.strip() == rule["example"]["left"]


@pytest.mark.parametrize("entry", FURNITURE["word_lists"], ids=names(FURNITURE["word_lists"]))
def test_a_word_list_catches_lines_of_its_words_only(entry: Any) -> None:
    assert mark_line(line_of(entry["example"]["text"]))[1] == entry["id"]
    assert mark_line(line_of(entry["counter"]))[0] in IN_THE_ARTICLE


def test_many_capitals_without_a_headlines_signs_are_a_menu() -> None:
    assert mark_line(line_of(FURNITURE["menu"]["example"]["text"]))[0] == "menu"
    assert mark_line(line_of(FURNITURE["menu"]["counter"]))[0] == "short"


def test_a_list_of_links_ends_where_the_article_goes_on() -> None:
    text = (
        "The ferry left the harbour at noon, the port said.\nMost Read\nFerry strike enters day three\n"
        "Nobody was hurt, the captain said later.\nThe inquiry begins on Monday in Port Amal.\n"
    )
    kinds = [kind for kind, _ in mark_lines(split_lines(text))]
    assert kinds == ["prose", "opener", "item", "prose", "prose"]


def test_the_other_script_of_a_bilingual_page_is_its_frame() -> None:
    text = "أخبار رياضة\nThe ferry left the harbour at noon on Monday, the port said.\nاتصل بنا"
    assert [rule for _, rule in mark_lines(split_lines(text))] == ["other_script", None, "other_script"]


def test_a_report_of_one_line_that_ends_in_a_credit_is_no_caption() -> None:
    text = "Two ferries burned in the harbour of Port Amal on Monday. (Photo: Harbour Post)"
    assert mark_lines(split_lines(text)) == [("prose", None)]
