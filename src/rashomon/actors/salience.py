"""Who is in mind at a point of the text: mentions so far, weighed by their part in the sentence and by distance.

Salience as in centring theory (Grosz, Joshi and Weinstein 1995) and the RAP algorithm (Lappin and Leass 1994), cut down
to what holds for news: the nearest actor, speakers and subjects before others, nothing that stands only inside a
quotation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.actors.cluster import Cluster
from rashomon.actors.lexicon import Titles, load_titles
from rashomon.model import Annotated, Place, Token

# Points of a mention as antecedent, and what each sentence of distance takes away.
SPEAKER, SUBJECT, OTHER, FALL = 3.0, 2.0, 0.5, 0.8
# Two actors nearer than this in points cannot be told apart.
CLEAR = 0.3


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention in the order of reading: whose, where, how prominent."""

    cluster: int
    sentence: int
    points: float
    quoted: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a resolver sees: the report, its actors, and the mentions read so far (`traces` grows with reading)."""

    annotated: Annotated
    clusters: list[Cluster]
    places: dict[int, Place]
    taken: frozenset[int]
    titles: Titles
    traces: list[Trace]


def trace(annotated: Annotated, cluster: int, i: int, quoted: frozenset[int]) -> Trace:
    """The trace that a mention whose last token is `i` leaves."""
    token = annotated.tokens[i]
    return Trace(cluster, token.sentence, prominence(annotated, token), i in quoted)


def prominence(annotated: Annotated, token: Token) -> float:
    """Points by grammatical role: whoever speaks, then subjects, then the rest. A name in apposition ("the leader, Ann
    Lee, said") has the role of what it stands beside."""
    while token.dep == "appos":
        token = annotated.tokens[token.head]
    head = annotated.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        return SPEAKER if head.lemma in load_titles().speaks else SUBJECT
    if token.dep == "pobj" and head.lower == "to" and head.i > 0 and annotated.tokens[head.i - 1].lower == "according":
        return SPEAKER
    return SUBJECT if token.dep == "ROOT" else OTHER


def salience(context: Context, sentence: int, options: Iterable[int], far: int) -> dict[int, float]:
    """The best of each actor's unquoted mentions in the last `far` sentences, each less for every sentence since."""
    found: dict[int, float] = {}
    wanted = set(options)
    for mention in reversed(context.traces):
        away = sentence - mention.sentence
        if away > far:
            break
        if not mention.quoted and mention.cluster in wanted:
            points = mention.points - FALL * away
            found[mention.cluster] = max(points, found.get(mention.cluster, points))
    return found


def clear_best(points: Mapping[int, float]) -> int | None:
    """The actor that leads the others clearly, None if there is none."""
    order = sorted(points, key=lambda n: (-points[n], n))
    if not order or (len(order) > 1 and points[order[0]] - points[order[1]] < CLEAR):
        return None
    return order[0]
