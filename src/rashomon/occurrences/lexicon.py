"""The lexicon of occurrences (resources/occurrences.yaml) as sets that can be asked quickly."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.model import OccurrenceType, Token
from rashomon.resources import load_resource

Lemmas = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of saying a type; see the top of resources/occurrences.yaml for each field. An empty set asks nothing."""

    id: str
    type: OccurrenceType
    verbs: Lemmas
    nouns: Lemmas
    object: Lemmas
    subject: Lemmas
    not_object: Lemmas
    not_subject: Lemmas
    subject_or_object: Lemmas
    object_or_prep_object: Lemmas
    prep: Lemmas
    prep_object: Lemmas
    modifier: Lemmas
    noun_prep: Lemmas
    person_object: bool
    person_subject: bool


@dataclass(frozen=True, slots=True)
class OccurrenceLexicon:
    """Entries by the lemma of their verb and of their noun, and the words that decide what is told as a fact."""

    by_verb: dict[str, tuple[Entry, ...]]
    by_noun: dict[str, tuple[Entry, ...]]
    happen: Lemmas
    hold: Lemmas
    people: Lemmas
    bodies: Lemmas
    slips: dict[str, str]
    begin: Lemmas
    plan: Lemmas
    future: Lemmas
    open: Lemmas
    not_yet: Lemmas
    after: Lemmas
    unreal: Lemmas
    negative: Lemmas
    guesses: Lemmas

    def lemma(self, token: Token) -> str:
        """The lemma of `token` in lower case, with the known slips of the parser put right."""
        lemma = token.lemma.lower()
        return self.slips.get(lemma, lemma)


@cache
def load_occurrence_lexicon() -> OccurrenceLexicon:
    """The lexicon of the shipped language."""
    data = load_resource("occurrences")
    entries = tuple(_entry(item) for item in data["entries"])
    by_verb: dict[str, list[Entry]] = {}
    by_noun: dict[str, list[Entry]] = {}
    for entry in entries:
        for verb in entry.verbs:
            by_verb.setdefault(verb, []).append(entry)
        for noun in entry.nouns:
            by_noun.setdefault(noun, []).append(entry)
    realis = data["realis"]
    return OccurrenceLexicon(
        by_verb={verb: tuple(found) for verb, found in by_verb.items()},
        by_noun={noun: tuple(found) for noun, found in by_noun.items()},
        happen=frozenset(data["happen"]),
        hold=frozenset(data["hold"]),
        people=frozenset(data["people"]),
        bodies=frozenset(data["bodies"]),
        slips=data["slips"],
        begin=frozenset(realis["begin"]),
        plan=frozenset(realis["plan"]),
        future=frozenset(realis["future"]),
        open=frozenset(realis["open"]),
        not_yet=frozenset(realis["not_yet"]),
        after=frozenset(realis["after"]),
        unreal=frozenset(realis["unreal"]),
        negative=frozenset(realis["negative"]),
        guesses=frozenset(realis["guesses"]),
    )


def _entry(item: dict[str, object]) -> Entry:
    def lemmas(field: str) -> Lemmas:
        words = item.get(field, ())
        return frozenset(words if isinstance(words, Iterable) else ())

    sets = (
        "verbs", "nouns", "object", "subject", "not_object", "not_subject", "subject_or_object",
        "object_or_prep_object", "prep", "prep_object", "modifier", "noun_prep",
    )  # fmt: skip
    return Entry(
        id=str(item["id"]),
        type=item["type"],  # type: ignore[arg-type]
        **{field: lemmas(field) for field in sets},
        person_object=bool(item.get("person_object", False)),
        person_subject=bool(item.get("person_subject", False)),
    )
