"""Which of a page's dates counts, and what is said where none does."""

from typing import Any

import pytest

from rashomon.cleaning import clean
from rashomon.model import Document
from rashomon.resources import load_resource

PROSE = "Two ferries burned in the harbour of Port Amal, the ministry said. Nobody was hurt in the fire."
RULES = load_resource("cleaning")["dates"]


def cleaned(text: str, url: str | None = None) -> Document:
    return clean(Document("d", "d.txt", text, url=url))


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_reads_its_example(rule: Any) -> None:
    document = cleaned(f"Ferries burn in harbour\n{rule['example']['text']}\n\n{PROSE}")
    assert (document.published, document.published_from) == (rule["example"]["date"], "page")
    if "counter" in rule:
        assert cleaned(f"Ferries burn in harbour\n{rule['counter']}\n\n{PROSE}").published is None


@pytest.mark.parametrize(
    "text, published, found_in",
    [
        (f"Mon, 04 Jul 2022\n\nPort Amal, January 12 (ANI): {PROSE}", "2022-01-12", "dateline"),
        (f"Fri, 03 Jan 2031\n\nVELDEN, Dec 30 (AP) — {PROSE}", "2030-12-30", "dateline"),
        (f"VELDEN, Dec 30, 2030 (AP) — {PROSE}", "2030-12-30", "dateline"),
        (f"VELDEN, Dec 30 (AP) — {PROSE}\nCopyright 2030 Harbour Post", "2030-12-30", "dateline"),
        (f"Ferries burn in the harbour\nPublished: 2 May 2031\n\nVELDEN, May 1 (AP) — {PROSE}", "2031-05-02", "page"),
        (
            f"date 2031-05-03 Harbour Post News Sport\nFerries burn in harbour\nPublished: 2 May 2031\n{PROSE}",
            "2031-05-02",
            "page",
        ),
        (f"Ferries burn in the harbour\nUpdated 3 May 2031\nPublished 2 May 2031\n{PROSE}", "2031-05-02", "page"),
        (f"{PROSE}\n{PROSE} It was Monday.", None, None),
        (f"VELDEN, May 1 (AP) — {PROSE}", None, None),
    ],
)
def test_the_stronger_mark_wins(text: str, published: str | None, found_in: str | None) -> None:
    document = cleaned(text)
    assert (document.published, document.published_from) == (published, found_in)


def test_the_span_is_the_date_as_printed() -> None:
    document = cleaned(f"Ferries burn in the harbour\nPublished: MAY 2, 2031 09:41\n{PROSE}")
    assert document.published_span is not None
    assert document.published_span.of(document.text) == "MAY 2, 2031"


def test_a_lone_day_at_the_top_is_used_where_nothing_speaks_against_it() -> None:
    document = cleaned(f"Mon, 05 May 2031\n\n{PROSE} It began on May 2.")
    assert document.published == "2031-05-05"
    assert document.published_note is not None
    assert "may be the day the page was saved" in document.published_note


def test_a_lone_day_at_the_top_far_from_the_days_of_the_article_is_left_open() -> None:
    document = cleaned(f"Fri, 22 Aug 2031\n\n{PROSE} It began on January 2.")
    assert document.published is None
    assert document.published_note is not None
    assert "2031-08-22" in document.published_note


def test_a_dateline_without_any_year_is_left_open_and_says_so() -> None:
    document = cleaned(f"VELDEN, May 1 (AP) — {PROSE}")
    assert document.published_note == "the dateline says May 1, but nothing on the page gives the year"


def test_the_order_of_day_and_month_is_taken_from_the_text() -> None:
    document = cleaned(f"Ferries burn in the harbour\nPublished: 05/03/2031\n{PROSE} It began on 2 March.")
    assert document.published == "2031-03-05"
    assert cleaned(f"Ferries burn in the harbour\nPublished: 05/03/2031\n{PROSE}").published == "2031"


def test_the_address_gives_the_day_where_the_page_does_not() -> None:
    document = cleaned(PROSE, "https://harbourpost.example/2031/05/02/ferries")
    assert (document.published, document.published_from) == ("2031-05-02", "metadata")
