"""From the figures of one document to its readings: one for each different answer that the document gives."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.comparison.origins import origin_of
from rashomon.comparison.sentences import TOTAL, sentence_at
from rashomon.model import Attribution, Extraction, Figure, Hop, Lineage, Reading, Span

# How a passage writes that it counts one; "the harbour master" or "his brother" tells of one, and of nobody else.
WRITTEN_ONE = re.compile(r"\d|\b(?:one|an?|single|sole|lone|another|only|first)\b", re.IGNORECASE)
# A run of this many words that stands to the letter in two reports was not written twice.
SAME_WORDING = 8
WORD = re.compile(r"\w+")

Names = Mapping[tuple[str, str], str]
"""(document id, name of an actor in that document) → its name across the story."""


def canonical(names: Names, doc: str, speaker: str) -> str:
    """The name of `speaker` of document `doc` across the story; itself where nothing links it."""
    return names.get((doc, speaker), speaker)


def chain_of(attribution: Attribution | None, doc: str, names: Names) -> tuple[str, ...]:
    """The speakers of `attribution` outermost first, under their names across the story; () without attribution."""
    if attribution is None:
        return ()
    return tuple(canonical(names, doc, speaker) for speaker in attribution.chain)


def hops_of(attribution: Attribution | None, doc: str, names: Names) -> tuple[Hop, ...]:
    """The same with the passage of each."""
    if attribution is None:
        return ()
    return tuple(Hop(canonical(names, doc, hop.speaker), hop.span) for hop in attribution.hops)


def said_by(extraction: Extraction, attribution: str | None) -> Attribution | None:
    """The attribution of that id in `extraction`; None for the report's own voice."""
    return next((found for found in extraction.attributions if found.id == attribution), None)


def reading_of(figure: Figure, extraction: Extraction, names: Names) -> Reading:
    """The answer that `figure` gives in its document."""
    document = extraction.document
    attribution = said_by(extraction, figure.attribution)
    chain = chain_of(attribution, document.id, names)
    return Reading(
        doc=document.id,
        span=figure.span,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        as_of=figure.as_of or document.published,
        status=figure.status,
        chain=chain,
        origin=origin_of(chain, document),
        figure=figure.id,
        as_of_from="sentence" if figure.as_of is not None else ("publication" if document.published else None),
        qualifier=figure.qualifier,
        group=figure.group,
        place=figure.place,
        phrase=figure.phrase,
        attribution=figure.attribution,
        hops=hops_of(attribution, document.id, names),
        stands=figure.status != "retracted" and not _is_denial(attribution),
        counted=figure.value != 1 or WRITTEN_ONE.search(figure.span.of(document.text)) is not None,
        running=TOTAL.search(sentence_at(document.text, figure.span).of(document.text)) is not None,
    )


def _is_denial(attribution: Attribution | None) -> bool:
    """Whoever denies a number does not give it: the reading is shown, but carries no range."""
    return attribution is not None and attribution.stance == "denies"


def merge_repeats(readings: Sequence[Reading]) -> list[Reading]:
    """One reading for each different answer of a document. Where the report repeats in its own voice what it also
    attributes, the attributed reading is kept; the other passages are noted in `also`."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda reading: (reading.doc, not reading.chain, reading.span)):
        for i, other in enumerate(kept):
            if _same_answer(reading, other):
                kept[i] = replace(other, also=(*other.also, reading.span))
                break
        else:
            kept.append(reading)
    return kept


def _same_answer(reading: Reading, kept: Reading) -> bool:
    if (reading.doc, reading.value, reading.status) != (kept.doc, kept.value, kept.status):
        return False
    if reading.chain not in ((), kept.chain):
        return False
    return (reading.low, reading.high) == (kept.low, kept.high) or not reading.chain


def mark_copies(readings: Sequence[Reading], lineage: Sequence[Lineage]) -> list[Reading]:
    """Note for each reading whose passage lies in copied wording which document it was copied from.

    A number changed inside copied wording is still copied wording. The origin of a passage without a speaker, agency
    or outlet of its own is that of the report it was copied from.
    """
    by_copy: dict[str, list[Lineage]] = {}
    for link in lineage:
        by_copy.setdefault(link.copy, []).append(link)
    found = []
    for reading in readings:
        links = [link for link in by_copy.get(reading.doc, ()) if _lies_in(reading.span, link)]
        found.append(replace(reading, copied_from=_root(links, by_copy)) if links else reading)
    return found


def mark_same_wording(readings: Sequence[Reading], texts: Mapping[str, str]) -> list[Reading]:
    """Note as copied each reading whose sentence shares a run of `SAME_WORDING` words with that of an earlier reading
    of another report.

    readings  of one question, in order of publication; `texts` the text of each document by id
    """
    first: dict[tuple[str, ...], str] = {}
    found = []
    for reading in readings:
        text = texts[reading.doc]
        words = WORD.findall(sentence_at(text, reading.span).of(text).lower())
        runs = [tuple(words[i : i + SAME_WORDING]) for i in range(len(words) - SAME_WORDING + 1)]
        earlier = [first[run] for run in runs if first.get(run, reading.doc) != reading.doc]
        for run in runs:
            first.setdefault(run, reading.doc)
        copied = earlier and reading.copied_from is None
        found.append(replace(reading, copied_from=earlier[0]) if copied else reading)
    return found


def _root(links: Sequence[Lineage], by_copy: Mapping[str, Sequence[Lineage]]) -> str:
    """The first text of the line: of several origins the one that is itself no copy of another of them."""
    origins = sorted({link.origin for link in links})
    copies = {name for name in origins if any(link.origin in origins for link in by_copy.get(name, ()))}
    return next((name for name in origins if name not in copies), origins[0])


def _lies_in(span: Span, link: Lineage) -> bool:
    return any(passage.copy_start < span.end and span.start < passage.copy_end for passage in link.passages)


def name_copied_origins(readings: Sequence[Reading], outlets: Mapping[str, str | None]) -> list[Reading]:
    """A copied passage in the report's own voice has the origin of the report it was copied from.

    outlets  document id → its credited agency or outlet, None where neither is known
    """
    return [
        replace(reading, origin=outlets[reading.copied_from] or reading.origin)
        if reading.copied_from is not None and not reading.chain and reading.copied_from in outlets
        else reading
        for reading in readings
    ]
