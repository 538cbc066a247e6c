"""Whether a written number is a quantity at all: years, labels, ages in apposition and the like are not."""

import re
from functools import cache

from rashomon.figures.counted import OTHER, Counted, picks_one
from rashomon.figures.numbers import NumberExpression
from rashomon.model import Annotated, Sentence
from rashomon.resources import load_resource


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_resource("counted_people")[name])


YEARS = (1500, 2200)
OLDEST = 120
SPEAKING = ("say", "tell", "add", "ask", "write", "note", "warn", "report", "describe", "complain", "recall", "explain")
NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'’-]*|himself|herself|son|daughter|Jr\.|Sr\.)\"?[”\"]?,\s*\Z")
AFTER_AGE = re.compile(r"\s*(?:[,.;:)\]–—]|of\b|and\b|was\b|were\b|is\b|from\b|died\b|who\b|had\b|has\b|\Z)")


def is_quantity(annotated: Annotated, sentence: Sentence, number: NumberExpression, counted: Counted) -> bool:
    """False for a number without unit that names or dates something instead of counting it."""
    if number.unit is not None:
        return True
    written = number.core.of(annotated.text)
    if number.value is not None and _is_year(annotated, sentence, number, counted, written):
        return False
    if counted.predicate is not None and counted.noun is not None:
        return True
    if _is_label(annotated, sentence, number, counted):
        return False
    if counted.noun is None or counted.noun < counted.mention:
        return not _is_bare(annotated, sentence, number, counted)
    return True


def is_idle(annotated: Annotated, number: NumberExpression, counted: Counted) -> bool:
    """True for a number that counts nothing: "one diplomat said", "both rebels and soldiers", "many rebels", "the
    15-member council"."""
    if number.unit is not None or counted.predicate is not None or counted.noun is None:
        return False
    noun = annotated.tokens[counted.noun]
    if number.lexical and number.vague in ("many", "both"):
        return True
    if number.value == 1 and number.spelled and not picks_one(annotated, number):
        return noun.dep == "nsubj" and annotated.tokens[noun.head].lemma in SPEAKING
    last = annotated.tokens_in(number.core)[-1]
    hyphened = annotated.text[last.end : last.end + 1] in ("-", "‑") and last.end + 1 == noun.start
    return counted.quantity == OTHER and hyphened and noun.lemma.lower() in _words("attributes")


def is_passing(annotated: Annotated, number: NumberExpression, noun: int) -> bool:
    """True for a number that is given in passing, on which no two reports can differ: "one of the reasons", "two
    sides", "one official". It is kept, without a unit to ask for."""
    if picks_one(annotated, number):
        return True
    return number.spelled and annotated.tokens[noun].lemma.lower() in _words("idle")


def _is_year(
    annotated: Annotated, sentence: Sentence, number: NumberExpression, counted: Counted, written: str
) -> bool:
    if not (written.isdigit() and len(written) == 4 and number.value is not None):
        return False
    if not YEARS[0] <= number.value <= YEARS[1]:
        return False
    if counted.noun is None:
        return True
    noun = annotated.tokens[counted.noun]
    members = annotated.tokens_in(number.core)
    return noun.tag != "NNS" or noun.i - members[-1].i > 2 or (members[-1].ent == "DATE" and counted.quantity == OTHER)


def _is_label(annotated: Annotated, sentence: Sentence, number: NumberExpression, counted: Counted) -> bool:
    """ "Khabar 24", "the S&P 500 rose", "Kick Six": a number that belongs to the name before it."""
    members = annotated.tokens_in(number.core)
    first = members[0].i
    if first <= sentence.first or number.vague is not None:
        return False
    before = annotated.tokens[first - 1]
    if annotated.text[before.end : members[0].start].strip(" ") or before.end == members[0].start:
        return before.text in ("&", "/") and annotated.tokens[first].text[:1].isdigit()
    if number.spelled and not (members[0].text[0].isupper() and before.text[0].isupper()):
        return False
    named = before.pos == "PROPN" or (before.text[0].isupper() and before.i > sentence.first and before.pos == "NOUN")
    if not named or before.ent in ("DATE", "TIME", "GPE"):
        return False
    noun = None if counted.noun is None else annotated.tokens[counted.noun]
    return noun is None or noun.i < first or noun.tag != "NNS" or (noun.pos == "PROPN" and before.ent == noun.ent)


def _is_bare(annotated: Annotated, sentence: Sentence, number: NumberExpression, counted: Counted) -> bool:
    text = annotated.text
    before, after = text[sentence.span.start : number.span.start], text[number.span.end : sentence.span.end]
    if not number.spelled and number.value is not None and 0 < number.value <= OLDEST:
        if NAME_BEFORE.search(before) and AFTER_AGE.match(after):
            return True
        if before.endswith("(") and after.startswith(")"):
            return True
        if not before.strip() and (not after.strip() or after[:1] in ".):"):
            return True
    if number.spelled and number.value == 1 and counted.predicate is None:
        return not re.match(r"\s+of\b", after)
    return False
