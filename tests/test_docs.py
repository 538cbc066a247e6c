"""The documents say what the code does."""

import re
from pathlib import Path
from typing import get_args

import pytest

from rashomon.model import DifferenceKind, Flag, Kind, OccurrenceType, PublishedFrom, Stance, State, Status, TimeType

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "evaluation").glob("*.md")])
CODEBOOK = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """No link within the project is dead."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize(
    "kind", [Status, State, Flag, DifferenceKind, Stance, Kind, PublishedFrom, TimeType, OccurrenceType]
)
def test_every_value_is_explained(kind: object) -> None:
    """A status, state, flag or kind that the output can hold stands in the documents."""
    for value in get_args(kind):
        assert re.search(rf"\b{re.escape(value)}\b", CODEBOOK), f"{value!r} is nowhere in docs/"


def test_every_lexicon_has_its_page() -> None:
    """Each readable source is named somewhere in the documents."""
    text = CODEBOOK + (ROOT / "NOTICE").read_text(encoding="utf-8")
    for source in (ROOT / "resources").glob("*.yaml"):
        assert source.name in text or source.stem in text, source.name


def test_nothing_machine_bound_is_in_the_project() -> None:
    """Lock files name no index, documents no path of a machine."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert not re.search(
            r"https?://|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text(encoding="utf-8")
        )
    for page in PAGES:
        assert not re.search(r"/(?:work|home|root|tmp)/", page.read_text(encoding="utf-8")), page.name


def test_the_readme_has_a_picture_and_two_commands() -> None:
    """What a newcomer needs first."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"!\[.+\]\((docs/[\w.-]+\.png)\)", readme)
    assert "make demo" in readme
    assert "make test" in readme
