"""The status of figures: forecast by their verb, unconfirmed or retracted by what the text says of them.

Rules in `statuses.yaml`; the stance of the attribution a figure stands in decides where the text says nothing else.
"""

import re
from collections.abc import Sequence
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


Reach = Literal["back", "here", "after"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage that speaks of the standing of figures: in which sentence it stands, what they become, and how far it
    reaches: to the figures of an earlier sentence, of its own, or of its own behind it."""

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


def concerns(remark: Remark, sentences: Sequence[int], sentence: int, figure: Span) -> bool:
    """True if `remark` speaks of the figure at `figure` in `sentence`; `sentences` are those that hold any figures."""
    if remark.reach == "after":
        return sentence == remark.sentence and figure.start >= remark.span.end
    if remark.reach == "here":
        return sentence == remark.sentence
    earlier = [number for number in sentences if remark.sentence - 2 <= number < remark.sentence]
    return bool(earlier) and sentence == max(earlier)
