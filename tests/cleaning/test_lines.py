"""Lines keep their place in the text; hard-wrapped ones are one."""

import pytest

from rashomon.cleaning.lines import Line, split_lines

WRAPPED = (
    "Two ferries burned in the harbour of Port Amal on Monday night and the\n"
    "port authority closed the basin to all traffic until the morning, its\n"
    "director said. Nobody was hurt in the fire.\n"
)


@pytest.mark.parametrize(
    "text, lines",
    [
        ("", []),
        (" \n\t\n", []),
        ("one\ntwo", ["one", "two"]),
        ("  one \r\n\r\n two", ["one", "two"]),
        ("one\u2028two\x0cthree", ["one", "two", "three"]),
        (
            "The minister told reporters in the capital that\nhe would go.",
            ["The minister told reporters in the capital that\nhe would go."],
        ),
        (WRAPPED, [WRAPPED.strip()]),
        ("Home\nabout us", ["Home", "about us"]),
    ],
)
def test_lines_of_a_text(text: str, lines: list[str]) -> None:
    assert [text[line.start : line.end] for line in split_lines(text)] == lines


@pytest.mark.parametrize(
    "text, size, finished, script",
    [
        ("Two ferries burned.", 3, True, "LATIN"),
        ("He said “no.”", 3, True, "LATIN"),
        ("港で二隻の船が燃えた。", 6, True, "CJK"),
        ("Два парома сгорели", 3, False, "CYRILLIC"),
        ("***", 0, False, ""),
    ],
)
def test_features_of_a_line(text: str, size: int, finished: bool, script: str) -> None:
    line = Line(0, 0, len(text), text)
    assert (line.size, line.finished, line.script) == (size, finished, script)
