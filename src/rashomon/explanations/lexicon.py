"""The blame patterns (resources/blame.yaml), indexed by the word that carries them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from rashomon.resources import load_resource

Form = Literal["object", "onto", "agent", "predicate", "part", "noun", "naming", "among", "benefit", "identity"]


@dataclass(frozen=True, slots=True)
class BlameRule:
    """One rule of resources/blame.yaml; the fields are explained at the top of that file."""

    id: str
    form: Form
    following: frozenset[str]
    event: bool
    grave: bool


@dataclass(frozen=True, slots=True)
class BlameLexicon:
    """`by_lemma` has the rules of a single word; `names` the phrases of the form "naming", each with its rule."""

    by_lemma: dict[str, tuple[BlameRule, ...]]
    names: dict[str, BlameRule]
    events: frozenset[str]
    origin: frozenset[str]
    violent: frozenset[str]
    peaceful: frozenset[str]


@cache
def load_blame() -> BlameLexicon:
    """The shipped blame lexicon. Raises `ResourceError` if it cannot be read."""
    data = load_resource("blame")
    by_lemma: dict[str, tuple[BlameRule, ...]] = {}
    names: dict[str, BlameRule] = {}
    for entry in data["rules"]:
        rule = BlameRule(
            entry["id"],
            cast(Form, entry["form"]),
            frozenset(entry.get("with", ())),
            bool(entry.get("event", False)),
            bool(entry.get("grave", False)),
        )
        for lemma in entry["lemmas"]:
            if rule.form == "naming":
                names[lemma] = rule
            else:
                by_lemma[lemma] = (*by_lemma.get(lemma, ()), rule)
    return BlameLexicon(
        by_lemma,
        names,
        frozenset(data["events"]),
        frozenset(data["origin"]),
        frozenset(data["violent"]),
        frozenset(data["peaceful"]),
    )
