"""Persons, organisations and groups."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

ActorKind = Literal["person", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor under all its spellings.

    In one report `mentions` are the passages (names, titles and pronouns alike) that refer to the actor.
    names   the spellings as written, most frequent first; titles and pronouns are not names
    titles  functions the text gives the actor, lower case ("president of kazakhstan")
    detail  why spellings were put together
    """

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
