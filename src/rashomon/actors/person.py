"""Persons across the reports of a story.

Strict rules first: the same full name, names that sound alike, a garbled surname under the same telling title, a
surname or the given names alone where the story has one bearer, or one that stands in far more reports than all
others.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from rashomon.actors.lexicon import load_titles
from rashomon.actors.linked import Linked, kept_apart
from rashomon.actors.spelling import contradict, fold, is_given_form, is_short_form, key, same_given, same_person, split
from rashomon.model import Actor

Test = Callable[[Actor, Linked], str | None]

# Surnames as near as this (Jaro-Winkler) count as a garbled spelling, if given name and a telling title are the same:
# Mitchell and Michel .93, Tokayev and Tokarev .93, Lukashenko and Lukashin .92, Putin and Poutine .89.
GARBLED = 0.85
# A bare surname is the best-known bearer's if that one is named in full in this many reports and in this many times the
# reports of any other. Set where no wrong one was left among 90 reports of a war with two families of leaders.
KNOWN, BETTER_KNOWN = 3, 4
# In so many reports a person must be named in full to be meant by a surname that no report spells so with a given name.
FAMOUS = 10


@dataclass(slots=True, eq=False)
class Directory:
    """The persons put together so far, in order, and under which sound keys of their names' words they stand."""

    persons: list[Linked] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def near(self, name: str) -> list[Linked]:
        """Those whose names have a word that sounds like one of this name, in order."""
        places = {i for sounding in _keys(name) for i in self.by_key.get(sounding, ())}
        return [self.persons[i] for i in sorted(places) if self.persons[i].members]

    def add(self, one: Linked) -> None:
        """A new person."""
        self.persons.append(one)
        self.note(len(self.persons) - 1, one)

    def note(self, i: int, one: Linked) -> None:
        """Person `i` also stands under the names of `one`."""
        for name in one.names:
            for sounding in _keys(name):
                if i not in self.by_key[sounding]:
                    self.by_key[sounding].append(i)


def _keys(name: str) -> set[str]:
    words = split(name)
    return {key(word) for word in words} | {key(word[3:]) for word in words if word.startswith("abd") and word[3:]}


def link_persons(actors: list[tuple[str, Actor]], apart: list[set[str]]) -> Directory:
    """Full names first, the frequent ones before the rare, so that a garbled one joins and does not found."""
    frequency = Counter(fold(actor.name) for _, actor in actors)
    full = [item for item in actors if len(split(item[1].name)) > 1]
    short = [item for item in actors if len(split(item[1].name)) == 1]
    linked = Directory()
    for doc, actor in sorted(full, key=lambda item: (-frequency[fold(item[1].name)], item[1].name, item[0])):
        _join(linked, doc, actor, apart, (_same_name, _sound_alike, _garbled))
    _shorten(linked, apart)
    _shorten(linked, apart)  # two that fitted may have become one
    bare = Directory()
    for doc, actor in sorted(short, key=lambda item: (item[1].name, item[0])):
        home, why = _bearer(actor, linked, apart)
        if home is None and actor.name in load_titles().first_names and not actor.titles:
            bare.add(Linked(actor.kind, [(doc, actor)]))  # "a resident called Mohammed" is not another report's
        elif home is None:
            _join(bare, doc, actor, apart, (_same_name,))
        else:
            home.members.append((doc, actor))
            home.why.append(why)
    for one in bare.persons:
        linked.add(one)
    linked.persons = [one for one in linked.persons if one.members]
    found = Directory()
    for one in linked.persons:
        found.add(one)
    return found


def _bearer(actor: Actor, linked: Directory, apart: list[set[str]]) -> tuple[Linked | None, str]:
    """The person whom a surname means in this story, and why; None if two share it and neither is far better known."""
    fitting = [
        one for one in linked.near(actor.name) if _is_short_for(actor, one) and not kept_apart(actor, one, apart)
    ]
    titled = [one for one in fitting if set(actor.titles) & one.titles]
    fitting = titled if len(titled) == 1 else fitting
    spelled = [one for one in fitting if _is_spelled_so(actor, one)]
    if len(fitting) > 1 and len(spelled) == 1 and spelled[0].named_in > 1:
        return spelled[0], f"{actor.name!r}: the only person whose name is spelled so is {spelled[0].canonical()!r}"
    if len(fitting) == 1:
        (one,) = fitting
        if one.named_in < FAMOUS and not titled and not _is_spelled_so(actor, one):
            return None, ""
        return one, f"{actor.name!r}: the only person of that name in the story is {one.canonical()!r}"
    if not fitting:
        common = actor.name in load_titles().first_names
        fitting = [one for one in linked.near(actor.name) if fold(actor.name) in {fold(name) for name in one.names}]
        fitting = [one for one in fitting if not kept_apart(actor, one, apart) and not _genders_clash(actor, one)]
        if len(fitting) == 1 and (not common or fitting[0].named_in >= FAMOUS):
            return fitting[0], f"{actor.name!r}: another report calls {fitting[0].canonical()!r} so"
    ranked = sorted(fitting, key=lambda one: (-one.named_in, one.canonical()))
    known = KNOWN if ranked and _is_spelled_so(actor, ranked[0]) else FAMOUS
    if len(ranked) > 1 and ranked[0].named_in >= max(known, BETTER_KNOWN * ranked[1].named_in):
        return ranked[0], f"{actor.name!r}: of that name {ranked[0].canonical()!r} stands in far the most reports"
    return None, ""


