"""One document, from what was read to what it says. The stages stand in their order; none knows another."""

from rashomon.actors import extract_actors
from rashomon.annotation import annotate
from rashomon.attribution import extract_attributions
from rashomon.cleaning import clean
from rashomon.errors import RashomonError
from rashomon.explanations import extract_explanations
from rashomon.figures import extract_figures
from rashomon.model import Document, Extraction, Issue
from rashomon.occurrences import extract_occurrences
from rashomon.places import extract_places, make_place_of
from rashomon.times import extract_times, make_date_of

SUPPORTED_LANGUAGES = frozenset({"en"})


def extract(document: Document) -> Extraction:
    """Everything that `document`, as reading hands it on, says.

    A report in a language that is not supported, or without an article, is kept and shown but not extracted; the
    issue says so. A fault of our own while one report is read becomes an issue too, so that one odd page does not
    stop a million others; a broken resource stops the work (`ResourceError`).
    """
    document = clean(document)
    if not document.body:
        return _unread(document, "cleaning", "no article found in the page; kept as it is, nothing extracted")
    if document.language is not None and document.language not in SUPPORTED_LANGUAGES:
        return _unread(document, "extraction", f"language {document.language!r} is not supported; kept, not extracted")
    try:
        return read_document(document)
    except RashomonError:
        raise
    except Exception as error:  # a fault of ours: name it, keep the report, go on
        return _unread(document, "extraction", f"internal error, please report it: {type(error).__name__}: {error}")


def read_document(document: Document) -> Extraction:
    """The ordered stages for one cleaned document."""
    annotated = annotate(document)
    times = extract_times(annotated)
    date_of = make_date_of(annotated, times)
    places = extract_places(annotated)
    place_of = make_place_of(annotated, places)
    actors = extract_actors(annotated, places)
    attributions = extract_attributions(annotated, actors)
    return Extraction(
        document=document,
        attributions=attributions,
        figures=extract_figures(annotated, attributions, places, date_of, place_of),
        times=times,
        places=places,
        actors=actors,
        occurrences=extract_occurrences(annotated, attributions, places, actors, date_of, place_of),
        explanations=extract_explanations(annotated, attributions, actors),
    )


def _unread(document: Document, stage: str, message: str) -> Extraction:
    return Extraction(document, issues=(Issue(stage, document.path, message),))
