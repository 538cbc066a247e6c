"""Number expressions in a sentence: numerals and number words with their scale, sign, currency and unit.

`scan_numbers` finds what is written; what the numbers count is decided elsewhere. Passages whose digits are no
quantity (dates, clock times, ages, addresses, road numbers, calibres ...) are masked by the rules in `numbers.yaml`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rashomon.figures.units import Unit, currency_before, read_unit, scaled_signs
from rashomon.model.figure import Number
from rashomon.model.span import Span
from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """One number as written.

    span     the number with sign, currency, scale and unit; `core` the number with its scale alone
    value    the number; None for a vague word or a range
    low, high   of a vague word or a range, else both the value
    unit     currency or measure, None for a bare count
    vague    the rule word for a vague number ("dozens"), else None
    lexical  True where the number makes a figure only if the lexicon names what is counted
    earlier  True for the first number of "rose from 12 to 15"
    spelled  True for number words
    """

    span: Span
    core: Span
    value: Number | None
    low: Number | None
    high: Number | None
    unit: Unit | None = None
    vague: str | None = None
    lexical: bool = False
    earlier: bool = False
    spelled: bool = False


NUMERAL = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\s?[/⁄]\s?\d+(?!\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+)"
RANGE_GAP = re.compile(r"\s*(?:-|–|—|−|to|or|or even|to-|-to-)\s*\Z")
BY = re.compile(r"(?i)\bby\s+(?:about\s+|roughly\s+|around\s+|more than\s+|nearly\s+)?\Z")
AND_GAP = re.compile(r"\s*and\s*\Z")
BETWEEN = re.compile(r"(?i)\bbetween\s+(?:about\s+|roughly\s+)?\Z")
FROM = re.compile(
    r"(?i)\bfrom\s+(?:about\s+|roughly\s+|around\s+|at least\s+|more than\s+|nearly\s+|an?\s+\w+\s+of\s+)?\Z"
)
# A price that rose by an amount and the price it rose to lie further apart than this; the ends of a range do not.
STEP = 5
CHANGED = re.compile(
    r"(?i)\b(?:rose|risen|fell|fallen|gained|lost|climbed|jumped|dropped|added|slipped|slid|sank|surged|up|down|advanced|"
    r"declined|shed|eased|tumbled|soared|plunged)\s+(?:by\s+)?\Z"
)
CHANGE = re.compile(
    r"(?i)\b(?:r[oi]se[ns]?|rising|fell|falls?|fallen|falling|gr[eo]w[ns]?|growing|jump\w*|climb\w*|drop\w*|declin\w*|"
    r"increas\w*|decreas\w*|up|down|went|g(?:o|oes|one|oing)|revis\w*|rais\w*|lower\w*|cut|slow\w*|updated?|chang\w*|"
    r"soar\w*|surg\w*|doubl\w*|swell\w*|swollen|reduc\w*|slump\w*|narrow\w*|eased?)\b[^.;]{0,60}\Z"
)


@cache
def _rules() -> Any:
    return load_resource("numbers")


@cache
def mask_pattern() -> re.Pattern[str]:
    """Every rule of `none` as one pattern; the name of the group that matched is the rule's id."""
    parts = []
    for rule in _rules()["none"]:
        pattern, flag = rule["pattern"], ""
        if pattern.startswith("(?i)"):
            pattern, flag = pattern[4:], "i"
        parts.append(f"(?{flag}:{pattern})" if flag else f"(?:{pattern})")
    return re.compile("|".join(parts))


