"""What has been put together so far while the actors of a story are linked."""

from collections import defaultdict
from dataclasses import dataclass, field

from rashomon.actors.spelling import fold, split
from rashomon.model import Actor


@dataclass(slots=True, eq=False)
class Linked:
    """One actor of the story: its actors in the reports, with the ids of these, and why they were put together."""

    kind: str
    members: list[tuple[str, Actor]]
    why: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """All spellings."""
        return {name for _, actor in self.members for name in actor.names}

    @property
    def full_names(self) -> set[str]:
        """Names of two words or more, and those of one where there is no other."""
        return {name for name in self.names if len(split(name)) > 1} or self.names

    @property
    def titles(self) -> set[str]:
        """All titles of the members."""
        return {title for _, actor in self.members for title in actor.titles}

    @property
    def docs(self) -> set[str]:
        """The reports it stands in."""
        return {doc for doc, _ in self.members}

    @property
    def named_in(self) -> int:
        """In how many reports it is named in full."""
        return len({doc for doc, actor in self.members if any(len(split(name)) > 1 for name in actor.names)})

    def take(self, other: "Linked", why: str) -> None:
        """Put another one's members here, for this reason."""
        self.members.extend(other.members)
        self.why.extend([*other.why, why])

    def canonical(self) -> str:
        """The full spelling in most reports (a body: one with a proper name in it); of equals the longest, then the
        first in the alphabet."""
        reports: dict[str, set[str]] = defaultdict(set)
        for doc, actor in self.members:
            reports[actor.name].add(doc)
        full = {name: docs for name, docs in reports.items() if self._is_full(name)} or reports
        return min(full, key=lambda name: (-len(full[name]), -len(name), name))

    def _is_full(self, name: str) -> bool:
        if self.kind == "person":
            return len(split(name)) > 1
        return self.kind == "group" or not name.islower()


def kept_apart(actor: Actor, one: Linked, apart: list[set[str]]) -> bool:
    """True if a correction says that the actor is not this one."""
    if not apart:
        return False
    mine = {fold(name) for name in (actor.name, *actor.names)}
    theirs = {fold(name) for _, member in one.members for name in (member.name, *member.names)}
    return any(mine & names and (theirs - mine) & names for names in apart)
