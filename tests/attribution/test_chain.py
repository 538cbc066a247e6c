"""Chains of attribution: sentences with their full chain, hop by hop."""

from typing import Any

import pytest

from rashomon.attribution.stage import tagger_is_shipped
from rashomon.model import Actor, Attribution, Span

# The text, words of the content that is meant, the chain outermost first.
CHAINS: list[tuple[str, str, list[str]]] = [
    # one hop
    ("The harbour master said nine boats had sunk.", "nine boats", ["harbour master"]),
    ("“Nine boats sank,” said the harbour master.", "Nine boats", ["harbour master"]),
    ("Nine boats sank, the harbour master said.", "Nine boats", ["harbour master"]),
    ("The boats, the harbour master said, were empty.", "were empty", ["harbour master"]),
    ("Nine boats sank, according to the harbour master.", "Nine boats", ["harbour master"]),
    ("According to the harbour master, nine boats sank.", "nine boats", ["harbour master"]),
    ("Nine boats sank in the storm, reported Tanjug.", "Nine boats", ["Tanjug"]),
    ("As Tanjug reported, nine boats sank.", "nine boats", ["Tanjug"]),
    ("Officials in Rijeka have confirmed that nine boats sank.", "nine boats", ["Officials in Rijeka"]),
    ("In a statement, the navy said nine boats had sunk.", "nine boats", ["navy"]),
    ("A statement from the navy said nine boats had sunk.", "nine boats", ["navy"]),
    ("A statement issued by the navy said nine boats had sunk.", "nine boats", ["navy"]),
    ("The navy’s statement said that nine boats had sunk.", "nine boats", ["navy"]),
    ("The Tanjug report said nine boats had sunk.", "nine boats", ["Tanjug"]),
    (
        "Jelena Kos, a fisherman’s widow, told reporters that nobody had warned them.",
        "nobody had warned",
        ["Jelena Kos"],
    ),
    ("A doctor in Rijeka, Jelena Kos, said the wards were full.", "the wards were full", ["Jelena Kos"]),
    ("The news agency Tanjug said nine boats had sunk.", "nine boats", ["Tanjug"]),
    ("Sailors say the lighthouse was dark.", "lighthouse", ["Sailors"]),
    ("The union vowed to block the port.", "to block the port", ["union"]),
    ("The mayor urged residents to stay indoors.", "to stay indoors", ["mayor"]),
    ("The minister denied that the sirens had failed.", "sirens had failed", ["minister"]),
    ("The coast guard declined to comment on the number.", "to comment", ["coast guard"]),
    ("The report was rejected by the navy.", "The report", ["navy"]),
    # nobody named
    ("It is estimated that forty people drowned.", "forty people", []),
    ("It was reported that forty people had drowned.", "forty people", []),
    ("Forty people are believed to have drowned.", "Forty people", []),
    ("The pilot allegedly fled the scene.", "fled the scene", []),
    # two hops by nesting
    ("The mayor said the harbour master had told her that nine boats sank.", "nine boats", ["mayor", "harbour master"]),
    ("According to Tanjug, the mayor said nine boats had sunk.", "nine boats", ["Tanjug", "mayor"]),
    (
        "According to the agency Tanjug, Mayor Ana Babic said that “nine boats sank”.",
        "nine boats",
        ["Tanjug", "Mayor Ana Babic"],
    ),
    (
        "According to Tanjug, Mayor Ana Babic stated on Friday: Nine boats sank.",
        "Nine boats",
        ["Tanjug", "Mayor Ana Babic"],
    ),
    ("Sailors said nine boats had sunk, reported Tanjug.", "nine boats", ["Tanjug", "Sailors"]),
    ("It was dark but sailors said they saw nine boats sink, reported Tanjug.", "nine boats", ["Tanjug", "sailors"]),
    ("Sailors said nine boats had sunk, according to Tanjug.", "nine boats", ["Tanjug", "Sailors"]),
    ("Tanjug quoted the mayor as saying nine boats had sunk.", "nine boats", ["Tanjug", "mayor"]),
    ("Tanjug quoted the mayor as saying: “Nine boats sank.”", "Nine boats", ["Tanjug", "mayor"]),
    ("The mayor was quoted by Tanjug as saying nine boats had sunk.", "nine boats", ["Tanjug", "mayor"]),
    ("The mayor was quoted as saying that nine boats had sunk.", "nine boats", ["mayor"]),
    ("Tanjug reported that the mayor had denied the claim.", "the claim", ["Tanjug", "mayor"]),
    ("The lawyer said her client told police he was asleep.", "he was asleep", ["lawyer", "her client"]),
    ("“My neighbour told me the dam broke,” said Ana Babic.", "the dam broke", ["Ana Babic", "My neighbour"]),
    ("“The army says it was an accident,” the widow said.", "it was an accident", ["widow", "army"]),
    ("The envoy said rebels claim to hold the port.", "to hold the port", ["envoy", "rebels"]),
    ("The paper reported that officials believe the vote was rigged.", "the vote was rigged", ["paper", "officials"]),
    ("The minister said the army had warned that a flood was coming.", "a flood was coming", ["minister", "army"]),
    (
        "Ana Babic wrote that the governor had promised to rebuild the bridge.",
        "to rebuild the bridge",
        ["Ana Babic", "governor"],
    ),
    # two hops by citing
    (
        "State radio, citing a harbour official, reported that nine boats had sunk.",
        "nine boats",
        ["State radio", "harbour official"],
    ),
    (
        "State radio reported that nine boats had sunk, citing a harbour official.",
        "nine boats",
        ["State radio", "harbour official"],
    ),
    (
        "Citing a harbour official, state radio said nine boats had sunk.",
        "nine boats",
        ["state radio", "harbour official"],
    ),
    ("Local media, quoting police, said nine boats had sunk.", "nine boats", ["Local media", "police"]),
    (
        "National and local media, citing a ministry post, have reported that 90 boats sank.",
        "90 boats",
        ["National and local media", "ministry post"],
    ),
    # a reason is no hop
    ("The firm, citing security concerns, said the port would close.", "the port would close", ["firm"]),
    # three hops and more
    (
        "The mayor said the harbour master had told her that sailors reported nine wrecks.",
        "nine wrecks",
        ["mayor", "harbour master", "sailors"],
    ),
    (
        "According to Tanjug, the mayor said the navy had confirmed that nine boats sank.",
        "nine boats",
        ["Tanjug", "mayor", "navy"],
    ),
    (
        "Tanjug reported that state radio, citing a harbour official, said nine boats had sunk.",
        "nine boats",
        ["Tanjug", "state radio", "harbour official"],
    ),
    (
        "Tanjug quoted the mayor as saying the navy had denied that nine boats sank.",
        "nine boats",
        ["Tanjug", "mayor", "navy"],
    ),
    (
        "The governor said the mayor said the navy had told her that sailors believe the lamp failed.",
        "the lamp failed",
        ["governor", "mayor", "navy", "sailors"],
    ),
    # the addressee is no hop
    ("The mayor told state television that nine boats had sunk.", "nine boats", ["mayor"]),
    ("The mayor told Tanjug on Friday that nine boats had sunk.", "nine boats", ["mayor"]),
    ("“Nine boats sank,” the mayor told state television on Friday.", "Nine boats", ["mayor"]),
    # coordination
    ("The mayor and the navy said nine boats had sunk.", "nine boats", ["mayor and the navy"]),
    ("The mayor said nine boats had sunk and added that the search was over.", "the search was over", ["mayor"]),
    ("The mayor said nine boats had sunk, adding that the search was over.", "the search was over", ["mayor"]),
    (
        "The mayor said nine boats had sunk, while the navy insisted that only four were lost.",
        "only four were lost",
        ["navy"],
    ),
    ("The mayor said nine boats had sunk, but sailors claimed that twelve were lost.", "twelve were lost", ["sailors"]),
]