@cache
def _number_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_rules()["words"], key=len, reverse=True))
    scales = [name for name, rule in _rules()["scales"].items() if len(name) > 2 and not rule.get("attached")]
    big = "|".join(sorted(scales, key=len, reverse=True))
    word = rf"(?:{words}|{big})"
    after_scale = "|".join(rf"(?<={name})" for name in ("hundred", "thousand", "million", "billion"))
    more = rf"\s+and\s+a\s+half|[\s-]+{word}|(?:{after_scale})\s+and\s+{word}"
    spelled = rf"(?i:(?:half\s+an?\s+|(?:an?\s+)?half[\s-](?={big})|an?\s+(?={big}))?\b{word}(?:{more})*)\b"
    vague = "|".join(
        re.escape(form).replace(r"\ ", r"\s+")
        for form in sorted((form for rule in _rules()["vague"] for form in rule["words"]), key=len, reverse=True)
    )
    no_hedge = r"(?!(?<=[Nn]o)\s+(?:fewer|less|more|longer|later)\b)"
    no_comparison = r"(?<!(?i:as) )(?<!(?i:so) )(?<!(?i:how) )(?<!(?i:too) )"
    return re.compile(
        rf"(?<![\w.]){no_comparison}(?i:(?P<vague>{vague}))\b{no_hedge}|(?P<numeral>{NUMERAL})|(?<![\w.])(?P<spelled>{spelled})"
    )


@cache
def _scale_pattern() -> re.Pattern[str]:
    spaced = [name for name, rule in _rules()["scales"].items() if not rule.get("attached")]
    attached = [name for name, rule in _rules()["scales"].items() if rule.get("attached")]
    first = "|".join(sorted(spaced, key=len, reverse=True))
    second = "|".join(sorted(attached, key=len, reverse=True))
    return re.compile(rf"[\s-]?(?P<spaced>(?i:{first}))(?![\w])|(?P<attached>{second})(?![\w²³/])")


@cache
def _vague_rule(form: str) -> Any:
    folded = " ".join(form.lower().split())
    return next(rule for rule in _rules()["vague"] if folded in rule["words"])


def scan_numbers(text: str, span: Span) -> list[NumberExpression]:
    """The number expressions of the passage `span` of `text`, in order, ranges joined."""
    piece = text[span.start : span.end]
    matches = list(_number_pattern().finditer(piece))
    if not matches:
        return []
    masked = _masked(piece) if any(match["vague"] is None for match in matches) else []
    found: list[NumberExpression] = []
    position = 0
    for match in matches:
        if match.start() < position:
            continue
        if _is_masked(match.span(), masked) and currency_before(piece, match.start()) is None:
            continue
        number = _read(piece, match, span.start)
        if number is not None:
            found.append(number)
            position = number.core.end - span.start
    return _join_ranges(text, span, found)


def _masked(piece: str) -> list[tuple[int, int]]:
    return [match.span() for match in mask_pattern().finditer(piece)]


def _is_masked(where: tuple[int, int], masked: list[tuple[int, int]]) -> bool:
    return any(start < where[1] and where[0] < end for start, end in masked)


def _read(piece: str, match: re.Match[str], offset: int) -> NumberExpression | None:
    if match["vague"] is not None:
        return _read_vague(piece, match, offset)
    if match["spelled"] is not None:
        return _read_spelled(piece, match, offset)
    return _read_numeral(piece, match, offset)


def _read_vague(piece: str, match: re.Match[str], offset: int) -> NumberExpression:
    rule = _vague_rule(match["vague"])
    low, high, end = rule["low"], rule["high"], match.end()
    value, lexical = rule.get("value"), bool(rule.get("lexical"))
    scale = re.compile(r"\s+(hundred|thousand|million|billion|dozen)s?\b", re.I).match(piece, end)
    if scale is not None and low != high:
        worth = _rules()["scales"][scale[1].lower()]["worth"]
        low, high, end = low * worth, None if high is None else high * worth, scale.end()
        value, lexical = None if value is None else value * worth, False
    unit = None if lexical else read_unit(piece, end, spelled=True)
    core = Span(offset + match.start(), offset + end)
    whole = core if unit is None else Span(core.start, offset + unit.end)
    return NumberExpression(whole, core, value, low, high, unit, rule["words"][0], lexical, spelled=True)


