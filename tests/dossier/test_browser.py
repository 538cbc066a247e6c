"""The page in a browser, opened from disk with no network."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.dossier import render_dossier
from rashomon.model import Account

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """One Chromium for all tests here."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, account: Account, tmp_path: Path):  # type: ignore[no-untyped-def]
    """The dossier of the fictional explosion, opened from disk; `requests` and `errors` collect what happens."""
    path = tmp_path / "dossier.html"
    path.write_text(render_dossier(account), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.requests, page.errors = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    yield page
    assert page.errors == []
    assert [url for url in page.requests if not url.startswith(("file://", "data:"))] == []
    context.close()


def marked(page) -> list[str]:  # type: ignore[no-untyped-def]
    """The marked passages in the reader."""
    return page.locator("#reader-text mark").all_inner_texts()


def test_a_click_on_a_figure_opens_its_passage(opened) -> None:  # type: ignore[no-untyped-def]
    """The report stands beside the page with exactly the figure marked, in view, two emoji before it."""
    opened.locator("td.value a", has_text="at least 12").click()
    assert marked(opened) == ["at least 12"]
    assert opened.locator("#reader-text mark").is_visible()
    assert "Blast at Varna grain terminal" in opened.locator("#reader-title").inner_text()
    assert "killing at least 12 people" in opened.locator("#reader-text").inner_text()


def test_the_whole_text_is_there_with_furniture_set_apart(opened, account: Account) -> None:  # type: ignore[no-untyped-def]
    """Not one character of the report is lost or moved, and menus do not look like the article."""
    opened.locator("td.value a", has_text="at least 12").click()
    shown = opened.locator("#reader-text").evaluate("node => node.textContent")
    assert shown in {extraction.document.text for extraction in account.extractions}
    assert any("Subscribe" in text for text in opened.locator("#reader-text .furniture").all_inner_texts())


def test_every_link_shows_the_wording_its_offsets_name(opened, account: Account) -> None:  # type: ignore[no-untyped-def]
    """For every link of the page, the passage in the reader is what Python reads at the same offsets."""
    texts = {extraction.document.id: extraction.document.text for extraction in account.extractions}
    links = opened.eval_on_selector_all(
        "a[href^='#p=']", "links => [...new Set(links.map(link => link.getAttribute('href')))]"
    )
    assert len(links) > 40
    for link in links:
        doc, _, places = link.removeprefix("#p=").partition(":")
        spans = [tuple(map(int, part.split("-"))) for part in places.partition("~")[0].split("+")]
        opened.evaluate("link => { location.hash = link }", link)
        opened.wait_for_function("link => location.hash === link", arg=link)
        opened.wait_for_timeout(5)
        wanted = "".join(texts[doc][start:end] for start, end in sorted(spans))
        assert (
            opened.evaluate("[...document.querySelectorAll('#reader-text mark')].map(m => m.textContent).join('')")
            == wanted
        )


@pytest.mark.parametrize("mark", ["figure.chart svg a", ".map a.pin", ".changed a", "a.step.speaker", ".stand"])
def test_marks_of_every_kind_lead_to_a_passage(opened, mark: str) -> None:  # type: ignore[no-untyped-def]
    """Charts, the map, changed numbers, hops and stands are links like any other."""
    opened.locator(mark).first.dispatch_event("click")
    opened.wait_for_selector("#reader-text mark")
    assert "".join(marked(opened))


def test_an_anchor_inside_what_is_folded_opens_it(opened) -> None:  # type: ignore[no-untyped-def]
    """A link to a figure under “Other figures” shows it."""
    opened.evaluate("location.hash = 'q-varna-damage'")
    opened.locator("#q-varna-damage").wait_for(state="visible")


def test_a_case_of_two_stories_shows_one_at_a_time(browser, account: Account, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """First the index, then the story that was chosen; a shared passage opens within its story."""
    first = account.stories[0]
    other = replace(first, id="other", title="Another event", documents=first.documents[3:], questions=())
    path = tmp_path / "two.html"
    path.write_text(render_dossier(replace(account, stories=(first, other))), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator(".story:visible").count() == 0
    page.get_by_role("link", name="Another event").click()
    assert page.locator(".story:visible h1").all_inner_texts() == ["Another event"]
    page.get_by_role("link", name="All stories").first.click()
    assert page.locator("#stories").is_visible()
    page.goto("about:blank")
    page.goto(path.as_uri() + f"#p={first.documents[0]}:2-4")
    assert page.locator(".story:visible h1").all_inner_texts() == [first.title]
    assert page.locator("#reader").is_visible()
    page.close()


def test_escape_closes_and_back_opens_again(opened) -> None:  # type: ignore[no-untyped-def]
    """The keyboard is enough, and focus returns to where it came from."""
    link = opened.locator("td.value a", has_text="at least 15").first
    link.focus()
    opened.keyboard.press("Enter")
    assert marked(opened) == ["at least 15"]
    opened.keyboard.press("Escape")
    assert opened.locator("#reader").is_hidden()
    assert opened.evaluate("document.activeElement.textContent") == "at least 15"
    opened.go_back()
    assert marked(opened) == ["at least 15"]


def test_a_link_to_a_passage_can_be_shared(opened) -> None:  # type: ignore[no-untyped-def]
    """The address alone brings another reader to the same passage."""
    link = opened.locator("td.value a", has_text="23").first.get_attribute("href")
    address = opened.url.partition("#")[0] + link
    opened.goto("about:blank")
    opened.goto(address)
    assert marked(opened) == ["23"]


def test_an_unknown_passage_does_no_harm(opened) -> None:  # type: ignore[no-untyped-def]
    """Addresses that somebody mistyped leave the page as it is."""
    for address in ("#p=nobody:1-2", "#p=x", "#%E0%A4%A", "#__proto__", "#p=__proto__:1-2"):
        opened.evaluate("address => { location.hash = address }", address)
        opened.wait_for_timeout(20)
        assert opened.locator("#reader").is_hidden()


def test_the_filter_finds_words_and_names(opened) -> None:  # type: ignore[no-untyped-def]
    """A word of a quotation or any spelling of a name leaves only what it stands in."""
    find = opened.locator(".filter input[type=search]")
    find.fill("fire like it")
    assert opened.locator(".voice-of:visible").count() == 1
    find.fill("E. Radeva")
    assert opened.locator(".voice-of:visible").all_inner_texts()[0].startswith("Elena Radeva")


def test_the_page_fits_a_telephone(opened) -> None:  # type: ignore[no-untyped-def]
    """At 400 pixels nothing but a table in its own frame is wider than the screen."""
    opened.set_viewport_size({"width": 400, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 400
