"""Where rules match: disjoint matches of a sentence, in text order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model import Annotated, Sentence, Span
from rashomon.times.grammar import DIGIT_CLASS, Grammar, Rule, Value

MEASURE = "npadvmod"
# Dependencies of words that belong to the noun after the expression ("a third-quarter loss") or before it.
DETERMINERS = ("det", "poss", "prep", "case", "predet")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched at `span`, with the values of its groups."""

    span: Span
    rule: Rule
    groups: dict[str, Value]


def find_matches(annotated: Annotated, sentence: Sentence, grammar: Grammar) -> list[Match]:
    """The matches of one sentence: the longest first, then the first rule; none overlaps another.

    A rule of type NONE takes part in this, so that it keeps shorter matches off, and is dropped afterwards.
    """
    classes = _classes(annotated, sentence, grammar)
    if not classes:
        return []
    found = [
        candidate
        for rule in grammar.rules
        if any(name in classes for name in rule.needs)
        for candidate in _candidates(annotated, sentence, rule)
    ]
    found.sort(key=lambda match: (-len(match.span), match.rule.order, match.span.start))
    kept: list[Match] = []
    for match in found:
        if not any(match.span.overlaps(other.span) for other in kept):
            kept.append(match)
    return sorted((match for match in kept if match.rule.type != "NONE"), key=lambda match: match.span)


def _classes(annotated: Annotated, sentence: Sentence, grammar: Grammar) -> set[str]:
    found: set[str] = set()
    triggers = grammar.triggers
    for token in annotated.sentence_tokens(sentence):
        names = triggers.get(token.lower)
        if names is not None:
            found |= names
        if any(character.isdigit() for character in token.lower):
            found.add(DIGIT_CLASS)
    return found


def _candidates(annotated: Annotated, sentence: Sentence, rule: Rule) -> Iterator[Match]:
    text = annotated.text
    for match in rule.regex.finditer(text, sentence.span.start, sentence.span.end):
        if match.start() == match.end():
            continue
        present = {name: span for name in rule.parsers if (span := match.span(name)) != (-1, -1)}
        if any(name in present and not text[present[name][0]].isupper() for name in rule.capital):
            continue
        if not _has_pos(annotated, rule.pos.items(), present):
            continue
        if not _hangs_from(annotated, rule.after, present, match.start()):
            continue
        groups = {name: rule.parsers[name](text[start:end]) for name, (start, end) in present.items()}
        yield Match(_without_determiner(annotated, Span(*match.span())), rule, groups)


def _without_determiner(annotated: Annotated, span: Span) -> Span:
    """`span` without a first word that belongs to a word outside of it ("[a] third-quarter loss")."""
    tokens = annotated.tokens_in(span)
    if len(tokens) > 1 and tokens[0].dep in DETERMINERS and tokens[0].start == span.start:
        head = annotated.tokens[tokens[0].head]
        if tokens[0].dep == "poss" or head.start >= span.end or head.end <= span.start:
            return Span(tokens[1].start, span.end)
    return span


def _has_pos(
    annotated: Annotated, wanted: Iterable[tuple[str, tuple[str, ...]]], present: dict[str, tuple[int, int]]
) -> bool:
    for name, parts in wanted:
        if name in present:
            tokens = annotated.tokens_in(Span(*present[name]))
            if tokens and tokens[0].pos not in parts:
                return False
    return True


def _hangs_from(
    annotated: Annotated, wanted: dict[str, tuple[str, ...]], present: dict[str, tuple[int, int]], start: int
) -> bool:
    """Whether the groups in `wanted` are measures ("$2 a year") of a word before them of these parts of speech."""
    for name, parts in wanted.items():
        tokens = annotated.tokens_in(Span(*present[name])) if name in present else ()
        if tokens:
            head = annotated.tokens[tokens[-1].head]
            if tokens[-1].dep != MEASURE or head.start >= start or head.pos not in parts:
                return False
    return True
