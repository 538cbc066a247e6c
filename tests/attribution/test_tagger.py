"""The trained attribution tagger, on sentences written for these tests."""

import itertools

import pytest

from rashomon.attribution.tagger import (
    NEAR,
    SHAPES,
    TaggedAttribution,
    decode_roles,
    load_model,
    nearness,
    plan_windows,
    read_words,
    tag_attributions,
)

SAID = [
    pytest.param(
        "The minister said that the bridge had been closed since Monday.",
        "The minister",
        "said",
        "that the bridge had been closed since Monday",
        id="said that",
    ),
    pytest.param(
        "“The dam will hold,” said Aigul Omarova, an engineer in the valley.",
        "Aigul Omarova, an engineer in the valley",
        "said",
        "“The dam will hold,”",
        id="quotation first, then said X",
    ),
    pytest.param(
        "According to the hospital, nine people were treated for burns.",
        "the hospital",
        "According to",
        "nine people were treated for burns",
        id="according to",
    ),
    pytest.param(
        "Residents told reporters that the shooting began after midnight.",
        "Residents",
        "told reporters",
        "that the shooting began after midnight",
        id="told somebody",
    ),
    pytest.param(
        "Two workers are still missing, the company said.",
        "the company",
        "said",
        "Two workers are still missing",
        id="said at the end",
    ),
]


def sentences_of(text: str) -> list[tuple[int, int]]:
    """One sentence a line."""
    edges = [0, *(i + 1 for i, c in enumerate(text) if c == "\n"), len(text)]
    return [(start, end) for start, end in itertools.pairwise(edges) if text[start:end].strip()]


def tag(text: str) -> list[TaggedAttribution]:
    return tag_attributions(text, sentences_of(text))


def joined(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAID)
def test_plain_reports_are_read_in_full(text: str, source: str, cue: str, content: str) -> None:
    """One attribution, its three parts where a reader would mark them."""
    found = tag(text)
    assert len(found) == 1
    assert joined(text, found[0].source) == source
    assert joined(text, found[0].cue).split()[0] == cue.split()[0]
    assert joined(text, found[0].content).strip("“”.,") == content.strip("“”.,")
    assert 0.5 < found[0].score <= 1


def test_two_speakers_keep_their_own_words() -> None:
    """Source and content are linked to the cue they belong to."""
    text = "The mayor said the road was safe.\nDrivers complained that the road was full of holes."
    first, second = tag(text)
    assert joined(text, first.source) == "The mayor"
    assert "safe" in joined(text, first.content)
    assert joined(text, second.source) == "Drivers"
    assert "holes" in joined(text, second.content)


def test_plain_narration_has_no_attribution() -> None:
    """Where nobody is quoted nothing is found."""
    assert tag("The train left the station at nine.\nIt rained all day in the north.") == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\u200b\u200d", "\x00\x07", "🙂🙃", "…" * 500, "x" * 5000, "“" * 300]
)
def test_odd_texts_do_not_fail(text: str) -> None:
    """Nothing in, or nothing readable in, is no reason to fail."""
    for found in tag_attributions(text, [(0, len(text))]):
        assert found.cue


def test_no_sentences_no_attributions() -> None:
    """What is outside the sentences is not read."""
    text = "The minister said that the bridge had been closed."
    assert tag_attributions(text, []) == []


def test_what_lies_between_sentences_is_skipped() -> None:
    """Page furniture between two sentences leaves offsets as they are and is in no span."""
    first, furniture, second = (
        "It was cold.",
        "\n\nSubscribe now, our editor said.\n\n",
        "Police said the suspect had fled.",
    )
    text = first + furniture + second
    start = len(first + furniture)
    (found,) = tag_attributions(text, [(0, len(first)), (start, len(text))])
    assert joined(text, found.source) == "Police"
    assert all(s >= start for s, _ in (*found.source, *found.cue, *found.content))


def test_spans_lie_in_the_text_without_white_space_at_their_ends() -> None:
    """Also where the text has accents, emoji, tabs, no-break spaces and combining marks."""
    text = "  Émile\u00a0Çelik  said\tthat 🙂 the cafe\u0301 was shut. \n\n 王 said:  “Nein — nicht heute!”  \n"
    for found in tag(text):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_long_texts_are_read_to_the_end() -> None:
    """A live blog of 170,000 characters, also without a single line break, gives its last attribution too."""
    line = "The governor said that the water was rising. Nothing moved on the river for hours after that. "
    text = line * (170_000 // len(line))
    starts = [i for i in range(len(text)) if text.startswith(("The governor", "Nothing"), i)]
    found = tag_attributions(text, list(itertools.pairwise([*starts, len(text)])))
    assert found[-1].cue[0][0] > len(text) - 2 * len(line)
    cues = [attribution.cue for attribution in found]
    assert len(set(cues)) == len(cues)
    assert cues == sorted(cues)


def test_the_same_text_gives_the_same_answer() -> None:
    """Also from weights loaded anew."""
    text = "\n".join(str(case.values[0]) for case in SAID)
    first = tag(text)
    load_model.cache_clear()
    assert tag(text) == first


def test_windows_cover_every_word_once() -> None:
    """The cores of the windows follow on each other, and no window is longer than allowed."""
    tokenizer = load_model().tokenizer
    text = "\n".join(["Short one."] * 5 + ["word " * 700 + "end."] + ["Another, he said. And more. " * 60])
    words = read_words(text, sentences_of(text), tokenizer)
    windows = plan_windows(words, 100)
    assert [w.core_first for w in windows] == [0, *(w.core_last for w in windows[:-1])]
    assert windows[-1].core_last == len(words)
    assert all(w.first <= w.core_first < w.core_last <= w.last for w in windows)
    assert all(words.bounds[w.last] - words.bounds[w.first] <= 100 for w in windows)


def test_hard_wrapped_lines_are_not_paragraphs() -> None:
    """A line break inside a sentence says that line breaks mean nothing; a blank line still does."""
    tokenizer = load_model().tokenizer
    text = "One two\nthree.\nFour five.\n\nSix."
    words = read_words(text, [(0, 14), (15, 25), (27, 31)], tokenizer)
    level = {text[s:e]: int(rank) for s, e, rank in zip(words.starts, words.ends, words.level, strict=True)}
    assert level == {"One": 2, "two": 0, "three": 0, ".": 0, "Four": 1, "five": 0, "Six": 2}


def test_shapes_and_distances_stay_in_their_tables() -> None:
    """The numbers index embeddings of fixed size."""
    tokenizer = load_model().tokenizer
    text = "ABC Abc abc 12 “x y”\n- iPhone’s A"
    words = read_words(text, sentences_of(text), tokenizer)
    assert 0 <= int(words.shapes.min()) <= int(words.shapes.max()) < SHAPES
    near = nearness(2000, 1000, 1002)
    assert (int(near.min()), int(near.max())) == (0, NEAR - 1)
    assert near[1000] == near[1001] == NEAR // 2
    assert list(near[998:1004]) == [22, 23, 24, 24, 25, 26]


def test_decoding_never_continues_what_did_not_begin() -> None:
    """An inside label follows only its own begin or inside, even where its own score is higher."""
    import numpy as np

    logits = np.zeros((1, 3, 5), dtype=np.float32)
    logits[0, :, 4] = 5
    path, _ = decode_roles(logits)
    assert path.tolist() == [[3, 4, 4]]
