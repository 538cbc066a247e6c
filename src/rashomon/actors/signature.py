"""What the words for a nameless group or body say: what it is, and whose ("pro-Hadid fighters", "Libya's government").

Two of them in a story are one where they are the same thing and the same one's.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rashomon.actors.lexicon import load_groups
from rashomon.actors.spelling import fold
from rashomon.model import Actor, Extraction, Place

WORD = re.compile(r"[^\W_]+(?:[.'’&][^\W_]+)*\.?")
NAME = re.compile(r"[A-Z](?:[^\W\d_]|\.(?=[A-Z]))*\.?(?:[ -](?:al-)?[A-Z](?:[^\W\d_]|\.(?=[A-Z]))*\.?)*")
PRO = re.compile(r"\bpro-", re.IGNORECASE)
MARKS = re.compile(r"(?:['’]s?|\bs)$")
RULING, ARMED = "government", "forces"


@dataclass(frozen=True, slots=True)
class Signature:
    """`head` is what it is (governments and regimes are one, as are the forces, troops and fighters of one side),
    `whose` the country, person or organisation it belongs to, `rest` the other words; `word` is the head as the report
    has it, which makes no difference once it says whose."""

    head: str
    whose: str
    rest: frozenset[str]
    word: str = field(default="", compare=False)

    @property
    def what(self) -> tuple[str, frozenset[str]]:
        """All but whose it is."""
        return self.head, self.rest


def read_signature(
    actor: Actor, extraction: Extraction, person_of: Callable[[str], str | None], body_of: Callable[[str], str | None]
) -> Signature | None:
    """The signature of a group's or body's name, None where the name is of two ("government and rebel forces").

    `person_of` and `body_of` give what a word of the name stands for in the story.
    """
    words = WORD.findall(actor.name)
    if not words or "and" in words or "or" in words:
        return None
    places = {place.span.of(extraction.document.text): place for place in _places_in(actor, extraction)}
    if any(place.kind == "country" and name == actor.name for name, place in places.items()):
        (place,) = places.values()
        return Signature(RULING, place.name.lower(), frozenset())
    head, whose, rest = _lemma(words[-1]), "", set[str]()
    text = PRO.sub("pro ", actor.name[: actor.name.rindex(words[-1])])
    for name, place in sorted(places.items(), key=lambda item: -len(item[0])):
        if name in text and place.kind == "country" and not whose:
            whose, text = place.name.lower(), text.replace(name, " ", 1)
    for name in NAME.findall(text) if not whose else ():
        owner = body_of(name) or person_of(name)
        if owner is not None:
            # "The Hadid opposition" is against him, not his.
            whose, text = (
                "" if head in load_groups().against and body_of(name) is None else owner,
                text.replace(name, " ", 1),
            )
            break
    rest.update(word.lower() for written in WORD.findall(text) if (word := MARKS.sub("", written)))
    return _normal(head, whose, frozenset(rest))


def _normal(word: str, whose: str, rest: frozenset[str]) -> Signature:
    groups = load_groups()
    if word in groups.ruling and whose:
        return Signature(RULING, whose, rest, word)
    if word in groups.armed and (whose or rest):
        sides = rest & groups.side_nouns
        if len(sides) == 1:
            (side,) = sides
            return Signature(side, whose, rest - sides - {"pro"}, side)
        rest = rest - {"pro"}
        return Signature(ARMED, whose, rest - groups.ruling | {RULING} if rest & groups.ruling else rest, ARMED)
    return Signature(word, whose, rest, word)


def of_land(signature: Signature, lands: dict[str, str]) -> Signature:
    """What belongs to the leader of a country as such belongs to the country: his government, army and forces.
    `lands` gives the country that a person leads."""
    land = lands.get(signature.whose)
    if land is None or (signature.head not in load_groups().institutions and signature.head != ARMED):
        return signature
    bare = signature.head == ARMED and not signature.rest
    return replace(signature, whose=land, rest=frozenset({RULING}) if bare else signature.rest)


def _lemma(word: str) -> str:
    groups = load_groups()
    known = groups.people | groups.media
    word = fold(word)
    if word.removesuffix("s") in groups.institutions:
        return word
    forms = (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y", word.removesuffix("es"))
    return next((form for form in forms if form in known), word)


def _places_in(actor: Actor, extraction: Extraction) -> list[Place]:
    """The places inside the first mention that reads as the actor's name."""
    text, places = extraction.document.text, extraction.places
    for span in actor.mentions:
        if " ".join(span.of(text).split()).casefold() == actor.name.casefold():
            first = bisect_left(places, span.start, key=lambda place: place.span.start)
            found = []
            while first < len(places) and places[first].span.end <= span.end:
                found.append(places[first])
                first += 1
            return found
    return []
