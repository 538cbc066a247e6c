"""The headline among the lines before the article."""

from rashomon.cleaning.furniture import Kind
from rashomon.cleaning.lines import Line

# A headline of fewer words says too little to be told from a menu entry or a section.
TITLE_WORDS = (3, 30)
# Words are compared by their first letters, so that "rioters" meets "riots"; shorter words are mostly grammar.
STEM = 5
STEM_FROM = 4
# A line of links needs this share of its words in the article to pass for a headline, another line less.
MENU_OVERLAP = 0.5
USUAL_WORDS = (5, 18)


def find_title(lines: tuple[Line, ...], kinds: list[Kind], head: list[int], first_prose: int) -> int | None:
    """The number of the headline's line among the line numbers `head`, or None.

    A headline shares words with the article; the earliest line with the best share wins.
    """
    stems = _stems(word for line in lines[first_prose : first_prose + 40] for word in line.words)
    best, best_score = None, 0.0
    for number in head:
        line = lines[number]
        if (
            not TITLE_WORDS[0] <= line.size <= TITLE_WORDS[1]
            or (line.finished and line.text[-1] not in "?!”\"’'")
            or line.text[-1] in ":,"
        ):
            continue
        overlap = _overlap(line, stems)
        if overlap < (MENU_OVERLAP if kinds[number] == "menu" else 0.01) and not line.caseless:
            continue
        score = overlap + (0.25 if USUAL_WORDS[0] <= line.size <= USUAL_WORDS[1] else 0.0) + 0.01
        if score > best_score + 0.2:
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


def _plain(text: str) -> str:
    return " ".join(Line(0, 0, 0, text.casefold()).words)


def _stems(words: object) -> set[str]:
    return {word[:STEM].lower() for word in words if len(word) >= STEM_FROM}  # type: ignore[attr-defined]


def _overlap(line: Line, stems: set[str]) -> float:
    own = _stems(line.words)
    return len(own & stems) / len(own) if own else 0.0
