"""Actors across the reports of a story: which spellings are one actor, and why.

Entity resolution by rules with evidence in words, the strict ones first (`person`, `body`, `side`). A kind or a place
that one report got wrong is put right by the others. Corrections that a user has made are applied on top, the same way
each time.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.actors.body import index_words, link_bodies, with_words
from rashomon.actors.cluster import STANDS, plain
from rashomon.actors.correction import Correction
from rashomon.actors.lexicon import load_groups, load_titles
from rashomon.actors.linked import Linked
from rashomon.actors.person import Directory, bearer_of, link_persons
from rashomon.actors.side import Item, link_sides
from rashomon.actors.signature import of_land, read_signature
from rashomon.actors.spelling import fold, split
from rashomon.model import Actor, ActorKind, Extraction, StoryActor, StoryMention

# A word is a person's or a body's name in all reports if this many times as many take it for that as for the other.
OUTVOTED = 3


def link_actors(extractions: Sequence[Extraction], corrections: Sequence[Correction] = ()) -> tuple[StoryActor, ...]:
    """One actor for each person, organisation and group of the story, most mentioned first.

    `corrections` say which names are one actor all the same, which are not, and which are no actor (`correction`).
    """
    actors = [(e.document.id, actor) for e in sorted(extractions, key=lambda e: e.document.id) for actor in e.actors]
    rejected = {fold(name) for c in corrections if c.action == "reject" for name in c.names}
    actors = [(doc, actor) for doc, actor in actors if fold(actor.name) not in rejected]
    apart = [{fold(name) for name in c.names} for c in corrections if c.action == "split"]
    actors = _without_places(_one_kind_each(actors), extractions)
    nameless = [item for item in actors if item[1].kind == "group" or _is_nameless(item[1])]
    persons = link_persons([item for item in actors if item[1].kind == "person"], apart)
    bodies = [item for item in actors if item[1].kind == "organisation" and not _is_nameless(item[1])]
    countries = sorted({plain(place.span.of(e.document.text)) for e in extractions for place in e.places} - {""})
    organisations = link_bodies(bodies, apart, countries)
    linked = [*persons.persons, *organisations, *_link_sides(nameless, extractions, persons, organisations)]
    for correction in corrections:
        if correction.action == "merge":
            linked = _merge(linked, {fold(name) for name in correction.names})
    return _as_story_actors(linked)


def _is_nameless(actor: Actor) -> bool:
    """True for a body that has no name of its own ("the interim government"), and for a country that acts as one."""
    last = actor.name.split()[-1]
    if actor.kind != "organisation":
        return False
    groups = load_groups()
    if (
        last.islower()
        or last.lower() in groups.national
        or actor.detail[:1] == (f"{actor.name} {STANDS}",)
        or any(STANDS in why for why in actor.detail)
    ):
        return True
    words = len(actor.name.split())
    return words > 1 and (
        last.lower().removesuffix("s") in groups.people - groups.institutions
        or (words < 4 and last.lower() in groups.ruling)
    )


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


def _one_kind_each(actors: list[tuple[str, Actor]]) -> list[tuple[str, Actor]]:
    """A single word that most reports take for a person's name is one in all, or for a body's; titles keep a person."""
    votes: Counter[tuple[str, str]] = Counter()
    for _, actor in actors:
        for name in {fold(name) for name in actor.names if len(split(name)) == 1}:
            votes[name, actor.kind] += 1
        for name in {split(name)[-1] for name in actor.names if actor.kind == "person" and len(split(name)) > 1}:
            votes[name, "person"] += name not in {fold(name) for name in actor.names}
    found = []
    for doc, actor in actors:
        name = fold(actor.name)
        if len(split(actor.name)) == 1 and not actor.titles and actor.name[:1].isupper() and actor.kind != "group":
            other: ActorKind = "organisation" if actor.kind == "person" else "person"
            if votes[name, other] >= OUTVOTED * votes[name, actor.kind]:
                actor = replace(actor, kind=other)
        found.append((doc, actor))
    return found


def _without_places(actors: list[tuple[str, Actor]], extractions: Sequence[Extraction]) -> list[tuple[str, Actor]]:
    """Without "persons" and single-word "bodies" without a title that other reports know as places."""
    places = Counter(
        words
        for extraction in extractions
        for words in {split(p.span.of(extraction.document.text)) for p in extraction.places if p.kind != "country"}
    )
    persons = Counter(split(name) for _, actor in actors for name in actor.names if actor.kind == "person")
    surnames = {split(name)[-1] for _, actor in actors if actor.kind == "person" for name in actor.names if " " in name}

    def is_place(actor: Actor) -> bool:
        words = {split(name) for name in actor.names}
        if actor.kind == "group" or any(STANDS in why for why in actor.detail):
            return False
        if actor.titles and any(places[name] < OUTVOTED * persons[name] for name in words):
            return False
        if actor.kind == "organisation" and any(len(name) != 1 for name in words):
            return False
        ends = {place[-len(name) :] for name in words for place in places} if actor.kind == "person" else set()
        return words <= places.keys() | ends and not any(len(name) == 1 and name[0] in surnames for name in words)

    return [(doc, actor) for doc, actor in actors if not is_place(actor)]


def _link_sides(
    actors: list[tuple[str, Actor]], extractions: Sequence[Extraction], persons: Directory, bodies: list[Linked]
) -> list[Linked]:
    """Groups and nameless bodies; whose they are is read with the persons and bodies of the story."""
    by_doc = {extraction.document.id: extraction for extraction in extractions}
    bearers: dict[str, str | None] = {}

    def person_of(word: str) -> str | None:
        if word not in bearers:
            one = bearer_of(word, persons)
            bearers[word] = one.canonical() if one is not None else None
        return bearers[word]

    named = {plain(name): one.canonical() for one in reversed(bodies) for name in one.names}
    by_name = {plain(name): one for one in reversed(bodies) for name in one.names}
    index, rest = index_words(bodies), []
    for doc, actor in actors:
        home = _named_body(actor, by_name, index)
        if home is None:
            rest.append((doc, actor))
        else:
            home.members.append((doc, actor))
            home.why.append(
                f"{actor.name!r}: the only body of the story whose name has these words is {home.canonical()!r}"
            )
    lands = {one.canonical(): land for one in persons.persons if (land := _land_led(one)) is not None}
    items: list[Item] = []
    for doc, actor in rest:
        signature = read_signature(actor, by_doc[doc], person_of, lambda word: named.get(plain(word)))
        items.append((doc, actor, of_land(signature, lands) if signature is not None else None))
    return link_sides(items, _countries(extractions))


def _countries(extractions: Sequence[Extraction]) -> dict[str, Counter[str]]:
    """How often each report names each country, adjectives counted too."""
    return {
        extraction.document.id: Counter(place.name.lower() for place in extraction.places if place.kind == "country")
        for extraction in extractions
    }


def _named_body(
    actor: Actor, by_name: dict[str, Linked], index: dict[str, list[tuple[Linked, frozenset[str]]]]
) -> Linked | None:
    """The organisation of the same name in capitals ("U.N. security council"); the one that a nameless one is called
    after ("the NATO alliance"); or the one whose name has all its words ("the transitional council"), if there is just
    one, or one in far more reports than any other."""
    if actor.kind != "organisation":
        return None
    name = plain(actor.name)
    home = by_name.get(name) or by_name.get(load_groups().called.get(name, ""))
    if home is not None or not actor.name.islower() or " " not in name:
        return home
    fitting = with_words(frozenset(name.split()), index)
    if not fitting or len(fitting[0].docs) < OUTVOTED:
        return None
    return fitting[0] if len(fitting) == 1 or len(fitting[0].docs) >= OUTVOTED * len(fitting[1].docs) else None


def _land_led(one: Linked) -> str | None:
    """The country whose leader a person is called in most reports: his government is that country's."""
    lands = Counter(
        title.removeprefix(f"{role} of ")
        for _, actor in one.members
        for title in actor.titles
        for role in load_titles().rules
        if title.startswith(f"{role} of ")
    )
    return lands.most_common(1)[0][0] if lands else None


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


def _as_story_actors(linked: list[Linked]) -> tuple[StoryActor, ...]:
    found: list[StoryActor] = []
    ids: set[str] = set()
    for one in sorted(
        linked, key=lambda one: (-sum(len(a.mentions) for _, a in one.members), one.canonical(), one.members[0][0])
    ):
        actor = _as_story_actor(one, ids)
        ids.add(actor.id)
        found.append(actor)
    return tuple(found)


def _as_story_actor(one: Linked, ids: set[str]) -> StoryActor:
    name = one.canonical()
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
