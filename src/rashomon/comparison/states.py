"""The state of a question, its flags, its reported range, and what named policies make of it."""

from collections import Counter
from collections.abc import Callable, Sequence

from rashomon.comparison.dates import bounds
from rashomon.comparison.intervals import interval, is_open, is_vague, nominal
from rashomon.comparison.origins import Authorities, dependence, is_named
from rashomon.model import Difference, Flag, Number, PolicyAnswer, Range, Reading, State

FLAGS: tuple[Flag, ...] = ("unattributed", "unconfirmed", "denied", "retracted")


def state_of(readings: tuple[Reading, ...], differences: Sequence[Difference], authorities: Authorities) -> State:
    """contested: independent origins conflict. moving: the numbers differ, but only by growth or revision.
    agreed: at least two independent origins that are named, compatible. Else single origin."""
    standing = {i for i, reading in enumerate(readings) if reading.stands}
    for difference in differences:
        pair = readings[difference.left], readings[difference.right]
        both_stand = difference.left in standing and difference.right in standing
        if difference.kind == "conflict" and both_stand and dependence(*pair, authorities) is None:
            return "contested"
    if any(difference.kind in ("grown", "revised") for difference in differences):
        return "moving"
    return "agreed" if _corroborated(readings, differences, authorities) else "single origin"


def _corroborated(readings: tuple[Reading, ...], differences: Sequence[Difference], authorities: Authorities) -> bool:
    for difference in differences:
        left, right = readings[difference.left], readings[difference.right]
        known = all(origin is not None and is_named(origin) for origin in (left.origin, right.origin))
        standing = left.stands and right.stands and not (is_vague(left) or is_vague(right))
        agree = difference.kind == "compatible" and _confirms(left, right)
        if agree and known and standing and dependence(left, right, authorities) is None:
            return True
    return False


def _confirms(left: Reading, right: Reading) -> bool:
    """Whether compatible readings confirm each other: one number, or one that gives a closed count. "At least 26" and
    "at least 150", or "hundreds", exclude nothing, and so confirm nothing."""
    closed = [r.value is not None and not is_open(interval(r)) for r in (left, right)]
    return any(closed) or (left.value is not None and left.value == right.value)


def flags_of(readings: Sequence[Reading]) -> tuple[Flag, ...]:
    """Which flags at least one reading raises: no speaker at all, or a status that is not plainly asserted."""
    raised = {reading.status for reading in readings} | {"unattributed" for reading in readings if not reading.chain}
    return tuple(flag for flag in FLAGS if flag in raised)


def range_of(readings: Sequence[Reading]) -> Range:
    """The reported range over the readings that stand. An open side counts with the number that was written; a vague
    word ("several") is no number, and one victim told of is none where others count."""
    standing = [reading for reading in readings if reading.stands and not is_vague(reading)]
    standing = [reading for reading in standing if reading.counted] or standing
    lows = [number for reading in standing if (number := _side(reading, "low")) is not None]
    highs = [number for reading in standing if (number := _side(reading, "high")) is not None]
    return Range(min(lows, default=None), max(highs, default=None))


def _side(reading: Reading, side: str) -> Number | None:
    # A hedge such as "about" widens the interval for comparing; the range shows what was written.
    if reading.value is not None:
        return reading.value
    number = reading.low if side == "low" else reading.high
    return number if number is not None else nominal(reading)


Policy = Callable[[tuple[Reading, ...], Authorities], PolicyAnswer | None]


def reported_range(readings: tuple[Reading, ...], authorities: Authorities) -> PolicyAnswer | None:
    """Lowest to highest of the readings that stand."""
    found = range_of(readings)
    rests = tuple(i for i, reading in enumerate(readings) if reading.stands)
    return PolicyAnswer("reported range", found.low, found.high, rests, "lowest and highest reading that stands")


def latest(readings: tuple[Reading, ...], authorities: Authorities) -> PolicyAnswer | None:
    """The readings with the last as-of date."""
    dated = [(days[1], i) for i, r in enumerate(readings) if r.stands and (days := bounds(r.as_of)) is not None]
    if not dated:
        return None
    last = max(day for day, _ in dated)
    rests = tuple(i for day, i in dated if day == last)
    found = range_of([readings[i] for i in rests])
    return PolicyAnswer("latest", found.low, found.high, rests, f"the readings as of {last.isoformat()}")


def is_sound(reading: Reading) -> bool:
    """Whether the reading is a count that is asserted and stands."""
    return reading.stands and reading.status == "asserted" and reading.counted


def majority(readings: tuple[Reading, ...], authorities: Authorities) -> PolicyAnswer | None:
    """The number that most independent origins give; none where two numbers tie. Only origins that are known vote, with
    a number they assert."""
    votes: Counter[Number] = Counter()
    voters: dict[Number, list[int]] = {}
    for i, reading in enumerate(readings):
        number = nominal(reading)
        votes_for = is_sound(reading) and reading.origin is not None
        if not votes_for or reading.value is None or number is None:
            continue
        chosen = voters.setdefault(number, [])
        if all(dependence(reading, readings[j], authorities) is None for j in chosen):
            votes[number] += 1
        chosen.append(i)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    number, count = ranked[0]
    why = f"given by {count} independent {'origin' if count == 1 else 'origins'}"
    return PolicyAnswer("majority of independent origins", number, number, tuple(voters[number]), why)


def most_conservative(readings: tuple[Reading, ...], authorities: Authorities) -> PolicyAnswer | None:
    """The lowest number that is neither denied, unconfirmed nor withdrawn."""
    sound = [
        (number, i)
        for i, reading in enumerate(readings)
        if is_sound(reading) and (number := _side(reading, "low")) is not None
    ]
    if not sound:
        return None
    lowest = min(number for number, _ in sound)
    rests = tuple(i for number, i in sound if number == lowest)
    return PolicyAnswer("most conservative", lowest, lowest, rests, "the lowest number that is asserted and stands")


POLICIES: tuple[Policy, ...] = (reported_range, latest, majority, most_conservative)


def answers(readings: tuple[Reading, ...], authorities: Authorities) -> tuple[PolicyAnswer, ...]:
    """What each policy that has an answer makes of the readings. None of them is the default truth."""
    found = (policy(readings, authorities) for policy in POLICIES)
    return tuple(answer for answer in found if answer is not None)
