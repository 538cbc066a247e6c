"""Web pages: the article's text and the page's own metadata."""

import pytest

from rashomon.errors import InputError
from rashomon.reading.page import read_page

ARTICLE = (
    "<p>Two ferries burned in the harbour of Port Amal on Monday, the ministry said, and twelve sailors "
    "were taken to hospital.</p><p>The fire was put out after six hours, according to the port authority, "
    "which has opened an inquiry into its cause.</p>"
)
PAGE = (
    "<html><head><title>Ferries burn - Harbour Post</title><meta property='og:site_name' content='Harbour Post'>"
    "<meta name='author' content='Jane Doe'>"
    "<meta property='article:published_time' content='2021-05-05T09:00:00Z'></head>"
    "<body><nav><a href='/'>Home</a><a href='/n'>News</a></nav>"
    f"<article><h1>Ferries burn in Port Amal</h1>{ARTICLE}</article>"
    "<footer>About us</footer></body></html>"
)


def test_text_and_metadata() -> None:
    document = read_page("p.html", PAGE.encode())
    assert "twelve sailors were taken to hospital.\nThe fire was put out" in document.text
    assert "About us" not in document.text
    assert (document.byline, document.outlet) == ("Jane Doe", "Harbour Post")
    assert (document.published, document.published_from) == ("2021-05-05", "metadata")
    assert document.title is not None
    assert document.media_type == "text/html"
    assert document.sha256 is not None


def test_the_same_page_gives_the_same_document() -> None:
    assert read_page("p.html", PAGE.encode()) == read_page("p.html", PAGE.encode())


def test_a_page_in_an_old_encoding() -> None:
    text = "Два парома сгорели в порту в понедельник, сообщило министерство транспорта столицы. " * 4
    raw = (
        f"<html><head><meta charset='windows-1251'></head><body><article><p>{text}</p></article></body></html>".encode(
            "cp1251"
        )
    )
    assert "сообщило министерство" in read_page("p.html", raw).text


@pytest.mark.parametrize("markup", ["<html><body><a href='/'>Home</a></body></html>", "<html></html>"])
def test_a_page_without_an_article_says_so(markup: str) -> None:
    with pytest.raises(InputError, match="no article"):
        read_page("p.html", markup.encode())
