"""Whole pages of many kinds, and what holds for any text."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning import clean
from rashomon.model import Document

PAGES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))
FRAGMENTS = st.sampled_from(
    [
        "Two ferries burned in the harbour of Port Amal on Monday, the ministry said.",
        "By Jane Doe",
        "PORT AMAL, May 5 (AP) — Nobody was hurt.",
        "Home | News | Sport | Culture",
        "Leave a Reply",
        "Most Read",
        "Mon, 04 Jul 2022",
        "Published: 05/03/2031",
        "(Photo: AFP)",
        "Smoke over the harbour. (Photo: AFP)",
        "Copyright 2031 Harbour Post. All rights reserved.",
        "Ferries burn in harbour",
        "(Reporting by Jane Doe; editing by Omar Said) more",
        "أخبار",
        "________________",
        "",
        " ",
        "\t",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=40)), max_size=25).map("\n".join),
    st.lists(FRAGMENTS, max_size=12).map("\r\n\r\n".join),
    st.lists(FRAGMENTS, max_size=12).map(" ".join),
)


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_a_page(page: Any) -> None:
    document = clean(Document("d", "d.txt", page["text"]))
    body = "\n".join(span.of(page["text"]) for span in document.body)
    assert {name: getattr(document, name) for name in page["expect"]} == page["expect"]
    assert body.startswith(page["first"])
    assert body.endswith(page["last"])
    assert [piece for piece in page.get("absent", []) if piece in body] == []
    assert [piece for piece in page.get("present", []) if piece not in body] == []


@given(TEXTS)
def test_spans_are_ordered_apart_and_inside_the_text(text: str) -> None:
    document = clean(Document("d", "d.txt", text))
    assert document.text == text
    ends = [0, *(end for span in document.body for end in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.of(text).strip() == span.of(text) != "" for span in document.body)
    for span in (document.title_span, document.published_span):
        assert span is None or span.end <= len(text)


@given(TEXTS)
def test_cleaning_twice_changes_nothing_and_what_was_given_stays(text: str) -> None:
    given_document = Document(
        "d", "d.txt", text, title="Given", byline="Giver", outlet="Outlet", published="2031", published_from="given"
    )
    once = clean(given_document)
    assert (once.title, once.byline, once.outlet) == ("Given", "Giver", "Outlet")
    assert (once.published, once.published_from) == ("2031", "given")
    assert clean(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "A." * 5000,
        "A-" * 3000,
        "PORT AMAL " * 800,
        "(" * 5000,
        ("about - us - help - " * 8 + "x\n") * 100,
        ("a.b " * 10 + "@\n") * 200,
        ("Jane Doe " * 8 + "\n") * 200,
        " " * 100_000 + "x",
    ],
    ids=["initials", "hyphens", "capitals", "brackets", "links", "addresses", "names", "space"],
)
def test_no_text_makes_a_rule_run_away(text: str) -> None:
    started = time.process_time()
    clean(Document("d", "d.txt", text))
    assert time.process_time() - started < 5
