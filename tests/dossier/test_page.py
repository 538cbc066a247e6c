"""The page as a whole."""

import re
from dataclasses import replace

import pytest

from rashomon.dossier import render_dossier
from rashomon.model import Account, Document, Extraction, Issue, Span, Story, document_id

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u2028{{ 7*7 }}{% raw %}"


def test_the_same_account_gives_the_same_bytes(account: Account) -> None:
    """No clock, no order of a set, nothing random."""
    assert render_dossier(account) == render_dossier(account)


def test_nothing_is_loaded_from_anywhere(account: Account) -> None:
    """No address of another file or host stands in a place where a browser would fetch it."""
    page = render_dossier(account)
    assert not re.search(r"""(?:src|srcset|action|poster|data)\s*=\s*["']?(?:https?:)?//""", page)
    assert not re.search(r"<link\b|@import|url\(", page)
    assert {link[0] for link in re.findall(r'href="([^"]+)"', page)} == {"#"}


def test_report_text_stays_text(account: Account) -> None:
    """Titles, names, paths, messages and texts of reports cannot put an element or a template into the page."""
    text = f"{HOSTILE}\n{HOSTILE} 12 dead"
    document = Document(
        document_id(text), HOSTILE, text, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "given", HOSTILE,
        (Span(0, len(text)),), published_note=HOSTILE,
    )  # fmt: skip
    story = replace(account.stories[0], title=HOSTILE, documents=(document.id,), id=HOSTILE)
    page = render_dossier(
        Account((Extraction(document),), (), (story, story)), title=HOSTILE, issues=(Issue(HOSTILE, HOSTILE, HOSTILE),)
    )
    assert "<img" not in page
    assert "alert(1)</script>" not in page
    assert "<script>alert" not in page
    assert page.count("</script>") == 2
    assert "{{ 7*7 }}" in page
    assert "\u2028" not in page[page.index('id="data"') : page.index("</script>")]


def test_an_empty_case_says_so() -> None:
    """No reports is a page, not an error."""
    page = render_dossier(Account((), (), ()), title="Nothing yet")
    assert "There are no reports in this case." in page
    assert "<h1>Nothing yet</h1>" in page


def test_reports_without_a_story_are_listed() -> None:
    """A report that belongs to no story is still there to be read."""
    document = Document("d1", "a.txt", "", None)
    page = render_dossier(Account((Extraction(document),), (), ()))
    assert "No story was found in 1 report." in page
    assert "Reports outside any story" in page


def test_a_bare_story_says_what_was_not_found() -> None:
    """One report without anything read from it: each section says in words that it is empty."""
    document = Document("d1", "a.txt", "Nothing.", "Nothing", body=(Span(0, 8),))
    page = render_dossier(Account((Extraction(document),), (), (Story("s", "Nothing", ("d1",)),)))
    assert page.count('class="empty"') >= 6


def test_two_stories_begin_with_an_index(account: Account) -> None:
    """With more than one story the page opens on a list of them."""
    other = replace(account.stories[0], id="other", title="Another event")
    page = render_dossier(replace(account, stories=(account.stories[0], other)), title="Two events")
    assert 'id="stories"' in page
    assert 'href="#story-other"' in page
    assert 'id="stories"' not in render_dossier(account)


def test_skipped_reports_are_named(account: Account) -> None:
    """What could not be read stands on the page with its reason, each once."""
    issue = Issue("reading", "scan.pdf", "not a text")
    page = render_dossier(account, issues=(issue, issue))
    assert page.count("scan.pdf") == 1


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    """Text that is no Unicode can still be written as UTF-8, with offsets unmoved."""
    text = "a\ud800b 12 dead"
    document = Document("d1", "a.txt", text, text, body=(Span(0, len(text)),))
    page = render_dossier(Account((Extraction(document),), (), (Story("s", text, ("d1",)),)))
    assert page.encode("utf-8")
    assert "a\ufffdb 12 dead" in page


@pytest.mark.parametrize("word", ["estimate", "credib", "reliab", "true story", "fact-check"])
def test_the_page_rules_on_nothing(account: Account, word: str) -> None:
    """Ranges are reported ranges, and nobody is rated."""
    assert word not in render_dossier(account).casefold()


def test_ids_are_unique(account: Account) -> None:
    """Every anchor leads to one place."""
    ids = re.findall(r'\bid="([^"]+)"', render_dossier(account))
    assert len(ids) == len(set(ids))
    anchors = {link for link in re.findall(r'href="#([^"]+)"', render_dossier(account)) if not link.startswith("p=")}
    assert {anchor for anchor in anchors if not anchor.startswith("i-")} <= set(ids)
