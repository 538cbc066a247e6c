"""Which text comes from which."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lineage import link_lineage
from rashomon.lineage.passages import shared_passages
from rashomon.lineage.words import body_words
from rashomon.model import Document, Span

WIRE = (
    "At least 12 people were killed when a ferry sank off the coast on Monday, the coast guard said. "
    "Rescue boats searched the bay through the night, and two helicopters joined them at dawn. "
    'The captain said "we hit something hard, and the water came in faster than we could count the people". '
    "The ministry has opened an inquiry into the safety of old ships on this route."
)
OTHER = (
    "Farmers in the north have begun to bring in the barley two weeks early because of the dry spring, and the "
    "harvest is expected to be a third smaller than last year, their association wrote to the government."
)


def document(name: str, text: str, **more: object) -> Document:
    return Document(name, name, text, body=(Span(0, len(text)),), **more)  # type: ignore[arg-type]


def test_a_copy_with_one_number_changed() -> None:
    """The changed number is named, with both passages."""
    changed = WIRE.replace("12 people", "21 people")
    (link,) = link_lineage(
        [document("a", WIRE, published="2019-03-11"), document("b", changed, published="2019-03-12")]
    )
    assert (link.copy, link.origin, link.kind, link.direction) == ("b", "a", "copy", "evident")
    (number,) = link.changed
    assert (number.copy_says, number.origin_says) == ("21", "12")
    assert changed[number.copy_start : number.copy_end] == "21"
    assert WIRE[number.origin_start : number.origin_end] == "12"


def test_a_credit_line_shows_the_direction() -> None:
    """Who credits the other is the copy, whatever the ids or dates."""
    wire, copy = document("b", WIRE, outlet="Meridian"), document("a", WIRE + " More follows.", agency="Meridian")
    (link,) = link_lineage([copy, wire])
    assert (link.copy, link.direction) == ("a", "evident")


def test_without_dates_the_direction_is_unknown() -> None:
    """Unsure is a value."""
    (link,) = link_lineage([document("a", WIRE), document("b", WIRE + " More follows.")])
    assert link.direction == "unknown"


def test_half_a_text_is_a_rewrite() -> None:
    """Shared narrative with much of one's own is a rewrite."""
    mixed = WIRE[: WIRE.index("The captain")] + OTHER + " " + OTHER.replace("barley", "wheat").replace("north", "east")
    (link,) = link_lineage([document("a", WIRE + " " + OTHER.upper().replace("E", "X")), document("b", mixed)])
    assert link.kind == "rewrite"
    assert 0.2 < link.share < 0.6


def test_only_the_quotation_is_shared() -> None:
    """Two reports of one statement are not copies of each other."""
    quote = '"We hit something hard, and the water came in faster than we could count the people on deck"'
    one = document("a", f"The captain of the ferry spoke. {quote}, he said to a radio station. {OTHER}")
    other = document("b", f"{quote}: so the master of the sunken vessel told a court two days after the disaster.")
    assert [link.kind for link in link_lineage([one, other])] == ["shared_quote"]


def test_unrelated_texts_are_not_linked() -> None:
    """No link without shared wording."""
    assert link_lineage([document("a", WIRE), document("b", OTHER)]) == ()


def test_passages_point_at_the_same_words() -> None:
    """What a passage covers on both sides reads the same."""
    copy = "Agencies report: " + WIRE
    (link,) = link_lineage([document("a", WIRE), document("b", copy)])
    texts = {"a": WIRE, "b": copy}
    for passage in link.passages:
        assert (
            texts[link.copy][passage.copy_start : passage.copy_end]
            == texts[link.origin][passage.origin_start : passage.origin_end]
        )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "12", "21"]), max_size=80), st.integers(0, 20))
def test_tiles_lie_inside_both_texts_and_do_not_overlap(words: list[str], cut: int) -> None:
    """Alignment never leaves a text, and covers no word of the left text twice."""
    left, right = body_words(document("a", " ".join(words))), body_words(document("b", " ".join(words[cut:])))
    tiles = shared_passages(left, right)
    for tile in tiles:
        assert 0 <= tile.left < tile.left_end <= len(left.text)
        assert 0 <= tile.right < tile.right_end <= len(right.text)
    assert all(one.left_end <= other.left for one, other in pairwise(tiles))
