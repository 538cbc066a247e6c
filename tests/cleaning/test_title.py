"""The headline among a page's first lines."""

import pytest

from rashomon.cleaning import clean
from rashomon.cleaning.title import title_bounds
from rashomon.model import Document

PROSE = "Two ferries burned in the harbour of Port Amal on Monday, the ministry said.\nNobody was hurt in the fire.\n"


@pytest.mark.parametrize(
    "head, title",
    [
        ("Two ferries burn in Port Amal harbour", "Two ferries burn in Port Amal harbour"),
        ("HARBOUR FERRIES BURN IN PORT AMAL", "HARBOUR FERRIES BURN IN PORT AMAL"),
        ("× Two ferries burn in Port Amal", "Two ferries burn in Port Amal"),
        ("Two ferries burn in Port Amal Posted: May 5, 2031", "Two ferries burn in Port Amal"),
        ("Is the harbour of Port Amal safe?", "Is the harbour of Port Amal safe?"),
        ("Weather Markets Games Crosswords Shopping Travel", None),
        ("The new tram line will be opened in spring", None),
        ("PORT AMAL, May 5 (AP) --", None),
        ("Ferries", None),
        ("Smoke over the harbour of Port Amal (Jane Doe)", None),
        ("By Jane Doe", None),
    ],
)
def test_a_headline_shares_words_with_its_article(head: str, title: str | None) -> None:
    document = clean(Document("d", "d.txt", f"{head}\n\n{PROSE}"))
    assert document.title == title
    if title is not None:
        assert document.title_span is not None
        assert document.title_span.of(document.text) == title
        assert not any(document.title_span.overlaps(span) for span in document.body)


def test_a_byline_shows_the_headline_above_it() -> None:
    document = clean(Document("d", "d.txt", f"A night nobody will forget\nBy Jane Doe\n\n{PROSE}"))
    assert document.title == "A night nobody will forget"


def test_a_given_title_is_kept_and_found_in_the_text() -> None:
    document = clean(Document("d", "d.txt", f"Ferries burn\n\n{PROSE}", title="Ferries burn | Harbour Post"))
    assert document.title == "Ferries burn | Harbour Post"


def test_bounds_leave_signs_and_run_on_parts_out() -> None:
    piece = "► Ferries burn | Share"
    assert piece[slice(*title_bounds(piece))] == "Ferries burn"
