"""Mentions of single persons who are said to be killed, hurt or shot, with what tells them apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.figures.events import has_happened
from rashomon.figures.predicates import Predicate, subjects_of
from rashomon.figures.status import is_forecast
from rashomon.model import Annotated, Token
from rashomon.resources import load_resource

HARMS = ("killed", "injured", "shot")
NOT_PERSONS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "NORP", "DATE", "TIME", "CARDINAL", "MONEY")
PRONOUNS = ("he", "she", "him", "her", "his", "himself", "herself", "hers")
AGE = re.compile(r"(\d{1,3})[- ]year[s]?[- ]old|\b(\d{1,3})(?=[,)]|\s*\Z)")
NAMED_AGE = re.compile(r"([A-Z][\w’'-]+)(?: (?:Jr|Sr|I{2,3}|IV)\.?)?,? \(?(?:who is )?(\d{1,2})\b(?=[,.;)]| of | and )")
AGE_NAMED = re.compile(r"(\d{1,2})-year-old (?:[a-z]+ ){0,2}((?:[A-Z][\w.’'-]+ ?){1,4})")
DISTINCT = ("another", "second", "third", "other", "fourth", "different", "additional", "also")
INDEFINITE = ("a", "an", "one", "another", "some")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at `token`, said to be `harm`ed by `predicate`.

    name   surname, lower case; None for a description or pronoun; `first` the given name
    kind   name, pronoun, definite, indefinite
    """

    harm: str
    token: int
    predicate: int
    sentence: int
    kind: str
    name: str | None
    first: str | None
    sex: str | None
    age: int | None
    noun: str
    distinct: bool


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_resource("counted_people").items() if isinstance(words, list)}


@cache
def _person_nouns() -> frozenset[str]:
    words = _words()
    return words["sexes"] | words["roles"] | words["suspects"] | words["male"] | words["female"] | {
        "person", "individual", "victim", "someone", "somebody", "resident", "patient", "body", "citizen"
    }


@cache
def _cues() -> tuple[tuple[str, str, str, re.Pattern[str]], ...]:
    return tuple(
        (cue["id"], cue["quantity"], cue["about"], re.compile(cue["pattern"], re.I)) for cue in load_resource("persons")["cues"]
    )


@cache
def _cue_trigger() -> re.Pattern[str]:
    return re.compile(r"(?i)wound|injur|condition|hospital|medical|trauma|infirmary|clinic|emergency|struck|hit|graz|clipp|pierc|victim|surviv|recover|surgery|treated|expected to live")


def find_mentions(annotated: Annotated, predicates: Sequence[Predicate], counted: frozenset[int]) -> list[Mention]:
    """The mentions in text order; tokens of `counted` stand beside a written number and are left out."""
    ages = _named_ages(annotated.text)
    found: list[Mention] = []
    seen: set[tuple[int, str]] = set()
    for predicate in [*predicates, *_cue_predicates(annotated)]:
        if predicate.quantity not in HARMS or predicate.patient in counted:
            continue
        if (predicate.patient, predicate.quantity) in seen:
            continue
        if not has_happened(annotated, predicate) or is_forecast(annotated, predicate.token):
            continue
        mention = _mention(annotated, predicate, ages)
        if mention is not None:
            seen.add((predicate.patient, predicate.quantity))
            found.append(mention)
    return sorted(found, key=lambda mention: (mention.token, HARMS.index(mention.harm)))


def _named_ages(text: str) -> dict[str, int]:
    ages: dict[str, int] = {}
    for match in NAMED_AGE.finditer(text):
        ages.setdefault(match[1].lower(), int(match[2]))
    for match in AGE_NAMED.finditer(text):
        ages.setdefault(match[2].split()[-1].strip(".").lower(), int(match[1]))
    return ages


def _cue_predicates(annotated: Annotated) -> Iterator[Predicate]:
    trigger = _cue_trigger()
    for sentence in annotated.sentences:
        piece = sentence.span.of(annotated.text)
        if trigger.search(piece) is None:
            continue
        for _, quantity, about, pattern in _cues():
            for match in pattern.finditer(piece):
                at = _token_at(annotated, sentence.first, sentence.last, sentence.span.start + match.start())
                if at is None:
                    continue
                patients = [_victim_after(annotated, at)] if about == "self" else list(_about(annotated, at))
                for patient in patients:
                    if patient is not None:
                        yield Predicate(quantity, at, patient)


