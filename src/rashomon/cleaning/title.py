"""The headline among the lines before the article."""

import re

from rashomon.cleaning.furniture import Kind
from rashomon.cleaning.lines import Line

# Fewer words are a name or a section, more are a caption or a broken paragraph. Of 506 headlines that were found where
# the page's own was known, 1 in 100 of the longer ones and 16 in 53 of the shorter ones were right.
TITLE_WORDS = (4, 17)
# Words are compared by their first letters, so that "rioters" meets "riots"; shorter words are mostly grammar.
STEM = 4
STEM_FROM = 4
# Share of its words that a headline has in common with the article: below this 5 of 46 were right. A line that looks
# like one of links needs more.
OVERLAP = 0.4
MENU_OVERLAP = 0.5
USUAL_WORDS = (5, 18)
BEFORE_BYLINE = 0.5
# What a later line must be better by: a headline comes before its standfirst.
FIRST_LINE = 0.3
MARGIN = 0.2
PROSE_LINES = 20
LEADING_SIGNS = "×•*►▶>»|·-–— \t\xa0"
RUN_ON = re.compile(
    r"\s+(?:\| ?)?(?:(?:Posted|Published|Updated|POSTED|PUBLISHED|UPDATED)\b ?:?|Share\b ?\||\| ?Share\b|Share$)"
)
# Headlines end in no full stop, colon or dash, hold no second sentence, and are no speaker's line of a transcript.
NO_TITLE = re.compile(
    r"\)$|^[*•] |^(?:By|From) (?:the )?[A-Z]|contributed to this|View Full Caption|Staff Writer$"
    r"|[.,:;_(\u2014\u2013-][\"'”’)\]]*$"
    r"|[a-z]{3}[.!?] [A-Z“\"]|^[A-Z][A-Z.,' -]{7,}: [^A-Z]*[A-Z][a-z]"
)


def find_title(
    lines: tuple[Line, ...], kinds: list[Kind], head: list[int], first_prose: int, before_byline: set[int]
) -> int | None:
    """The number of the headline's line among the line numbers `head`, or None.

    A headline shares words with the article, or a byline or date follows it (`before_byline`); the earliest line with
    the best score wins.
    """
    if not head:
        return None
    stems = _stems(word for line in lines[first_prose : first_prose + PROSE_LINES] for word in line.words)
    best, best_score = None, 0.0
    for number in head:
        line = lines[number]
        if not TITLE_WORDS[0] <= line.size <= TITLE_WORDS[1] or NO_TITLE.search(line.text) is not None:
            continue
        overlap = _overlap(line, stems)
        if number in before_byline:
            overlap += BEFORE_BYLINE
        if overlap < (MENU_OVERLAP if kinds[number] == "menu" else OVERLAP) and not line.caseless:
            continue
        score = overlap + (0.25 if USUAL_WORDS[0] <= line.size <= USUAL_WORDS[1] else 0.0) + 0.01
        if best is None:
            score += FIRST_LINE
        if score > best_score + MARGIN:
            best, best_score = number, score
    return best


def match_title(lines: tuple[Line, ...], title: str) -> int | None:
    """The number of the line among the first ones that prints the given `title`, page name left out."""
    wanted = _plain(title)
    for line in lines[:12]:
        found = _plain(line.text)
        if found and (found == wanted or (line.size >= TITLE_WORDS[0] and wanted.startswith(found + " "))):
            return line.number
    return None


def title_bounds(piece: str) -> tuple[int, int]:
    """Where in a headline's line the headline proper stands: signs before it, and page parts run on to it, left out."""
    start = len(piece) - len(piece.lstrip(LEADING_SIGNS))
    run_on = RUN_ON.search(piece, start)
    end = len(piece) if run_on is None else run_on.start()
    return start, start + len(piece[start:end].rstrip())


def _plain(text: str) -> str:
    return " ".join(Line(0, 0, 0, text.casefold()).words)


def _stems(words: object) -> set[str]:
    return {word[:STEM].lower() for word in words if len(word) >= STEM_FROM}  # type: ignore[attr-defined]


def _overlap(line: Line, stems: set[str]) -> float:
    own = _stems(line.words)
    return len(own & stems) / len(own) if own else 0.0
