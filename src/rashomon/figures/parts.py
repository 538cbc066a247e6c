"""Totals and their parts, additions, and numbers that take what they count from a figure before them."""

import re
from dataclasses import replace
from functools import cache

from rashomon.figures.counted import FATALLY, OTHER, is_sex_word, read_group
from rashomon.figures.draft import Draft
from rashomon.figures.lexicon import Lexicon
from rashomon.model import Annotated
from rashomon.resources import load_resource

LISTED = re.compile(r"(?i)\A[\w\s-]{0,30}(?:,|and|,\s?and|as well as)\s+(?:[a-z]+\s){0,2}\Z")
OTHERS = re.compile(r"(?i)\A\s*others\b")
# "one of the dead" is part of the dead, whatever count stands nearer.
NAMED = tuple(
    (quantity, re.compile(rf"(?i)\s*of the (?:{words})\b|\bof the (?:{words})\W*\Z"))
    for quantity, words in (
        ("killed", "dead|killed|deceased|slain"),
        ("injured", "wounded|injured"),
        ("detained", "detained|arrested|detainees"),
        ("missing", "missing"),
    )
)
COUNTS_OF_PEOPLE = (
    "killed",
    "injured",
    "missing",
    "detained",
    "displaced",
    "kidnapped",
    "casualties",
    "infected",
    "rescued",
    "shot",
)


@cache
def _pattern(place: str, means: str) -> re.Pattern[str]:
    """The rules of `parts.yaml` for one place and one meaning, as one pattern."""
    patterns = [rule["pattern"] for rule in load_resource("parts") if (rule["place"], rule["means"]) == (place, means)]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?:{joined})\Z" if place == "before" else rf"\A(?:{joined})", re.IGNORECASE)


def link_parts(annotated: Annotated, lexicon: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """`drafts` (in text order) with `part_of`, `increment` and inherited quantities filled in."""
    linked: list[Draft] = []
    for draft in drafts:
        before, after = _around(annotated, draft)
        current = draft
        if _pattern("before", "increment").search(before) or _pattern("after", "increment").match(after):
            current = replace(current, increment=not _is_beside_another(linked, current))
        total = _total_before(annotated, linked, current, before, after)
        if total is not None:
            current = _as_part(annotated, lexicon, linked, current, total)
        elif current.quantity == OTHER and not current.measured and _pattern("before", "total").search(before):
            current = _inherit(linked, current)
        elif current.quantity in COUNTS_OF_PEOPLE and current.group is None and OTHERS.match(after):
            current = replace(current, group=_group_of_others(linked, current))
        linked.append(current)
    return linked


def _is_beside_another(linked: list[Draft], draft: Draft) -> bool:
    """ "killed 12 and wounded 40 more": the forty are added to the dead, and are the whole count of the wounded."""
    counts = [other for other in linked if other.quantity in COUNTS_OF_PEOPLE and draft.quantity in COUNTS_OF_PEOPLE]
    for back in (0, 1):
        near = {other.quantity for other in counts if draft.sentence - other.sentence == back}
        if near:
            return draft.quantity not in near
    return False


def _group_of_others(linked: list[Draft], draft: Draft) -> str | None:
    """ "12 miners were killed and 40 others hurt": the group of the count right before it in the sentence."""
    before = linked[-1] if linked else None
    if before is None or before.sentence != draft.sentence or before.quantity not in COUNTS_OF_PEOPLE:
        return None
    groups = {other.group for other in linked if other.sentence == draft.sentence}
    several = before.part_of is None and (before.value is None or before.value > 1)
    return before.group if several and len(groups) == 1 and not is_sex_word(before.group) else None


def _around(annotated: Annotated, draft: Draft) -> tuple[str, str]:
    sentence = annotated.sentences[draft.sentence].span
    return (
        annotated.text[max(sentence.start, draft.span.start - 80) : draft.span.start],
        annotated.text[draft.span.end : min(sentence.end, draft.span.end + 60)],
    )


def _total_before(annotated: Annotated, linked: list[Draft], draft: Draft, before: str, after: str) -> int | None:
    named = next((quantity for quantity, words in NAMED if words.match(after) or words.search(before)), None)
    candidates = [
        n
        for n, other in enumerate(linked)
        if other.quantity in COUNTS_OF_PEOPLE and not other.earlier and named in (None, other.quantity)
    ]
    if not candidates or draft.measured:
        return None
    is_part = bool(_pattern("before", "part").search(before) or _pattern("after", "part").match(after))
    nearest = candidates[-1]
    total = linked[nearest]
    same = total.sentence == draft.sentence
    if same and total.quantity in ("shot", "injured") and _is_fatal_part(annotated, draft):
        return nearest
    if not is_part:
        gap = annotated.text[total.span.end : draft.span.start] if same else ""
        if not (
            same and total.part_of is not None and draft.quantity in (OTHER, *_things_of(total)) and LISTED.match(gap)
        ):
            return None
        nearest = total.part_of
        total = linked[nearest]
    elif not same and (draft.sentence - total.sentence > 1 or not _reaches_back(annotated, draft, before, after)):
        return None
    while total.part_of is not None and total.part_of != nearest:
        nearest = total.part_of
        total = linked[nearest]
    if _top(draft) > _bound(total):
        return None
    return nearest


def _reaches_back(annotated: Annotated, draft: Draft, before: str, after: str) -> bool:
    """ "Two of them were children.", "Of the dead, 12 were nurses.": a sentence about those of the one before."""
    if _pattern("after", "part").match(after):
        return True
    opening = annotated.text[annotated.sentences[draft.sentence].span.start : draft.span.start]
    match = _pattern("before", "part").search(opening)
    return match is not None and match.start() == 0


def _is_fatal_part(annotated: Annotated, draft: Draft) -> bool:
    """ "three people were shot, one fatally"."""
    predicate = draft.counted.predicate
    return predicate is not None and annotated.tokens[predicate].lower in FATALLY


def _things_of(total: Draft) -> tuple[str, ...]:
    return (total.quantity, "police", "troops", "fighters", "protesters")


def _top(draft: Draft) -> float:
    return draft.value if draft.value is not None else draft.low or 0


def _bound(total: Draft) -> float:
    if total.high is None:
        return float("inf")
    return total.high


def _as_part(annotated: Annotated, lexicon: Lexicon, linked: list[Draft], draft: Draft, total: int) -> Draft:
    whole = linked[total]
    if draft.quantity in COUNTS_OF_PEOPLE and draft.quantity != whole.quantity:
        return replace(draft, part_of=total)
    counted = replace(draft.counted, quantity=whole.quantity, predicate=whole.counted.predicate)
    group = read_group(annotated, lexicon, counted)
    return replace(draft, quantity=whole.quantity, part_of=total, group=group or _said_of(annotated, draft), unit=None)


def _said_of(annotated: Annotated, draft: Draft) -> str | None:
    """ "of whom six were children": the noun said of the part."""
    tokens = annotated.tokens
    verb = tokens[tokens[draft.counted.mention].head]
    for child in annotated.children[verb.i]:
        if tokens[child].dep == "attr" and tokens[child].pos == "NOUN" and child > draft.counted.mention:
            return tokens[child].lemma.lower()
    return None


def _inherit(linked: list[Draft], draft: Draft) -> Draft:
    for other in reversed(linked):
        if draft.sentence - other.sentence > 1:
            break
        if other.quantity in COUNTS_OF_PEOPLE:
            return replace(draft, quantity=other.quantity, group=other.group)
    return draft
