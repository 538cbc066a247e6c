"""Which time expression dates what is said at a passage.

Every stage that dates something does it through the one function made here. In order of preference:

1. an expression inside the passage, or in the noun phrase around it ("Thursday clashes in Oral");
2. one that hangs from the verb that governs the passage ("18 officers were killed on January 5");
3. one that hangs from a verb in line with it: joined by "and", or a participle or infinitive under it;
4. the only one of the sentence, if it does not date another statement.

An expression on a verb of saying dates the saying: what is said in its content clause is not dated by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Annotated, DateOf, Span, TimeExpression, Token
from rashomon.times.reckoning import DATE_VALUE
from rashomon.times.tense import VERBAL, governing_verb, head_token

# Clauses that share the time of the verb they hang from.
SAME_TIME = ("conj", "xcomp", "advcl", "acl", "prep", "pcomp", "auxpass", "aux", "dep", "appos")
# Clauses that are said or thought: the time of the verb above is not theirs.
CONTENT = ("ccomp", "parataxis", "csubj")
RELATIVE = ("relcl",)
RELATIVE_ADVERB = "WRB"
UNDERSPECIFIED = "XXXX-"


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar expression with the token it hangs by and the verb that governs it (None in a fragment)."""

    expression: TimeExpression
    head: Token
    verb: Token | None


def make_date_of(annotated: Annotated, times: tuple[TimeExpression, ...]) -> DateOf:
    """A function from a span to the expression that dates what is said there, or None.

    Only expressions that name a point of the calendar take part: not durations, not sets, not "recently".
    """
    by_sentence: dict[int, list[Dated]] = {}
    for time in times:
        head = head_token(annotated, time.span) if _names_date(time) else None
        if head is not None:
            dated = Dated(time, head, _verb_above(annotated, head))
            by_sentence.setdefault(head.sentence, []).append(dated)

    def date_of(span: Span) -> TimeExpression | None:
        anchor = head_token(annotated, span)
        candidates = by_sentence.get(anchor.sentence, []) if anchor is not None else []
        if anchor is None or not candidates:
            return None
        return _choose(annotated, span, anchor, candidates)

    return date_of


def _names_date(time: TimeExpression) -> bool:
    if time.type not in ("DATE", "TIME") or time.value is None:
        return False
    return DATE_VALUE.match(time.value) is not None or time.value.startswith(UNDERSPECIFIED)


def _verb_above(annotated: Annotated, token: Token) -> Token | None:
    return governing_verb(annotated, token.head) if token.head != token.i else None


def _choose(annotated: Annotated, span: Span, anchor: Token, candidates: list[Dated]) -> TimeExpression | None:
    inside = [item for item in candidates if span.contains(item.expression.span)]
    if inside:
        return _nearest(inside, anchor)
    phrase = _noun_phrase(annotated, anchor)
    attached = [item for item in candidates if _hangs_in(annotated, item, phrase)]
    if attached:
        return _nearest(attached, anchor)
    verb = governing_verb(annotated, anchor.i)
    for clause in _clauses_in_line(annotated, verb):
        found = [item for item in candidates if item.verb is not None and item.verb.i == clause.i]
        if found:
            return _nearest(found, anchor)
    return _only_one(annotated, verb, candidates)


def _nearest(items: list[Dated], anchor: Token) -> TimeExpression:
    return min(items, key=lambda item: (abs(item.head.i - anchor.i), item.head.i)).expression


def _noun_phrase(annotated: Annotated, anchor: Token) -> set[int]:
    """The nouns from the anchor up to its verb: what a date may hang from ("the Thursday [raid] in [Oral]")."""
    found: set[int] = set()
    token = anchor
    while token.pos not in VERBAL:
        found.add(token.i)
        if token.head == token.i:
            break
        token = annotated.tokens[token.head]
    return found


def _hangs_in(annotated: Annotated, item: Dated, phrase: set[int]) -> bool:
    """Whether the expression hangs from a noun of `phrase` with nothing but prepositions between."""
    token = item.head
    while token.head != token.i:
        token = annotated.tokens[token.head]
        if token.i in phrase:
            return True
        if token.pos != "ADP":
            return False
    return False


def _clauses_in_line(annotated: Annotated, verb: Token | None) -> Iterator[Token]:
    """`verb`, the verbs joined to it, and upwards as long as the clause shares the time of the one above."""
    while verb is not None:
        yield verb
        yield from (annotated.tokens[j] for j in annotated.children[verb.i] if _goes_along(annotated.tokens[j]))
        if verb.dep not in SAME_TIME and not _is_adverbial_relative(annotated, verb):
            return
        verb = governing_verb(annotated, verb.head) if verb.head != verb.i else None


def _is_adverbial_relative(annotated: Annotated, verb: Token) -> bool:
    """ "in Oral, where police used tear gas": told as of the time of the clause above."""
    children = (annotated.tokens[j] for j in annotated.children[verb.i])
    return verb.dep in RELATIVE and any(child.tag == RELATIVE_ADVERB for child in children)


def _goes_along(token: Token) -> bool:
    return token.pos in VERBAL and token.dep in ("conj", "xcomp")


def _only_one(annotated: Annotated, verb: Token | None, candidates: list[Dated]) -> TimeExpression | None:
    """The one expression of the sentence, unless its verb has the passage as its content or stands in a clause of
    its own."""
    if len(candidates) != 1:
        return None
    item = candidates[0]
    if item.verb is None or verb is None:
        return item.expression
    below, above = _path(annotated, item.verb), _path(annotated, verb)
    shared = next((i for i in below if i in above), None)
    if shared is None:
        return None
    steps = [annotated.tokens[i].dep for path in (below, above) for i in path[: path.index(shared)]]
    if any(dep in CONTENT or dep in RELATIVE for dep in steps):
        return None
    return item.expression


def _path(annotated: Annotated, verb: Token) -> list[int]:
    return [verb.i, *(token.i for token in annotated.ancestors(verb.i))]
