"""Counts that the text gives only person by person, and the reckoning of killed against shot.

Each person makes a figure of one. Where a report names more persons than any number it gives, their sum becomes a
figure of its own. Where it says how many were shot and how many of them died, the others are injured.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.figures.counted import Counted, is_sex_word
from rashomon.figures.draft import Draft
from rashomon.figures.mentions import Mention
from rashomon.figures.persons import Person
from rashomon.model import Annotated, Span
from rashomon.model.figure import Number
from rashomon.resources import load_resource

NAMED_ONE_BY_ONE = "named one by one"
NOT_KILLED = "shot, less those killed"


@cache
def _death_words() -> frozenset[str]:
    return frozenset(load_resource("persons")["death_words"])


def add_persons(
    annotated: Annotated, drafts: list[Draft], persons: Sequence[Person], others: Sequence[Person], roundup: bool
) -> list[Draft]:
    """`drafts` with the figures that `persons` make, and `others`, who belong to other events; ordered by passage.
    In a `roundup` of several events persons are not added up."""
    drafts = _without_both(annotated, drafts, persons)
    dead = [person for person in persons if "killed" in person.harms()]
    hurt = [person for person in persons if "killed" not in person.harms()]
    drafts = _with_dead_among_hurt(annotated, drafts, dead, hurt)
    killed = _written(drafts, "killed")
    shot, injured = _written(drafts, "shot"), _written(drafts, "injured")
    if not injured and max([0, *killed]) >= max(2, len(dead) + len(hurt)):
        hurt = [person for person in hurt if person.alive]
    deaths = max([len(dead), *killed])
    if shot and not deaths:
        drafts = [
            replace(draft, quantity="injured") if draft.quantity == "shot" and not draft.elsewhere else draft
            for draft in drafts
        ]
        shot, injured = [], [*injured, *shot]
    added = [*_figures(annotated, dead, "killed", drafts, roundup)]
    added.extend(_figures(annotated, hurt, "injured", drafts, roundup))
    if not roundup:
        added.extend(_mixed_totals(drafts, added))
    for person in others:
        harm = "killed" if "killed" in person.harms() else "injured"
        added.append(replace(_single(annotated, _best(person, harm), harm), elsewhere=True))
    if shot and not injured and max(shot) - deaths > 0:
        # As many hurt as were shot: the dead are others.
        added.append(_survivors(drafts, max(shot) - (deaths if len(hurt) < max(shot) else 0)))
    return _link_persons(annotated, _insert(drafts, added))


def _with_dead_among_hurt(
    annotated: Annotated, drafts: list[Draft], dead: Sequence[Person], hurt: Sequence[Person]
) -> list[Draft]:
    """ "Two men were wounded. One died, the other is in hospital": the wounded, told one by one, are who was shot.

    Not where the sentence that counts the wounded tells of a death, too: there the dead come on top.
    """
    number, shot = len(dead) + len(hurt), _written(drafts, "shot")
    if not dead or not hurt or max(_written(drafts, "injured"), default=0) != number:
        return drafts
    if (shot and max(shot) != number) or max(_written(drafts, "killed"), default=0) > len(dead):
        return drafts
    wounded = [draft for draft in drafts if draft.quantity == "injured" and draft.value == number]
    if any(_tells_of_death(annotated, draft.sentence) or _are_others(annotated, draft) for draft in wounded):
        return drafts
    return [replace(draft, quantity="shot") if draft in wounded else draft for draft in drafts]


def _are_others(annotated: Annotated, draft: Draft) -> bool:
    """ "two other men were grazed": they come on top of those told of before."""
    after = annotated.text[draft.core.end : draft.core.end + 12].lower().split()
    return draft.increment or after[:1] in (["other"], ["others"], ["more"])


def _tells_of_death(annotated: Annotated, sentence: int) -> bool:
    within = annotated.sentences[sentence]
    return any(token.lemma.lower() in _death_words() for token in annotated.tokens[within.first : within.last])


def _link_persons(annotated: Annotated, drafts: list[Draft]) -> list[Draft]:
    """`drafts` with each person as part of the total, where the persons make it up.

    Where a report gives a larger number than it has persons, that they belong to it would be a guess: the person
    then stands as a group of its own.
    """
    totals = {quantity: _total_place(drafts, quantity) for quantity in ("killed", "injured")}
    singles = {quantity: _number_of_persons(drafts, quantity) for quantity in totals}
    linked = []
    for n, draft in enumerate(drafts):
        total = totals.get(draft.quantity)
        if total is None or total == n or draft.elsewhere or draft.part_of is not None:
            linked.append(draft)
        elif _is_beside(draft, drafts[total]) or (draft.person and singles[draft.quantity] == drafts[total].value):
            noun = annotated.tokens[draft.counted.mention].lemma.lower()
            linked.append(replace(draft, part_of=total, group=draft.group or (noun if is_sex_word(noun) else None)))
        elif draft.person:
            linked.append(replace(draft, group=_description(annotated, draft)))
        else:
            linked.append(draft)
    return linked


def _number_of_persons(drafts: Sequence[Draft], quantity: str) -> int:
    return sum(draft.person and not draft.elsewhere for draft in drafts if draft.quantity == quantity)


def _description(annotated: Annotated, draft: Draft) -> str | None:
    """The person's name as written, or the noun; None for a pronoun."""
    token = annotated.tokens[draft.counted.mention]
    if token.pos == "PRON":
        return None
    if token.lower == "one":
        of = (child for child in annotated.children[token.i] if annotated.tokens[child].lower == "of")
        nouns = (annotated.tokens[g] for child in of for g in annotated.children[child])
        return next((noun.lemma.lower() for noun in nouns if noun.dep == "pobj" and noun.pos == "NOUN"), None)
    return draft.span.of(annotated.text) if token.pos == "PROPN" else token.lemma.lower()


