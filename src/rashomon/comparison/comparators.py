"""How two readings of one question relate: a table of comparators, the first that applies decides.

Each comparator is a function of the two readings and what is known about them, and answers with a sentence that says
why, or None where it does not apply. Nothing is a conflict that time, scope, hedge or revision explains.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.comparison.dates import Order, compare_dates, days_apart
from rashomon.comparison.intervals import Interval, interval, is_open, is_vague, meet, nominal
from rashomon.comparison.origins import Authorities, dependence
from rashomon.model import Difference, DifferenceKind, Reading

# Numbers further apart than this are of one count only if the later sentence says so.
ONE_EVENT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings, the earlier first where the dates tell, and what comparing them needs."""

    first: Reading
    second: Reading
    order: Order
    first_interval: Interval
    second_interval: Interval
    cumulative: bool
    dependence: str | None

    @property
    def higher_later(self) -> bool:
        """The later reading gives the higher number. A vague word ("several") gives none."""
        one, other = nominal(self.first), nominal(self.second)
        if is_vague(self.first) or is_vague(self.second) or one is None or other is None:
            return False
        return self.order == "earlier" and other > one


Comparator = Callable[[Pair], str | None]


def same_number(pair: Pair) -> str | None:
    """The same number with the same bounds."""
    ours = (pair.first.value, pair.first.low, pair.first.high)
    theirs = (pair.second.value, pair.second.low, pair.second.high)
    return f"both say {say(pair.first)}" if ours == theirs else None


def closed_intervals_meet(pair: Pair) -> str | None:
    """Two bounded intervals have a count in common, rounding considered."""
    if is_open(pair.first_interval) or is_open(pair.second_interval):
        return None
    if not meet(pair.first_interval, pair.second_interval):
        return None
    return f"{say(pair.first)} and {say(pair.second)} have counts in common, hedges and rounding considered"


def one_origin_changed(pair: Pair) -> str | None:
    """The same origin gives another number at another time, in another report."""
    if pair.dependence is None or not _one_voice(pair.first, pair.second) or pair.order != "earlier":
        return None
    if not (pair.first.chain and pair.second.chain):
        return None  # An outlet's own sentences in two reports need not be about one count.
    return f"{_voice(pair.second)} said {say(pair.first)} as of {pair.first.as_of}, {say(pair.second)} as of " + str(
        pair.second.as_of
    )


def other_event(pair: Pair) -> str | None:
    """Nothing says that the later number continues the earlier: both are dated by their own sentences to different
    days, or they lie more than `ONE_EVENT_DAYS` apart, and the later sentence does not speak of a running count."""
    if pair.order != "earlier" or pair.second.running:
        return None
    own_days = pair.first.as_of_from == pair.second.as_of_from == "sentence"
    if not own_days and days_apart(pair.first.as_of, pair.second.as_of) <= ONE_EVENT_DAYS:
        return None
    return (
        f"{say(pair.first)} as of {pair.first.as_of} and {say(pair.second)} as of {pair.second.as_of} may count "
        "different events: nothing says that one count goes on"
    )


def own_voice_changed(pair: Pair) -> str | None:
    """An outlet gives another number in its own voice in another report: it need not be about one count."""
    own = not pair.first.chain and not pair.second.chain
    if not (own and _one_voice(pair.first, pair.second)) or pair.order != "earlier":
        return None
    return (
        f"{_voice(pair.second)} gives {say(pair.first)} and later {say(pair.second)} in its own voice, without a source"
    )


def grew(pair: Pair) -> str | None:
    """A count that can only grow is higher at a later date."""
    if not (pair.cumulative and pair.higher_later):
        return None
    return (
        f"the count can only grow: {say(pair.first)} as of {pair.first.as_of}, {say(pair.second)} as of "
        f"{pair.second.as_of}"
    )


def open_bound_holds(pair: Pair) -> str | None:
    """One is a bare bound ("at least", "up to") that the other keeps."""
    if not meet(pair.first_interval, pair.second_interval):
        return None
    return f"{say(pair.first)} and {say(pair.second)} do not exclude each other: one is only a bound"


def other_time(pair: Pair) -> str | None:
    """A count that may go both ways, at two dates."""
    if pair.cumulative or pair.order not in ("earlier", "later"):
        return None
    return f"the count may go both ways, and the dates differ: {pair.first.as_of} and {pair.second.as_of}"