def bearer_of(surname: str, linked: Directory) -> Linked | None:
    """The person of the story whom a name in a group's name means ("Hadid forces"), None if that is not clear."""
    words = split(surname)
    if len(surname) < 3 or not words:
        return None
    if len(words) > 1:
        return next((one for one in linked.near(surname) if words in {split(name) for name in one.names}), None)
    home, _ = _bearer(Actor(surname, "person", (), (surname,)), linked, [])
    if home is None:
        return next(
            (one for one in linked.near(surname) if {fold(name) for name in one.names} == {fold(surname)}), None
        )
    return home


def _is_spelled_so(actor: Actor, one: Linked) -> bool:
    surname = split(actor.name)[-1]
    return any({surname, f"abd{surname}"} & set(split(name)) for name in one.names)


def _shorten(linked: Directory, apart: list[set[str]]) -> None:
    """Put those whose name of two words or more is short for just one other's to that ("Ki-moon" for "Ban Ki-moon")."""
    waiting = [one for one in linked.persons if one.members]
    for one in sorted(waiting, key=lambda one: (len(split(one.canonical())), one.canonical())):
        name = one.canonical()
        homes = [other for other in linked.near(name) if other is not one and _is_shorter(one, other)]
        if len(homes) == 1 and not any(kept_apart(actor, homes[0], apart) for _, actor in one.members):
            homes[0].take(one, f"{name!r} is short for {homes[0].canonical()!r}, the only one in the story")
            linked.note(linked.persons.index(homes[0]), one)
            one.members = []


def _is_shorter(one: Linked, other: Linked) -> bool:
    if any(_genders_clash(actor, other) for _, actor in one.members):
        return False
    if any(contradict(a, b) and not is_given_form(a, b) for a in one.full_names for b in other.full_names):
        return False
    return any(is_short_form(a, b) or is_given_form(a, b) for a in one.full_names for b in other.full_names)


def _join(linked: Directory, doc: str, actor: Actor, apart: list[set[str]], tests: tuple[Test, ...]) -> None:
    near = linked.near(actor.name)
    for test in tests:
        for one in near:
            why = test(actor, one)
            if why is not None and not kept_apart(actor, one, apart) and not _genders_clash(actor, one):
                one.members.append((doc, actor))
                linked.note(linked.persons.index(one), Linked("person", [(doc, actor)]))
                if why:
                    one.why.append(why)
                return
    linked.add(Linked(actor.kind, [(doc, actor)]))


def _same_name(actor: Actor, one: Linked) -> str | None:
    names = {fold(name) for name in one.full_names}
    return "" if fold(actor.name) in names else None


def _sound_alike(actor: Actor, one: Linked) -> str | None:
    if any(contradict(actor.name, name) for name in one.full_names):
        return None
    for name in sorted(one.full_names):
        if len(split(name)) > 1 and same_person(actor.name, name):
            shared = sorted(set(actor.titles) & one.titles)
            also = f"; both are called {shared[0]}" if shared else ""
            return f"{actor.name!r} and {name!r}: same surname, given names sound alike{also}"
    return None


def _garbled(actor: Actor, one: Linked) -> str | None:
    """Same given name, nearly the same surname, and the same title with something in it that only few people are."""
    shared = sorted(title for title in set(actor.titles) & one.titles if len(title.split()) > 2)
    if not shared:
        return None
    mine = split(actor.name)
    for name in sorted(one.full_names):
        theirs = split(name)
        if (
            len(theirs) > 1
            and same_given(mine[0], theirs[0])
            and mine[0] == theirs[0]
            and JaroWinkler.similarity(mine[-1], theirs[-1]) >= GARBLED
        ):
            return f"{actor.name!r} and {name!r}: same given name, surnames alike, both are called {shared[0]}"
    return None


def _is_short_for(actor: Actor, one: Linked) -> bool:
    if not any(is_short_form(actor.name, name) for name in one.full_names):
        return False
    if _genders_clash(actor, one):
        return False
    countries, theirs = _countries(actor.titles), _countries(one.titles)
    return not (countries and theirs) or bool(countries & theirs)


def _countries(titles: Iterable[str]) -> set[str]:
    """ "kazakhstan" of "president of kazakhstan"."""
    return {title.rsplit(" of ", 1)[1] for title in titles if " of " in title}


def _genders_clash(actor: Actor, one: Linked) -> bool:
    mine, theirs = _gender(actor), {_gender(member) for _, member in one.members} - {""}
    return bool(mine and theirs and mine not in theirs)


def _gender(actor: Actor) -> str:
    titles = load_titles()
    for title in actor.titles:
        words = set(title.split())
        if words & titles.male:
            return "m"
        if words & titles.female:
            return "f"
    return ""
