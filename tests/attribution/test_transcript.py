"""Transcripts: a turn goes from one label to the next, and is the chain's first hop."""

from typing import Any

TALK = """The following is a transcript of the programme.

MARA LIND, HOST: Good evening. The port has been closed since Monday.
What do we know about the fire?

IVO BRANT: I think that the harbour master knew. He told us nothing.

LIND: The ministry said on Sunday that it had warned him.

(BEGIN VIDEO CLIP)

A ship burns.

BRANT: Nobody was warned."""


def test_a_turn_goes_on_to_the_next_label(read: Any) -> None:
    """All that is said until then is the content, in the speaker's own words."""
    turns = [a for a in read(TALK)[1] if TALK[a.cue[0].start] == ":"]
    said = [TALK[a.content[0].start : a.content[0].end] for a in turns]
    assert said[0].startswith("Good evening")
    assert said[0].endswith("about the fire?")
    assert said[1].endswith("He told us nothing.")
    assert "ship" not in said[2]
    assert {a.kind for a in turns} == {"direct"}


def test_what_is_relayed_in_a_turn_has_its_speaker_first(read: Any) -> None:
    """The host says that the ministry said."""
    relayed = [a for a in read(TALK)[1] if a.speaker == "ministry"]
    assert [len(a.chain) for a in relayed] == [2]
    assert "LIND" in relayed[0].chain[0].upper()


def test_one_label_is_no_transcript(read: Any) -> None:
    """A label alone holds its own paragraph."""
    text = "WEATHER: Rain is expected.\n\nThe mayor said that the bridge was closed."
    assert all(a.content[-1].end < text.index("The mayor") for a in read(text)[1] if a.content[0].start < 20)
