"""Reports made by hand for the tests of this folder."""

from rashomon.actors import extract_actors, link_actors
from rashomon.annotation import annotate
from rashomon.model import Actor, ActorKind, Document, Extraction, Place, Span, StoryActor, document_id
from rashomon.places import extract_places


def actors_of(text: str) -> tuple[Actor, ...]:
    """The actors of a report whose body is the whole of `text`."""
    return extraction_of(text).actors


def extraction_of(text: str) -> Extraction:
    """The report with nothing but its places and actors."""
    document = Document(document_id(text), "test", text, body=(Span(0, len(text)),))
    annotated = annotate(document)
    places = extract_places(annotated)
    return Extraction(document, places=places, actors=extract_actors(annotated, places))


def story_of(*texts: str) -> tuple[StoryActor, ...]:
    """The actors across the reports whose bodies are `texts`."""
    return link_actors([extraction_of(text) for text in texts])


def named(text: str, *actors: tuple[str, ActorKind, tuple[str, ...]], places: tuple[str, ...] = ()) -> Extraction:
    """A report with the actors (name, kind, titles) and the towns at the places of their names in `text`."""

    def span(name: str) -> Span:
        start = text.index(name)
        return Span(start, start + len(name))

    found = tuple(Actor(name, kind, (span(name),), (name,), titles) for name, kind, titles in actors)
    towns = tuple(Place(span(name), name, None, None, None, "city") for name in places)
    return Extraction(Document(document_id(text), "test", text), places=towns, actors=found)


def names_in(found: tuple[StoryActor, ...]) -> list[set[str]]:
    """The spellings of each actor."""
    return [set(actor.names) for actor in found]
