"""What the value of an expression may depend on beside its own words."""

from dataclasses import dataclass
from typing import Literal

from rashomon.times.reckoning import Direction, Moment
from rashomon.times.tense import Tense

Anchor = Literal["none", "publication", "story", "unknown"]
Lead = Literal["entry", "opening"]
Fields = dict[str, str]
Resolved = tuple[str | None, Anchor]
VAGUE = "X"


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may depend on. `reference` is what a date without a year is near to: publication or story.
    `direction` comes from the tense, `recent` is the last value in this or the previous sentence, `quarter` the latest
    quarter of a year in the last few, `reported` the latest in all that stands before; both are None where the sentence
    speaks of a longer period. `leads` is set where the expression opens a sentence that tells what has happened: as the
    date of an entry ("April 10: Rebels reject …"), or before a comma ("On April 10, rebels rejected …")."""

    published: Moment | None
    story: Moment | None
    reference: Moment | None
    reference_from: Anchor
    tense: Tense | None
    recent: Moment | None
    quarter: Moment | None
    reported: Moment | None
    leads: Lead | None = None

    @property
    def direction(self) -> Direction:
        """Where to look for a date that the text leaves open."""
        if self.tense == "past":
            return "past"
        return "future" if self.tense == "future" else "nearest"


def find_origin(fields: Fields, context: Context) -> tuple[Moment | None, Anchor]:
    """What a relative expression is reckoned from: publication, or what its field `from` says."""
    if fields.get("from") == "story":
        if context.story is not None:
            return context.story, "story"
        return None, "unknown"
    if fields.get("from") == "story or publication" and context.story is not None:
        return context.story, "story"
    return context.published, "publication" if context.published is not None else "unknown"
