"""Every example in the data files of figures is run, and every rule is in the codebook."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.figures.numbers import mask_pattern
from rashomon.model import Figure
from rashomon.resources import load_resource

Read = Callable[..., tuple[Figure, ...]]
CODEBOOK = (Path(__file__).resolve().parents[2] / "docs" / "codebook" / "figures.md").read_text(encoding="utf-8")
NUMBERS: dict[str, Any] = load_resource("numbers")
PERSONS: dict[str, Any] = load_resource("persons")


def of_quantity(figures: tuple[Figure, ...], quantity: str) -> list[Figure]:
    return [figure for figure in figures if figure.quantity == quantity]


def assert_holds(figure: Figure, expected: dict[str, Any]) -> None:
    for key in ("value", "low", "high", "group", "unit"):
        if key in expected:
            assert getattr(figure, key) == expected[key], key


@pytest.mark.parametrize("entry", load_resource("quantities"), ids=lambda entry: entry["name"])
def test_every_quantity_is_recognised(entry: dict[str, Any], read: Read) -> None:
    """The example of a quantity gives a figure of it with the value, range, group and unit it says."""
    found = [f for f in read(entry["example"]["text"]) if f.quantity == entry["name"]]
    assert found, entry["example"]["text"]
    assert_holds(found[0], entry["example"])


@pytest.mark.parametrize("rule", NUMBERS["vague"], ids=lambda rule: rule["words"][0])
def test_every_vague_word_has_its_interval(rule: dict[str, Any], read: Read) -> None:
    """ "Dozens" and the like become the interval of the table."""
    figure = read(rule["example"]["text"])[0]
    assert_holds(figure, rule["example"])
    assert figure.value == rule.get("value")
    assert rule["source"]


@pytest.mark.parametrize("rule", NUMBERS["none"], ids=lambda rule: rule["id"])
def test_every_rule_of_none_hides_its_number(rule: dict[str, Any], read: Read) -> None:
    """Dates, ages, addresses and the like make no figure."""
    flags = re.IGNORECASE if rule["pattern"].startswith("(?i)") else 0
    assert re.search(rule["pattern"].removeprefix("(?i)"), rule["example"], flags)
    assert mask_pattern().search(rule["example"])
    assert read(rule["example"]) == ()


@pytest.mark.parametrize("rule", load_resource("hedges"), ids=lambda rule: rule["kind"])
def test_every_hedge_makes_its_interval(rule: dict[str, Any], read: Read) -> None:
    """A hedge opens, widens or keeps the interval; the value stays the number as written."""
    figure = read(rule["example"]["text"])[0]
    assert_holds(figure, rule["example"])
    assert figure.value is not None
    assert figure.qualifier
    assert rule["source"]


HEDGES = [(rule["kind"], form) for rule in load_resource("hedges") for form in rule["before"] if not form.endswith("-")]


@pytest.mark.parametrize(("kind", "form"), HEDGES, ids=[form for _, form in HEDGES])
def test_every_hedge_word_is_read(kind: str, form: str, read: Read) -> None:
    """Each form of the table, before a number, is the qualifier of the figure."""
    figure = read(f"The minister said that {form} 400 people were killed.")[0]
    assert figure.qualifier == form
    assert (figure.low is None) == (kind in ("at_most", "less_than"))
    assert (figure.high is None) == (kind in ("at_least", "more_than"))


VERBS = [example for rule in load_resource("hedges") for example in rule.get("verb_examples", ())]


@pytest.mark.parametrize("example", VERBS, ids=lambda example: example["text"])
def test_every_verb_that_is_a_hedge(example: dict[str, Any], read: Read) -> None:
    """ "Topped", "exceeded" and, of a toll, "passed" make the number a lower bound."""
    figure = read(example["text"])[0]
    assert_holds(figure, example)
    assert figure.quantity == example["quantity"]
    assert figure.status == example.get("status", "asserted")


@pytest.mark.parametrize("example", load_resource("units")["examples"], ids=lambda example: example["unit"])
def test_units(example: dict[str, Any], read: Read) -> None:
    """A currency is its ISO code, a measure its full name."""
    assert_holds(read(example["text"])[0], example)


@pytest.mark.parametrize("rule", load_resource("parts"), ids=lambda rule: rule["id"])
def test_every_rule_of_parts(rule: dict[str, Any], read: Read) -> None:
    """Parts point to their total, additions are marked, totals take what they count from before."""
    expected = rule["example"]
    figures = read(expected["text"])
    figure = next(figure for figure in figures if figure.value == expected["value"])
    assert figure.quantity == expected["quantity"]
    assert figure.increment == expected.get("increment", False)
    assert (figure.part_of is not None) == expected.get("part", False)
    assert figure.part_of in {None, *(other.id for other in figures if other.value != figure.value)}
    if "group" in expected:
        assert figure.group == expected["group"]


@pytest.mark.parametrize("rule", load_resource("statuses")["rules"], ids=lambda rule: rule["id"])
def test_every_rule_of_status(rule: dict[str, Any], read: Read) -> None:
    """A remark on a figure gives it a status, with the passage that says so."""
    text = rule["example"]["text"]
    figure = of_quantity(read(text), rule["example"]["quantity"])[0]
    assert figure.status == rule["example"]["status"]
    assert figure.status_span is not None
    assert re.search(rule["pattern"], figure.status_span.of(text), re.IGNORECASE)


@pytest.mark.parametrize("cue", PERSONS["cues"], ids=lambda cue: cue["id"])
def test_every_cue_makes_a_person(cue: dict[str, Any], read: Read) -> None:
    """Without any number, one person hurt or killed is a count of one."""
    found = of_quantity(read(cue["example"]["text"]), cue["quantity"])
    assert [figure.value for figure in found] == [cue["example"]["value"]]


@pytest.mark.parametrize("rule", PERSONS["elsewhere"], ids=lambda rule: rule["id"])
def test_every_rule_of_elsewhere(rule: dict[str, Any], read: Read) -> None:
    """Other events and periods have quantities of their own."""
    assert re.search(rule["pattern"], rule["example"], re.IGNORECASE)
    assert {figure.quantity for figure in read(rule["example"])} & {"killed_elsewhere", "injured_elsewhere"}


@pytest.mark.parametrize("rule", PERSONS["roundup"], ids=lambda rule: rule["id"])
def test_every_rule_of_roundup(rule: dict[str, Any], read: Read) -> None:
    """A total over several events is of none of them."""
    assert rule["example"]["quantity"] in {figure.quantity for figure in read(rule["example"]["text"])}


def test_group_example(read: Read) -> None:
    """The example of the words for people."""
    example = load_resource("counted_people")["example"]
    assert read(example["text"])[0].group == example["group"]


@pytest.mark.parametrize(
    "example", load_resource("counted_people")["holding"]["examples"], ids=lambda example: example["text"]
)
def test_what_can_be_held_counts_nobody(example: dict[str, Any], read: Read) -> None:
    """A capacity is of the quantity "other", in seats, beds or places."""
    (figure,) = read(example["text"])
    assert figure.quantity == "other"
    assert_holds(figure, example)


IDS = [
    *(entry["name"] for entry in load_resource("quantities")),
    *(rule["id"] for rule in NUMBERS["none"]),
    *(rule["words"][0] for rule in NUMBERS["vague"]),
    *(rule["kind"] for rule in load_resource("hedges")),
    *(rule["id"] for rule in load_resource("parts")),
    *(rule["id"] for rule in load_resource("statuses")["rules"]),
    *(rule["id"] for key in ("cues", "elsewhere", "roundup") for rule in PERSONS[key]),
]


@pytest.mark.parametrize("name", IDS)
def test_every_rule_is_in_the_codebook(name: str) -> None:
    """A reader finds each rule by its name."""
    assert f"`{name}`" in CODEBOOK


def test_every_row_of_the_codebook_is_an_example_of_the_data() -> None:
    """The examples in the codebook are those that the tests above run."""
    data = [load_resource(name) for name in ("quantities", "numbers", "hedges", "parts", "statuses", "persons")]
    shipped = {text for texts in map(_examples, data) for text in texts}
    rows = [line.split("|")[-2].strip() for line in CODEBOOK.splitlines() if line.startswith("| `")]
    assert rows
    assert set(rows) <= shipped


def _examples(node: object) -> list[str]:
    if isinstance(node, dict):
        example = node.get("example")
        own = [example] if isinstance(example, str) else [example["text"]] if isinstance(example, dict) else []
        return own + [text for value in node.values() for text in _examples(value)]
    return [text for value in node for text in _examples(value)] if isinstance(node, list) else []
