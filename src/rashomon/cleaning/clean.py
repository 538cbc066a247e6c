"""The stages of cleaning, in order, on one document."""

from dataclasses import dataclass, replace

from rashomon.cleaning.body import TOO_SHORT_TO_JUDGE, Region, body_spans, find_region, repeated_lines
from rashomon.cleaning.byline import Byline, find_byline, is_name, is_writer_note, read_byline
from rashomon.cleaning.comments import find_comments
from rashomon.cleaning.credit import Signoff, find_credit, find_signoff
from rashomon.cleaning.dateline import Dateline, find_dateline, find_lead_in, read_dateline
from rashomon.cleaning.furniture import Kind, mark_lines
from rashomon.cleaning.language import find_language
from rashomon.cleaning.lines import SPACE, Line, split_lines
from rashomon.cleaning.outlet import find_outlet
from rashomon.cleaning.published import find_published, is_date_line
from rashomon.cleaning.title import find_title, match_title, title_bounds
from rashomon.model import Document, Span

# A dateline stands in one of the article's first lines or on a line of its own before them.
DATELINE_LINES = 3
# Bylines stand above the article or, in some papers, within its first lines.
BYLINE_REACH = 5
# A standfirst stands at most this many lines before the byline or date that follows it.
STANDFIRST_REACH = 4
QUESTION_WORDS = 12
# A short line of fewer words between headline and article is a picture's name or a section, not a standfirst.
STANDFIRST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Page:
    """A text's lines, each line's kind, and where among them the article lies.

    opening  number of the first line of the article's own prose: after headline, byline, date and standfirst
    before   the lines before the dateline at which the article begins
    cuts     the parts of lines that are left out: before the dateline, after the sign-off, reader comments
    """

    text: str
    lines: tuple[Line, ...]
    kinds: list[Kind]
    region: Region
    signoff: Signoff | None
    opening: int
    before: frozenset[int]
    cuts: tuple[tuple[int, int], ...]

    @property
    def head(self) -> list[int]:
        """Numbers of the lines before the article's own prose."""
        return list(range(self.opening))

    @property
    def foot(self) -> list[int]:
        """Numbers of the lines after the article, and of its last two: credits stand there."""
        return list(range(max(self.region.last - 2, self.opening), len(self.lines)))


def clean(document: Document) -> Document:
    """Find title, byline, outlet, agency, dateline, date of publication, language and body of `document`.

    A title, byline, outlet or date that is already there stays. The text is never changed. What is not found stays
    None; `published_note` says in words how a date was come by, or why it was left open.
    """
    page = _read_page(document.text)
    if not page.lines:
        return document
    title = _title_line(document, page)
    byline = _byline(page, title)
    dateline = find_dateline(document.text, _dateline_lines(page, title))
    body = _body(page, title, byline)
    found = _with_title(document, page, title)
    found = _with_published(found, page, dateline, byline)
    agency, outlet = _credits(found, page, dateline, byline)
    return replace(
        found,
        byline=found.byline if found.byline is not None or byline is None else byline.name,
        agency=found.agency if found.agency is not None else agency,
        outlet=outlet,
        dateline=None if dateline is None else dateline.text,
        body=tuple(body),
        language=find_language(" ".join(span.of(document.text) for span in body)),
    )


def _read_page(text: str) -> _Page:
    lines = split_lines(text)
    kinds: list[Kind] = [kind for kind, _ in mark_lines(lines)]
    for line in lines:
        may_date = kinds[line.number] in ("short", "menu", "item", "line", "prose")
        if may_date and is_date_line(line) and read_dateline(text, line.start, line.end) is None:
            kinds[line.number] = "date"
    lead_in, comments = find_lead_in(text, lines), find_comments(text, lines)
    for line in lines:
        if comments is not None and line.start >= comments:
            kinds[line.number] = "end"
    signoff = find_signoff(text, lines, kinds)
    region = find_region(lines, kinds, None if signoff is None else signoff.number)
    cuts = [] if signoff is None or signoff.tail is None else [signoff.tail]
    cuts += [(line.start, lead_in) for line in lines if lead_in is not None and line.start < lead_in < line.end]
    cuts += [(comments, line.end) for line in lines if comments is not None and line.start < comments < line.end]
    before = frozenset(line.number for line in lines if lead_in is not None and line.end <= lead_in)
    opening = max([_opening(lines, kinds, region), *(number + 1 for number in before)])
    return _Page(text, lines, kinds, region, signoff, opening, before, tuple(cuts))


