"""Lineage between the documents of a case."""

from collections.abc import Sequence

from rashomon.lineage.candidates import candidate_pairs, find_furniture
from rashomon.lineage.passages import Tile, changed_numbers, shared_passages
from rashomon.lineage.words import Words, body_words, shingles, without
from rashomon.model import ChangedFigure, Document, Lineage, LineageKind, SharedPassage

# Calibrated on 189 labelled pairs of local news (see evaluation/RESULTS.md): the shares of body words in shared
# passages from which on two texts count as one rewritten from the other, and as one a copy of the other.
REWRITE_SHARE = 0.15
COPY_SHARE = 0.80
QUOTED_SHARE = 0.8
# Shorter shared passages are names with ages, streets and the stock phrases of police notices.
LONGEST_AT_LEAST = 18


def link_lineage(documents: Sequence[Document]) -> tuple[Lineage, ...]:
    """Which of `documents` share wording, in which direction, and which numbers differ inside it.

    In: documents with their bodies. Out: one `Lineage` for each dependent pair, ordered by copy and origin id.
    Candidates share runs of eight words (Broder's shingles, exact); their passages are then aligned word by word.
    Wording that recurs in reports which share little else is furniture and counts for nothing.
    """
    words = {document.id: body_words(document) for document in documents}
    by_id = {document.id: document for document in documents}
    runs = {name: frozenset(shingles(its)) for name, its in words.items()}
    furniture = find_furniture(runs)
    words = {name: without(its, furniture) if furniture & runs[name] else its for name, its in words.items()}
    found = []
    for one, other in candidate_pairs({name: its - furniture for name, its in runs.items()}):
        copy, origin, evident, why = _direction(by_id[one], by_id[other])
        link = _link(copy, origin, words[copy.id], words[origin.id], evident, why)
        if link is not None:
            found.append(link)
    return tuple(sorted(found, key=lambda link: (link.copy, link.origin)))


def _direction(one: Document, other: Document) -> tuple[Document, Document, bool, str]:
    """(copy, origin, whether the direction is evident, why). A credit line counts for more than a date."""
    for copy, origin in ((one, other), (other, one)):
        if copy.agency is not None and copy.agency == origin.outlet:
            return copy, origin, True, f"the copy credits {copy.agency}"
    if one.published is not None and other.published is not None:
        length = min(len(one.published), len(other.published))
        early, late = sorted((one, other), key=lambda document: (document.published or "")[:length])
        if (early.published or "")[:length] < (late.published or "")[:length]:
            return late, early, True, f"published {early.published}, the other {late.published}"
    first, second = sorted((one, other), key=lambda document: document.id)
    return second, first, False, "neither a credit nor the dates say which came first"


def _link(
    copy: Document, origin: Document, copy_words: Words, origin_words: Words, evident: bool, why: str
) -> Lineage | None:
    tiles = shared_passages(copy_words, origin_words)
    if max((tile.matched for tile in tiles), default=0) < LONGEST_AT_LEAST:
        return None
    matched = sum(tile.matched for tile in tiles)
    share = matched / len(copy_words.text)
    share_of_origin = min(1.0, matched / len(origin_words.text))
    kind = _kind(tiles, copy_words, max(share, share_of_origin))
    if kind is None:
        return None
    return Lineage(
        copy=copy.id,
        origin=origin.id,
        kind=kind,
        share=round(share, 3),
        direction="evident" if evident else "unknown",
        passages=tuple(_passage(tile, copy_words, origin_words) for tile in tiles),
        changed=_changed(copy, origin, copy_words, origin_words, tiles),
        detail=f"{matched} of {len(copy_words.text)} words shared ({share_of_origin:.0%} of the other text); {why}",
    )


def _kind(tiles: list[Tile], words: Words, share: float) -> LineageKind | None:
    quoted = sum(sum(words.quoted[tile.left : tile.left_end]) for tile in tiles)
    covered = sum(tile.left_end - tile.left for tile in tiles)
    if quoted >= QUOTED_SHARE * covered:
        return "shared_quote"
    if share >= COPY_SHARE:
        return "copy"
    return "rewrite" if share >= REWRITE_SHARE else None


def _passage(tile: Tile, copy: Words, origin: Words) -> SharedPassage:
    return SharedPassage(
        copy.start[tile.left],
        copy.end[tile.left_end - 1],
        origin.start[tile.right],
        origin.end[tile.right_end - 1],
    )


def _changed(
    copy: Document, origin: Document, copy_words: Words, origin_words: Words, tiles: list[Tile]
) -> tuple[ChangedFigure, ...]:
    found = []
    for gap in changed_numbers(copy_words, origin_words, tiles):
        start, end = copy_words.start[gap.left], copy_words.end[gap.left_end - 1]
        origin_start, origin_end = origin_words.start[gap.right], origin_words.end[gap.right_end - 1]
        says, said = copy.text[start:end], origin.text[origin_start:origin_end]
        found.append(ChangedFigure(start, end, origin_start, origin_end, says, said))
    return tuple(found)
