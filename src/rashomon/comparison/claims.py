"""Every claim of a document in one list: what the exports show a row each."""

from typing import Literal

from rashomon.comparison.origins import origin_of
from rashomon.comparison.readings import Names, chain_of
from rashomon.model import Claim, Explanation, Extraction, Figure, Occurrence, Status

Kind = Literal["figure", "occurrence", "explanation"]


def list_claims(extraction: Extraction, names: Names) -> tuple[Claim, ...]:
    """Figures, occurrences and explanations as claims, and each attribution that carries none of them as "content"."""
    document = extraction.document
    by_id = {attribution.id: attribution for attribution in extraction.attributions}
    found: list[Claim] = []
    carried: set[str | None] = set()
    items: list[tuple[Kind, Figure | Occurrence | Explanation, Status]] = [
        *(("figure", item, item.status) for item in extraction.figures),
        *(("occurrence", item, item.status) for item in extraction.occurrences),
        *(("explanation", item, _status(item.stance)) for item in extraction.explanations),
    ]
    for kind, item, status in items:
        chain = chain_of(by_id.get(item.attribution or ""), document.id, names)
        origin = origin_of(chain, document)
        carried.add(item.attribution)
        found.append(Claim(document.id, kind, item.id, item.span, item.attribution, chain, origin, status))
    for attribution in extraction.attributions:
        if attribution.id not in carried and attribution.content:
            chain = chain_of(attribution, document.id, names)
            span, status = attribution.content[0], _status(attribution.stance)
            origin = origin_of(chain, document)
            found.append(Claim(document.id, "content", attribution.id, span, attribution.id, chain, origin, status))
    return tuple(sorted(found, key=lambda claim: (claim.span, claim.kind, claim.about)))


def _status(stance: str) -> Status:
    known: dict[str, Status] = {
        "denies": "denied",
        "doubts": "unconfirmed",
        "declines": "unconfirmed",
        "forecasts": "forecast",
    }
    return known.get(stance, "asserted")