# What the tagger's spans get wrong though the rules get it right; the list may only grow shorter.
TAGGER_MISSES = 4


def innermost(text: str, words: str, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The attribution with the smallest content that holds `words`."""
    start = text.index(words)
    place = Span(start, start + len(words))
    holding = [a for a in attributions if any(piece.contains(place) for piece in a.content)]
    return min(holding, key=lambda a: (sum(map(len, a.content)), -len(a.chain))) if holding else None


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS, ids=[case[0] for case in CHAINS])
def test_every_hop_of_the_chain_is_found_outermost_first(read: Any, text: str, words: str, chain: list[str]) -> None:
    _, attributions = read(text)
    found = innermost(text, words, attributions)
    assert found is not None
    assert list(found.chain) == chain
    assert [hop.speaker for hop in found.hops] == chain


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS, ids=[case[0] for case in CHAINS])
def test_each_hop_has_a_passage_that_names_its_speaker(read: Any, text: str, words: str, chain: list[str]) -> None:
    _, attributions = read(text)
    found = innermost(text, words, attributions)
    assert found is not None
    for hop in found.hops:
        assert hop.speaker.split()[-1].lower() in hop.span.of(text).lower()


@pytest.mark.skipif(not tagger_is_shipped(), reason="the weights of the tagger are not in the package")
def test_chains_hold_with_the_tagger_too(read: Any) -> None:
    """The spans of the tagger carry the same chains, but for a few sentences that it reads otherwise."""
    wrong = []
    for text, words, chain in CHAINS:
        found = innermost(text, words, read(text, method="auto")[1])
        if found is None or list(found.chain) != chain:
            wrong.append((text, found.chain if found is not None else None))
    assert len(wrong) <= TAGGER_MISSES, wrong


def test_the_parent_is_the_attribution_whose_content_this_one_stands_in(read: Any) -> None:
    _, attributions = read("The mayor said the navy had told her that sailors reported nine wrecks.")
    by_id = {a.id: a for a in attributions}
    inner = next(a for a in attributions if a.speaker == "sailors")
    middle = by_id[inner.parent or ""]
    assert middle.speaker == "navy"
    assert by_id[middle.parent or ""].speaker == "mayor"


def test_a_speaker_who_quotes_himself_is_one_hop(read: Any) -> None:
    text = "The mayor said she believes the lamp failed."
    mayor = Actor("Ana Babic", "person", (Span(0, 9), Span(15, 18)), ("Ana Babic",))
    _, attributions = read(text, (mayor,))
    assert {a.chain for a in attributions} == {("Ana Babic",)}


def test_a_quotation_belongs_to_the_quoted_speaker_and_first_person_means_him(read: Any) -> None:
    text = "“I told the crew that the lamp failed,” said Ana Babic. “The navy denies it was warned.”"
    actor = Actor("Ana Babic", "person", (Span(45, 54),), ("Ana Babic",))
    _, attributions = read(text, (actor,))
    navy = next(a for a in attributions if a.speaker == "navy")
    assert navy.chain == ("Ana Babic", "navy")
    assert navy.stance == "denies"
