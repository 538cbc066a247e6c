"""From an annotated report and its places to its actors. The steps stand in their order."""

import re
from collections import Counter

from rashomon.actors.cluster import Cluster, cluster_organisations, cluster_persons, plain
from rashomon.actors.group import GroupMention, find_groups
from rashomon.actors.lexicon import load_groups, load_titles
from rashomon.actors.name import NameMention, find_names
from rashomon.actors.quotation import quoted_tokens
from rashomon.actors.reference import Resolved, resolve
from rashomon.actors.spelling import fold, split
from rashomon.model import Actor, ActorKind, Annotated, Place, Span

ACRONYM = re.compile(r"^[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.]*$")
SPEAKING_PLACE = frozenset({"country", "city", "region"})


def extract_actors(annotated: Annotated, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """Every person, organisation and group of the report with all mentions: names, short forms, titles, pronouns.

    In order of first mention. A title or pronoun that does not clearly point to one actor is left out.
    """
    titles, groups = load_titles(), load_groups()
    placed = _token_places(annotated, places)
    names = find_names(annotated, placed, titles, groups)
    persons = cluster_persons([name for name in names if name.kind == "person"])
    names = _retyped(annotated, names, persons, placed)
    persons = cluster_persons([name for name in names if name.kind == "person"])
    organisations = cluster_organisations(
        [name for name in names if name.kind == "organisation"], _acronyms(annotated, names)
    )
    taken = frozenset(i for name in names for i in range(name.start, name.last))
    clusters = (
        persons
        + organisations
        + _governments(annotated, places)
        + _groups(find_groups(annotated, taken, placed, groups))
    )
    quoted = quoted_tokens(annotated)
    busy = taken | {i for cluster in clusters for first, last in cluster.mentions for i in range(first, last)}
    resolved = resolve(annotated, clusters, quoted, frozenset(busy), placed, titles, groups)
    actors = [_actor(annotated, n, cluster, resolved) for n, cluster in enumerate(clusters)]
    return tuple(sorted(actors, key=lambda actor: (actor.mentions[0], actor.name)))


def _token_places(annotated: Annotated, places: tuple[Place, ...]) -> dict[int, Place]:
    return {token.i: place for place in places for token in annotated.tokens_in(place.span)}


def _retyped(
    annotated: Annotated, names: list[NameMention], persons: list[Cluster], placed: dict[int, Place]
) -> list[NameMention]:
    """Single words that the model took for an organisation, or did not mark, but that are a person's surname here."""
    surnames = {split(name)[-1] for person in persons for name in person.full_names}
    kept = [
        NameMention(n.first, n.last, n.start, n.text, "person", "n", ())
        if n.kind == "organisation" and n.last - n.first == 1 and fold(n.text) in surnames
        else n
        for n in names
    ]
    covered = {i for name in kept for i in range(name.first, name.last)}
    for token in annotated.tokens:
        if token.i in covered or token.i in placed or not token.text[0].isupper() or len(token.text) < 3:
            continue
        if fold(token.text) in surnames and token.pos == "PROPN" and not token.text.isupper():
            kept.append(NameMention(token.i, token.i + 1, token.i, token.text, "person", "n", ()))
    return sorted(kept, key=lambda name: name.first)


def _acronyms(annotated: Annotated, names: list[NameMention]) -> dict[str, str]:
    """Acronyms in brackets after or before a long name, folded, to the folded long name."""
    found: dict[str, str] = {}
    tokens = annotated.tokens
    at = {name.last: name for name in names if name.kind == "organisation"}
    for name in names:
        if not ACRONYM.match(name.text) or name.first < 2 or tokens[name.first - 1].text not in ("(", "["):
            continue
        long = at.get(name.first - 1)
        if long is not None and long.text[0].casefold() == name.text[0].casefold():
            found[plain(name.text)] = plain(long.text)
    return found


def _governments(annotated: Annotated, places: tuple[Place, ...]) -> list[Cluster]:
    """Places that act or speak as governments ("Kazakhstan said")."""
    found: dict[str, Cluster] = {}
    for place in places:
        if place.literal or place.kind not in SPEAKING_PLACE:
            continue
        tokens = annotated.tokens_in(place.span)
        if tokens and tokens[-1].dep in ("nsubj", "conj") and tokens[-1].pos == "PROPN":
            text = place.span.of(annotated.text)
            cluster = found.setdefault(
                place.name, Cluster("organisation", why=[f"{place.name} stands for its government"])
            )
            cluster.names[text] += 1
            cluster.mentions.append((tokens[0].i, tokens[-1].i + 1))
    return list(found.values())


def _groups(mentions: list[GroupMention]) -> list[Cluster]:
    """Groups of the same words together; a bare "the government" goes to the last longer one of its kind."""
    found: dict[str, Cluster] = {}
    latest: dict[str, str] = {}
    for mention in mentions:
        key = mention.key
        if mention.bare and mention.definite and mention.kind == "organisation":
            key = latest.get(mention.head, key)
        elif not mention.bare:
            latest[mention.head] = key
        cluster = found.setdefault(key, Cluster(mention.kind, key=key))
        cluster.names[mention.text] += 1
        cluster.mentions.append((mention.first, mention.last))
    return list(found.values())


def _actor(annotated: Annotated, n: int, cluster: Cluster, resolved: list[Resolved]) -> Actor:
    mine = [r for r in resolved if r.cluster == n]
    ranges = sorted({*cluster.mentions, *((r.first, r.last) for r in mine)})
    tokens = annotated.tokens
    name = cluster.best_name() if cluster.kind == "person" else _best_body_name(cluster)
    kind: ActorKind = cluster.kind  # type: ignore[assignment]
    why = [*cluster.why, *(r.why.format(name=repr(name)) for r in mine if r.why)]
    return Actor(
        name=name,
        kind=kind,
        mentions=tuple(Span(tokens[first].start, tokens[last - 1].end) for first, last in ranges),
        names=tuple(text for text, _ in sorted(cluster.names.items(), key=lambda item: (-item[1], item[0]))),
        titles=tuple(text for text, _ in Counter(title.text for title in cluster.titles).most_common()),
        detail=tuple(dict.fromkeys(why)),
    )


def _best_body_name(cluster: Cluster) -> str:
    return min(cluster.names, key=lambda name: (-len(name.split()), -cluster.names[name], name))
