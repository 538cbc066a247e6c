"""The occurrences of a document."""

import re
from collections.abc import Sequence

from rashomon.model import (
    Actor,
    Annotated,
    Attribution,
    DateOf,
    Occurrence,
    Place,
    PlaceOf,
    Span,
    Stance,
    Status,
    Token,
)
from rashomon.occurrences.lexicon import load_occurrence_lexicon
from rashomon.occurrences.phrase import find_phrase
from rashomon.occurrences.triggers import Trigger, find_triggers

DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What the stance of the attribution around it makes of something told as a fact.
STATUS_OF_STANCE: dict[Stance, Status] = {
    "denies": "denied",
    "doubts": "unconfirmed",
    "declines": "unconfirmed",
    "forecasts": "forecast",
}


def extract_occurrences(
    annotated: Annotated,
    attributions: tuple[Attribution, ...],
    places: tuple[Place, ...],
    actors: tuple[Actor, ...],
    date_of: DateOf,
    place_of: PlaceOf,
) -> tuple[Occurrence, ...]:
    """What the body of `annotated` says to have happened, in text order.

    Types are those of PLOVER; triggers come from resources/occurrences.yaml; precision before quantity: a verb counts
    where its clause tells it as a fact, a forecast or a denial, a noun where a verb or a date of its own says that it
    happened. `when` is the value `date_of` gives, `where` the name `place_of` gives.
    """
    lexicon = load_occurrence_lexicon()
    holders = _holders(attributions)
    mentions = sorted(((span, actor.name) for actor in actors for span in actor.mentions), key=lambda item: item[0])
    found: list[Occurrence] = []
    for sentence in annotated.sentences:
        if sentence.section != "body":
            continue
        for trigger in find_triggers(annotated, sentence, lexicon, date_of):
            number = f"o{len(found) + 1}"
            found.append(_occurrence(number, annotated, trigger, holders, mentions, date_of, place_of))
    return tuple(found)


def _holders(attributions: tuple[Attribution, ...]) -> list[tuple[Span, Attribution]]:
    """Every content fragment with its attribution, the shortest first: the innermost that holds a passage is first."""
    fragments = [(span, attribution) for attribution in attributions for span in attribution.content]
    return sorted(fragments, key=lambda item: (len(item[0]), item[0].start))


def _occurrence(
    number: str,
    annotated: Annotated,
    trigger: Trigger,
    holders: list[tuple[Span, Attribution]],
    mentions: Sequence[tuple[Span, str]],
    date_of: DateOf,
    place_of: PlaceOf,
) -> Occurrence:
    span = Span(trigger.token.start, trigger.token.end)
    holder = next((attribution for content, attribution in holders if content.contains(span)), None)
    date = date_of(span)
    place = place_of(span)
    return Occurrence(
        id=number,
        span=span,
        type=trigger.entry.type,
        when=date.value if date is not None else None,
        where=place.name if place is not None else None,
        actors=_actors(trigger, mentions),
        attribution=holder.id if holder is not None else None,
        status=_status(trigger.status, holder, date.value if date is not None else None, annotated.document.published),
        phrase=find_phrase(annotated, trigger.token, trigger.verb),
        when_span=date.span if date is not None else None,
        where_span=place.span if place is not None else None,
    )


def _status(told: Status, holder: Attribution | None, when: str | None, published: str | None) -> Status:
    if told != "asserted":
        return told
    if _is_later(when, published):
        return "forecast"
    return STATUS_OF_STANCE.get(holder.stance, told) if holder is not None else told


def _is_later(when: str | None, published: str | None) -> bool:
    """Whether a day lies after publication: what is to come can't have happened ("Thursday's meeting")."""
    if when is None or published is None:
        return False
    day, edition = DAY.match(when), DAY.match(published)
    return day is not None and edition is not None and day.group() > edition.group()


def _actors(trigger: Trigger, mentions: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    """Canonical names of those who act, then of those it is done to."""
    names: list[str] = []
    for token in (*trigger.arguments.agents, *trigger.arguments.patients):
        name = _actor_at(token, mentions)
        if name is not None and name not in names:
            names.append(name)
    return tuple(names)


def _actor_at(token: Token, mentions: Sequence[tuple[Span, str]]) -> str | None:
    around = [(len(span), name) for span, name in mentions if span.start <= token.start and token.end <= span.end]
    return min(around)[1] if around else None
