"""Stretches between quotation marks, over several paragraphs if need be.

Marks come in pairs (“ ”, « », „ “, ‘ ’) or look alike on both sides (", '', '); a mark that looks alike opens when
white space stands before it and none after it. A quotation that is open at the end of its paragraph goes on if the
next paragraph opens with a mark, as English typesetting has it: each paragraph opens, only the last closes. A mark
that closes nothing closes what stands since the last colon, or since its sentence began.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Annotated, Span

MARK = re.compile(
    r"(?P<open>[“«„]|``)|(?P<close>[”»])|(?P<either>\"|'')"
    r"|(?P<single_open>(?<!\w)[‘'](?=[\w“\"$£€]))|(?P<single_close>(?<=[\w.,!?…])[’'](?!\w))"
)
OPENS_BEFORE = " \t\n\u00a0([{—–-‘'“/"
# A lone opening mark deep in a paragraph is more often an inch sign or a slip than speech without an end.
LEADS_IN = re.compile(r"(?:^|[:,]|\bthat|\b[a-z]+(?:s|ed))\s*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: `pieces` with their marks, one for each paragraph, in text order.

    `balanced` is False where a mark is missing. `single` marks are the British style.
    """

    pieces: tuple[Span, ...]
    balanced: bool = True
    single: bool = False

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


def paragraphs_of(annotated: Annotated) -> list[Span]:
    """The paragraphs of the document that were parsed, in text order."""
    spans: list[Span] = []
    last = -1
    for sentence in annotated.sentences:
        if sentence.paragraph == last:
            spans[-1] = Span(spans[-1].start, sentence.span.end)
        else:
            spans.append(sentence.span)
        last = sentence.paragraph
    return spans


def find_quotations(annotated: Annotated) -> tuple[Quotation, ...]:
    """The outer quotations of the document in text order; those inside others are left to their holders."""
    found: list[Quotation] = []
    pending: list[Span] = []
    for paragraph in paragraphs_of(annotated):
        text = paragraph.of(annotated.text)
        pieces = list(_pieces(annotated, text, paragraph.start))
        opens = bool(pieces) and pieces[0][0].start == paragraph.start
        if pending and not opens:
            found.append(Quotation(tuple(pending), False))
            pending = []
        for n, (span, closed, balanced, single) in enumerate(pieces):
            if n == 0 and pending:
                pending.append(span)
                if closed:
                    found.append(Quotation(tuple(pending), True))
                    pending = []
            elif closed:
                found.append(Quotation((span,), balanced, single))
            else:
                pending = [span]
    if pending:
        found.append(Quotation(tuple(pending), False))
    return tuple(found)


def _pieces(annotated: Annotated, text: str, offset: int) -> Iterator[tuple[Span, bool, bool, bool]]:
    """Quotations of one paragraph: span, whether it closes here, whether both marks are there, whether single."""
    depth, start, last_end = 0, 0, 0
    single_until = -1
    for match in MARK.finditer(text):
        if match.start() < single_until:
            continue
        role = _role(match, text, depth)
        if role == "single":
            if depth == 0 and (end := _single_end(text, match.end())) is not None:
                yield Span(offset + match.start(), offset + end), True, True, True
                single_until = last_end = end
            continue
        if role == "open":
            if depth == 0:
                start = match.start()
            depth += 1
        elif role == "close" and depth > 0:
            depth -= 1
            if depth == 0:
                yield Span(offset + start, offset + match.end()), True, True, False
                last_end = match.end()
        elif role == "close" and match.start() and text[match.start() - 1] in ".,!?…":
            begin = _begin_of_unopened(annotated, text, offset, last_end, match.start())
            if begin < match.start():
                yield Span(offset + begin, offset + match.end()), True, False, False
                last_end = match.end()
    if depth and (start == 0 or LEADS_IN.search(text[max(0, start - 30) : start])):
        yield Span(offset + start, offset + len(text)), False, False, False


def _role(match: re.Match[str], text: str, depth: int) -> str:
    kind = match.lastgroup
    if kind == "open":
        return "open"
    if kind == "close":
        return "close"
    if kind == "single_open":
        return "single"
    if kind == "single_close":
        return "none"
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    opening, closing = before in OPENS_BEFORE, after.isspace() or after in ".,;:!?)]}—–-"
    if opening and not closing:
        return "open"
    if closing and not opening:
        return "close"
    return "close" if depth else "open"


def _single_end(text: str, start: int) -> int | None:
    """Where a quotation in single marks that opens before `start` ends; None where it does not in reason."""
    fallback = None
    for match in re.finditer(r"[’'](?!\w)", text[start:]):
        end = start + match.end()
        if text[end - 2] in ".,!?…":
            return end
        if fallback is None:
            fallback = end
        if re.match(r"\s*[,.;:)]", text[end:]):
            return end
    return fallback


def _begin_of_unopened(annotated: Annotated, text: str, offset: int, floor: int, mark: int) -> int:
    colon = text.rfind(": ", floor, mark)
    if colon >= 0:
        return colon + 2
    sentence = annotated.sentence_at(offset + mark - 1)
    return max(floor, sentence.span.start - offset if sentence is not None else 0)