def _opening(lines: tuple[Line, ...], kinds: list[Kind], region: Region) -> int:
    """The first sentence of the region; a byline or a date close after it shows that it was only a standfirst."""
    prose = [n for n in range(region.first, region.last) if kinds[n] == "prose"]
    if not prose:
        return region.first
    opening = next((n for n in prose if lines[n].finished and not _may_ask(lines[n], n == prose[-1])), prose[0])
    for number in range(opening + 1, min(opening + STANDFIRST_REACH, region.last)):
        if kinds[number] == "date" or read_byline(lines[number]) is not None:
            return next((n for n in prose if n > number), opening)
    return opening


def _may_ask(line: Line, is_last: bool) -> bool:
    """True for a question that may be the headline."""
    return not is_last and line.text[-1] in "?!" and line.size <= QUESTION_WORDS


def _dateline_lines(page: _Page, title: int | None) -> tuple[Line, ...]:
    """The lines that may hold the dateline: the last before the article's prose and its first."""
    first = max(page.opening - DATELINE_LINES, 0 if title is None else title + 1)
    near = page.lines[first : page.opening + DATELINE_LINES]
    return tuple(line for line in near if page.kinds[line.number] in ("prose", "short"))


def _title_line(document: Document, page: _Page) -> int | None:
    if document.title is not None:
        return match_title(page.lines, document.title)
    head = [number for number in page.head if _may_title(page, number)]
    return find_title(page.lines, page.kinds, head, page.opening, _before_byline(page, head))


def _before_byline(page: _Page, head: list[int]) -> set[int]:
    """The lines of `head` that a byline or a date follows at once or after a standfirst."""
    signed = {n for n in page.head if page.kinds[n] == "date" or read_byline(page.lines[n]) is not None}
    return {n for n in head if n + 1 in signed or (n + 2 in signed and n + 1 not in signed)}


def _may_title(page: _Page, number: int) -> bool:
    line = page.lines[number]
    if page.kinds[number] == "date":
        start, end = title_bounds(line.text)
        return end < len(line.text) and len(line.text[start:end].split()) >= STANDFIRST_WORDS
    if page.kinds[number] not in ("short", "menu", "prose", "item"):
        return False
    return read_byline(line) is None and read_dateline(page.text, line.start, line.end) is None


def _byline(page: _Page, title: int | None) -> Byline | None:
    start = 0 if title is None else title + 1
    reach = min(page.opening + BYLINE_REACH, len(page.lines))
    found = find_byline(page.lines, page.kinds, [number for number in range(start, reach) if number != title])
    if found is not None:
        return found
    if title is not None and _is_lone_name(page, title + 1):
        return Byline(title + 1, page.lines[title + 1].text, None)
    for number in page.foot[1:]:
        line, before = page.lines[number], page.lines[number - 1]
        if is_writer_note(line) and is_name(before) and line.text.startswith(before.text):
            return Byline(number - 1, before.text, None)
    return None


def _is_lone_name(page: _Page, number: int) -> bool:
    """True for a name between headline and article that the article does not mention, beside a date or reading time."""
    if number + 1 >= min(page.opening + 1, len(page.lines)) or not is_name(page.lines[number]):
        return False
    if page.kinds[number] != "short" or page.kinds[number + 1] not in ("date", "line"):
        return False
    prose = " ".join(line.text for line in page.lines[page.opening : page.region.last])
    return not any(word in prose for word in page.lines[number].words)


