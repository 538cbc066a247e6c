"""Where the reader comments begin that follow an article.

Notes and stamps of the comment form show that there are comments (`comments` in `furniture.yaml`). Where a note stands
before them, they begin there. Else their beginning is found backwards, as the suffix of lines with the highest score:
readers write in the first person and cry out, reporters attribute and name days. No mark, no comments.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.cleaning.lines import Line
from rashomon.resources import load_resource

# So many words of article stand before comments.
WORDS_BEFORE = 40
# Where only their voice tells comments from the article, an article this short may be a speech or a column.
WORDS_BEFORE_GUESS = 60
# A line without any mark of voice speaks a little for the article, which is not to lose a paragraph.
NEUTRAL = -0.3
# Lines before a foot must score this much together to be comments.
LEAST_SCORE = 1.5
# So many speakers' names in what may be comments make it an interview.
TURNS_OF_INTERVIEW = 2
# A note after which no more than so many words stand closes the comments.
WORDS_AFTER_LAST_NOTE = 60
# A quotation runs on over at most so many lines.
LONGEST_QUOTATION = 12
# An opening quotation mark follows a space and precedes a capital; every other one closes.
MARK = re.compile(r'(?P<opens>(?:(?<=[\s(\[:—-])|^)["“](?=[A-Z\d(\[…\'.]))|["“”]')
SENTENCE_END = re.compile(r"[.!?]+[\"”]?\s+|\n")
LONGEST_SENTENCE = 600
# The last lines before a stamp are a comment unless they sound like the article.
LINES_BEFORE_STAMP = 2
BEFORE_STAMP = 0.5
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Voice:
    """One mark of how readers (points above 0) or reporters write."""

    points: float
    pattern: re.Pattern[str]
    quoted: bool


def find_comments(text: str, lines: tuple[Line, ...]) -> int | None:
    """The offset at which the reader comments begin, or None."""
    first = next((match.end() for n, match in enumerate(WORD.finditer(text), start=1) if n == WORDS_BEFORE), None)
    if first is None:
        return None
    head = _marks("heads").search(text, first)
    feet = [match.start() for match in _marks("feet").finditer(text, first)]
    stamps = [match.start() for match in _marks("stamps").finditer(text, first)]
    if head is not None and len(WORD.findall(text, head.end())) > WORDS_AFTER_LAST_NOTE:
        feet, stamps = [], []
    elif head is not None:
        feet.append(head.start())
    if head is not None and not feet:
        return head.start()
    if not feet and len(stamps) < load_resource("furniture")["comments"]["at_stamps"]:
        return None
    return _begin(text, lines, min(feet, default=len(text)), min(stamps, default=len(text)))


def _begin(text: str, lines: tuple[Line, ...], foot: int, stamp: int) -> int:
    """Where the comments before the first foot or stamp begin."""
    end = min(foot, stamp)
    latest = _sentence_before(text, end) if stamp < foot else end
    start = _after_closing(text, end)
    if start is not None:
        return start
    scores = [score for _, score in _scores([line for line in lines if line.end <= end])]
    if stamp < foot:
        scores[-LINES_BEFORE_STAMP:] = [score + BEFORE_STAMP for score in scores[-LINES_BEFORE_STAMP:]]
    number = _best_suffix(scores, 0.0 if stamp < foot else LEAST_SCORE)
    if number is None or sum(scores[:number]) >= 0 or _words(text, lines[number].start) < WORDS_BEFORE_GUESS:
        return latest
    turns = sum(1 for _ in _dialogue().finditer(text, lines[number].start, end))
    return latest if turns >= TURNS_OF_INTERVIEW else lines[number].start


def _words(text: str, end: int) -> int:
    return len(WORD.findall(text, 0, end))


def _sentence_before(text: str, end: int) -> int:
    """Where the sentence that ends at `end` begins, if an article stands before it."""
    breaks = [match.end() for match in SENTENCE_END.finditer(text, max(0, end - LONGEST_SENTENCE), end - 1)]
    start = breaks[-1] if breaks else end
    return start if _words(text, start) >= WORDS_BEFORE else end


def _after_closing(text: str, end: int) -> int | None:
    """Where the first sentence after the article's last closing note begins."""
    closing = None
    for match in _marks("closings").finditer(text, 0, end):
        closing = match
    if closing is None:
        return None
    rest = text[closing.end() : end]
    return closing.end() + len(rest) - len(rest.lstrip())


def _scores(lines: Sequence[Line]) -> Iterator[tuple[Line, float]]:
    """Each line with its score; what a quotation runs on over is scored as quoted."""
    open_for = 0
    for line in lines:
        bare, is_open = _unquoted(line.text, open_for > 0)
        yield line, score_voice(line.text, bare)
        open_for = (open_for - 1 if open_for > 0 else LONGEST_QUOTATION) if is_open else 0


def _unquoted(text: str, is_open: bool) -> tuple[str, bool]:
    """`text` without what stands in quotation marks, and whether one is still open at its end."""
    outside, position = [], 0
    for match in MARK.finditer(text):
        opens = match["opens"] is not None
        if opens and not is_open:
            outside.append(text[position : match.start()])
        is_open, position = opens, match.end()
    if not is_open:
        outside.append(text[position:])
    return " ".join(outside), is_open


def score_voice(text: str, bare: str | None = None) -> float:
    """How much one line sounds like a reader (above 0) or a reporter (below 0); `bare` is it without quotations."""
    if bare is None:
        bare = _unquoted(text, False)[0]
    points = [mark.points for mark in _voice() if mark.pattern.search(text if mark.quoted else bare) is not None]
    return sum(points) if points else NEUTRAL


def _best_suffix(scores: list[float], least: float) -> int | None:
    """The number at which the suffix of the highest sum begins; None if none is above `least`."""
    best, found, total = least, None, 0.0
    for number in range(len(scores) - 1, -1, -1):
        total += scores[number]
        if total > best:
            best, found = total, number
    return found


@cache
def _marks(section: str) -> re.Pattern[str]:
    rules = load_resource("furniture")["comments"][section]
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in rules), re.MULTILINE)


@cache
def _dialogue() -> re.Pattern[str]:
    return re.compile(load_resource("furniture")["comments"]["dialogue"]["pattern"], re.MULTILINE)


@cache
def _voice() -> tuple[Voice, ...]:
    rules = load_resource("furniture")["comments"]["voice"]
    return tuple(Voice(rule["points"], re.compile(rule["pattern"]), rule.get("quoted", False)) for rule in rules)
