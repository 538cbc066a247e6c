"""Nouns and adjectives as cues: "X's claim that …", "criticism of … by X", "X is confident that …"."""

from collections.abc import Iterator

from rashomon.attribution.content import right_clause, subtree_right
from rashomon.attribution.cue import verb_group
from rashomon.attribution.finding import Finding
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import find_subject, source_span
from rashomon.model import Span


def read_noun(p: Passages, i: int) -> Iterator[Finding]:
    """The attribution that noun `i` opens with "that", "to" or a preposition."""
    lemma = p.lexicon.lemma(p.annotated.tokens[i])
    if p.inside[i] >= 0:
        return
    content, last = _noun_content(p, i, lemma)
    if not content:
        return
    source, first = _noun_source(p, i)
    if source is None and lemma not in p.lexicon.noun_that:
        return
    if source is not None and any(piece.overlaps(source) for piece in content):
        return
    cue = p.span_of(first, last)
    yield Finding((source,) if source is not None else (), (cue,), content, "noun")


def _noun_content(p: Passages, i: int, lemma: str) -> tuple[tuple[Span, ...], int]:
    """What hangs from the noun, and the last token of the cue."""
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    for c in annotated.children[i]:
        if c < i:
            continue
        marks = {tokens[x].lower for x in annotated.children[c] if tokens[x].dep in ("mark", "aux")}
        if lemma in lexicon.noun_that and tokens[c].dep in ("acl", "ccomp", "relcl") and "that" in marks:
            return subtree_right(p, c, i), i
        if lemma in lexicon.noun_to and tokens[c].dep in ("acl", "xcomp") and "to" in marks:
            return subtree_right(p, c, i), i
        if tokens[c].dep == "prep" and tokens[c].lower in lexicon.noun_preposition.get(lemma, ()) and c == i + 1:
            below = annotated.child(c, "pobj", "pcomp")
            return (subtree_right(p, below, c), c) if below is not None else ((), i)
    return (), i


def _noun_source(p: Passages, i: int) -> tuple[Span | None, int]:
    """Whose the noun is, and the first token of the cue: the owner, the agent, or the subject of a light verb."""
    annotated = p.annotated
    tokens = annotated.tokens
    owner = annotated.child(i, "poss")
    if owner is not None:
        return source_span(annotated, owner, i), i
    for c in annotated.children[i]:
        if c > i and tokens[c].lower in ("by", "from", "among"):
            named = annotated.child(c, "pobj")
            if named is not None:
                return source_span(annotated, named, c), i
    verb = tokens[i].head
    if tokens[i].dep == "dobj" and p.lexicon.lemma(tokens[verb]) in p.lexicon.light and i - verb <= 4:
        subject = find_subject(annotated, verb)
        if subject is not None:
            return source_span(annotated, subject, verb), verb_group(annotated, verb)[0]
    return None, i


def read_adjective(p: Passages, i: int) -> Iterator[Finding]:
    """The attribution of "X is confident that …", "X was critical of …"."""
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    lemma, be = tokens[i].lower, tokens[i].head
    if tokens[i].dep != "acomp" or p.inside[i] >= 0:
        return
    content: tuple[Span, ...] = ()
    last = i
    if lemma in lexicon.adjective_that:
        content = right_clause(p, i, "ccomp")
    if not content and lemma in lexicon.adjective_to:
        content = right_clause(p, i, "xcomp")
    for c in annotated.children[i]:
        if not content and tokens[c].dep == "prep" and tokens[c].lower in lexicon.adjective_preposition.get(lemma, ()):
            below = annotated.child(c, "pobj", "pcomp")
            if below is not None and c > i:
                content, last = subtree_right(p, below, c), c
    subject = find_subject(annotated, be)
    if content and subject is not None and tokens[subject].lower not in ("it", "there"):
        source = source_span(annotated, subject, be)
        if not any(piece.contains(source) for piece in content):
            yield Finding((source,), (p.span_of(verb_group(annotated, be)[0], last),), content, "adjective")
