"""Who says what: the speakers of a story, each under all spellings, with what they are said to have said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.dossier.passages import address, attribution_address
from rashomon.dossier.questions import Step, list_steps
from rashomon.dossier.reports import Report
from rashomon.dossier.words import QUOTATIONS, STANCES, Word
from rashomon.model import Attribution, Extraction, Span, Story, StoryActor

NOBODY = "No speaker named"
MOST_MENTIONS = 40
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
    """One speaker. `spellings` are the names other than the one shown; `reports` counts the reports that quote it."""

    anchor: str
    name: str
    kind: str
    spellings: tuple[str, ...]
    titles: tuple[str, ...]
    detail: tuple[str, ...]
    sayings: tuple[Saying, ...]
    reports: int
    mentions: tuple[str, ...]
    mentioned: int


def list_speakers(
    story: Story, extractions: Mapping[str, Extraction], reports: Mapping[str, Report]
) -> tuple[Speaker, ...]:
    """The speakers of `story`, those with most attributions first; unnamed ones last."""
    finder = _Finder(story.actors)
    said: dict[str, list[Saying]] = {}
    actors: dict[str, StoryActor] = {}
    for doc in story.documents:
        if doc not in extractions:
            continue
        for attribution in extractions[doc].attributions:
            actor = finder.find(doc, attribution)
            name = actor.name if actor else attribution.speaker or NOBODY
            key = actor.id if actor else f"name:{name}"
            if actor:
                actors[key] = actor
            said.setdefault(key, []).append(_saying(doc, attribution, reports[doc]))
    speakers = [_speaker(story, key, actors.get(key), sayings) for key, sayings in said.items()]
    return tuple(sorted(speakers, key=lambda one: (one.name == NOBODY, -len(one.sayings), one.name)))


class _Finder:
    """Finds the actor of a story that an attribution's speaker is: by a shared passage, else by name."""

    def __init__(self, actors: Sequence[StoryActor]) -> None:
        self._spans: dict[str, list[tuple[Span, StoryActor]]] = {}
        self._names: dict[str, StoryActor | None] = {}
        for actor in actors:
            for mention in actor.mentions:
                self._spans.setdefault(mention.doc, []).append((mention.span, actor))
            for name in dict.fromkeys((actor.name, *actor.names)):
                self._names[name.casefold()] = None if name.casefold() in self._names else actor

    def find(self, doc: str, attribution: Attribution) -> StoryActor | None:
        """The actor, or None. A name that two actors share decides nothing by itself."""
        if attribution.speaker is None:
            return None
        named = self._names.get(attribution.speaker.casefold())
        if named is not None:
            return named
        mentioned = [
            actor
            for span, actor in self._spans.get(doc, ())
            if any(source.overlaps(span) for source in attribution.source)
        ]
        wanted = attribution.speaker.casefold()
        same = [actor for actor in mentioned if wanted in (name.casefold() for name in (actor.name, *actor.names))]
        return same[0] if same else None


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
        sayings=tuple(sayings),
        reports=len({saying.report.document.id for saying in sayings}),
        mentions=tuple(address(mention.doc, mention.span) for mention in mentions[:MOST_MENTIONS]),
        mentioned=len(mentions),
    )
