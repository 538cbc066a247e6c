"""A text as lines: what stands between two line breaks, hard-wrapped lines joined to one."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from statistics import median

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
SPACE = re.compile(r"\s+")
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
WORD = re.compile(r"[^\W_]+(?:[.'’&/+-][^\W_]+)*")
# Scripts written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
UNSPACED_PER_WORD = 2
END_MARK = re.compile(r"(?:[.!?…؟۔।。！？]|\.\.\.)[\"'”’»)\]]*$")
# Newspapers and mail wrap at 60 to 80 characters; paragraphs are longer and menus shorter.
WRAP_MEDIAN = (45, 90)
WRAP_LONGEST = 100
WRAP_UNFINISHED = 0.5
SCRIPT_SAMPLE = 80
EAST_ASIAN = ("HIRAGANA", "KATAKANA", "HANGUL")
# A line at least this long without an end mark goes on in a next one that begins in lower case.
CONTINUED_FROM = 30


@dataclass(frozen=True)
class Line:
    """`[start, end)` of the text without the white space at its ends; `text` has white space run together."""

    number: int
    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, signs left out."""
        return tuple(WORD.findall(self.text))

    @cached_property
    def size(self) -> int:
        """How many words, also where the script puts no spaces between them."""
        unspaced = 0 if self.text.isascii() else len(UNSPACED.findall(self.text))
        return len(self.words) + unspaced // UNSPACED_PER_WORD

    @cached_property
    def finished(self) -> bool:
        """True if the line ends as a sentence does."""
        return END_MARK.search(self.text) is not None

    @cached_property
    def initials(self) -> str:
        """The first sign of every word."""
        return "".join([word[0] for word in self.words])

    @cached_property
    def lower_share(self) -> float:
        """Share of words that begin with a lower-case letter; 0 where there are none."""
        return sum(map(str.islower, self.initials)) / len(self.words) if self.words else 0.0

    @cached_property
    def script(self) -> str:
        """The script of most letters, by its Unicode name (LATIN, CYRILLIC, ARABIC, ...); empty without letters."""
        letters = LETTER.findall(self.text[:SCRIPT_SAMPLE])
        if len(LATIN.findall(self.text[:SCRIPT_SAMPLE])) * 2 > len(letters):
            return "LATIN"
        names = [unicodedata.name(sign, "").split(" ")[0].split("-")[0] for sign in letters]
        names = ["CJK" if name in EAST_ASIAN else name for name in names]
        return max(sorted(set(names)), key=names.count, default="")

    @cached_property
    def caseless(self) -> bool:
        """True for a script without capitals (Arabic, Hebrew, Chinese, ...)."""
        return bool(self.words) and self.initials.lower() == self.initials.upper()


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that hold more than white space, in order; hard-wrapped ones as one line."""
    lines: list[Line] = []
    for block in _blocks(text):
        for start, end in _joined(text, block):
            lines.append(Line(len(lines), start, end, SPACE.sub(" ", text[start:end])))
    return tuple(lines)


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines without a blank line between them."""
    blocks: list[list[tuple[int, int]]] = []
    last_end: int | None = None
    for match in LINE.finditer(text):
        piece = match.group()
        stripped = piece.strip()
        if not stripped:
            continue
        start = match.start() + len(piece) - len(piece.lstrip())
        end = start + len(stripped)
        if last_end is None or _breaks(text, last_end, start) > 1:
            blocks.append([])
        blocks[-1].append((start, end))
        last_end = end
    return blocks


def _breaks(text: str, start: int, end: int) -> int:
    gap = text[start:end].replace("\r\n", "\n")
    return sum(gap.count(sign) for sign in "\n\r\x0b\x0c\x85\u2028\u2029")


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if _is_wrapped(text, block):
        return [(block[0][0], block[-1][1])]
    joined = [block[0]]
    for start, end in block[1:]:
        before = text[joined[-1][0] : joined[-1][1]]
        if len(before) >= CONTINUED_FROM and text[start].islower() and before[-1].isalnum():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    if len(block) < 3:
        return False
    inner = block[:-1]
    lengths = [end - start for start, end in inner]
    low, high = WRAP_MEDIAN
    if not (low <= median(lengths) <= high and max(lengths) <= WRAP_LONGEST):
        return False
    unfinished = sum(END_MARK.search(text[start:end]) is None for start, end in inner)
    return unfinished / len(inner) >= WRAP_UNFINISHED