def _body(page: _Page, title: int | None, byline: Byline | None) -> list[Span]:
    region = page.region
    inside = range(region.first, region.last)
    kept = inside if region.noisy else range(region.last)
    left_out = {number for number in range(len(page.lines)) if number not in kept}
    if region.noisy or len(page.lines) > TOO_SHORT_TO_JUDGE:
        left_out |= {n for n in kept if _is_furniture(page, n)}
    left_out |= {n for n in _head_labels(page, title) if n not in (title,)}
    left_out |= repeated_lines(page.lines, page.kinds, region, page.opening)
    left_out |= _writer_notes(page)
    left_out |= {number for number in page.before if page.kinds[number] == "prose"}
    signed = {number for number in (title, None if byline is None else byline.number) if number is not None}
    start = 0 if title is None else title + 1
    standfirsts = {n for n in range(start, page.opening) if title is not None and _is_standfirst(page, n)} - signed
    return body_spans(page.text, page.lines, (left_out - standfirsts) | signed, page.cuts)


def _is_furniture(page: _Page, number: int) -> bool:
    """True for a line that is left out of the article even where it stands within it."""
    kind = page.kinds[number]
    if kind == "date":
        return number < page.opening
    if kind == "menu":
        beside = page.kinds[max(0, number - 1) : number] + page.kinds[number + 1 : number + 2]
        return any(other in ("menu", "line", "opener", "item") for other in beside)
    return kind in ("line", "opener", "item", "end", "caption")


def _is_standfirst(page: _Page, number: int) -> bool:
    return page.kinds[number] == "short" and page.lines[number].size >= STANDFIRST_WORDS


def _head_labels(page: _Page, title: int | None) -> list[int]:
    """Short lines between the headline and the article, on a page with furniture."""
    if title is None or not page.region.noisy:
        return []
    return [n for n in range(title + 1, page.opening) if page.kinds[n] in ("short", "sign")]


def _writer_notes(page: _Page) -> set[int]:
    """The paragraph about the writer at the article's end, with the name above it."""
    found: set[int] = set()
    prose = [n for n in range(page.region.first, page.region.last) if page.kinds[n] == "prose"]
    for number in prose[-2:]:
        if len(prose) > 2 and is_writer_note(page.lines[number]):
            found.add(number)
            if is_name(page.lines[number - 1]):
                found.add(number - 1)
    return found


def _with_title(document: Document, page: _Page, title: int | None) -> Document:
    if title is None:
        return document
    line = page.lines[title]
    start, end = title_bounds(page.text[line.start : line.end])
    span = Span(line.start + start, line.start + end)
    found = SPACE.sub(" ", span.of(page.text))
    return replace(document, title=found if document.title is None else document.title, title_span=span)


def _with_published(document: Document, page: _Page, dateline: Dateline | None, byline: Byline | None) -> Document:
    if document.published is not None:
        return document
    byline_number = None if byline is None else byline.number
    found = find_published(
        page.text, page.lines, page.head, page.foot, _dateline_lines(page, None), dateline, document.url, byline_number
    )
    return replace(
        document,
        published=found.value,
        published_from=found.found_in,
        published_span=found.span,
        published_note=found.note if document.published_note is None else document.published_note,
    )


def _credits(
    document: Document, page: _Page, dateline: Dateline | None, byline: Byline | None
) -> tuple[str | None, str | None]:
    """The agency and the outlet.

    A credit in the dateline that no lexicon knows is the agency where the page shows another outlet, else the outlet.
    """
    agency = None
    for found in (dateline, byline, page.signoff):
        if found is not None and found.agency is not None:
            agency = found.agency
            break
    foot = [page.lines[number].text for number in page.foot]
    if agency is None:
        agency = find_credit(foot)
    credit = dateline.credit if dateline is not None and dateline.agency is None else None
    outlet = document.outlet
    if outlet is None:
        head = [page.lines[number].text for number in page.head]
        outlet = find_outlet(head, foot, document.url, document.text)
    if outlet is None:
        return agency, credit
    return agency if agency is not None or credit == outlet else credit, outlet
