"""Organisations with names of their own, across the reports of a story.

The same name, an acronym counting as one; the same words in another order; acronyms that are the initials of one name;
a name with and without its country or bearer, where the story has just one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from rashomon.actors.cluster import plain
from rashomon.actors.lexicon import load_groups
from rashomon.actors.linked import Linked, kept_apart
from rashomon.model import Actor

# Names of fewer words are not compared without regard to order ("Bank of China", "China Bank").
FEWEST = 3
# A name with its country stands in at least one of so many reports that have it without.
RARER = 4
# Names of which a part of the words is enough, and of which two letters are, stand in so many reports.
KNOWN = 3
# Another name with the same words does not matter if it stands in one of so many reports.
FAR_RARER = 10


def link_bodies(actors: list[tuple[str, Actor]], apart: list[set[str]], bearers: Iterable[str]) -> list[Linked]:
    """One for each organisation. `bearers` are the words for countries in the story, as `plain` writes them
    ("libyan")."""
    by_name: dict[str, Linked] = {}
    linked: list[Linked] = []
    for doc, actor in actors:
        keys = [key for name in actor.names for key in _keys(name)]
        homes = list({id(by_name[k]): by_name[k] for k in keys if k in by_name}.values())
        homes = [home for home in homes if not kept_apart(actor, home, apart)]
        if not homes:
            homes = [Linked(actor.kind, [])]
            linked.append(homes[0])
        home = homes[0]
        for other in homes[1:]:
            home.take(other, f"{other.canonical()!r} and {home.canonical()!r}: a report has both names")
            other.members = []
            for known, value in by_name.items():
                if value is other:
                    by_name[known] = home
        home.members.append((doc, actor))
        for k in keys:
            by_name.setdefault(k, home)
    linked = [one for one in linked if one.members]
    return _by_words(_by_initials(_by_bearer(linked, [*load_groups().same.values(), *bearers])))


def _keys(name: str) -> list[str]:
    """The name as `plain` writes it, and its words in the order of the alphabet."""
    words = plain(name).split()
    return [" ".join(words), *([f"={' '.join(sorted(words))}"] if len(words) >= FEWEST else [])]


def _by_bearer(linked: list[Linked], bearers: Iterable[str]) -> list[Linked]:
    """ "Security Council" with the story's only "U.N. Security Council", "Congress" with the only "U.S. Congress"."""
    longer: dict[str, list[Linked]] = defaultdict(list)
    for one in linked:
        for name in {plain(name) for name in one.names}:
            for bearer in bearers:
                rest = name.removeprefix(f"{bearer}s ").removeprefix(f"{bearer} ").removesuffix(f" of {bearer}")
                if rest != name:
                    longer[rest].append(one)

    def homes(one: Linked) -> list[Linked]:
        found = [(name, home) for name in one.names for home in longer.get(plain(name), []) if home is not one]
        return [home for name, home in found if home.docs & one.docs or _is_borne(name, one, home)]

    return _put_together(
        linked,
        homes,
        lambda one, home: f"{one.canonical()!r}: the only one in the story is {home.canonical()!r}",
    )


def _is_borne(name: str, one: Linked, home: Linked) -> bool:
    """False where the longer name is too rare to be what all reports mean that leave the country away."""
    if " " not in name:
        return len(home.docs) > 1
    known = tuple(f"{long} " for long in load_groups().same.values())
    return len(one.docs) <= RARER * len(home.docs) or any(plain(name).startswith(known) for name in home.names)


def _by_initials(linked: list[Linked]) -> list[Linked]:
    spelled: dict[str, list[Linked]] = defaultdict(list)
    for one in linked:
        for initials in {_initials(name) for name in one.full_names if len(name.split()) > 1}:
            spelled[initials].append(one)

    def homes(one: Linked) -> list[Linked]:
        if not all(name.isupper() for name in one.names):
            return []
        found = [(name, home) for name in one.names for home in spelled.get(name, []) if home is not one]
        return [home for name, home in found if len(name) > 2 or len(home.docs) >= KNOWN]

    return _put_together(
        linked, homes, lambda one, home: f"{min(one.names)!r} is made of the initials of {home.canonical()!r}"
    )


def index_words(linked: Iterable[Linked]) -> dict[str, list[tuple[Linked, frozenset[str]]]]:
    """Each word of the names, as `plain` writes them → the organisations whose names have it, with all words of the
    name."""
    found: dict[str, list[tuple[Linked, frozenset[str]]]] = defaultdict(list)
    for one in linked:
        for words in {frozenset(plain(name).split()) for name in one.names}:
            for word in words:
                found[word].append((one, words))
    return found


def with_words(words: frozenset[str], index: dict[str, list[tuple[Linked, frozenset[str]]]]) -> list[Linked]:
    """The organisations that have all these words and more in one name, those in the most reports first."""
    rarest = min((index.get(word, []) for word in words), key=len, default=[])
    found = {id(one): one for one, name in rarest if words < name}
    return sorted(found.values(), key=lambda one: (-len(one.docs), one.canonical()))


def _by_words(linked: list[Linked]) -> list[Linked]:
    """ "Transitional Council" with the only name that has all its words, "National Transitional Council"."""
    groups, index = load_groups(), index_words(linked)

    def homes(one: Linked) -> list[Linked]:
        (*_, name) = sorted(one.names, key=lambda name: (len(name.split()), name))
        part = plain(name).split()
        if len(part) < 2 or part[-1] not in groups.institutions:
            return []
        found = [other for other in with_words(frozenset(part), index) if other is not one]
        rivals = [other for other in found[1:] if len(other.docs) * FAR_RARER > len(found[0].docs)]
        known = bool(found) and len(found[0].docs) >= KNOWN * len(one.docs)
        return found[:1] if known and not rivals else []

    return _put_together(
        linked, homes, lambda one, home: f"{one.canonical()!r}: the only name with these words is {home.canonical()!r}"
    )


def _put_together(
    linked: list[Linked], homes_of: Callable[[Linked], list[Linked]], why: Callable[[Linked, Linked], str]
) -> list[Linked]:
    """Each with its home, where there is just one. A home may itself have moved; then its members have."""
    moved: dict[int, Linked] = {}
    for one in linked:
        homes = {id(home): home for home in homes_of(one)}
        if len(homes) == 1:
            (home,) = homes.values()
            while id(home) in moved:
                home = moved[id(home)]
            if home is not one:
                home.take(one, why(one, home))
                moved[id(one)] = home
    return [one for one in linked if id(one) not in moved]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
