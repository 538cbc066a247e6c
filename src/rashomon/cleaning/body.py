"""Where the article lies among the lines of a page, and which of its lines are left out.

The region is found as the maximum subsequence of line scores (Pasternack & Roth, "Extracting article text from the web
with maximum subsequence segmentation", WWW 2009): prose counts for its words, furniture against. What no rule speaks
against stays in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.cleaning.furniture import Kind, inline_cuts
from rashomon.cleaning.lines import Line
from rashomon.model import Span

# Scores of a line that is not prose. Prose counts its words, up to PROSE_CAP, so that one long line of a page's foot
# cannot outweigh a short article. A list of links costs OPENER once and ITEM for each: an article that goes on after
# three links in its middle wins the gap back with a paragraph.
SCORE: dict[Kind, int] = {
    "short": -2,
    "sign": 0,
    "menu": -8,
    "line": -6,
    "opener": -10,
    "item": -3,
    "caption": -4,
    "date": -4,
}
PROSE_CAP = 60
# After "(ANI)" or "(Reporting by ...; editing by ...)" the article is over, unless much more prose follows.
AFTER_SIGNOFF = -40
# A comment form ends the article if at least this many words of prose stand before it.
PROSE_BEFORE_END = 40
# A short line of fewer words than this at the edge of the article, on a page with furniture, is a label: an author's
# name, a picture's name, a section.
LABEL_WORDS = 5
DUPLICATE_WORDS = 8
REACH = 2
# So many short lines in a row before furniture are links.
RUN_OF_LINKS = 3
# A text of so few lines is taken as it is.
TOO_SHORT_TO_JUDGE = 3


@dataclass(frozen=True, slots=True)
class Region:
    """The lines `[first, last)` that hold the article; `noisy` if the page has furniture anywhere."""

    first: int
    last: int
    noisy: bool


def find_region(lines: tuple[Line, ...], kinds: list[Kind], signoff: int | None) -> Region:
    """The run of lines with the highest score. `signoff` is the number of the line that signs the article off."""
    noisy = kinds.count("menu") > 1 or any(kind in ("line", "opener", "end", "caption") for kind in kinds)
    stop = _stop(lines, kinds)
    scores = [_score(line, kind) for line, kind in zip(lines[:stop], kinds, strict=False)]
    if signoff is not None and signoff + 1 < len(scores):
        scores[signoff + 1] += AFTER_SIGNOFF
    first, last = _maximum(scores)
    if first == last:
        whole = not noisy or len(lines) <= TOO_SHORT_TO_JUDGE
        return Region(0, len(lines), False) if whole else Region(0, 0, noisy)
    first = _reached(lines, kinds, range(first - 1, -1, -1), first)
    if signoff is not None and signoff < last:
        return Region(first, last, noisy)
    if signoff is not None:
        stop = min(stop, signoff + 1)
    last = _reached(lines, kinds, range(last, stop), last - 1) + 1
    return Region(first, _extended(lines, kinds, last, stop), noisy)


def _reached(lines: tuple[Line, ...], kinds: list[Kind], way: range, edge: int) -> int:
    """The last line along `way` that is a sentence with no more than REACH lone furniture lines before it, else `edge`:
    one advertisement does not cut a short first or last paragraph off."""
    skipped = 0
    for number in way:
        if kinds[number] in ("prose", "short") and lines[number].finished:
            edge, skipped = number, 0
        elif kinds[number] in ("line", "sign", "caption", "date") and skipped < REACH:
            skipped += 1
        else:
            break
    return edge


def _score(line: Line, kind: Kind) -> int:
    return min(line.size, PROSE_CAP) if kind == "prose" else SCORE[kind] if kind != "end" else SCORE["line"]


def _stop(lines: tuple[Line, ...], kinds: list[Kind]) -> int:
    """The number of the first line that ends the article."""
    prose = [line.size if kind == "prose" else 0 for line, kind in zip(lines, kinds, strict=True)]
    before, total = 0, sum(prose)
    for number, kind in enumerate(kinds):
        if kind == "end" and (before >= PROSE_BEFORE_END or before * 2 >= total - before > 0 or before == total > 0):
            return number
        before += prose[number]
    return len(lines)


def _maximum(scores: list[int]) -> tuple[int, int]:
    best, best_range, total, start = 0, (0, 0), 0, 0
    for number, score in enumerate(scores):
        if total <= 0:
            total, start = 0, number
        total += score
        if total > best:
            best, best_range = total, (start, number + 1)
    return best_range


def _extended(lines: tuple[Line, ...], kinds: list[Kind], last: int, stop: int) -> int:
    """Short lines after the last prose belong to the article; labels before furniture do not."""
    end = last
    while end < stop and kinds[end] in ("short", "sign", "menu", "date"):
        end += 1
    if end == len(lines):
        return end
    if end - last >= RUN_OF_LINKS and not any(line.finished for line in lines[last:end]):
        return last
    while end > last and (kinds[end - 1] == "sign" or _is_label(lines[end - 1])):
        end -= 1
    return end


def _is_label(line: Line) -> bool:
    return line.size < LABEL_WORDS and not line.finished


def repeated_lines(lines: tuple[Line, ...], kinds: list[Kind], region: Region, opening: int) -> set[int]:
    """Numbers of lines printed twice on a noisy page.

    A standfirst before line `opening` yields to the article's own sentence, else the first one stays; a caption that
    stands once with its credit and once without goes both times.
    """
    if not region.noisy:
        return set()
    seen: dict[str, int] = {}
    repeated: set[int] = set()
    for line in lines[region.first : region.last]:
        if kinds[line.number] != "prose" or line.size < DUPLICATE_WORDS:
            continue
        if _is_beside_its_caption(lines, kinds, line):
            repeated.add(line.number)
            continue
        first = seen.setdefault(line.text, line.number)
        if first != line.number:
            repeated.add(first if first < opening else line.number)
    return repeated


def _is_beside_its_caption(lines: tuple[Line, ...], kinds: list[Kind], line: Line) -> bool:
    """True for a caption printed without its credit next to the same with it; elsewhere the article says it, too."""
    beside = lines[max(0, line.number - 1) : line.number] + lines[line.number + 1 : line.number + 2]
    return any(kinds[other.number] == "caption" and other.text.startswith(line.text) for other in beside)


def body_spans(
    text: str, lines: tuple[Line, ...], left_out: set[int], parts_cut: Sequence[tuple[int, int]]
) -> list[Span]:
    """Spans over the lines that are not `left_out`, without the parts of lines in `parts_cut`; neighbours are one."""
    spans: list[Span] = []
    previous: int | None = None
    for line in lines:
        if line.number in left_out:
            continue
        cuts = inline_cuts(text, line)
        cuts = sorted([*cuts, *(cut for cut in parts_cut if line.start <= cut[0] < line.end)])
        pieces = _pieces(text, line, cuts)
        if pieces and spans and previous == line.number - 1 and pieces[0].start == line.start:
            spans[-1] = Span(spans[-1].start, pieces[0].end)
            pieces = pieces[1:]
        spans.extend(pieces)
        previous = line.number if not cuts or cuts[-1][1] < line.end else None
    return spans


def _pieces(text: str, line: Line, cuts: list[tuple[int, int]]) -> list[Span]:
    pieces, start = [], line.start
    for cut_start, cut_end in [*cuts, (line.end, line.end)]:
        piece = text[start : max(start, cut_start)]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            pieces.append(Span(begin, begin + len(stripped)))
        start = max(start, cut_end)
    return pieces
