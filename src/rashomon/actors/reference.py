"""Descriptions and pronouns: "the Belarusian leader", "the president", "he", put to the actor they stand for.

Salience as in centring theory (Grosz, Joshi and Weinstein 1995) and the RAP algorithm (Lappin and Leass 1994), cut down
to what holds for news: the nearest compatible actor, speakers and subjects before others, nothing that stands only
inside a quotation. What does not clearly point to one actor stays out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.actors.cluster import Cluster
from rashomon.actors.lexicon import Groups, Titles
from rashomon.actors.title import Title, can_be_called, find_role, make_title, right_edge
from rashomon.model import Annotated, Place, Token

SPEAKS = frozenset(
    {
        "say",
        "tell",
        "add",
        "state",
        "claim",
        "stress",
        "note",
        "explain",
        "announce",
        "warn",
        "insist",
        "argue",
        "write",
        "conclude",
        "point",
        "recall",
        "report",
        "declare",
        "accuse",
        "blame",
        "deny",
        "confirm",
        "admit",
        "emphasise",
        "emphasize",
        "suggest",
        "ask",
        "believe",
        "think",
        "call",
        "describe",
        "urge",
        "respond",
        "reply",
        "continue",
        "acknowledge",
        "allege",
        "predict",
        "share",
        "mention",
        "hope",
        "vow",
        "pledge",
        "demand",
        "express",
    }
)
# Points of a mention as antecedent, and what each sentence of distance takes away.
SPEAKER, SUBJECT, OBJECT, FALL = 3.0, 2.0, 0.5, 0.8
FAR_FOR_TITLE, FAR_FOR_PRONOUN = 12, 2
MALE, FEMALE = frozenset({"he", "him"}), frozenset({"she", "her"})


@dataclass
class Trace:
    """One mention in the order of reading: whose, where, and how prominent."""

    cluster: int
    token: int
    sentence: int
    points: float
    quoted: bool


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
    """Every description and pronoun that clearly stands for one of `clusters`, in text order."""
    at = {first: (n, last) for n, cluster in enumerate(clusters) for first, last in cluster.mentions}
    traces: list[Trace] = []
    found: list[Resolved] = []
    for token in annotated.tokens:
        if token.i in at:
            n, last = at[token.i]
            traces.append(_trace(annotated, n, last - 1, quoted))
        elif token.i in quoted or token.i in taken:
            continue
        elif token.lower in titles.words and token.pos in ("NOUN", "PROPN"):
            resolved = _description(annotated, token, clusters, traces, places, titles, taken)
            _keep(resolved, annotated, found, traces, quoted)
        elif token.pos == "PRON":
            resolved = _pronoun(annotated, token, clusters, traces)
            _keep(resolved, annotated, found, traces, quoted)
        elif token.lower in groups.institutions and token.pos in ("NOUN", "PROPN"):
            resolved = _body(annotated, token, clusters, traces)
            _keep(resolved, annotated, found, traces, quoted)
    return found


def _keep(
    resolved: Resolved | None, annotated: Annotated, found: list[Resolved], traces: list[Trace], quoted: frozenset[int]
) -> None:
    if resolved is not None:
        found.append(resolved)
        traces.append(_trace(annotated, resolved.cluster, resolved.last - 1, quoted))


def _trace(annotated: Annotated, cluster: int, i: int, quoted: frozenset[int]) -> Trace:
    token = annotated.tokens[i]
    return Trace(cluster, i, token.sentence, prominence(annotated, token), i in quoted)


def prominence(annotated: Annotated, token: Token) -> float:
    """Points by grammatical role: whoever speaks, then subjects, then the rest."""
    head = annotated.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        return SPEAKER if head.lemma in SPEAKS else SUBJECT
    if token.dep == "pobj" and head.lower == "to" and head.i > 0 and annotated.tokens[head.i - 1].lower == "according":
        return SPEAKER
    return SUBJECT if token.dep == "ROOT" else OBJECT


def _description(
    annotated: Annotated,
    token: Token,
    clusters: list[Cluster],
    traces: list[Trace],
    places: dict[int, Place],
    titles: Titles,
    taken: frozenset[int],
) -> Resolved | None:
    tokens = annotated.tokens
    sentence = annotated.sentences[token.sentence]
    following = tokens[token.i + 1] if token.i + 1 < sentence.last else None
    if token.tag in ("NNS", "NNPS") or token.dep in ("compound", "nmod"):
        return None
    if following is not None and following.i in taken:
        return None
    found_role = find_role(tokens, token.i + 1, sentence.first, titles)
    if found_role is None:
        return None
    first, role = found_role
    if role == "head" and [t.lower for t in tokens[token.i + 1 : token.i + 3]] == ["of", "state"]:
        role = "head of state"
    start = first
    while (
        start > sentence.first
        and (tokens[start - 1].pos in ("ADJ", "NOUN", "PROPN") or tokens[start - 1].text in ("'s", "’s", "-"))
        and start - 1 not in taken - set(places)
    ):
        start -= 1
    determined = start > sentence.first and tokens[start - 1].lower in ("the", "this", "that")
    last = right_edge(annotated, token.i + 1, sentence.last)
    title = make_title(annotated, start, last, first, role, places, titles)
    if role == "head of state":
        title = replace(title, role=role, words=title.words - {"state"})
    if not determined and not title.countries:
        return None
    best = _fitting(title, clusters, traces, token.sentence, determined)
    if best is None:
        return None
    return Resolved(
        start - 1 if determined else start, last, best, f"{title.text!r} fits what the report calls {{name}}"
    )


def _fitting(title: Title, clusters: list[Cluster], traces: list[Trace], sentence: int, determined: bool) -> int | None:
    options = {
        n: points
        for n, cluster in enumerate(clusters)
        if cluster.kind == "person" and (points := _fit(title, cluster)) is not None
    }
    if not options:
        return None
    salience = _salience(traces, sentence, options)
    if len(options) == 1:
        (only,) = options
        named_country = bool(title.countries & clusters[only].countries)
        return only if only in salience or named_country else None
    near = {n: salience[n] + options[n] for n in salience if n in options}
    if not near:
        return None
    order = sorted(near, key=lambda n: (-near[n], n))
    if len(order) > 1 and near[order[0]] - near[order[1]] < 0.3:
        return None
    return order[0]


def _fit(title: Title, cluster: Cluster) -> float | None:
    """Points for a description that fits one of the actor's titles, None if none does."""
    best: float | None = None
    for own in cluster.titles:
        if not can_be_called(own, title.role) or (("former" in own.text) and "former" not in title.text):
            continue
        if title.countries and cluster.countries and not title.countries & cluster.countries:
            continue
        rest = title.words | (title.areas if not title.countries else frozenset())
        if rest - own.words - own.areas:
            continue
        points = (1.0 if own.role == title.role else 0.0) + len(rest)
        points += 2.0 if title.countries & cluster.countries else 0.0
        if title.countries and not cluster.countries:
            points -= 1.0
        best = points if best is None else max(best, points)
    return best


