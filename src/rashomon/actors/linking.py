"""Actors across the reports of a story: which spellings are one actor, and why.

Entity resolution by rules with evidence in words, the strict ones first: same full name, names that sound alike,
a surname alone where the story has just one bearer. A surname that two persons share links nothing. Corrections that a
user has made are applied on top, the same way each time.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from rashomon.actors.cluster import plain
from rashomon.actors.correction import Correction
from rashomon.actors.lexicon import load_groups, load_titles
from rashomon.actors.spelling import fold, is_short_form, same_given, same_person, split
from rashomon.model import Actor, Extraction, StoryActor, StoryMention

# Surnames as near as this (Jaro-Winkler) count as a garbled spelling, if given name and a telling title are the same:
# Mitchell and Michel .93, Tokayev and Tokarev .93, Lukashenko and Lukashin .92, Putin and Poutine .89.
GARBLED = 0.85


@dataclass
class Linked:
    """What has been put together so far."""

    kind: str
    members: list[tuple[str, Actor]]
    why: list[str] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)

    @property
    def full_names(self) -> set[str]:
        """Names of two words or more, and those of one where there is no other."""
        names = {name for _, actor in self.members for name in actor.names}
        return {name for name in names if len(split(name)) > 1} or names

    @property
    def titles(self) -> set[str]:
        """All titles of the members."""
        return {title for _, actor in self.members for title in actor.titles}


def link_actors(extractions: Sequence[Extraction], corrections: Sequence[Correction] = ()) -> tuple[StoryActor, ...]:
    """One actor for each person, organisation and group of the story, most mentioned first.

    `corrections` say which names are one actor all the same, which are not, and which are no actor (`correction`).
    """
    actors = [(e.document.id, actor) for e in sorted(extractions, key=lambda e: e.document.id) for actor in e.actors]
    rejected = {fold(name) for c in corrections if c.action == "reject" for name in c.names}
    actors = [(doc, actor) for doc, actor in actors if fold(actor.name) not in rejected]
    apart = [{fold(name) for name in c.names} for c in corrections if c.action == "split"]
    linked = [
        *_link_persons([item for item in actors if item[1].kind == "person"], apart),
        *_link_bodies([item for item in actors if item[1].kind == "organisation"], apart),
        *_link_groups([item for item in actors if item[1].kind == "group"]),
    ]
    for correction in corrections:
        if correction.action == "merge":
            linked = _merge(linked, {fold(name) for name in correction.names})
    return _as_story_actors(linked)


def canonical_names(
    story_actors: Iterable[StoryActor], extractions: Iterable[Extraction]
) -> Mapping[tuple[str, str], str]:
    """(document id, name of an actor in that document) → the actor's name in the story."""
    by_mention = {(m.doc, m.span): actor.name for actor in story_actors for m in actor.mentions}
    found: dict[tuple[str, str], str] = {}
    for extraction in extractions:
        for actor in extraction.actors:
            for mention in actor.mentions:
                name = by_mention.get((extraction.document.id, mention))
                if name is not None:
                    found.setdefault((extraction.document.id, actor.name), name)
                    break
    return found


def _link_persons(actors: list[tuple[str, Actor]], apart: list[set[str]]) -> list[Linked]:
    """Full names first, the frequent ones before the rare, so that a garbled one joins and does not found."""
    frequency = Counter(fold(actor.name) for _, actor in actors)
    full = [item for item in actors if len(split(item[1].name)) > 1]
    short = [item for item in actors if len(split(item[1].name)) == 1]
    linked: list[Linked] = []
    for doc, actor in sorted(full, key=lambda item: (-frequency[fold(item[1].name)], item[1].name, item[0])):
        _join(linked, doc, actor, apart, [_same_name, _sound_alike, _garbled])
    bare: list[Linked] = []
    for doc, actor in sorted(short, key=lambda item: (item[1].name, item[0])):
        fitting = [one for one in linked if _is_short_for(actor, one) and not _kept_apart(actor, one, apart)]
        titled = [one for one in fitting if set(actor.titles) & one.titles]
        fitting = titled if len(titled) == 1 else fitting
        if len(fitting) == 1:
            fitting[0].members.append((doc, actor))
            fitting[0].why.append(
                f"{actor.name!r}: the only person of that name in the story is {_canonical(fitting[0])!r}"
            )
        else:
            _join(bare, doc, actor, apart, [_same_name])
    return linked + bare


def _join(linked: list[Linked], doc: str, actor: Actor, apart: list[set[str]], tests: list) -> None:  # type: ignore[type-arg]
    for test in tests:
        for one in linked:
            why = test(actor, one)
            if why is not None and not _kept_apart(actor, one, apart) and not _genders_clash(actor, one):
                one.members.append((doc, actor))
                if why:
                    one.why.append(why)
                return
    linked.append(Linked(actor.kind, [(doc, actor)]))


def _same_name(actor: Actor, one: Linked) -> str | None:
    names = {fold(name) for name in one.full_names}
    return "" if fold(actor.name) in names else None


def _sound_alike(actor: Actor, one: Linked) -> str | None:
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


def _kept_apart(actor: Actor, one: Linked, apart: list[set[str]]) -> bool:
    mine = {fold(name) for name in (actor.name, *actor.names)}
    theirs = {fold(name) for _, member in one.members for name in (member.name, *member.names)}
    return any(mine & names and (theirs - mine) & names for names in apart)


