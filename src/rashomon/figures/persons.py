"""Persons told apart: mentions of harm gathered into persons, each counted once.

A sequential resolution of mentions (name, description, pronoun) to persons, by surname, sex and age: a name joins the
person of that surname or an unnamed person it may be; a description joins the latest person it may be, unless the text
sets it apart ("another man", another age, another sex, the same sentence).
"""

from dataclasses import dataclass, field, replace

from rashomon.figures.mentions import Mention
from rashomon.figures.people import class_of


@dataclass(slots=True)
class Person:
    """One person; `mentions` in text order. Built up while reading, then left alone."""

    mentions: list[Mention] = field(default_factory=list)
    name: str | None = None
    first: str | None = None
    sex: str | None = None
    age: int | None = None
    years: set[str] = field(default_factory=set)
    alive: bool = False

    def harms(self) -> set[str]:
        """What is said to have happened to the person."""
        return {mention.harm for mention in self.mentions}


def gather_persons(mentions: list[Mention], away: frozenset[int]) -> list[Person]:
    """The persons behind `mentions`, in order of first mention.

    What a sentence of `away` tells belongs to another event, and joins a person of this one only by name.
    """
    persons: list[Person] = []
    for mention in mentions:
        person = _find(persons, mention, away)
        if person is None:
            person = Person()
            persons.append(person)
        _add(person, mention)
    return persons


def _add(person: Person, mention: Mention) -> None:
    person.mentions.append(mention)
    person.name = person.name or mention.name
    person.first = person.first or mention.first
    person.sex = person.sex or mention.sex
    person.alive = person.alive or mention.alive
    if mention.years is not None:
        person.years.add(mention.years)
    person.age = person.age if person.age is not None else mention.age


def _find(persons: list[Person], mention: Mention, away: frozenset[int]) -> Person | None:
    for person in persons:
        if any(other.token == mention.token for other in person.mentions):
            return person
    if mention.kind == "name":
        for person in persons:
            if person.name is not None and _same_name(person, mention):
                return person
        for person in persons:
            if person.name is not None and _same_double_name(person, mention):
                return person
    if mention.known and len(persons) > 1:
        persons, mention = persons[1:], replace(mention, distinct=False)
    if mention.sentence in away:
        persons = [person for person in persons if person.mentions[0].sentence == mention.sentence]
    candidates = [person for person in persons if _may_be(person, mention)]
    if not candidates:
        return None
    if mention.kind == "pronoun":
        return _meant(candidates, mention)
    return max(candidates, key=lambda person: _likeness(person, mention))


def _meant(candidates: list[Person], mention: Mention) -> Person:
    """Whom a pronoun means: the latest of its own sentence or the one before, else the latest of the same fate."""
    near = [person for person in candidates if person.mentions[-1].sentence >= mention.sentence - 1]
    killed = mention.harm == "killed"
    alike = [person for person in candidates if ("killed" in person.harms()) == killed]
    return max(near or alike or candidates, key=lambda person: person.mentions[-1].token)


def _likeness(person: Person, mention: Mention) -> tuple[bool, bool, bool, bool, int]:
    """Same age, same fate, same name or none, same noun; then the latest for a description, the first for a name."""
    killed = mention.harm == "killed"
    latest = person.mentions[-1].token
    return (
        mention.age is not None and mention.age == person.age,
        killed == ("killed" in person.harms()),
        person.sex == mention.sex,
        any(other.noun == mention.noun for other in person.mentions),
        -latest if mention.kind == "name" else latest,
    )


def _same_name(person: Person, mention: Mention) -> bool:
    if person.name != mention.name:
        return person.first is not None and mention.first is None and mention.name == person.first
    if person.first is None or mention.first is None or (person.age is not None and person.age == mention.age):
        return True
    return person.first.startswith(mention.first) or mention.first.startswith(person.first)


def _same_double_name(person: Person, mention: Mention) -> bool:
    """ "Brown-Lee" may be called "Lee", unless one of the two lives and the other is dead."""
    long, short = sorted((person.name or "", mention.name or ""), key=len, reverse=True)
    if not short or not long.endswith("-" + short) or None not in (person.first, mention.first):
        return False
    return not (mention.harm == "killed" and person.alive) and not (mention.alive and "killed" in person.harms())


def _may_be(person: Person, mention: Mention) -> bool:
    if mention.distinct:
        return any(other.distinct and other.sentence != mention.sentence for other in person.mentions)
    if mention.name is not None and person.name is not None:
        return False
    if mention.sex is not None and person.sex is not None and mention.sex != person.sex:
        return False
    if mention.age is not None and person.age is not None and mention.age != person.age:
        return False
    if mention.kind != "definite" and any(_differ(mention.years, years) for years in person.years):
        return False
    if (mention.harm == "killed" and person.alive) or (mention.alive and "killed" in person.harms()):
        return False
    if any(other.doer == mention.token or mention.doer == other.token for other in person.mentions):
        return False
    if mention.kind != "pronoun" and _is_set_apart(person, mention):
        return False
    return not _are_foes(person, mention)


def _differ(one: str | None, other: str) -> bool:
    if one is None or one == other:
        return False
    return "adult" in (one, other) or "minor" not in (one, other)


def _is_set_apart(person: Person, mention: Mention) -> bool:
    """Two persons of one sentence: objects of one verb, or one killed and the other hurt."""
    same = [other for other in person.mentions if other.sentence == mention.sentence and other.token != mention.token]
    return any(
        other.predicate == mention.predicate or {other.harm, mention.harm} == {"killed", "injured"} for other in same
    )


def _are_foes(person: Person, mention: Mention) -> bool:
    """Roles that exclude each other ("the officer", "the suspect")."""
    own = class_of(mention.noun)
    others = {class_of(other.noun) for other in person.mentions}
    if own == "law" and mention.kind != "name" and person.name is None and "law" not in others:
        return True
    if "suspect" in (own, *others) and "victim" in (own, *others):
        return True
    if own is None or own == "victim":
        return False
    return bool(others - {None, "victim", own})
