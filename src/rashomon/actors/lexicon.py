"""The words the actor rules know: `resources/titles.yaml` and `resources/groups.yaml`, indexed."""

from dataclasses import dataclass
from functools import cache

from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Titles:
    """called  function → everything that its holder may be called, itself and its last word among them
    generic functions that stand only for who is given that very one ("the official" is no minister)
    words   the words that carry a function: the last, or the one before "of" ("head of state")
    ends    the words that a function ends with
    """

    called: dict[str, frozenset[str]]
    words: frozenset[str]
    ends: frozenset[str]
    longest: int
    generic: frozenset[str]
    honorifics: dict[str, str]
    male: frozenset[str]
    female: frozenset[str]
    first_names: dict[str, str]
    rules: frozenset[str]
    pet_names: dict[str, str]
    not_in_names: frozenset[str]
    modifiers: frozenset[str]
    kin: frozenset[str]
    never: frozenset[str]
    speaks: frozenset[str]
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Groups:
    """Nouns for nameless people and for bodies, as lemmas."""

    people: frozenset[str]
    institutions: frozenset[str]
    acting: frozenset[str]
    collective: frozenset[str]
    media: frozenset[str]
    determiners: frozenset[str]
    needs_modifier: frozenset[str]
    never: frozenset[str]
    in_names: frozenset[str]
    firms: frozenset[str]
    sides: frozenset[str]
    armed: frozenset[str]
    ruling: frozenset[str]
    side_nouns: frozenset[str]
    against: frozenset[str]
    national: frozenset[str]
    local: frozenset[str]
    same: dict[str, str]
    written: dict[str, str]
    called: dict[str, str]


@cache
def load_titles() -> Titles:
    """The lexicon of functions and honorifics, read once."""
    data = load_resource("titles")
    called = {role: _called(role, data["roles"]) for role in data["roles"]}
    for names in list(called.values()):
        for name in names:
            called.setdefault(name, frozenset({name, _carrier(name)}))
    return Titles(
        called=called,
        words=frozenset(_carrier(role) for role in called),
        ends=frozenset(role.rsplit(" ", 1)[-1] for role in called),
        longest=max(len(role.split()) for role in called),
        generic=frozenset(data["generic"]),
        honorifics=dict(data["honorifics"]),
        male=frozenset(data["male"]),
        female=frozenset(data["female"]),
        first_names={name: gender[0] for gender in ("male", "female") for name in data["first_names"][gender]},
        rules=frozenset(data["rules"]),
        pet_names={name: group[0] for group in data["pet_names"] for name in group},
        not_in_names=frozenset(data["not_in_names"]),
        modifiers=frozenset(data["modifiers"]),
        kin=frozenset(data["kin"]),
        never=frozenset(data["never"]),
        speaks=frozenset(data["speaks"]),
        acts=frozenset(data["acts"]),
    )


def _called(role: str, roles: dict[str, list[str]]) -> frozenset[str]:
    """The function, what else its holder may be called, and the word that carries it."""
    return frozenset({role, *roles[role], _carrier(role)})


def _carrier(role: str) -> str:
    """ "minister" of "foreign minister", "head" of "head of state"."""
    return role.split(" of ")[0].rsplit(" ", 1)[-1]


@cache
def load_groups() -> Groups:
    """The lexicon of groups and institutions, read once."""
    data = load_resource("groups")
    tables = ("same", "written", "called")
    words = {name: frozenset(data[name]) for name in Groups.__slots__ if name not in tables}
    return Groups(**words, same=dict(data["same"]), written=dict(data["written"]), called=dict(data["called"]))
