"""Groups and nameless bodies across the reports of a story, put together by what they are and whose they are.

"Libyan rebels" and "Libya's rebel fighters" are one. "The rebels" without a word whose they are the story's only ones,
or those that stand in far more reports than all others. Words for people of any side ("residents", "officials") link
nothing by themselves: the residents of one report are not those of another.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

from rashomon.actors.cluster import plain
from rashomon.actors.lexicon import load_groups
from rashomon.actors.linked import Linked
from rashomon.actors.signature import ARMED, Signature
from rashomon.model import Actor

Item = tuple[str, Actor, Signature | None]

# The bearer of a bare word stands in so many times the reports of any other, and in one of so many of those that use
# the bare word; of two where it is not of the country that the story is about.
CLEARLY, SHARE, SHARE_ELSEWHERE = 4, 10, 2
# A report is about another country if it names that one more than so many times as often.
ABROAD = 2


def link_sides(items: list[Item], countries: Mapping[str, Counter[str]]) -> list[Linked]:
    """One for each group and body. `countries` gives how often each report names each country, in lower case."""
    owned: dict[Signature, Linked] = {}
    called: dict[Signature, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    bare: dict[tuple[str, frozenset[str]], list[Item]] = defaultdict(list)
    kept: dict[str, Linked] = {}
    for item in items:
        doc, actor, signature = item
        if signature is None or _is_single(actor) or signature.head in load_groups().local:
            _add(kept, f"{plain(actor.name)} {doc}", item)
        elif signature.whose:
            one = owned.setdefault(signature, Linked(actor.kind, []))
            if one.members and plain(one.members[0][1].name) != plain(actor.name):
                one.why.append(
                    f"{actor.name!r} and {one.members[0][1].name!r}: both the {signature.head} of {signature.whose}"
                )
            one.members.append((doc, actor))
            called[signature][signature.word].add(doc)
        else:
            bare[signature.what].append(item)
    country = _main_country(owned)
    for (word, rest), waiting in bare.items():
        bearers = [
            (one, called[its][word], its.whose)
            for its, one in owned.items()
            if its.rest == rest and word in called[its]
        ]
        if _names_a_side(word, rest):
            abroad = {doc for doc, _, _ in waiting if _is_abroad(countries.get(doc, Counter()), country)}
            _place_bare(" ".join((word, *sorted(rest))), waiting, bearers, kept, country, abroad)
        else:
            for item in waiting:
                _add(kept, f"{plain(item[1].name)} {item[0]}", item)
    return [*owned.values(), *kept.values()]


def _place_bare(
    words: str,
    waiting: list[Item],
    bearers: list[tuple[Linked, set[str], str]],
    kept: dict[str, Linked],
    country: str,
    abroad: set[str],
) -> None:
    """Each bare one to the bearer that its report or the story has; without any, all together by their words. Each
    bearer comes with the reports that call it by this word and with whose it is. A bare word in a report that names
    another country far more (`abroad`) is not that of the story's main `country`."""
    bearers = sorted(bearers, key=lambda bearer: (-len(bearer[1]), bearer[0].canonical()))
    docs = [set(one.docs) for one, _, _ in bearers]
    share = SHARE if bearers and bearers[0][2] == country else SHARE_ELSEWHERE
    leads = bearers and _leads([len(named) for _, named, _ in bearers], len({doc for doc, _, _ in waiting}), share)
    best = bearers[0][0] if leads else None
    rivals = bool(leads) or len(bearers) > 1
    for item in waiting:
        doc, actor, _ = item
        here = [one for (one, _, _), its in zip(bearers, docs, strict=True) if doc in its]
        home = best if best is not None and (best in here or (not here and doc not in abroad)) else None
        if best is None and len(here) == 1:
            home = here[0]
        if home is None:
            _add(kept, f"{plain(actor.name)} {doc}" if rivals or doc in abroad else words, item)
            continue
        home.members.append((doc, actor))
        home.why.append(f"{actor.name!r}: the story has no other than {home.canonical()!r}, or hardly any")


def _main_country(owned: dict[Signature, Linked]) -> str:
    """Whose groups and bodies stand in the most reports."""
    docs: dict[str, set[str]] = defaultdict(set)
    for signature, one in owned.items():
        docs[signature.whose] |= one.docs
    return min(docs, key=lambda whose: (-len(docs[whose]), whose), default="")


def _is_abroad(named: Counter[str], country: str) -> bool:
    """True for a report that names another country far more often than the story's."""
    return any(count > ABROAD * named[country] for other, count in named.items() if other != country)


def _leads(reports: list[int], asking: int, share: int) -> bool:
    first, second = reports[0], reports[1] if len(reports) > 1 else 0
    return first >= CLEARLY * second and first * share >= asking


def _names_a_side(word: str, rest: frozenset[str]) -> bool:
    """True for what a story has one of: rebels, police, the interim government; not for residents."""
    groups = load_groups()
    return word in groups.sides or (bool(rest) and (word == ARMED or word in groups.institutions))


def _is_single(actor: Actor) -> bool:
    """True for a nameless single person ("a resident")."""
    groups = load_groups()
    last = plain(actor.name).split()[-1:]
    return actor.kind == "group" and bool(last) and last[0] in groups.people - groups.collective


def _add(kept: dict[str, Linked], key: str, item: Item) -> None:
    doc, actor, _ = item
    kept.setdefault(key, Linked(actor.kind, [])).members.append((doc, actor))