def _is_beside(draft: Draft, total: Draft) -> bool:
    """The "two men" of "two men and a woman", whose total is a figure of its own."""
    return total.qualifier == NAMED_ONE_BY_ONE and draft.span != total.span and total.span.contains(draft.span)


def _total_place(drafts: Sequence[Draft], quantity: str) -> int | None:
    """Where the largest total of two or more stands among `drafts`."""
    fitting = [
        n
        for n, draft in enumerate(drafts)
        if draft.quantity == quantity
        and not (draft.elsewhere or draft.person or draft.increment or draft.earlier)
        and draft.part_of is None
        and draft.group is None
        and draft.value is not None
        and draft.value > 1
    ]
    return max(fitting, key=lambda n: (drafts[n].value or 0, -n), default=None)


def _without_both(annotated: Annotated, drafts: list[Draft], persons: Sequence[Person]) -> list[Draft]:
    """ "Both men were taken to hospital", when one of two persons died: speaks of persons who are counted already."""
    if len(persons) < 2 or not any("killed" in person.harms() for person in persons):
        return drafts
    parts = {draft.part_of for draft in drafts}
    kept = [
        n
        for n, draft in enumerate(drafts)
        if n in parts or draft.quantity not in ("injured", "shot") or draft.core.of(annotated.text).lower() != "both"
    ]
    place = {n: where for where, n in enumerate(kept)}
    return [replace(drafts[n], part_of=None if (of := drafts[n].part_of) is None else place[of]) for n in kept]


def _written(drafts: Sequence[Draft], quantity: str) -> list[int]:
    return [
        int(draft.value if draft.value is not None else draft.low or 0)
        for draft in drafts
        if draft.quantity == quantity and not draft.elsewhere
    ]


def _survivors(drafts: Sequence[Draft], number: int) -> Draft:
    of = max(
        (draft for draft in drafts if draft.quantity == "shot" and not draft.elsewhere),
        key=lambda draft: draft.value or draft.low or 0,
    )
    return replace(of, quantity="injured", value=number, low=number, high=number, qualifier=NOT_KILLED)


def _figures(
    annotated: Annotated, persons: Sequence[Person], quantity: str, drafts: Sequence[Draft], roundup: bool
) -> list[Draft]:
    if not persons:
        return []
    singles = [_single(annotated, _best(person, quantity), quantity) for person in persons]
    written = _written(drafts, quantity)
    first = persons[0].mentions[0].sentence
    if any(mention.apart and mention.sentence != first for person in persons for mention in person.mentions):
        return singles
    if roundup or len(persons) == 1 or max([0, *written]) >= len(persons):
        return singles
    last = singles[-1]
    total = replace(
        last, value=len(persons), low=len(persons), high=len(persons), qualifier=NAMED_ONE_BY_ONE, person=False
    )
    return [*singles, total]


def _mixed_totals(drafts: Sequence[Draft], singles: Sequence[Draft]) -> list[Draft]:
    """ "Two men and a woman were killed": the number and the persons of one predicate together."""
    totals = []
    for draft in drafts:
        if draft.counted.predicate is None or draft.value is None or draft.value < 2 or draft.part_of is not None:
            continue
        along = [
            single
            for single in singles
            if single.counted.predicate == draft.counted.predicate and single.quantity == draft.quantity
        ]
        if along and not draft.elsewhere:
            number = draft.value + len(along)
            span = Span(min(draft.span.start, along[0].span.start), max(draft.span.end, along[-1].span.end))
            totals.append(
                replace(draft, span=span, value=number, low=number, high=number, qualifier=NAMED_ONE_BY_ONE, group=None)
            )
    return totals


def _best(person: Person, quantity: str) -> Mention:
    """The first passage that says it, a name or a description before a pronoun."""
    harms = ("killed",) if quantity == "killed" else ("injured", "shot")
    fitting = [mention for mention in person.mentions if mention.harm in harms]
    return min(fitting, key=lambda mention: (mention.kind == "pronoun", mention.token))


def _single(annotated: Annotated, mention: Mention, quantity: str) -> Draft:
    token = annotated.tokens[mention.token]
    span = _name_span(annotated, mention)
    one: Number = 1
    return Draft(
        span=span,
        core=Span(token.start, token.end),
        sentence=mention.sentence,
        counted=Counted(quantity, mention.token, mention.predicate, mention.token),
        quantity=quantity,
        value=one,
        low=one,
        high=one,
        person=True,
    )


def _name_span(annotated: Annotated, mention: Mention) -> Span:
    tokens = annotated.tokens
    token = tokens[mention.token]
    first = token.i
    while (
        first > 0
        and tokens[first - 1].sentence == token.sentence
        and (
            (tokens[first - 1].pos == "PROPN" and token.pos == "PROPN")
            or (
                tokens[first - 1].head == token.i
                and token.pos != "PRON"
                and tokens[first - 1].dep in ("det", "compound", "amod", "poss", "nummod")
            )
        )
    ):
        first -= 1
    return Span(tokens[first].start, token.end)


def _insert(drafts: list[Draft], added: list[Draft]) -> list[Draft]:
    """All in text order, with `part_of` pointing to the new places."""
    order = sorted(
        [(draft.span.start, 0, n, draft) for n, draft in enumerate(drafts)]
        + [(draft.span.start, 1, n, draft) for n, draft in enumerate(added)],
        key=lambda item: item[:3],
    )
    place = {n: where for where, (_, kind, n, _) in enumerate(order) if kind == 0}
    return [replace(draft, part_of=None if draft.part_of is None else place[draft.part_of]) for _, _, _, draft in order]
