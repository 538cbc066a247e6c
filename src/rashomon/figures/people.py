"""Words for people (`counted_people.yaml`): sex, age, role, and whether a noun is a person at all."""

from collections.abc import Mapping
from functools import cache

from rashomon.resources import load_resource

SHORTEST = 5


@cache
def people_words() -> Mapping[str, frozenset[str]]:
    """The lists of `counted_people.yaml` by their names."""
    return {
        name: frozenset(words) for name, words in load_resource("counted_people").items() if isinstance(words, list)
    }


@cache
def person_nouns() -> frozenset[str]:
    """Singular nouns that stand for one person."""
    words = people_words()
    singular = {"person", "individual", "victim", "someone", "somebody", "resident", "patient", "body", "citizen"}
    return words["sexes"] | words["roles"] | words["suspects"] | words["male"] | words["female"] | singular


def is_person_noun(lower: str, lemma: str) -> bool:
    """True for nouns of the lists, "24-year-old", and nouns with the ending of a trade or role ("dentist")."""
    if lemma in person_nouns() or lower.endswith("year-old"):
        return True
    words = people_words()
    return len(lemma) >= SHORTEST and lemma not in words["not_persons"] and lemma.endswith(tuple(words["endings"]))


def sex_of(lower: str, lemma: str) -> str | None:
    """m, f or None."""
    words = people_words()
    if lower in words["male"] or lemma in words["male"]:
        return "m"
    return "f" if lower in words["female"] or lemma in words["female"] else None


def years_of(noun: str, age: int | None) -> str | None:
    """child, teen, minor or adult, where the noun or the age says so; at 18 and 19 both words are used."""
    if age is not None:
        return "child" if age < 11 else "teen" if age < 18 else "adult" if age > 19 else None
    return next((name for name, words in load_resource("counted_people")["ages"].items() if noun in words), None)


@cache
def _classes() -> Mapping[str, str]:
    classes = load_resource("counted_people")["classes"]
    return {noun: name for name, nouns in classes.items() for noun in nouns}


def class_of(noun: str) -> str | None:
    """law, suspect or civil, where the noun is such a role."""
    return _classes().get(noun)
