"""One story, compared: the ordered steps."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.comparison.authorities import find_authorities
from rashomon.comparison.claims import list_claims
from rashomon.comparison.hypotheses import gather_hypotheses
from rashomon.comparison.origins import origin_of
from rashomon.comparison.questions import ask_questions
from rashomon.comparison.readings import Names, chain_of
from rashomon.comparison.timeline import draw_timeline
from rashomon.model import Extraction, Lineage, Origin, Story, StoryActor


def compare_story(
    story_id: str,
    title: str,
    extractions: Sequence[Extraction],
    lineage: Sequence[Lineage],
    actors: tuple[StoryActor, ...],
    names: Names,
    same_origins: Sequence[Sequence[str]] = (),
) -> Story:
    """Everything that the reports of one story say together.

    In: the extractions of the story in order of publication, the lineage between them, the actors linked across them
    and their names; `same_origins` are names that a person has said to be one origin.
    Out: the story with questions, explanations, timeline, origins and actors.
    """
    authorities = find_authorities(extractions, actors, same_origins)
    return Story(
        id=story_id,
        title=title,
        documents=tuple(extraction.document.id for extraction in extractions),
        questions=ask_questions(extractions, lineage, names, authorities),
        explanations=gather_hypotheses(extractions, names),
        timeline=draw_timeline(extractions, names),
        origins=count_origins(extractions, names),
        actors=actors,
        claims=tuple(claim for extraction in extractions for claim in list_claims(extraction, names)),
    )


def count_origins(extractions: Sequence[Extraction], names: Names) -> tuple[Origin, ...]:
    """On whose word the story rests: figures and explanations for each origin, most first."""
    readings: dict[str, int] = defaultdict(int)
    documents: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        by_id = {attribution.id: attribution for attribution in extraction.attributions}
        resting = [item.attribution for item in extraction.figures]
        resting += [item.attribution for item in extraction.explanations]
        for attribution in resting:
            chain = chain_of(by_id.get(attribution or ""), extraction.document.id, names)
            origin = origin_of(chain, extraction.document)
            if origin is not None:
                readings[origin] += 1
                documents[origin].add(extraction.document.id)
    found = [Origin(name, count, len(documents[name])) for name, count in readings.items()]
    return tuple(sorted(found, key=lambda origin: (-origin.documents, -origin.readings, origin.name)))
