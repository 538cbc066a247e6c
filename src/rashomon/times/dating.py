"""Which time expression dates what is said at a passage.

Every stage that dates something does it through the one function made here. In order of preference:

1. an expression inside the passage, or in the noun phrase around it ("Thursday clashes in Oral");
2. one that hangs from the verb that governs the passage ("18 officers were killed on January 5");
3. one that hangs from a verb in line with it: joined by "and", or a participle or infinitive under it;
4. the only one of the sentence, if its verb stands in line with that of the passage;
5. the date of the entry of a chronology ("April 10: …"), which dates what the whole sentence tells.

An expression on a verb of saying dates the saying: what is said in its content clause is not dated by it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Annotated, DateOf, Span, TimeExpression, Token
from rashomon.resources import load_resource
from rashomon.times.entries import find_lead
from rashomon.times.reckoning import DATE_VALUE
from rashomon.times.tense import LANGUAGE_FILE, VERBAL, governing_verb, head_token, is_perfect

# Clauses that share the time of the verb they hang from.
SAME_TIME = ("conj", "xcomp", "advcl", "prep", "pcomp", "auxpass", "aux", "dep")
# Clauses whose date the verb above may share, where it is the only one of the sentence.
LENDS_TIME = ("conj", "xcomp", "advcl")
MODIFIERS = ("nummod", "compound", "poss", "amod", "nmod")
RELATIVE = "relcl"
RELATIVE_ADVERB = "WRB"
UNDERSPECIFIED = "XXXX-"
CLOCK = re.compile(r"T\d")
JOINED = "+"


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
    not_dating = frozenset(load_resource(LANGUAGE_FILE)["not_dating"])
    by_sentence: dict[int, list[Dated]] = {}
    for time in times:
        head = head_token(annotated, time.span) if _names_date(time) else None
        if head is not None:
            dated = Dated(time, head, _verb_dated(annotated, time, head, not_dating))
            by_sentence.setdefault(head.sentence, []).append(dated)

    def date_of(span: Span) -> TimeExpression | None:
        anchor = head_token(annotated, span)
        candidates = by_sentence.get(anchor.sentence, []) if anchor is not None else []
        if anchor is None or not candidates:
            return None
        chosen = _choose(annotated, span, anchor, candidates, not_dating)
        return _entry(annotated, anchor, candidates) if chosen is None else chosen

    return date_of


def _entry(annotated: Annotated, anchor: Token, candidates: list[Dated]) -> TimeExpression | None:
    sentence = annotated.sentences[anchor.sentence]
    first = candidates[0].expression
    return first if find_lead(annotated.text, sentence, first.span) == "entry" else None


def _names_date(time: TimeExpression) -> bool:
    if time.type not in ("DATE", "TIME") or time.value is None:
        return False
    if CLOCK.search(time.value) is not None and JOINED not in (time.rule or ""):
        return False  # "from 3 p.m.": the day is not said
    return DATE_VALUE.match(time.value) is not None or time.value.startswith(UNDERSPECIFIED)


def _verb_dated(annotated: Annotated, time: TimeExpression, head: Token, not_dating: frozenset[str]) -> Token | None:
    """The verb that the expression dates: the one it hangs from, with no word like "since" between, and not by way of
    a noun that a bare year or month stands before ("the 2005 laureate")."""
    if head.dep in MODIFIERS and len(time.value or "") < len("2022-01-10"):
        return None
    token = head
    while token.head != token.i:
        token = annotated.tokens[token.head]
        if token.pos in VERBAL:
            return _speaking_before(annotated, time, token)
        if token.lower in not_dating:
            return None
    return None


def _speaking_before(annotated: Annotated, time: TimeExpression, verb: Token) -> Token:
    """The verb right before the expression if `verb` stands in its content: "said Tuesday 302 had been killed"."""
    first = annotated.tokens_in(time.span)[0].i
    before = annotated.tokens[first - 1] if first > 0 else verb
    if (
        before.pos in VERBAL
        and before.i != verb.i
        and any(above.i == before.i for above in annotated.ancestors(verb.i))
    ):
        return before
    return verb


def _choose(
    annotated: Annotated, span: Span, anchor: Token, candidates: list[Dated], not_dating: frozenset[str]
) -> TimeExpression | None:
    inside = [item for item in candidates if span.contains(item.expression.span)]
    if inside:
        return _nearest(inside, anchor)
    phrase = _noun_phrase(annotated, anchor)
    attached = [item for item in candidates if _hangs_in(annotated, item, phrase)]
    if attached:
        return _nearest(attached, anchor)
    if _stands_apart(annotated, anchor, not_dating):
        return None
    verb = governing_verb(annotated, anchor.i)
    for clause in _clauses_in_line(annotated, verb, not_dating):
        found = [item for item in candidates if item.verb is not None and item.verb.i == clause.i]
        if found:
            return _nearest(found, anchor)
    return _only_one(annotated, verb, candidates, not_dating)


def _stands_apart(annotated: Annotated, anchor: Token, not_dating: frozenset[str]) -> bool:
    """Whether a word like "after" stands between the passage and its verb ("phoned on Tuesday, after the riots")."""
    token = anchor
    while token.pos not in VERBAL and token.head != token.i:
        token = annotated.tokens[token.head]
        if token.lower in not_dating:
            return True
    return False


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


def _clauses_in_line(annotated: Annotated, verb: Token | None, not_dating: frozenset[str]) -> Iterator[Token]:
    """`verb`, its infinitives, and upwards as long as the clause shares the time of the one above.

    "Stormed the office on Wednesday and torched a station" dates both, "sacked the cabinet and met the rebels on
    Thursday" only the last.
    """
    while verb is not None:
        yield verb
        yield from (annotated.tokens[j] for j in annotated.children[verb.i] if _goes_along(annotated.tokens[j]))
        if _is_marked(annotated, verb.i, not_dating):
            return
        if verb.dep not in SAME_TIME and not _is_adverbial_relative(annotated, verb):
            return
        verb = governing_verb(annotated, verb.head) if verb.head != verb.i else None


def _is_adverbial_relative(annotated: Annotated, verb: Token) -> bool:
    """ "in Oral, where police used tear gas": told as of the time of the clause above."""
    children = (annotated.tokens[j] for j in annotated.children[verb.i])
    adverbial = verb.dep == RELATIVE and any(child.tag == RELATIVE_ADVERB for child in children)
    return adverbial and not is_perfect(annotated, verb)


def _is_marked(annotated: Annotated, i: int, not_dating: frozenset[str]) -> bool:
    """Whether a word like "after" opens the clause of verb `i`: its time is another than that of the verb above."""
    return any(annotated.tokens[j].lower in not_dating for j in annotated.children[i] if j < i)


def _goes_along(token: Token) -> bool:
    return token.pos in VERBAL and token.dep == "xcomp"


def _only_one(
    annotated: Annotated, verb: Token | None, candidates: list[Dated], not_dating: frozenset[str]
) -> TimeExpression | None:
    """The one expression of the sentence, if the clauses between its verb and the passage share their time."""
    if len(candidates) != 1:
        return None
    item = candidates[0]
    if item.verb is None or verb is None:
        return item.expression if item.verb is verb else None
    below, above = _path(annotated, item.verb), _path(annotated, verb)
    shared = next((i for i in below if i in above), None)
    if shared is None:
        return None
    lends = all(
        annotated.tokens[i].dep in LENDS_TIME and not _is_marked(annotated, i, not_dating)
        for i in below[: below.index(shared)]
    )
    takes = all(
        annotated.tokens[i].dep in SAME_TIME and not _is_marked(annotated, i, not_dating)
        for i in above[: above.index(shared)]
    )
    return item.expression if lends and takes else None


def _path(annotated: Annotated, verb: Token) -> list[int]:
    return [verb.i, *(token.i for token in annotated.ancestors(verb.i))]
