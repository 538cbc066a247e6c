"""The status of figures: forecast by their verb, unconfirmed or retracted by what the text says of them.

Rules in `statuses.yaml`; the stance of the attribution a figure stands in decides where the text says nothing else.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.model import Annotated, Attribution, Span
from rashomon.model.figure import Status
from rashomon.resources import load_resource

OF_STANCE: dict[str, Status] = {
    "denies": "denied",
    "doubts": "unconfirmed",
    "declines": "unconfirmed",
    "forecasts": "forecast",
}
MODALS = ("will", "would", "could", "may", "might", "shall", "'ll", "’ll", "wo")
EXPECTED = (
    "expect",
    "threaten",
    "predict",
    "forecast",
    "fear",
    "warn",
    "plan",
    "project",
    "aim",
    "hope",
    "intend",
    "want",
    "likely",
)
CLIMB = 6
FARTHEST_BACK = 3
# "the pre-war 200,000 barrels a day", "the current 40 seats": what was or is, whatever may come of it.
LEVEL = re.compile(
    r"(?i)\b(?:pre-?\s?[a-z]+|previous|former|current|present|existing|usual|normal|original|earlier|past|last year's)"
    r"\s(?:(?:level|figure|total|rate|output|target)s?\sof\s)?(?:[a-z]+\s)?\Z"
)
# "behind the killing of", "confusion over the death of": that there was a killing is taken for granted.
PRESUPPOSING = ("behind", "over", "about", "for", "in", "after", "since", "with", "by", "from", "before", "to")


Reach = Literal["back", "here", "after", "within"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage that speaks of the standing of figures: in which sentence it stands, what they become, and how far it
    reaches: to the figures of an earlier sentence, of its own, of its own behind it, or of the remark itself."""

    sentence: int
    span: Span
    status: Status
    reach: Reach


@cache
def _rules() -> tuple[tuple[Status, Reach, re.Pattern[str]], ...]:
    return tuple(
        (rule["status"], rule["reach"], re.compile(rule["pattern"], re.I))
        for rule in load_resource("statuses")["rules"]
    )


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in load_resource("statuses")["rules"]), re.I)


def is_forecast(annotated: Annotated, i: int) -> bool:
    """True if the clause that says token `i` is about what has not happened ("will", "could", "if", "expected to")."""
    tokens = annotated.tokens
    at = tokens[i]
    for _ in range(CLIMB):
        for child in annotated.children[at.i]:
            other = tokens[child]
            if other.dep == "aux" and other.lower in MODALS and not _is_past_guess(annotated, at.i, other.lower):
                return True
            if other.dep == "mark" and other.lower == "if":
                return True
        if at.dep in ("xcomp", "ccomp") and tokens[at.head].lemma in EXPECTED and _has_to(annotated, at.i):
            return True
        if at.dep in ("ROOT", "ccomp", "relcl", "advcl", "parataxis"):
            return False
        if at.dep == "conj" and any(tokens[c].dep in ("nsubj", "nsubjpass") for c in annotated.children[at.i]):
            return False
        at = tokens[at.head]
    return False


def is_standing(annotated: Annotated, figure: Span, mention: int) -> bool:
    """True for a level that was or is there already, though named in a forecast: "could rise to the pre-war 200,000
    barrels", "must pull back from three besieged cities"."""
    sentence = annotated.sentences[annotated.tokens[mention].sentence].span
    if LEVEL.search(annotated.text[max(sentence.start, figure.start - 50) : figure.start]):
        return True
    token = annotated.tokens[mention]
    above = annotated.tokens[token.head]
    return token.dep == "pobj" and above.lower == "from"


def is_presupposed(annotated: Annotated, predicate: int) -> bool:
    """True for "the killing of 12 miners" after "behind", "over" and the like: who denies that he was behind it does
    not deny it. The object of a denial itself ("denied the killing of 12 miners") is none."""
    tokens = annotated.tokens
    noun = tokens[predicate]
    if noun.pos != "NOUN" or noun.dep not in ("pobj", "conj"):
        return False
    if not any(
        tokens[child].lower in ("the", "of") or tokens[child].dep == "poss" for child in annotated.children[predicate]
    ):
        return False
    return tokens[noun.head].lower in PRESUPPOSING


def is_guess(annotated: Annotated, i: int) -> bool:
    """True if the verb of token `i` says what "may have" happened."""
    tokens = annotated.tokens
    verb = tokens[i] if tokens[i].pos in ("VERB", "AUX") else tokens[tokens[i].head]
    return any(_is_past_guess(annotated, verb.i, tokens[child].lower) for child in annotated.children[verb.i])


def _is_past_guess(annotated: Annotated, i: int, modal: str) -> bool:
    """ "may have killed 12": a guess about the past, no forecast."""
    return modal in ("may", "might") and any(annotated.tokens[child].lower == "have" for child in annotated.children[i])


def _has_to(annotated: Annotated, i: int) -> bool:
    children = [annotated.tokens[child] for child in annotated.children[i]]
    perfect = any(child.lower == "have" for child in children)
    return any(child.lower == "to" and child.dep == "aux" for child in children) and not perfect


def status_of_stance(attribution: Attribution | None) -> Status:
    """The status that the stance of an attribution gives to what it holds."""
    return "asserted" if attribution is None else OF_STANCE.get(attribution.stance, "asserted")


def find_status_remarks(annotated: Annotated) -> list[Remark]:
    """Every remark on the standing of figures; in a sentence the first rule that matches counts."""
    found: list[Remark] = []
    trigger = _trigger()
    for sentence in annotated.sentences:
        piece = sentence.span.of(annotated.text)
        if trigger.search(piece) is None:
            continue
        for status, reach, pattern in _rules():
            match = pattern.search(piece)
            if match is not None:
                start = sentence.span.start
                found.append(Remark(sentence.i, Span(start + match.start(), start + match.end()), status, reach))
                break
    return found


def concerns(remark: Remark, speakers: Mapping[int, Set[str]], sentence: int, figure: Span) -> bool:
    """True if `remark` speaks of the figure at `figure` in `sentence`.

    `speakers` has the sentences that hold any figures of people, each with the speakers these stand in the words of.
    """
    if remark.reach == "after":
        return sentence == remark.sentence and figure.start >= remark.span.end
    if remark.reach == "within":
        return remark.span.contains(figure)
    if remark.reach == "here":
        return sentence == remark.sentence
    earlier = [number for number in speakers if remark.sentence - FARTHEST_BACK <= number < remark.sentence]
    if sentence not in earlier:
        return False
    nearest = max(earlier)
    same = bool(speakers[sentence] & speakers[nearest]) and remark.status == "unconfirmed"
    return sentence == nearest or same
