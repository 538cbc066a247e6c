"""Lines that open or close many reports of a case and belong to none."""

from rashomon.cleaning import strip_recurring
from rashomon.model import Document, Span

TEASER = "Two charged in ferry theft."
SIDEBAR = "Most read\nWeather\nAbout us"
LEADS = ("A dam broke.", "A mine flooded.", "A court sat.", "A bridge fell.", "A king died.")


def page(number: int, *, lead: str | None = None, teaser: str = TEASER, day: str | None = None) -> Document:
    """Report `number` with its own lead between what the site puts around it."""
    text = f"{teaser}\n{lead if lead is not None else LEADS[number]}\nPolice are looking into it.\n{SIDEBAR}"
    published = day if day is not None else f"2019-03-{11 + number:02}"
    return Document(f"d{number}", f"d{number}", text, body=(Span(0, len(text)),), published=published)


def bodies(documents: list[Document]) -> list[str]:
    stripped = strip_recurring(documents)
    return ["".join(s.of(d.text) for s in stripped.get(d.id, d).body) for d in documents]


def test_teaser_and_sidebar_are_taken_off() -> None:
    """What is a report's own stays; a last line that all have goes with the sidebar; the text is not changed."""
    documents = [page(number) for number in range(5)]
    assert bodies(documents) == list(LEADS)
    assert all(d.text == strip_recurring(documents)[d.id].text for d in documents)


def test_a_wire_story_of_one_day_keeps_its_lead() -> None:
    """Ten outlets print one lead on one day: it is theirs, though it recurs; so is what three reports share."""
    copies = [page(number, lead="A dam broke.", teaser="HARARE (Meridian)", day="2019-03-11") for number in range(5)]
    assert strip_recurring(copies) == {}
    assert strip_recurring([page(number) for number in range(3)]) == {}


def test_without_dates_nothing_recurs() -> None:
    """Days that are not known are no different days."""
    assert strip_recurring([page(number, day="") for number in range(5)]) == {}


def test_a_page_of_nothing_else_is_kept_whole() -> None:
    """A report that holds only what recurs is not emptied, and bodies of several parts are clipped part by part."""
    documents = [page(number) for number in range(5)]
    text = f"{TEASER}\nMost read\n\n{SIDEBAR}"
    bare = Document("bare", "bare", text, body=(Span(0, len(text)),), published="2019-03-20")
    assert "bare" not in strip_recurring([*documents, bare])
    own = f"{TEASER}\nOurs alone.\nAnd this.\nAbout us"
    cut = own.index("And")
    parts = Document("p", "p", own, body=(Span(0, cut - 1), Span(cut, len(own))), published="2019-03-21")
    found = strip_recurring([*documents, parts])["p"]
    assert [span.of(own) for span in found.body] == ["Ours alone.", "And this."]
