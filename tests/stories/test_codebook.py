"""The signs of the codebook are those of the code."""

import re
from pathlib import Path

import pytest

from rashomon.stories.grouping import THRESHOLD
from rashomon.stories.likeness import COPIED, COPIED_WEIGHT, SIGNS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook" / "comparison.md"
SECTION = PAGE.read_text(encoding="utf-8").split("## Stories\n")[1].split("\n## ")[0]
ROWS = dict(re.findall(r"^\| ([^|]+) \| [^|]+ \| ([−\d.]+)[^|]* \|$", SECTION, re.M))


@pytest.mark.parametrize(("name", "weight"), [*((s.name, s.weight) for s in SIGNS), (COPIED, COPIED_WEIGHT)])
def test_the_codebook_gives_each_sign_its_weight(name: str, weight: float) -> None:
    """A weight that changes must change where a reader looks it up."""
    assert float(ROWS[name].replace("−", "-")) == weight


def test_the_codebook_gives_the_threshold() -> None:
    """Likewise the probability at which joining stops."""
    assert f"a probability of {THRESHOLD:g}".replace(" 0.", " .") in SECTION.replace("\n", " ")
