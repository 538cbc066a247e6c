"""From an annotated report and its places to its actors. The steps stand in their order."""

from collections import Counter

from rashomon.actors.acronym import Acronym, find_acronyms
from rashomon.actors.cluster import STANDS, Cluster, cluster_organisations, cluster_persons, plain
from rashomon.actors.group import GroupMention, find_groups
from rashomon.actors.lexicon import load_groups, load_titles
from rashomon.actors.name import NameMention, find_names
from rashomon.actors.quotation import quoted_tokens
from rashomon.actors.reference import Resolved, resolve
from rashomon.actors.sorting import sort_names
from rashomon.actors.spelling import fold
from rashomon.model import Actor, ActorKind, Annotated, Place, Span, Token

SPEAKING_PLACE = frozenset({"country", "city", "region"})


def extract_actors(annotated: Annotated, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """Every person, organisation and group of the report with all mentions: names, short forms, titles, pronouns.

    In order of first mention. A title or pronoun that does not clearly point to one actor is left out.
    """
    titles, groups = load_titles(), load_groups()
    placed = _token_places(annotated, places)
    acronyms = find_acronyms(annotated)
    names = find_names(annotated, placed, titles)
    names = sort_names(annotated, names, acronyms, placed, titles, groups)
    persons = cluster_persons([name for name in names if name.kind == "person"])
    organisations = cluster_organisations(
        [name for name in names if name.kind == "organisation"], _long_forms(names, acronyms)
    )
    taken = frozenset(i for name in names for i in range(name.start, name.last))
    described = taken | {i for name in names for title in name.titles for i in range(title.first, title.last)}
    owners = {i: n for n, name in enumerate(names) for i in range(name.first, name.last)}
    bodies = _groups(find_groups(annotated, described, owners, placed, groups), organisations)
    clusters = persons + organisations + _governments(annotated, places) + bodies
    quoted = quoted_tokens(annotated)
    busy = taken | {i for cluster in clusters for first, last in cluster.mentions for i in range(first, last)}
    resolved = resolve(annotated, clusters, quoted, frozenset(busy), placed, titles, groups)
    actors = [_actor(annotated, n, cluster, resolved) for n, cluster in enumerate(clusters)]
    return tuple(sorted(actors, key=lambda actor: (actor.mentions[0], actor.name)))


def _token_places(annotated: Annotated, places: tuple[Place, ...]) -> dict[int, Place]:
    """The place of each token that is part of one, without acronyms that are the code of some country too ("IOM")."""
    return {
        token.i: place
        for place in places
        if not _is_acronym(place.span.of(annotated.text), place)
        for token in annotated.tokens_in(place.span)
    }


def _is_acronym(text: str, place: Place) -> bool:
    capitals = 2 < len(text) < 5 and text.isupper() and text.isalpha()
    return capitals and plain(text) == fold(text) != fold(place.name)


def _governments(annotated: Annotated, places: tuple[Place, ...]) -> list[Cluster]:
    """Places that act or speak as governments ("Kazakhstan said")."""
    found: dict[str, Cluster] = {}
    for place in places:
        if place.literal or place.kind not in SPEAKING_PLACE:
            continue
        tokens = annotated.tokens_in(place.span)
        text = place.span.of(annotated.text)
        if _is_acronym(text, place):
            continue
        if tokens and tokens[-1].tag == "NNP" and tokens[-1].ent != "NORP" and _acts(annotated, tokens[-1]):
            cluster = found.setdefault(place.name, Cluster("organisation", why=[f"{place.name} {STANDS}"]))
            cluster.names[text] += 1
            cluster.mentions.append((tokens[0].i, tokens[-1].i + 1))
    return list(found.values())


def _acts(annotated: Annotated, token: Token) -> bool:
    """True for the subject of a verb that only a body can be the subject of: saying, blaming, sending troops."""
    while token.dep == "conj" and token.head != token.i:
        token = annotated.tokens[token.head]
    titles = load_titles()
    verb = annotated.tokens[token.head].lemma
    return token.dep == "nsubj" and (verb in titles.speaks or verb in titles.acts)


def _long_forms(names: list[NameMention], acronyms: list[Acronym]) -> dict[str, str]:
    """Folded acronym → folded long form, as explained in the report."""
    at = {name.last: name.text for name in names} | {name.first: name.text for name in names}
    return {plain(at[a.at]): plain(at[a.last]) for a in acronyms if a.proper and a.at in at and a.last in at}


def _groups(mentions: list[GroupMention], organisations: list[Cluster]) -> list[Cluster]:
    """Groups of the same words together. A bare "the government" goes to the last longer one of its kind, "the
    committee" to the last organisation whose name ends so."""
    found: dict[str, Cluster] = {}
    latest: dict[str, Cluster] = {}
    called = load_groups().called
    named_so = {plain(name): cluster for cluster in organisations for name in cluster.names}
    named = sorted((first, n) for n, cluster in enumerate(organisations) for first, _ in cluster.mentions)
    waiting = iter(named)
    ahead = next(waiting, None)
    for mention in mentions:
        while ahead is not None and ahead[0] < mention.first:
            cluster = organisations[ahead[1]]
            for name in cluster.names:
                if len(name.split()) > 1:
                    latest[name.split()[-1].lower()] = cluster
            ahead = next(waiting, None)
        if mention.bare and mention.definite and mention.kind == "organisation" and mention.head in latest:
            latest[mention.head].mentions.append((mention.first, mention.last))
            continue
        single = mention.kind == "group" and not mention.plural
        home = named_so.get(plain(mention.text)) if mention.kind == "organisation" else None
        if home is not None:
            home.names[mention.text] += 1
            home.mentions.append((mention.first, mention.last))
            continue
        meant = named_so.get(called.get(plain(mention.text), ""))
        if meant is not None and mention.definite and meant.mentions[0] < (mention.first, mention.last):
            meant.mentions.append((mention.first, mention.last))
            continue
        key = mention.key if mention.plural or mention.kind == "organisation" else f"one {mention.key}"
        cluster = found.setdefault(key, Cluster(mention.kind, key=mention.key, single=single))
        cluster.names[mention.text] += 1
        cluster.mentions.append((mention.first, mention.last))
        if not mention.bare and (mention.owned or mention.head not in load_groups().ruling):
            latest[mention.head] = cluster
    return _without_bare(list(found.values()), organisations)


def _without_bare(found: list[Cluster], organisations: list[Cluster]) -> list[Cluster]:
    """A bare body that no article points back from ("Ministry corrects figures") joins the only longer one of its
    kind in the report."""
    kept, ruling = [], load_groups().ruling
    for cluster in found:
        longer = [
            other
            for other in [*found, *organisations]
            if other is not cluster
            and any(
                name.lower().endswith(f" {cluster.key}") and not (cluster.key in ruling and name.islower())
                for name in other.names
            )
        ]
        if cluster.kind == "organisation" and " " not in cluster.key and len(longer) == 1:
            longer[0].mentions.extend(cluster.mentions)
        else:
            kept.append(cluster)
    return kept


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
