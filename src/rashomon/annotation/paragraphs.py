"""Where one paragraph ends and the next begins.

A sentence never crosses a paragraph, so this decides what the parser sees as one piece. Blank lines always end a
paragraph. A single line break does too, unless the text is hard-wrapped, which shows in lines that break in the
middle of a sentence: no end mark before the break, and the next line goes on in lower case or the broken line is
about as long as the text's widest lines.
"""

import re
from statistics import median

from rashomon.model import Span

BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")
LINE_BREAK = re.compile(r"\r?\n")
END_MARK = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
# A column is taken for hard-wrapped when at least this part of its lines end without an end mark ...
UNFINISHED_SHARE = 0.5
# ... and the median line is this long: newspapers wrap at 60 to 80 characters, paragraphs are longer, menus shorter.
WRAP_COLUMNS = (45, 90)


def split_paragraphs(text: str, span: Span) -> list[Span]:
    """The paragraphs of `text` within `span`, without the white space at their ends; empty ones are left out."""
    blocks, start = [], span.start
    for match in BLANK_LINE.finditer(text, span.start, span.end):
        blocks.append(Span(start, match.start()))
        start = match.end()
    blocks.append(Span(start, span.end))
    found = []
    for block in blocks:
        found.extend([block] if _is_wrapped(block.of(text)) else _lines(text, block))
    return [trimmed for part in found if len(trimmed := trim(text, part))]


def trim(text: str, span: Span) -> Span:
    """`span` without white space at its two ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(text: str, block: Span) -> list[Span]:
    found, start = [], block.start
    for match in LINE_BREAK.finditer(text, block.start, block.end):
        following = text[match.end() : match.end() + 40].lstrip()
        if following[:1].islower() and not END_MARK.search(text[start : match.start()]):
            continue
        found.append(Span(start, match.start()))
        start = match.end()
    found.append(Span(start, block.end))
    return found


def _is_wrapped(block: str) -> bool:
    lines = [line for line in LINE_BREAK.split(block) if line.strip()]
    if len(lines) < 3:
        return False
    inner = lines[:-1]
    unfinished = sum(1 for line in inner if not END_MARK.search(line))
    low, high = WRAP_COLUMNS
    return unfinished / len(inner) >= UNFINISHED_SHARE and low <= median(map(len, inner)) <= high