def _read_spelled(piece: str, match: re.Match[str], offset: int) -> NumberExpression | None:
    value = spelled_value(match["spelled"])
    if value is None:
        return None
    end = match.end()
    unit = read_unit(piece, end, spelled=True)
    core = Span(offset + match.start(), offset + end)
    whole = core if unit is None else Span(core.start, offset + unit.end)
    return NumberExpression(whole, core, value, value, value, unit, spelled=True)


def spelled_value(words: str) -> Number | None:
    """The worth of number words ("one hundred and sixty-four", "half a million"); None if they are no number."""
    rules = _rules()
    half, total, current, seen = False, 0.0, 0.0, False
    parts = re.split(r"[\s-]+", words.lower())
    while parts and parts[0] in ("a", "an", "half"):
        half, parts = half or parts[0] == "half", parts[1:]
    index = 0
    while index < len(parts):
        part = parts[index]
        if part == "and" and parts[index + 1 : index + 3] == ["a", "half"]:
            current, index = current + 0.5, index + 3
            continue
        if part in rules["words"]:
            current += rules["words"][part]
        elif part in rules["scales"]:
            worth = rules["scales"][part]["worth"]
            if not seen and current == 0 and len(words.split()) == 1:
                return None
            if worth < 1000:
                current = max(current, 1) * worth
            else:
                total, current = total + max(current, 1) * worth, 0.0
        elif part != "and":
            return None
        seen, index = True, index + 1
    return _whole((total + current) / (2 if half else 1))


def _whole(value: float) -> Number:
    return int(value) if float(value).is_integer() else value


def _read_numeral(piece: str, match: re.Match[str], offset: int) -> NumberExpression | None:
    written, start, end = match["numeral"], match.start(), match.end()
    currency = currency_before(piece, start)
    before = piece[: start if currency is None else currency.start]
    if currency is None and before and (before[-1].isalpha() or before[-1] in "_#&" or before.endswith("′")):
        return None
    if before[-1:].isdigit() or (before[-1:] in ".," and before[-2:-1].isdigit()):
        return None
    value = _numeral_value(written)
    if value is None:
        return None
    negative = re.search(r"(?:(?<![\w\d)])[-−]|\bminus[- ])\Z", piece[:start] if currency is None else before)
    if currency is not None and piece[currency.start : start].rstrip().endswith(("-", "−")):
        value = -value
    elif negative is not None and not re.search(r"\d\s*\Z", before[: negative.start()]):
        value, start = -value, negative.start()
    value, end = _scaled(piece, value, end, currency is not None)
    unscaled = piece[start:end] == written and "," not in written
    if currency is not None and unscaled and piece[currency.start : currency.end].strip() in scaled_signs():
        return None
    unit = currency
    if unit is None:
        unit = read_unit(piece, end, spelled=False)
    if unit is None and (piece[end : end + 1].isalpha() or piece[end : end + 1] == "_"):
        return None
    core = Span(offset + start, offset + end)
    first = start if currency is None else min(start, currency.start)
    last = end if unit is None or unit is currency else unit.end
    return NumberExpression(Span(offset + first, offset + max(end, last)), core, value, value, value, unit)


def _numeral_value(written: str) -> Number | None:
    if "/" in written or "⁄" in written:
        top, bottom = (int(part) for part in re.split(r"[/⁄]", written))
        return None if bottom == 0 or top >= bottom else top / bottom
    return _whole(float(written.replace(",", ""))) if "." in written else int(written.replace(",", ""))


def _scaled(piece: str, value: Number, end: int, money: bool) -> tuple[Number, int]:
    match = _scale_pattern().match(piece, end)
    if match is None:
        return value, end
    name = match["spaced"].lower() if match["spaced"] else match["attached"]
    rule = _rules()["scales"][name]
    if rule.get("money") and not money and not _counts_something(piece, match.end()):
        return value, end
    scaled = value * rule["worth"]
    return (_whole(round(scaled, 6)) if isinstance(scaled, float) else scaled), match.end()


