"""Descriptions, pronouns and short forms of bodies, put to the actor they stand for. What does not clearly point to one
stays out."""

from collections import defaultdict
from dataclasses import dataclass

from rashomon.actors.cluster import Cluster
from rashomon.actors.description import DETERMINERS, find_described
from rashomon.actors.lexicon import Groups, Titles
from rashomon.actors.salience import FALL, SUBJECT, Context, clear_best, salience, trace
from rashomon.model import Annotated, Place, Token

FAR = 2
MALE, FEMALE = frozenset({"he", "him"}), frozenset({"she", "her"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """Tokens `[first, last)` that stand for `cluster`."""

    first: int
    last: int
    cluster: int
    why: str


def resolve(
    annotated: Annotated,
    clusters: list[Cluster],
    quoted: frozenset[int],
    taken: frozenset[int],
    places: dict[int, Place],
    titles: Titles,
    groups: Groups,
) -> list[Resolved]:
    """Every description and pronoun that clearly stands for one of `clusters`, in text order; none in quotations."""
    at: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for first, last in cluster.mentions:
            at[first].append((n, last))
    context = Context(annotated, clusters, places, taken, titles, [])
    found: list[Resolved] = []
    for token in annotated.tokens:
        if token.i in at:
            context.traces.extend(trace(annotated, n, last - 1, quoted) for n, last in at[token.i])
        elif token.i not in quoted and token.i not in taken:
            resolved = _resolve_one(context, token, groups)
            if resolved is not None:
                found.append(resolved)
                context.traces.append(trace(annotated, resolved.cluster, resolved.last - 1, quoted))
    return found


def _resolve_one(context: Context, token: Token, groups: Groups) -> Resolved | None:
    if token.pos == "PRON":
        return _pronoun(context, token)
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if token.lower in context.titles.words:
        described = find_described(context, token)
        return None if described is None else Resolved(*described)
    return _body(context, token, groups) if token.lower in groups.institutions else None


def _pronoun(context: Context, token: Token) -> Resolved | None:
    """ "he" and "she" for persons as subjects or after "according to"; "it" and "they" for bodies and groups, only as
    subjects of a verb of saying and right after them."""
    tokens = context.annotated.tokens
    subject = token.dep in ("nsubj", "nsubjpass")
    accords = token.dep == "pobj" and token.i > 1 and tokens[token.i - 2].lower == "according"
    if token.lower in MALE | FEMALE and (subject or accords):
        points = _persons(context, token, "m" if token.lower in MALE else "f")
    elif token.lower in ("it", "they") and subject and tokens[token.head].lemma in context.titles.speaks:
        kind = "organisation" if token.lower == "it" else "group"
        options = [n for n, cluster in enumerate(context.clusters) if cluster.kind == kind and not cluster.single]
        points = salience(context, token.sentence, options, FAR)
        points = {n: value for n, value in points.items() if value >= SUBJECT - FALL}
    else:
        return None
    best = clear_best(points)
    return None if best is None else Resolved(token.i, token.i + 1, best, "")


def _persons(context: Context, token: Token, gender: str) -> dict[int, float]:
    options = [
        n
        for n, cluster in enumerate(context.clusters)
        if cluster.single or (cluster.kind == "person" and (not cluster.genders or gender in cluster.genders))
    ]
    points = {
        n: value + (0.5 if gender in context.clusters[n].genders else 0.0)
        for n, value in salience(context, token.sentence, options, FAR).items()
    }
    return {n: value for n, value in points.items() if value > 0}


def _body(context: Context, token: Token, groups: Groups) -> Resolved | None:
    """ "the committee": the last organisation named whose name ends in that word."""
    before = context.annotated.tokens[token.i - 1].lower if token.i > 0 else ""
    if before not in DETERMINERS or token.dep in ("compound", "nmod") or token.lower in groups.ruling:
        return None
    for mention in reversed(context.traces):
        cluster = context.clusters[mention.cluster]
        if cluster.kind == "organisation" and any(
            name.lower().split()[-1] == token.lower and len(name.split()) > 1 for name in cluster.names
        ):
            return Resolved(token.i - 1, token.i + 1, mention.cluster, "")
    return None
