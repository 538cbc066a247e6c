"""Every example in the rule files is read as the file says."""

from pathlib import Path

import pytest
import yaml

from rashomon.annotation import annotate
from rashomon.model import Annotated, Document, Span, document_id
from rashomon.times import extract_times

ROOT = Path(__file__).resolve().parents[2]


def parse(text: str, published: str | None) -> Annotated:
    return annotate(Document(document_id(text), "test", text, published=published, body=(Span(0, len(text)),)))


def rule_examples() -> list[object]:
    rules = yaml.safe_load((ROOT / "resources/times_en.yaml").read_text(encoding="utf-8"))["rules"]
    found: list[object] = []
    for rule in rules:
        examples = rule["example"] if isinstance(rule["example"][0], list) else [rule["example"]]
        found += [pytest.param(rule["id"], *example, id=f"{rule['id']}-{n}") for n, example in enumerate(examples)]
    return found


def holiday_examples() -> list[object]:
    entries = yaml.safe_load((ROOT / "resources/holidays.yaml").read_text(encoding="utf-8"))["holidays"]
    return [pytest.param(*entry["example"], id=entry["names"][0]) for entry in entries]


@pytest.mark.parametrize("rule, text, published, expression, value", rule_examples())
def test_example_of_rule(rule: str, text: str, published: str | None, expression: str | None, value: str) -> None:
    """The rule reads its expression with its value, or keeps the sentence free of any."""
    found = extract_times(parse(text, published))
    if expression is None:
        assert [time.span.of(text) for time in found] == []
    else:
        readings = [(time.span.of(text), time.value) for time in found if rule in (time.rule or "").split("+")]
        assert (expression, value) in readings, [(time.span.of(text), time.value, time.rule) for time in found]


@pytest.mark.parametrize("text, published, value", holiday_examples())
def test_example_of_holiday(text: str, published: str, value: str) -> None:
    """The day falls on the date that the calendar gives it."""
    assert value in [time.value for time in extract_times(parse(text, published))]


def test_every_rule_has_an_example_and_stands_in_the_codebook() -> None:
    """No rule without an example, no rule the codebook does not name."""
    rules = yaml.safe_load((ROOT / "resources/times_en.yaml").read_text(encoding="utf-8"))["rules"]
    codebook = (ROOT / "docs/codebook/times.md").read_text(encoding="utf-8")
    assert [rule["id"] for rule in rules if not rule.get("example")] == []
    assert [rule["id"] for rule in rules if f"`{rule['id']}`" not in codebook] == []
