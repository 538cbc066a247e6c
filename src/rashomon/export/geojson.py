"""Places with what is said to have happened there, as GeoJSON (RFC 7946: WGS 84, longitude first)."""

from rashomon.export.evidence import Evidence
from rashomon.model import Account, Extraction, Place, Span
from rashomon.model.contract import Json
from rashomon.store.encoding import json_text

PlaceKey = tuple[int | None, str]


def geojson_text(account: Account) -> str:
    """A feature a place. A place that could not be linked has no geometry (null), as RFC 7946 has it for things that
    are not located. Places that only stand for people or a government ("Washington said") are left out unless
    something is said to have happened there."""
    evidence = Evidence.of(account)
    features: dict[PlaceKey, Json] = {}
    for extraction in account.extractions:
        said = _said_by_place(evidence, extraction)
        named = set(said)
        for place in extraction.places:
            if place.literal or place.name in named:
                _note(features, extraction, place, said)
    ordered = sorted(features.values(), key=lambda feature: (-len(feature["properties"]["mentions"]), feature["id"]))
    return json_text({"type": "FeatureCollection", "features": ordered}) + "\n"


def _note(features: dict[PlaceKey, Json], extraction: Extraction, place: Place, said: dict[str, list[Json]]) -> None:
    key = (place.geonameid, "" if place.geonameid is not None else place.name)
    feature: Json = features.setdefault(key, _feature(place))
    mention = {"doc": extraction.document.id, "span": [place.span.start, place.span.end]}
    feature["properties"]["mentions"].append(mention)
    # What is said of a name is taken out with its first mention, so that it is listed once a report.
    feature["properties"]["said"].extend(said.pop(place.name, []))


def _feature(place: Place) -> Json:
    located = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": f"geonames:{place.geonameid}" if place.geonameid is not None else f"name:{place.name}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if located else None,
        "properties": {
            "name": place.name,
            "geonameid": place.geonameid,
            "kind": place.kind,
            "country": place.country,
            "mentions": [],
            "said": [],
        },
    }


def _said_by_place(evidence: Evidence, extraction: Extraction) -> dict[str, list[Json]]:
    """What one document says of each place, by the name of the place, in order of the text."""
    doc, found = extraction.document.id, []
    for figure in extraction.figures:
        about = {"quantity": figure.quantity, "value": figure.value, "low": figure.low, "high": figure.high}
        when = figure.as_of
        item = (figure.place, "figure", about | {"group": figure.group}, when, figure.status, figure.attribution)
        found.append((figure.phrase if figure.phrase is not None else figure.span, item))
    for event in extraction.occurrences:
        item = (event.where, "occurrence", {"event": event.type}, event.when, event.status, event.attribution)
        found.append((event.phrase if event.phrase is not None else event.span, item))
    said: dict[str, list[Json]] = {}
    for span, (place, kind, about, when, status, attribution) in sorted(found, key=lambda pair: pair[0]):
        if place is not None:
            entry = _entry(evidence, doc, span, attribution)
            said.setdefault(place, []).append({"kind": kind, **about, "when": when, "status": status, **entry})
    return said


def _entry(evidence: Evidence, doc: str, span: Span, attribution: str | None) -> dict[str, Json]:
    source = evidence.attribution(doc, attribution)
    return {
        "chain": [] if source is None else list(source.chain),
        "doc": doc,
        "span": [span.start, span.end],
        "passage": evidence.words(doc, span),
    }