def _token_at(annotated: Annotated, first: int, last: int, offset: int) -> int | None:
    return next((i for i in range(first, last) if annotated.tokens[i].end > offset), None)


def _victim_after(annotated: Annotated, at: int) -> int | None:
    return next((token.i for token in annotated.tokens[at : at + 3] if token.lower == "victim"), None)


def _about(annotated: Annotated, at: int) -> Iterator[int]:
    tokens = annotated.tokens
    token = tokens[at]
    for _ in range(4):
        if token.pos in ("VERB", "AUX"):
            objects = [
                c for c in annotated.children[token.i]
                if tokens[c].dep == "dobj" and token.tag != "VBN" and token.i != at and tokens[c].lemma not in ("surgery", "wound")
            ]
            yield from objects or subjects_of(annotated, token)
            return
        if token.pos in ("NOUN", "PROPN", "PRON") and token.i != at and token.lemma.lower() in _person_nouns():
            yield token.i
            return
        if token.pos == "PROPN" and token.i != at:
            yield token.i
            return
        if token.head == token.i:
            return
        token = tokens[token.head]


def _mention(annotated: Annotated, predicate: Predicate, ages: dict[str, int]) -> Mention | None:
    tokens = annotated.tokens
    token = tokens[predicate.patient]
    lower, lemma = token.lower, token.lemma.lower()
    if lower in ("himself", "herself"):
        subject = next(subjects_of(annotated, tokens[token.head]), None)
        if subject is None:
            return None
        token = tokens[subject]
        lower, lemma = token.lower, token.lemma.lower()
    sex = "m" if lower in _words()["male"] or lemma in _words()["male"] else "f" if lower in _words()["female"] or lemma in _words()["female"] else None
    common = {"harm": predicate.quantity, "token": token.i, "predicate": predicate.token, "sentence": token.sentence}
    if lower in PRONOUNS:
        return Mention(**common, kind="pronoun", name=None, first=None, sex=sex, age=None, noun=lower, distinct=False)  # type: ignore[arg-type]
    if token.pos == "PROPN" or token.ent == "PERSON":
        return _named(annotated, token, common, ages)
    if token.tag not in ("NN", "JJ", "CD", "NNP") and not (lemma in ("someone", "somebody")):
        return None
    if lemma not in _person_nouns() and not re.search(r"year-old\Z", lower):
        return None
    return _described(annotated, token, common, sex)


def _named(annotated: Annotated, token: Token, common: dict[str, Any], ages: dict[str, int]) -> Mention | None:
    if token.ent in NOT_PERSONS or token.tag == "NNPS" or not token.text[:1].isupper():
        return None
    tokens = annotated.tokens
    first = token.i
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].sentence == token.sentence and tokens[first - 1].text[0].isupper():
        first -= 1
    parts = [other.text for other in tokens[first : token.i + 1]]
    if parts and parts[-1].strip(".").lower() in ("jr", "sr", "ii", "iii"):
        parts = parts[:-1]
    if not parts or not parts[-1][:1].isalpha():
        return None
    if parts[-1].lower() in _person_nouns() or parts[-1].lower() in ("officer", "police", "deputy", "sheriff", "department"):
        return _described(annotated, token, common, "m" if parts[-1].lower() in _words()["male"] else "f" if parts[-1].lower() in _words()["female"] else None)
    surname = parts[-1].lower()
    given = parts[0].lower() if len(parts) > 1 else None
    return Mention(**common, kind="name", name=surname, first=given, sex=None, age=ages.get(surname), noun="person", distinct=False)


def _described(annotated: Annotated, token: Token, common: dict[str, Any], sex: str | None) -> Mention | None:
    tokens = annotated.tokens
    children = [tokens[child] for child in annotated.children[token.i]]
    words = {child.lower for child in children if child.i < token.i}
    definite = bool(words & {"the", "this", "that"}) or any(child.dep == "poss" for child in children)
    span_start = min([child.start for child in children if child.i < token.i and token.start - child.start < 60] + [token.start])
    piece = annotated.text[span_start : token.end + 6]
    match = re.search(r"(\d{1,3})[- ]years?[- ]old", annotated.text[max(0, span_start - 14) : token.end + 6])
    age = int(match[1]) if match else None
    distinct = bool(words & set(DISTINCT))
    kind = "definite" if definite and not distinct else "indefinite"
    del piece
    return Mention(**common, kind=kind, name=None, first=None, sex=sex, age=age, noun=token.lemma.lower(), distinct=distinct)
