"""The time expressions of a document."""

import re
from dataclasses import dataclass, replace

from rashomon.model import Annotated, Sentence, Span, TimeExpression, TimeType
from rashomon.times.context import Anchor, Context
from rashomon.times.entries import find_lead
from rashomon.times.grammar import Grammar, load_grammar
from rashomon.times.matches import Match, find_matches
from rashomon.times.reckoning import Moment, parse_moment
from rashomon.times.resolution import fill_fields, resolve
from rashomon.times.tense import clause_tense, tells_past

# A text is a chronicle, whose dates without a year belong to the year last spoken of and not to that of publication,
# if at least so many of its full dates ...
CHRONICLE_DATES = 8
# ... and this share of them are further from publication than so many years.
CHRONICLE_SHARE = 0.6
CHRONICLE_YEARS = 2
# ... and weekdays and words like "today", which only news uses, are at most this share of them.
NEWS_SHARE = 0.1
# "A year earlier" is taken as a quarter a year earlier if a quarter stands in so many sentences before.
QUARTER_SENTENCES = 4
# A length of time of at least so many months in a sentence ("in the nine months") is compared with its like a year
# before, not with a quarter.
LONGER_PERIOD = re.compile(r"P(?:(?:[4-9]|\d\d)M|1Y)$")
# So many expressions back are looked through for the date last spoken of.
LOOK_BACK = 40
# Kind of an expression that only compares ("a year earlier"): the story does not go on from there.
COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression on its way: `kind` says what it can be joined with, `sentence` where it stands."""

    expression: TimeExpression
    kind: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Dates:
    """What the dates of a document are reckoned from. `by_story`: a day without a year belongs to the year last spoken
    of, or of the `first` full date, not to that of publication; what is reckoned from publication is then no part of
    the story."""

    published: Moment | None
    by_story: bool
    first: Moment | None


def extract_times(annotated: Annotated) -> tuple[TimeExpression, ...]:
    """The time expressions of `annotated` with TIMEX3 type and value, disjoint, in text order.

    Relative ones are reckoned from `annotated.document.published`, or from the date last spoken of; what cannot be
    anchored has an underspecified value (XXXX-WXX-1) or none, and anchor "unknown". Method: pattern rules with
    deferred normalisation, as in HeidelTime (Strötgen and Gertz 2013) and TIMEX3 (Pustejovsky et al. 2003).
    """
    grammar = load_grammar()
    matched = [(sentence, find_matches(annotated, sentence, grammar)) for sentence in annotated.sentences]
    matches = [match for _, here in matched for match in here]
    published = parse_moment(annotated.document.published)
    by_story = published is None or _is_chronicle(matches, published)
    dates = Dates(published, by_story, _first_full_date(matches) if by_story else None)
    found: list[Found] = []
    for sentence, here in matched:
        found.extend(_read_sentence(annotated, sentence, here, found, dates, grammar))
    return tuple(item.expression for item in found)


def _is_chronicle(matches: list[Match], published: Moment) -> bool:
    years = [year for match in matches if isinstance(year := match.groups.get("year"), float)]
    far = sum(1 for year in years if abs(year - published.year) >= CHRONICLE_YEARS)
    news = sum(1 for match in matches if "weekday" in match.groups or "today" in match.groups)
    return len(years) >= CHRONICLE_DATES and far / len(years) >= CHRONICLE_SHARE and news <= NEWS_SHARE * len(years)


def _first_full_date(matches: list[Match]) -> Moment | None:
    """The first date with year, month and day: the year of what stands before it in a text without publication."""
    for match in matches:
        groups = match.groups
        if {"year", "month", "day"} <= groups.keys():
            return parse_moment(f"{groups['year']:04.0f}-{groups['month']}-{groups['day']:02.0f}")
    return None


def _read_sentence(
    annotated: Annotated,
    sentence: Sentence,
    matches: list[Match],
    before: list[Found],
    dates: Dates,
    grammar: Grammar,
) -> list[Found]:
    here: list[Found] = []
    for match in matches:
        context = _context(annotated, match, sentence, [*before[-LOOK_BACK:], *here], dates)
        fields = fill_fields(match.rule.spec, match.groups)
        value, anchor = resolve(fields, context)
        kind = fields.get("kind", "")
        type_: TimeType = "DATE" if match.rule.type == "NONE" else match.rule.type
        here.append(Found(TimeExpression(match.span, type_, value, match.rule.id, anchor), kind, sentence.i))
    joined = _on_the_day_spoken_of(_join(annotated.text, here, grammar))
    return [item for item in joined if not item.kind.endswith("bare")]


def _context(
    annotated: Annotated,
    match: Match,
    sentence: Sentence,
    before: list[Found],
    dates: Dates,
) -> Context:
    spoken = [item for item in before if not (dates.by_story and item.expression.anchor == "publication")]
    story = _last_moment(spoken, None)
    recent = _last_moment(spoken, sentence.i - 1)
    reference = (story or dates.first) if dates.by_story else dates.published
    anchor: Anchor = "unknown" if reference is None else "story" if dates.by_story else "publication"
    tense = clause_tense(annotated, match.span)
    longer = _speaks_of_longer_period(before, sentence.i)
    reported = None if longer else _latest_quarter(before, 0, dates.published)
    quarter = None if longer else _latest_quarter(before, sentence.i - QUARTER_SENTENCES, dates.published)
    lead = find_lead(annotated.text, sentence, match.span)
    leads = lead if lead is not None and tells_past(annotated, sentence) else None
    return Context(dates.published, story, reference, anchor, tense, recent, quarter, reported, leads)


def _last_moment(before: list[Found], first_sentence: int | None) -> Moment | None:
    for item in reversed(before):
        if first_sentence is not None and item.sentence < first_sentence:
            return None
        if item.expression.type in ("DATE", "TIME") and item.kind != COMPARED:
            moment = parse_moment(item.expression.value)
            if moment is not None:
                return moment
    return None


def _speaks_of_longer_period(before: list[Found], sentence: int) -> bool:
    return any(
        item.sentence == sentence
        and item.expression.type == "DURATION"
        and LONGER_PERIOD.match(item.expression.value or "") is not None
        for item in before
    )


def _latest_quarter(before: list[Found], first_sentence: int, published: Moment | None) -> Moment | None:
    """The latest quarter from `first_sentence` on: what "a year earlier" is a year earlier than. One that had not ended
    at publication is a ground of comparison only if no other is, and one that had not begun is none."""
    found = []
    for item in reversed(before):
        if item.sentence < first_sentence:
            break
        moment = parse_moment(item.expression.value)
        if moment is not None and moment.quarter and not item.kind and not _is_ahead(moment, published, 2):
            found.append(moment)
    ended = [moment for moment in found if not _is_ahead(moment, published, 0)]
    return max(ended or found, key=lambda moment: (moment.year, moment.month or 0), default=None)


def _is_ahead(moment: Moment, published: Moment | None, months: int) -> bool:
    """Whether a quarter, less so many months, ends in the month of publication or later."""
    if published is None or published.month is None or moment.month is None:
        return False
    end, now = moment.year * 12 + moment.month - months, published.year * 12 + published.month
    return end > now if months else end >= now


def _join(text: str, items: list[Found], grammar: Grammar) -> list[Found]:
    """Put a clock time or part of a day together with the day beside it."""
    done: list[Found] = []
    for item in items:
        while done:
            joined = _joined(text, done[-1], item, grammar)
            if joined is None:
                break
            item = joined
            done.pop()
        done.append(item)
    return done


def _on_the_day_spoken_of(items: list[Found]) -> list[Found]:
    """A clock time that stands apart from the one day of its sentence ("at 2 a.m. local time (1800 GMT) on Saturday")
    is on that day."""
    days = {(item.expression.value or "").partition("T")[0] for item in items if item.kind.startswith("day")}
    if len(days) != 1:
        return items
    day = next(iter(days))
    return [_moved(item, day) if item.kind == "clock" else item for item in items]


def _moved(item: Found, day: str) -> Found:
    time = (item.expression.value or "").partition("T")[2]
    return replace(item, expression=replace(item.expression, value=f"{day}T{time}")) if time and day else item


def _joined(text: str, left: Found, right: Found, grammar: Grammar) -> Found | None:
    between = text[left.expression.span.end : right.expression.span.start]
    for join in grammar.joins:
        if left.kind.startswith(join.left) and right.kind.startswith(join.right) and join.link.match(between):
            day, time = (left, right) if join.left == "day" else (right, left)
            return _put_together(day, time, Span(left.expression.span.start, right.expression.span.end))
    return None


def _put_together(day: Found, time: Found, span: Span) -> Found | None:
    value, clock = day.expression.value, time.expression.value
    if value is None or clock is None or "T" not in clock:
        return None
    whole = value.partition("T")[0] + "T" + clock.partition("T")[2]
    kind = "day time" if time.kind.startswith("part") else "time"
    expression = replace(
        day.expression, span=span, type="TIME", value=whole, rule=f"{day.expression.rule}+{time.expression.rule}"
    )
    return Found(expression, kind, day.sentence)
