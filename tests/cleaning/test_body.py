"""What belongs to the article: nothing of it lost, nothing of the page's frame in it."""

import pytest

from rashomon.cleaning import clean
from rashomon.model import Document

PROSE = [
    "Two ferries burned in the harbour of Port Amal on Monday, the ministry said.",
    "The fire began in the engine room of the older ship, the harbour master told reporters.",
    "Nobody was hurt.",
]


def body_of(text: str) -> str:
    document = clean(Document("d", "d.txt", text))
    return "\n".join(span.of(text) for span in document.body)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PROSE),
        "\n\n".join(PROSE),
        " ".join(PROSE),
        "\n".join(PROSE).lower(),
        "two ferries burned in the harbour\nthe ministry said nobody was hurt",
        "Two killed.",
        "The dead:\nJane Doe, 34\nOmar Said, 51\nIdris Kanoun, 8",
        "Background\n\n" + "\n".join(PROSE),
        "\n".join([*PROSE, "The dead were named as:", "Jane Doe, 34", "Omar Said, 51"]),
        "\n".join(["- " + line for line in PROSE]),
        "港で二隻の船が燃えたと当局が月曜日に発表した。\nけが人はいなかった。",
        "😀 two ferries burned 🔥 in the harbour 🚢",
    ],
)
def test_a_text_without_furniture_is_kept_whole(text: str) -> None:
    assert "".join(body_of(text).split()) == "".join(text.split())


def test_a_headline_of_a_section_stays() -> None:
    text = "\n\n".join([PROSE[0], PROSE[1], "Inquiry To Begin In Port Amal Next Week", *PROSE[1:], "Leave a Reply"])
    assert "Inquiry To Begin" in body_of(text)


def test_one_advertisement_cuts_no_paragraph_off() -> None:
    assert body_of("\n\n".join([PROSE[2], "Advertisement", *PROSE])).startswith(PROSE[2])


def test_reader_comments_are_not_the_article() -> None:
    comment = "I was there and saw that at least nine people were carried away by the firemen, why is that not told? "
    assert "nine people" not in body_of("\n".join([*PROSE, *PROSE, "3 comments", comment * 6]))


def test_a_comment_count_above_the_article_ends_nothing() -> None:
    assert body_of("\n".join(["Comments (12)", *PROSE, "Share"])) == "\n".join(PROSE)


def test_a_caption_printed_twice_goes_both_times() -> None:
    caption = "Smoke rises over the harbour of Port Amal after the fire on Monday."
    text = "\n".join([f"{caption} (photo credit: HARBOUR POST/JANE DOE)", caption, *PROSE])
    assert body_of(text) == "\n".join(PROSE)


def test_a_sentence_of_the_article_that_a_caption_repeats_stays() -> None:
    text = "\n".join([f"{PROSE[1]} (Photo: Harbour Post)", PROSE[0], *PROSE[1:]])
    assert body_of(text) == "\n".join(PROSE)


def test_a_standfirst_yields_to_the_same_sentence_in_the_article() -> None:
    standfirst = "Nobody was hurt in the fire in the harbour, officials said on Monday."
    text = "\n".join(["Ferries burn in Port Amal harbour", standfirst, "By Jane Doe", *PROSE, standfirst, "Share"])
    assert body_of(text) == "\n".join([*PROSE, standfirst])


def test_a_page_of_links_has_no_article() -> None:
    assert body_of("Home\nNews\nSport\nSign in\nMost Read\nFerry strike enters day three\n© 2031 Harbour Post") == ""