def _link_bodies(actors: list[tuple[str, Actor]], apart: list[set[str]]) -> list[Linked]:
    """Organisations that share a name, an acronym counting as one; then acronyms that are the initials of one name."""
    by_name: dict[str, Linked] = {}
    linked: list[Linked] = []
    for doc, actor in actors:
        keys = [plain(name) for name in actor.names]
        homes = list({id(by_name[k]): by_name[k] for k in keys if k in by_name}.values())
        homes = [home for home in homes if not _kept_apart(actor, home, apart)]
        if not homes:
            homes = [Linked(actor.kind, [])]
            linked.append(homes[0])
        home = homes[0]
        for other in homes[1:]:
            home.members.extend(other.members)
            other.members.clear()
            for known, value in by_name.items():
                if value is other:
                    by_name[known] = home
        home.members.append((doc, actor))
        for k in keys:
            by_name.setdefault(k, home)
    linked = [one for one in linked if one.members]
    return _by_initials(_by_bearer(linked))


def _by_bearer(linked: list[Linked]) -> list[Linked]:
    """ "Security Council" with the only "U.N. Security Council" of the story."""
    bearers = tuple(f"{long} " for long in load_groups().same.values())
    longer: dict[str, list[Linked]] = defaultdict(list)
    for one in linked:
        for name in {plain(name) for name in one.full_names}:
            for bearer in bearers:
                if name.startswith(bearer) and len(name.removeprefix(bearer).split()) > 1:
                    longer[name.removeprefix(bearer)].append(one)
    kept = []
    for one in linked:
        homes = {id(home): home for name in one.full_names for home in longer.get(plain(name), []) if home is not one}
        if len(homes) == 1:
            (home,) = homes.values()
            home.members.extend(one.members)
            home.why.append(f"{_canonical(one)!r}: the only one in the story is {_canonical(home)!r}")
        else:
            kept.append(one)
    return kept


def _by_initials(linked: list[Linked]) -> list[Linked]:
    spelled: dict[str, list[Linked]] = defaultdict(list)
    for one in linked:
        for initials in {_initials(name) for name in one.full_names if len(name.split()) > 2}:
            spelled[initials].append(one)
    kept = []
    for one in linked:
        names = {name for _, actor in one.members for name in actor.names}
        homes = [
            home
            for name in names
            if name.isupper() and len(name) > 2
            for home in spelled.get(name, [])
            if home is not one
        ]
        if len(homes) == 1 and all(name.isupper() for name in names):
            homes[0].members.extend(one.members)
            homes[0].why.append(f"{min(names)!r} is made of the initials of {_canonical(homes[0])!r}")
        else:
            kept.append(one)
    return kept


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _link_groups(actors: list[tuple[str, Actor]]) -> list[Linked]:
    """Groups of the same words; a nameless single person ("a resident") is never linked to another report's."""
    linked: dict[str, Linked] = {}
    single = load_groups().people
    for doc, actor in actors:
        words = plain(actor.name)
        alone = words.split()[-1] in single and words.split()[-1] not in load_groups().collective
        home = linked.setdefault(f"{words} {doc}" if alone else words, Linked("group", []))
        home.members.append((doc, actor))
    return list(linked.values())


def _merge(linked: list[Linked], names: set[str]) -> list[Linked]:
    fitting = [
        one for one in linked if names & {fold(n) for _, actor in one.members for n in (actor.name, *actor.names)}
    ]
    if len(fitting) < 2:
        return linked
    for other in fitting[1:]:
        fitting[0].members.extend(other.members)
        fitting[0].why.extend(other.why)
    fitting[0].why.append("put together by a correction")
    return [one for one in linked if all(one is not other for other in fitting[1:])]


def _canonical(one: Linked) -> str:
    """The full spelling in most reports; of equals the longest, then the first in the alphabet."""
    reports: dict[str, set[str]] = defaultdict(set)
    for doc, actor in one.members:
        reports[actor.name].add(doc)
    full = {name: docs for name, docs in reports.items() if one.kind != "person" or len(split(name)) > 1} or reports
    return min(full, key=lambda name: (-len(full[name]), -len(name), name))


def _as_story_actors(linked: list[Linked]) -> tuple[StoryActor, ...]:
    found: list[StoryActor] = []
    ids: set[str] = set()
    for one in sorted(
        linked, key=lambda one: (-sum(len(a.mentions) for _, a in one.members), _canonical(one), one.members[0][0])
    ):
        actor = _as_story_actor(one, ids)
        ids.add(actor.id)
        found.append(actor)
    return tuple(found)


def _as_story_actor(one: Linked, ids: set[str]) -> StoryActor:
    name = _canonical(one)
    names = Counter(spelling for _, actor in one.members for spelling in actor.names)
    titles = Counter(title for _, actor in one.members for title in actor.titles)
    id_ = next(candidate for candidate in _ids(name, one) if candidate not in ids)
    mentions = sorted(
        {StoryMention(doc, span) for doc, actor in one.members for span in actor.mentions},
        key=lambda m: (m.doc, m.span),
    )
    within = (why for _, actor in one.members for why in actor.detail)
    return StoryActor(
        id=id_,
        name=name,
        kind=one.kind,
        names=tuple(sorted(names, key=lambda spelling: (-names[spelling], spelling))),
        titles=tuple(sorted(titles, key=lambda title: (-titles[title], title))),
        mentions=tuple(mentions),
        detail=tuple(dict.fromkeys([*one.why, *within])),
    )


def _ids(name: str, one: Linked) -> Iterator[str]:
    """The hash of name and kind; for a second actor of the same name, of the report it stands in as well."""
    yield _hash(name, one.kind)
    for doc, actor in one.members:
        yield _hash(name, one.kind, doc, str(actor.mentions[0].start))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
