"""Descriptions: "the president", "the Belarusian leader", "the head of state", put to the actor whose title fits."""

from dataclasses import replace

from rashomon.actors.cluster import Cluster
from rashomon.actors.salience import Context, clear_best, salience
from rashomon.actors.title import Title, can_be_called, find_role, make_title, right_edge
from rashomon.model import Token

FAR, FAR_FOR_NAMELESS = 12, 6
DETERMINERS = frozenset({"the", "this", "that"})
# Words before a function that make another function of it.
OTHER_OFFICE = frozenset({"former", "deputy", "vice", "acting", "assistant", "ex"})


def find_described(context: Context, token: Token) -> tuple[int, int, int, str] | None:
    """The description whose function ends with `token`: its first and last token and the actor's index, and why.

    It needs "the" or a country. The function must be one that the actor's own titles allow, the country the same, and
    nothing may be said that the titles do not say. Of several actors the most salient; None if none leads clearly.
    """
    annotated = context.annotated
    sentence = annotated.sentences[token.sentence]
    floor, names_next = sentence.first, token.i + 1 < sentence.last and token.i + 1 in context.taken
    if token.tag in ("NNS", "NNPS") or names_next or _modifies_next(context, token):
        return None
    if token.i + 2 < sentence.last and annotated.tokens[token.i + 1].text == "-":
        return None  # "the rebel-held town"
    found = find_role(annotated.tokens, token.i + 1, floor, context.titles)
    if found is None:
        return None
    start = _left_edge(context, found[0], floor)
    determined = start > floor and annotated.tokens[start - 1].lower in DETERMINERS
    title = _title(context, token, start, found)
    first = start - 1 if determined else start
    if determined and (nameless := _nameless(context, token)) is not None:
        return first, token.i + 1, nameless, ""
    if (not determined and not title.countries) or _goes_on(context, title):
        return None
    best = _fitting(context, title, token.sentence)
    return None if best is None else (first, title.last, best, f"{title.text!r} fits what the report calls {{name}}")


def _modifies_next(context: Context, token: Token) -> bool:
    """True if the function only describes the next word ("president office"); headlines parse oddly, so it must be
    next."""
    following = token.i + 1
    if token.dep not in ("compound", "nmod") or following >= context.annotated.sentences[token.sentence].last:
        return False
    return context.annotated.tokens[following].pos in ("NOUN", "PROPN")


def _goes_on(context: Context, title: Title) -> bool:
    """True if "of" follows what was read: the description says more than could be taken in."""
    tokens = context.annotated.tokens
    return title.last < len(tokens) and tokens[title.last].lower == "of"


def _title(context: Context, token: Token, start: int, found: tuple[int, str]) -> Title:
    tokens = context.annotated.tokens
    first, role = found
    last = right_edge(context.annotated, token.i + 1, context.annotated.sentences[token.sentence].last)
    title = make_title(context.annotated, start, last, first, role, context.places, context.titles)
    if role == "head" and [t.lower for t in tokens[token.i + 1 : token.i + 3]] == ["of", "state"]:
        return replace(title, role="head of state", words=title.words - {"state"})
    return title


def _left_edge(context: Context, first: int, floor: int) -> int:
    tokens = context.annotated.tokens
    while (
        first > floor
        and tokens[first - 1].tag not in ("NNS", "NNPS")
        and (tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN") or tokens[first - 1].text in ("'s", "’s", "-"))
        and (first - 1 not in context.taken or first - 1 in context.places)
    ):
        first -= 1
    return first


def _nameless(context: Context, token: Token) -> int | None:
    """ "the official" after "a senior official": the nameless one named last by that word."""
    for mention in reversed(context.traces):
        if token.sentence - mention.sentence > FAR_FOR_NAMELESS:
            return None
        cluster = context.clusters[mention.cluster]
        if cluster.single and cluster.key.split()[-1] == token.lemma.lower():
            return mention.cluster
    return None


def _fitting(context: Context, title: Title, sentence: int) -> int | None:
    options = {
        n: points
        for n, cluster in enumerate(context.clusters)
        if cluster.kind == "person" and (points := _fit(context, title, cluster)) is not None
    }
    near = salience(context, sentence, options, FAR)
    if len(options) == 1:
        (only,) = options
        return only if only in near or title.countries & context.clusters[only].countries else None
    return clear_best({n: near[n] + options[n] for n in near})


def _fit(context: Context, title: Title, cluster: Cluster) -> float | None:
    """Points for a description that fits one of the actor's titles, None if none does."""
    best: float | None = None
    for own in cluster.titles:
        if title.role == "leader" and title.countries and own.role not in context.titles.rules:
            continue  # a country's leader is no commander there
        if not can_be_called(own, title.role) or (title.role in context.titles.generic and own.role != title.role):
            continue
        if _other_office(title) != _other_office(own):
            continue
        if title.countries and cluster.countries and not title.countries & cluster.countries:
            continue
        rest = title.words | (frozenset() if title.countries else title.areas)
        if rest - own.words - own.areas:
            continue
        points = (1.0 if own.role == title.role else 0.0) + len(rest)
        if title.countries:
            points += 2.0 if title.countries & cluster.countries else -1.0
        best = points if best is None else max(best, points)
    return best


def _other_office(title: Title) -> frozenset[str]:
    return OTHER_OFFICE & frozenset(title.text.replace("-", " ").split())