def _counts_something(piece: str, end: int) -> bool:
    """A plural noun within three words: "2.7m combined sales", but "100m sprint"."""
    return re.match(r"(?:\s[a-z-]+){0,4}?\s[a-z-]{3,}s\b", piece[end:]) is not None


def _join_ranges(text: str, span: Span, found: list[NumberExpression]) -> list[NumberExpression]:
    joined: list[NumberExpression] = []
    index = 0
    while index < len(found):
        left = found[index]
        right = found[index + 1] if index + 1 < len(found) else None
        if right is not None and (pair := _join(text, span, left, right)) is not None:
            joined.extend(pair)
            index += 2
            continue
        joined.append(left)
        index += 1
    return joined


def _join(text: str, span: Span, left: NumberExpression, right: NumberExpression) -> list[NumberExpression] | None:
    gap, before = text[left.span.end : right.span.start], text[span.start : left.span.start]
    dashed = gap.strip() in ("-", "–", "—", "−")
    between = AND_GAP.match(gap) is not None and BETWEEN.search(before) is not None
    if not between and RANGE_GAP.match(gap) is None and not (left.span.end > left.core.end and dashed):
        return None
    if left.unit is not None and right.unit is not None and left.unit.name != right.unit.name:
        return None
    if gap.strip() == "to" and (
        (BY.search(before) and left.unit is not None) or _is_change(left, right) or _is_step(before, left, right)
    ):
        return None
    first = _share_scale(text, left, right)
    unit = right.unit or left.unit
    if gap.strip() == "to" and _is_growth(before, first):
        return [replace(first, unit=unit, earlier=True), right]
    low, high = first.low, right.high
    if low is None or (high is not None and low >= high):
        return [] if dashed else None
    if dashed and unit is None and not re.match(r"\s+[A-Za-z]", text[right.span.end : span.end]):
        return []
    where = Span(left.span.start, right.span.end)
    lexical = left.lexical and right.lexical
    return [NumberExpression(where, where, None, low, high, unit, left.vague or right.vague, lexical)]


def _is_growth(before: str, first: NumberExpression) -> bool:
    """ "rose from 12 to 15"; but "going from 0 to 100" is a range."""
    match = FROM.search(before)
    return match is not None and first.low != 0 and CHANGE.search(before[: match.start()]) is not None


def _is_change(left: NumberExpression, right: NumberExpression) -> bool:
    """ "fell 0.4 percent to 13,176": a change and what it led to."""
    return left.unit is not None and left.unit.kind != "money" and right.unit is None


def _is_step(before: str, left: NumberExpression, right: NumberExpression) -> bool:
    """ "rose $1.36 to $116.17": a change and what it led to; "rose $2 to $3" is a range."""
    if left.unit is None or right.unit is None or left.low is None or right.low is None:
        return False
    return right.low > STEP * left.low and CHANGED.search(before) is not None


def _share_scale(text: str, left: NumberExpression, right: NumberExpression) -> NumberExpression:
    """ "two to three billion": the scale of the second belongs to both, if the first is smaller as written."""
    if left.low is None or left.vague is not None or right.value is None or right.value < 100:
        return left
    for name, rule in _rules()["scales"].items():
        if len(name) > 1 and re.search(rf"(?i)(?<=[\s\d-]){name}\Z", text[right.core.start : right.core.end]):
            plain = right.value / rule["worth"]
            if left.low < plain and not re.search(r"(?i)[a-z]\Z", _scale_of(text, left)):
                worth = rule["worth"]
                value = _whole(left.low * worth)
                return replace(left, value=value, low=value, high=value)
    return left


def _scale_of(text: str, number: NumberExpression) -> str:
    written = text[number.core.start : number.core.end]
    return "" if written.lower() in _rules()["words"] else written
