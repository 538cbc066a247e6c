"""The clause around a trigger, for display."""

from rashomon.model import Annotated, Span, Token

# Parts of a sentence that say something else than the clause they hang from.
LEFT_OUT = ("parataxis", "ccomp", "relcl", "mark")
VERBS = ("VERB", "AUX")
ADVERBIAL_LIMIT = 12


def find_phrase(annotated: Annotated, trigger: Token, verb: Token) -> Span:
    """The passage of the clause of `verb` around `trigger`: its words without what is joined to it or said of it.

    A participle or relative clause takes its noun along ("18 officers killed in Oral").
    """
    kept = _clause(annotated, verb)
    if verb.dep in ("acl", "relcl") and verb.head != verb.i:
        kept |= _noun_phrase(annotated, annotated.tokens[verb.head], without=verb.i)
    kept.add(trigger.i)
    first = last = trigger.i
    while _goes_on(annotated, first - 1, kept, trigger.sentence, -1):
        first -= 1
    while _goes_on(annotated, last + 1, kept, trigger.sentence, 1):
        last += 1
    while first < trigger.i and annotated.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    while last > trigger.i and annotated.tokens[last].pos in ("PUNCT", "CCONJ", "SPACE"):
        last -= 1
    return Span(annotated.tokens[first].start, annotated.tokens[last].end)


def _clause(annotated: Annotated, verb: Token) -> set[int]:
    kept, stack = {verb.i}, list(annotated.children[verb.i])
    while stack:
        token = annotated.tokens[stack.pop()]
        if _says_something_else(annotated, token, verb):
            continue
        kept.add(token.i)
        stack.extend(annotated.children[token.i])
    return kept


def _says_something_else(annotated: Annotated, token: Token, verb: Token) -> bool:
    if token.dep in LEFT_OUT:
        return True
    if token.dep in ("conj", "cc") and annotated.tokens[token.head].pos in VERBS:
        return True
    if token.dep == "advcl" and token.head == verb.i:
        span = annotated.subtree_span(token.i)
        return len(annotated.tokens_in(span)) > ADVERBIAL_LIMIT
    return False


def _noun_phrase(annotated: Annotated, noun: Token, without: int) -> set[int]:
    kept, stack = {noun.i}, [j for j in annotated.children[noun.i] if j < noun.i]
    while stack:
        j = stack.pop()
        if j != without:
            kept.add(j)
            stack.extend(annotated.children[j])
    return kept


def _goes_on(annotated: Annotated, i: int, kept: set[int], sentence: int, step: int) -> bool:
    """Whether token `i` belongs to the phrase: kept, or a mark with a kept word right behind it."""
    if not 0 <= i < len(annotated.tokens) or annotated.tokens[i].sentence != sentence:
        return False
    if i in kept:
        return True
    return annotated.tokens[i].pos == "PUNCT" and i + step in kept