def unknown_time(pair: Pair) -> str | None:
    """One reading has no date, so growth can neither be shown nor ruled out."""
    if pair.order != "unknown":
        return None
    return f"{say(pair.first)} and {say(pair.second)}: the date of one is not known, so they may count different times"


def withdrawn_here(pair: Pair) -> str | None:
    """One report in one voice withdraws one of the two numbers."""
    if pair.first.doc != pair.second.doc or pair.first.chain != pair.second.chain:
        return None
    if (pair.first.status == "retracted") == (pair.second.status == "retracted"):
        return None
    gone, kept = (pair.first, pair.second) if pair.first.status == "retracted" else (pair.second, pair.first)
    return f"the report gives {say(kept)} and says that {say(gone)} was withdrawn"


def tells_of_one(pair: Pair) -> str | None:
    """One of the two tells of one victim, and gives no number of all."""
    if pair.first.counted and pair.second.counted:
        return None
    return f"{say(pair.first)} and {say(pair.second)}: one passage tells of one victim, and does not say of how many"


def one_report_gives_both(pair: Pair) -> str | None:
    """One report in one voice gives both numbers: it counts different things, without saying which."""
    if pair.first.doc != pair.second.doc or pair.first.chain != pair.second.chain:
        return None
    return (
        f"one report gives both {say(pair.first)} and {say(pair.second)} in one voice, so they count different things"
    )


def vague_word(pair: Pair) -> str | None:
    """One says "several" or "many": no number that another could contradict."""
    vague = next((reading for reading in (pair.first, pair.second) if is_vague(reading)), None)
    return f"{say(vague)} is a vague word and no number" if vague is not None else None


def excluded(pair: Pair) -> str | None:
    """Nothing explains the difference."""
    when = f"as of {pair.first.as_of}" if pair.order == "same" else f"as of {pair.first.as_of} and {pair.second.as_of}"
    ground = f"; {pair.dependence}" if pair.dependence is not None else ""
    return f"{say(pair.first)} and {say(pair.second)} exclude each other, {when}{ground}"


COMPARATORS: tuple[tuple[DifferenceKind, Comparator], ...] = (
    ("compatible", same_number),
    ("revised", withdrawn_here),
    ("scope", other_event),
    ("scope", tells_of_one),
    ("compatible", closed_intervals_meet),
    ("scope", one_report_gives_both),
    ("scope", other_time),
    ("revised", one_origin_changed),
    ("grown", grew),
    ("compatible", open_bound_holds),
    ("scope", own_voice_changed),
    ("scope", unknown_time),
    ("scope", vague_word),
    ("conflict", excluded),
)


def compare(
    readings: tuple[Reading, ...], left: int, right: int, *, cumulative: bool, authorities: Authorities
) -> Difference:
    """How `readings[left]` and `readings[right]` relate, and why."""
    pair = _pair(readings[left], readings[right], cumulative, authorities)
    for kind, comparator in COMPARATORS:
        why = comparator(pair)
        if why is not None:
            return Difference(left, right, kind, why)
    raise AssertionError("the last comparator applies always")


def _pair(left: Reading, right: Reading, cumulative: bool, authorities: Authorities) -> Pair:
    order = compare_dates(left.as_of, right.as_of)
    if order == "later":
        left, right, order = right, left, "earlier"
    return Pair(left, right, order, interval(left), interval(right), cumulative, dependence(left, right, authorities))


def _one_voice(left: Reading, right: Reading) -> bool:
    return left.origin is not None and left.origin == right.origin


def _voice(reading: Reading) -> str:
    return reading.origin or "the report"


def say(reading: Reading) -> str:
    """The number of a reading in words as it was hedged: `over 160`, `8,000`, `2 to 3 billion`."""
    if reading.value is None:
        if reading.low is not None and reading.high is not None:
            return f"{reading.low:,} to {reading.high:,}"
        if reading.low is None and reading.high is None:
            return "an unknown number"
        return f"at least {reading.low:,}" if reading.low is not None else f"at most {reading.high:,}"
    return f"{reading.qualifier} {reading.value:,}" if reading.qualifier is not None else f"{reading.value:,}"
