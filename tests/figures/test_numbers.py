"""Numbers as written: digits, words, scales, signs, ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.figures.numbers import scan_numbers, spelled_value
from rashomon.model import Span

# text, and for each number (value, low, high, unit)
WRITTEN = [
    ("19 million", [(19_000_000, 19_000_000, 19_000_000, None)]),
    ("2.5 billion euros", [(2_500_000_000, 2_500_000_000, 2_500_000_000, "EUR")]),
    ("US$3.1bn", [(3_100_000_000, 3_100_000_000, 3_100_000_000, "USD")]),
    ("£1,000", [(1000, 1000, 1000, "GBP")]),
    ("$12.4m", [(12_400_000, 12_400_000, 12_400_000, "USD")]),
    ("$-50.8bn", [(-50_800_000_000, -50_800_000_000, -50_800_000_000, "USD")]),
    ("1,307,000 homes", [(1_307_000, 1_307_000, 1_307_000, None)]),
    ("5%", [(5, 5, 5, "percent")]),
    ("12 per cent", [(12, 12, 12, "percent")]),
    ("40km", [(40, 40, 40, "kilometre")]),
    ("3923sq m", [(3923, 3923, 3923, "square metre")]),
    ("minus-5 degrees Celsius", [(-5, -5, -5, "degree celsius")]),
    ("1/16 of a pint", [(0.0625, 0.0625, 0.0625, None)]),
    ("one hundred and sixty-four people", [(164, 164, 164, None)]),
    ("twenty-five, three", [(25, 25, 25, None), (3, 3, 3, None)]),
    ("half a million", [(500_000, 500_000, 500_000, None)]),
    ("half a dozen", [(6, 6, 6, None)]),
    ("a half-dozen", [(6, 6, 6, None)]),
    ("two and a half million", [(2_500_000, 2_500_000, 2_500_000, None)]),
    ("a hundred", [(100, 100, 100, None)]),
    ("several hundred", [(None, 300, None, None)]),
    ("a few thousand", [(None, 3000, 10_000, None)]),
    ("hundreds or thousands", [(None, 100, 10_000, None)]),
    ("between two and three billion dollars", [(None, 2_000_000_000, 3_000_000_000, "USD")]),
    ("$10 to $15 billion", [(None, 10_000_000_000, 15_000_000_000, "USD")]),
    ("four to five thousand", [(None, 4000, 5000, None)]),
    ("15-22 km", [(None, 15, 22, "kilometre")]),
    ("two men and three women", [(2, 2, 2, None), (3, 3, 3, None)]),
    ("no fewer than 9", [(9, 9, 9, None)]),
    ("as many as 12", [(12, 12, 12, None)]),
    ("It fell 0.4 percent to 13,176.", [(0.4, 0.4, 0.4, "percent"), (13_176, 13_176, 13_176, None)]),
    ("going from 0 to 62 mph", [(None, 0, 62, "mile per hour")]),
    ("It fell by 1 to 1.5 degrees Celsius", [(None, 1, 1.5, "degree celsius")]),
    (
        "up by $4 million to $9 million",
        [(4_000_000, 4_000_000, 4_000_000, "USD"), (9_000_000, 9_000_000, 9_000_000, "USD")],
    ),
    ("worth PS2.7m", [(2_700_000, 2_700_000, 2_700_000, "GBP")]),
    ("a PS5", []),
    ("They won 2-1.", []),
    ("the B52 and the COVID-19 ward", []),
]


def scan(text: str) -> list[tuple[object, ...]]:
    found = scan_numbers(text, Span(0, len(text)))
    return [(n.value, n.low, n.high, None if n.unit is None else n.unit.name) for n in found]


@pytest.mark.parametrize(("text", "expected"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_numbers_are_read_as_written(text: str, expected: list[tuple[object, ...]]) -> None:
    """Digits and words, with scale, sign, currency and unit; ranges keep no value."""
    assert scan(text) == expected


def test_a_change_is_two_numbers() -> None:
    """ "Rose from 12 to 15" is no range; the first number is the earlier one."""
    text = "The toll rose from 12 to 15."
    first, second = scan_numbers(text, Span(0, len(text)))
    assert (first.value, first.earlier, second.value, second.earlier) == (12, True, 15, False)


def test_only_the_passage_is_read() -> None:
    """Numbers outside the given span are not seen; spans count from the start of the text."""
    text = "There were 12 boats. Then 14 boats."
    (number,) = scan_numbers(text, Span(21, len(text)))
    assert number.core.of(text) == "14"


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_match_the_value(number: int) -> None:
    """What is written in digits is the value, with and without commas."""
    for written in (str(number), f"{number:,}"):
        text = f"They counted {written} stones."
        (found,) = scan_numbers(text, Span(0, len(text)))
        assert found.value == number
        assert found.core.of(text) == written


@given(st.text(max_size=300))
def test_any_text_is_scanned(text: str) -> None:
    """Spans lie inside, low is never above high, nothing crashes."""
    for number in scan_numbers(text, Span(0, len(text))):
        assert number.span.contains(number.core)
        assert number.span.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high


@pytest.mark.parametrize(
    ("words", "value"), [("thousand", None), ("ninety nine", 99), ("three hundred thousand", 300_000)]
)
def test_spelled_value(words: str, value: int | None) -> None:
    """Number words add up; a bare scale word is no number."""
    assert spelled_value(words) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Crude rose $1.36 to $116.17 a barrel.", [1.36, 116.17]),
        ("Prices rose $2 to $3 a barrel.", [None]),
    ],
)
def test_a_change_and_what_it_led_to_are_no_range(text: str, values: list[float | None]) -> None:
    """A price that rose by a little to much more is two numbers."""
    assert [number.value for number in scan_numbers(text, Span(0, len(text)))] == values