def _salience(traces: list[Trace], sentence: int, options: Iterable[int], far: int = FAR_FOR_TITLE) -> dict[int, float]:
    """The best of each actor's unquoted mentions so far, each less for every sentence since."""
    found: dict[int, float] = {}
    wanted = set(options)
    for trace in reversed(traces):
        away = sentence - trace.sentence
        if away > far:
            break
        if not trace.quoted and trace.cluster in wanted:
            points = trace.points - FALL * away
            found[trace.cluster] = max(points, found.get(trace.cluster, points))
    return found


def _pronoun(annotated: Annotated, token: Token, clusters: list[Cluster], traces: list[Trace]) -> Resolved | None:
    head = annotated.tokens[token.head]
    subject = token.dep in ("nsubj", "nsubjpass")
    accords = token.dep == "pobj" and token.i > 1 and annotated.tokens[token.i - 2].lower == "according"
    if token.lower in MALE | FEMALE and (subject or accords):
        gender = "m" if token.lower in MALE else "f"
        options = [n for n, c in enumerate(clusters) if c.kind == "person" and (not c.genders or gender in c.genders)]
        bonus = {n: 0.5 for n in options if gender in clusters[n].genders}
    elif token.lower == "it" and subject and head.lemma in SPEAKS:
        options, bonus = [n for n, c in enumerate(clusters) if c.kind == "organisation"], {}
    elif token.lower == "they" and subject and head.lemma in SPEAKS:
        options, bonus = [n for n, c in enumerate(clusters) if c.kind == "group"], {}
    else:
        return None
    salience = _salience(traces, token.sentence, options, FAR_FOR_PRONOUN)
    floor = 0.0 if token.lower in MALE | FEMALE else SUBJECT - FALL
    points = {n: value + bonus.get(n, 0.0) for n, value in salience.items()}
    points = {n: value for n, value in points.items() if value > floor or value == floor > 0}
    order = sorted(points, key=lambda n: (-points[n], n))
    if not order or (len(order) > 1 and points[order[0]] - points[order[1]] < 0.3):
        return None
    return Resolved(token.i, token.i + 1, order[0], "")


def _body(annotated: Annotated, token: Token, clusters: list[Cluster], traces: list[Trace]) -> Resolved | None:
    """ "the committee": the last organisation named whose name ends in that word."""
    if (
        token.i == 0
        or annotated.tokens[token.i - 1].lower not in ("the", "this", "that")
        or token.dep in ("compound", "nmod")
    ):
        return None
    for trace in reversed(traces):
        cluster = clusters[trace.cluster]
        if cluster.kind == "organisation" and any(
            name.lower().split()[-1] == token.lower and len(name.split()) > 1 for name in cluster.names
        ):
            return Resolved(token.i - 1, token.i + 1, trace.cluster, "")
    return None
