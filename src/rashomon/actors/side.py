"""Groups and nameless bodies across the reports of a story, put together by what they are and whose they are.

"Libyan rebels" and "Libya's rebel fighters" are one. "The rebels" without a word whose they are the story's only ones,
or those that stand in far more reports than all others. Words for people of any side ("residents", "officials") link
nothing by themselves: the residents of one report are not those of another.
"""

from collections import defaultdict
from collections.abc import Callable

from rashomon.actors.cluster import plain
from rashomon.actors.lexicon import load_groups
from rashomon.actors.linked import Linked
from rashomon.actors.signature import Signature
from rashomon.model import Actor

Item = tuple[str, Actor, Signature | None]

# The bearer of a bare word stands in so many times the reports of any other, and in one of so many of those that use
# the bare word.
CLEARLY, SHARE = 4, 10


def link_sides(items: list[Item], name_of: Callable[[str], str]) -> list[Linked]:
    """One for each group and body; `name_of` gives the name of who a signature's `whose` is."""
    owned: dict[Signature, Linked] = {}
    bare: dict[tuple[str, frozenset[str]], list[Item]] = defaultdict(list)
    kept: dict[str, Linked] = {}
    for item in items:
        doc, actor, signature = item
        if signature is None or _is_single(actor):
            _add(kept, f"{plain(actor.name)} {doc}", item)
        elif signature.whose:
            one = owned.setdefault(signature, Linked(actor.kind, []))
            if one.members and plain(one.members[0][1].name) != plain(actor.name):
                one.why.append(
                    f"{actor.name!r} and {one.members[0][1].name!r}: both the {signature.head} of "
                    f"{name_of(signature.whose)}"
                )
            one.members.append((doc, actor))
        else:
            bare[signature.what].append(item)
    for what, waiting in bare.items():
        _place_bare(what, waiting, owned, kept)
    return [*owned.values(), *kept.values()]


def _place_bare(
    what: tuple[str, frozenset[str]], waiting: list[Item], owned: dict[Signature, Linked], kept: dict[str, Linked]
) -> None:
    """Each bare one to the bearer that its report or the story has; without any, by its words or to itself."""
    bearers = sorted(
        (one for signature, one in owned.items() if signature.what == what),
        key=lambda one: (-len(one.docs), one.canonical()),
    )
    docs = [one.docs for one in bearers]
    best = bearers[0] if bearers and _leads(bearers, len({doc for doc, _, _ in waiting})) else None
    for item in waiting:
        doc, actor, _ = item
        here = [one for one, its in zip(bearers, docs, strict=True) if doc in its]
        if len(here) == 1 and here[0] is (best or here[0]):
            home = here[0]
        elif best is not None and (not here or best in here):
            home = best
        elif bearers or not _names_a_side(what):
            _add(kept, f"{plain(actor.name)} {doc}", item)
            continue
        else:
            _add(kept, " ".join((what[0], *sorted(what[1]))), item)
            continue
        home.members.append((doc, actor))
        home.why.append(f"{actor.name!r}: the story has no other than {home.canonical()!r}, or hardly any")


def _leads(bearers: list[Linked], asking: int) -> bool:
    first = len(bearers[0].docs)
    second = len(bearers[1].docs) if len(bearers) > 1 else 0
    return first >= CLEARLY * second and first * SHARE >= asking


def _names_a_side(what: tuple[str, frozenset[str]]) -> bool:
    """True for what a story has one of: rebels, police, the interim government; not for residents."""
    groups = load_groups()
    head, rest = what
    return head in groups.sides or (bool(rest) and (head in groups.armed | groups.institutions or head == "forces"))


def _is_single(actor: Actor) -> bool:
    """True for a nameless single person ("a resident")."""
    groups = load_groups()
    last = plain(actor.name).split()[-1:]
    return actor.kind == "group" and bool(last) and last[0] in groups.people - groups.collective


def _add(kept: dict[str, Linked], key: str, item: Item) -> None:
    doc, actor, _ = item
    kept.setdefault(key, Linked(actor.kind, [])).members.append((doc, actor))
