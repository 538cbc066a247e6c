"""The figures of one report, stage by stage."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.figures.capacity import capacity_unit
from rashomon.figures.counted import OTHER, decide, group_words, is_sex_word, read_group, with_partner
from rashomon.figures.draft import Draft
from rashomon.figures.elsewhere import SUFFIX, elsewhere_sentences, mark_elsewhere, part_persons, roundup_sentences
from rashomon.figures.hedges import read_interval
from rashomon.figures.lexicon import Lexicon, load_lexicon
from rashomon.figures.mentions import HARMS, find_cued, find_mentions
from rashomon.figures.numbers import NumberExpression, scan_numbers
from rashomon.figures.parts import COUNTS_OF_PEOPLE, link_parts
from rashomon.figures.persons import gather_persons
from rashomon.figures.predicates import Predicate, find_predicates
from rashomon.figures.quantity import is_idle, is_passing, is_quantity
from rashomon.figures.setting import VERBS, place_of_clause, spans_of_clause
from rashomon.figures.status import (
    Remark,
    concerns,
    find_status_remarks,
    is_forecast,
    is_guess,
    is_presupposed,
    is_standing,
    status_of_stance,
)
from rashomon.figures.tally import add_persons
from rashomon.model import Annotated, Attribution, DateOf, Figure, Place, PlaceOf, Sentence, Span, TimeExpression
from rashomon.model.figure import Status

CLOCKED = re.compile(r"(\d{4}-\d{2}-\d{2})T")
CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "parataxis")


def extract_figures(
    annotated: Annotated,
    attributions: Sequence[Attribution],
    places: Sequence[Place],
    date_of: DateOf,
    place_of: PlaceOf,
    *,
    lexicon: Lexicon | None = None,
) -> tuple[Figure, ...]:
    """Every quantity that the title and the body give, in text order.

    Numbers are found by pattern, what they count by the syntactic roles of the parse and the lexicon `quantities.yaml`
    (with a user's own entries), hedges become intervals by `hedges.yaml`. The status comes from the verb, from the
    stance of the attribution and from remarks in the text.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    predicates = find_predicates(annotated, lexicon)
    by_patient: dict[int, list[Predicate]] = defaultdict(list)
    cued = list(find_cued(annotated))
    for predicate in [*predicates, *(predicate for predicate, _ in cued)]:
        by_patient[predicate.patient].append(predicate)
    drafts = [
        draft for sentence in annotated.sentences for draft in _read_sentence(annotated, lexicon, by_patient, sentence)
    ]
    drafts = link_parts(annotated, lexicon, drafts)
    away, totals = elsewhere_sentences(annotated), roundup_sentences(annotated)
    drafts = _drop_ones(drafts)
    drafts = mark_elsewhere(_drop_lone_sexes(drafts), away | totals)
    several = [draft for draft in drafts if draft.value != 1 or draft.part_of is not None]
    beside = frozenset(draft.counted.mention for draft in several) | frozenset(
        token.i for draft in several for token in annotated.tokens_in(draft.core)
    )
    persons = gather_persons(find_mentions(annotated, predicates, cued, beside), away)
    drafts = add_persons(annotated, drafts, *part_persons(annotated, persons, away, date_of), bool(totals))
    surviving = frozenset(predicate.token for predicate, alive in cued if alive)
    return _finish(annotated, drafts, attributions, places, date_of, place_of, surviving)


def _read_sentence(
    annotated: Annotated, lexicon: Lexicon, by_patient: dict[int, list[Predicate]], sentence: Sentence
) -> list[Draft]:
    numbers = scan_numbers(annotated.text, sentence.span)
    found = []
    for index, number in enumerate(numbers):
        left = numbers[index - 1].span.end if index else sentence.span.start
        right = numbers[index + 1].span.start if index + 1 < len(numbers) else sentence.span.end
        draft = _read_number(annotated, lexicon, by_patient, sentence, number, left, right)
        if draft is not None:
            found.append(draft)
    return found


def _read_number(
    annotated: Annotated,
    lexicon: Lexicon,
    by_patient: dict[int, list[Predicate]],
    sentence: Sentence,
    number: NumberExpression,
    left: int,
    right: int,
) -> Draft | None:
    counted = decide(annotated, lexicon, by_patient, sentence, number)
    if counted is None or not is_quantity(annotated, sentence, number, counted):
        return None
    if number.lexical and (counted.quantity == OTHER or (number.value == 0 and counted.predicate is None)):
        return None
    if is_idle(annotated, number, counted):
        return None
    interval = read_interval(annotated.text, number, left, right)
    unit = None if number.unit is None else number.unit.name
    if unit is None and counted.quantity == OTHER:
        unit = _unit_of_other(annotated, number, counted.noun)
    return Draft(
        span=interval.span,
        core=number.core,
        sentence=sentence.i,
        counted=counted,
        quantity=counted.quantity,
        value=number.value,
        low=interval.low,
        high=interval.high,
        qualifier="from" if number.earlier and interval.qualifier is None else interval.qualifier,
        group=read_group(annotated, lexicon, counted),
        unit=unit,
        earlier=number.earlier,
        lexical=number.lexical,
        measured=number.unit is not None,
    )


def _unit_of_other(annotated: Annotated, number: NumberExpression, noun: int | None) -> str | None:
    """What is counted where no entry of the lexicon names it; None where the number is given in passing."""
    if noun is None or annotated.tokens[noun].pos not in ("NOUN", "PROPN") or is_passing(annotated, number, noun):
        return None
    return capacity_unit(annotated, noun) or with_partner(annotated, noun, " ".join(group_words(annotated, noun)))


def _drop_ones(drafts: list[Draft]) -> list[Draft]:
    """A written "one" that is killed or hurt is a person, and is told apart with the persons; parts and totals stay."""
    totals = {draft.part_of for draft in drafts}
    kept = [
        n
        for n, draft in enumerate(drafts)
        if not (draft.value == 1 and draft.quantity in HARMS and draft.part_of is None and draft.qualifier is None)
        or n in totals
    ]
    place = {n: where for where, n in enumerate(kept)}
    return [replace(drafts[n], part_of=None if (of := drafts[n].part_of) is None else place[of]) for n in kept]


def _drop_lone_sexes(drafts: list[Draft]) -> list[Draft]:
    """A group that says only sex or age stays only beside another figure of the quantity in its sentence."""
    beside: dict[tuple[int, str], int] = defaultdict(int)
    for draft in drafts:
        beside[draft.sentence, draft.quantity] += 1
    return [
        replace(draft, group=None)
        if is_sex_word(draft.group) and beside[draft.sentence, draft.quantity] == 1 and draft.part_of is None
        else draft
        for draft in drafts
    ]


def _finish(
    annotated: Annotated,
    drafts: list[Draft],
    attributions: Sequence[Attribution],
    places: Sequence[Place],
    date_of: DateOf,
    place_of: PlaceOf,
    surviving: frozenset[int],
) -> tuple[Figure, ...]:
    remarks = find_status_remarks(annotated)
    held = _innermost(attributions)
    with_figures: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.quantity in COUNTS_OF_PEOPLE:
            holding = _holding(held, draft.core)
            with_figures[draft.sentence] |= {holding.speaker} if holding is not None and holding.speaker else set()
    figures = []
    for number, draft in enumerate(drafts, start=1):
        attribution = _holding(held, draft.core)
        status, status_span = _status(annotated, draft, attribution, remarks, with_figures)
        if status == "forecast" and draft.counted.predicate in surviving:
            status = "asserted"  # "both are expected to survive": the wounds are no forecast
        place = place_of_clause(
            annotated, places, draft.span, draft.counted.mention, draft.counted.predicate
        ) or _place_without_verb(annotated, draft, place_of)
        figures.append(
            Figure(
                id=f"f{number}",
                span=draft.span,
                quantity=draft.quantity + SUFFIX if draft.elsewhere else draft.quantity,
                value=draft.value,
                low=draft.low,
                high=draft.high,
                qualifier=draft.qualifier,
                group=draft.group,
                unit=draft.unit,
                attribution=None if attribution is None else attribution.id,
                status=status,
                as_of=_as_of(annotated, draft, date_of),
                place=None if place is None else place.name,
                phrase=draft.phrase or _phrase(annotated, draft),
                part_of=None if draft.part_of is None else f"f{draft.part_of + 1}",
                increment=draft.increment,
                status_span=status_span,
            )
        )
    return tuple(figures)


def _place_without_verb(annotated: Annotated, draft: Draft, place_of: PlaceOf) -> Place | None:
    """The place of a sentence without any verb ("Benghazi: 12 dead"), whose clauses the parse cannot tell apart."""
    sentence = annotated.sentences[draft.sentence]
    if any(token.pos in VERBS for token in annotated.tokens[sentence.first : sentence.last]):
        return None
    place = place_of(draft.span)
    return place if place is not None and sentence.span.contains(place.span) else None


def _innermost(attributions: Sequence[Attribution]) -> list[tuple[Span, Attribution]]:
    """Contents with their attribution, the shortest first."""
    held = [(span, attribution) for attribution in attributions for span in attribution.content]
    return sorted(held, key=lambda pair: (len(pair[0]), pair[0].start))


def _holding(held: list[tuple[Span, Attribution]], core: Span) -> Attribution | None:
    return next((attribution for span, attribution in held if span.contains(core)), None)


def _status(
    annotated: Annotated,
    draft: Draft,
    attribution: Attribution | None,
    remarks: Sequence[Remark],
    with_figures: Mapping[int, set[str]],
) -> tuple[Status, Span | None]:
    if draft.quantity in COUNTS_OF_PEOPLE:
        for remark in remarks:
            if concerns(remark, with_figures, draft.sentence, draft.core):
                return remark.status, remark.span
    stance = status_of_stance(attribution)
    if stance == "forecast" and attribution is not None and _is_said_before(annotated, draft, attribution):
        stance = "asserted"
    standing = draft.counted.predicate is None and is_standing(annotated, draft.span, draft.counted.mention)
    if stance == "forecast" and standing:
        stance = "asserted"
    taken = draft.counted.predicate is not None and is_presupposed(annotated, draft.counted.predicate)
    if stance in ("denied", "unconfirmed") and taken:
        stance = "asserted"
    if stance != "asserted" and attribution is not None:
        return stance, attribution.cue[0] if attribution.cue else None
    at = draft.counted.predicate if draft.counted.predicate is not None else draft.counted.mention
    if annotated.tokens[at].dep == "amod":
        return "asserted", None  # "150 wounded men will be treated": wounded they are
    if is_guess(annotated, at):
        return "unconfirmed", None
    return ("forecast" if is_forecast(annotated, at) and not standing else "asserted"), None


def _is_said_before(annotated: Annotated, draft: Draft, attribution: Attribution) -> bool:
    """ "Both were taken to hospital and are expected to survive": what is expected stands beside what was told."""
    predicate = draft.counted.predicate
    if predicate is None:
        return False
    cues = [token for span in attribution.cue for token in annotated.tokens_in(span)]
    above = {predicate, *(token.i for token in annotated.ancestors(predicate))}
    return bool(cues) and all(cue.pos in VERBS and cue.i > predicate and cue.i not in above for cue in cues)


def _as_of(annotated: Annotated, draft: Draft, date_of: DateOf) -> str | None:
    """The date that the figure's own clause gives it; None where it gives none, or one after publication.

    A time of a day counts as its day. Asked are the figure, then what its clause is about and its circumstances.
    """
    if draft.measured:
        return None
    for span in [draft.span, *spans_of_clause(annotated, draft.counted.mention, draft.counted.predicate)]:
        value = _dated(annotated, date_of(span), draft)
        if value is not None:
            return value
    return None


def _dated(annotated: Annotated, time: TimeExpression | None, draft: Draft) -> str | None:
    if time is None or time.type not in ("DATE", "TIME") or time.value is None:
        return None
    day = CLOCKED.match(time.value)
    value = time.value if day is None else day[1]
    if not re.match(r"\d{4}(?:-|\Z)", value) or (time.type == "TIME" and day is None):
        return None
    published = annotated.document.published
    if published is not None and value > published and not published.startswith(value[:4]):
        return None
    tokens = annotated.tokens_in(time.span)
    if not tokens or tokens[0].sentence != draft.sentence or _is_in_brackets(annotated, time.span, draft):
        return None
    return value


def _is_in_brackets(annotated: Annotated, span: Span, draft: Draft) -> bool:
    """True for the stamp of a live report, "(8:23 a.m. Monday)", that opens a sentence about another time."""
    start = annotated.sentences[draft.sentence].span.start
    before = annotated.text[start : span.start]
    return "(" in before and ")" not in before and ")" in annotated.text[span.end : draft.span.start]


def _phrase(annotated: Annotated, draft: Draft) -> Span:
    """The clause that says the figure."""
    at = draft.counted.predicate if draft.counted.predicate is not None else draft.counted.mention
    sentence = annotated.sentences[draft.sentence].span
    chain = [annotated.tokens[at], *annotated.ancestors(at)]
    head = next((token for token in chain if token.dep in CLAUSES and token.pos in ("VERB", "AUX")), chain[-1])
    clause = annotated.subtree_span(head.i)
    if not clause.contains(draft.span):
        return sentence
    return Span(max(clause.start, sentence.start), min(clause.end, sentence.end))
