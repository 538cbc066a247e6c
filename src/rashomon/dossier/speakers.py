"""Who says what: the speakers of a story, each under all spellings, with what they are said to have said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.dossier.passages import address, attribution_address
from rashomon.dossier.questions import Step, list_steps
from rashomon.dossier.reports import Report
from rashomon.dossier.words import QUOTATIONS, STANCES, Word
from rashomon.model import Attribution, Extraction, Story, StoryActor

NOBODY = "No speaker named"
MOST_MENTIONS = 12
"""Links to mentions shown for one speaker; the count of all stands beside them."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as shown."""

    attribution: Attribution
    report: Report
    quotation: Word
    stance: Word
    link: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker. `spellings` are the names other than the one shown; `groups` are its statements by report."""

    anchor: str
    name: str
    kind: str
    spellings: tuple[str, ...]
    titles: tuple[str, ...]
    detail: tuple[str, ...]
    groups: tuple[tuple[Report, tuple[Saying, ...]], ...]
    sayings: int
    mentions: tuple[str, ...]
    mentioned: int


def list_speakers(
    story: Story, extractions: Mapping[str, Extraction], reports: Mapping[str, Report]
) -> tuple[Speaker, ...]:
    """The speakers of `story`, those with most attributions first; unnamed ones last."""
    bearers = index_names(story.actors)
    # The "officials" of one report are not those of another; they are listed together under their word all the same.
    shared = {name for name, count in Counter(actor.name for actor in story.actors).items() if count > 1}
    said: dict[str, list[Saying]] = {}
    actors: dict[str, StoryActor] = {}
    for doc in story.documents:
        if doc not in extractions:
            continue
        for attribution in extractions[doc].attributions:
            actor = find_actor(doc, attribution, bearers)
            name = actor.name if actor else attribution.speaker or NOBODY
            if actor is not None and name not in shared:
                key = actor.id
                actors[key] = actor
            else:
                key = f"name:{name}"
            said.setdefault(key, []).append(_saying(doc, attribution, reports[doc]))
    speakers = [_speaker(story, key, actors.get(key), sayings) for key, sayings in said.items()]
    return tuple(sorted(speakers, key=lambda one: (one.name == NOBODY, -one.sayings, one.name)))


def index_names(actors: Sequence[StoryActor]) -> dict[str, tuple[StoryActor, ...]]:
    """The actors that bear each spelling, in lower case."""
    bearers: dict[str, tuple[StoryActor, ...]] = {}
    for actor in actors:
        for name in dict.fromkeys(name.casefold() for name in (actor.name, *actor.names)):
            bearers[name] = (*bearers.get(name, ()), actor)
    return bearers


def find_actor(doc: str, attribution: Attribution, bearers: Mapping[str, tuple[StoryActor, ...]]) -> StoryActor | None:
    """The actor that `attribution` speaks of, or None. Among namesakes the one that its source mentions is taken."""
    if attribution.speaker is None:
        return None
    named = bearers.get(attribution.speaker.casefold(), ())
    if len(named) < 2:
        return named[0] if named else None
    return next((actor for actor in named if _is_mentioned(actor, doc, attribution)), None)


def _is_mentioned(actor: StoryActor, doc: str, attribution: Attribution) -> bool:
    spans = [mention.span for mention in actor.mentions if mention.doc == doc]
    return any(source.overlaps(span) for source in attribution.source for span in spans)


def _saying(doc: str, attribution: Attribution, report: Report) -> Saying:
    return Saying(
        attribution=attribution,
        report=report,
        quotation=QUOTATIONS[attribution.kind],
        stance=STANCES[attribution.stance],
        link=attribution_address(doc, attribution),
        steps=list_steps(report, attribution.chain, attribution.hops) if len(attribution.chain) > 1 else (),
    )


def _speaker(story: Story, key: str, actor: StoryActor | None, sayings: Sequence[Saying]) -> Speaker:
    name = actor.name if actor else key.removeprefix("name:")
    mentions = actor.mentions if actor else ()
    return Speaker(
        anchor=f"a-{story.id}-{actor.id if actor else name}",
        name=name,
        kind=actor.kind if actor else "",
        spellings=tuple(other for other in (actor.names if actor else ()) if other != name),
        titles=actor.titles if actor else (),
        detail=actor.detail if actor else (),
        groups=tuple(
            (group[0].report, tuple(group))
            for group in (list(group) for _, group in groupby(sayings, key=lambda saying: saying.report.number))
        ),
        sayings=len(sayings),
        mentions=tuple(address(mention.doc, mention.span) for mention in mentions[:MOST_MENTIONS]),
        mentioned=len(mentions),
    )
