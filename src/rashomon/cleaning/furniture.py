"""Which lines of a page are furniture: share bars, menus, newsletters, comment forms, captions with a credit."""

import re
from functools import cache
from typing import Literal

from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import load_furniture
from rashomon.resources import load_resource

Kind = Literal["prose", "short", "sign", "menu", "line", "opener", "item", "end", "caption", "date"]

SEPARATOR = re.compile(r"\s[|•·»›>/–—-]\s|[|•·»›]")
OTHER_THAN_LATIN = re.compile(r"(?![\u1e00-\u1fff\u2000-\u2bff])[\u0370-\U0010ffff]")
LINK_WORD = re.compile(r"[^\s,;|]+")
SENTENCE_BREAK = re.compile(r"[.!?”\"')\]]\s*$")
# A sentence needs this many words, a line without an end mark more of them.
SENTENCE_WORDS = 4
UNFINISHED_WORDS = 10
# Headlines and menus capitalise most words, prose does not.
SENTENCE_LOWER_SHARE = 0.4
# A wire's header before the sentence ("CAIRO | Fri Jun 17, 2011 ...") brings the share down.
SENTENCE_LOWER_WORDS = 5
CASELESS_WORDS = 6
# Prose in another script is the page's frame if the main script has this many times its words.
OTHER_SCRIPT = 5


def mark_lines(lines: tuple[Line, ...]) -> list[tuple[Kind, str | None]]:
    """Each line's kind, and the id of the furniture rule that decided it."""
    marks = [mark_line(line) for line in lines]
    within_list = False
    for line, (kind, rule) in zip(lines, list(marks), strict=True):
        if kind == "opener":
            within_list = True
        elif within_list and kind == "prose":
            within_list = not _resumes(lines, marks, line.number)
        if within_list and kind in ("short", "menu", "caption", "prose"):
            marks[line.number] = ("item", rule)
    return _without_other_scripts(lines, _without_lone_captions(lines, marks))


def _without_other_scripts(
    lines: tuple[Line, ...], marks: list[tuple[Kind, str | None]]
) -> list[tuple[Kind, str | None]]:
    """Lines in another script than the prose are the frame of a page in two languages, unless they are much of it."""
    if not any(OTHER_THAN_LATIN.search(line.text) for line in lines):
        return marks
    words: dict[str, int] = {}
    for line, (kind, _) in zip(lines, marks, strict=True):
        if kind == "prose":
            words[line.script] = words.get(line.script, 0) + line.size
    main = max(words, key=lambda script: words[script], default="")
    rare = {script for script in words if words[script] * OTHER_SCRIPT < words[main]}
    return [
        ("line", "other_script")
        if line.script != main and main and line.script and (kind != "prose" or line.script in rare)
        else (kind, rule)
        for line, (kind, rule) in zip(lines, marks, strict=True)
    ]


def _without_lone_captions(
    lines: tuple[Line, ...], marks: list[tuple[Kind, str | None]]
) -> list[tuple[Kind, str | None]]:
    """A line that ends in a picture credit is a caption only if there is more prose than that."""
    prose = sum(line.size for line, (kind, _) in zip(lines, marks, strict=True) if kind == "prose")
    found: list[tuple[Kind, str | None]] = []
    for line, (kind, rule) in zip(lines, marks, strict=True):
        is_report = kind == "caption" and line.size > max(prose, SENTENCE_WORDS) and is_prose(line)
        found.append(("prose", None) if is_report else (kind, rule))
    return found


def _resumes(lines: tuple[Line, ...], marks: list[tuple[Kind, str | None]], number: int) -> bool:
    """True if the article goes on at line `number` after a list of links: a teaser is followed by another link, a
    paragraph by a paragraph or by nothing of the list."""
    if not lines[number].finished:
        return False
    following = marks[number + 1][0] if number + 1 < len(lines) else "end"
    return following not in ("short", "menu", "item", "caption", "opener")


def mark_line(line: Line) -> tuple[Kind, str | None]:
    """The kind of one line seen alone."""
    if not line.words:
        return ("opener", "signature") if _signature().fullmatch(line.text) else ("sign", None)
    for rule in load_furniture("line"):
        if line.size > rule.max_words or (rule.no_end_mark and line.finished):
            continue
        if rule.pattern.fullmatch(line.text):
            return rule.where, rule.id  # type: ignore[return-value]
    for rule in load_furniture("inline"):
        if rule.pattern.fullmatch(line.text):
            return "line", rule.id
    for name, words, fillers, limit in _word_lists():
        if line.size <= limit and _only(line, words, fillers):
            return ("menu" if name == "menu" else "line"), name
    if is_prose(line):
        return "prose", None
    return ("menu" if is_menu(line) else "short"), None


def is_prose(line: Line) -> bool:
    """True for a line that reads as sentences do, in any script."""
    if line.caseless:
        return line.size >= CASELESS_WORDS and (line.finished or line.size >= UNFINISHED_WORDS)
    if line.finished:
        capitals = line.text.isupper()
        lower = line.lower_share >= SENTENCE_LOWER_SHARE or line.lower_share * line.size >= SENTENCE_LOWER_WORDS
        return line.size >= SENTENCE_WORDS and (lower or capitals)
    return line.size >= UNFINISHED_WORDS and line.lower_share >= SENTENCE_LOWER_SHARE


def is_menu(line: Line) -> bool:
    """True for a line of links: many words with capitals and nothing that a headline's grammar needs."""
    menu = load_resource("furniture")["menu"]
    if line.finished or line.size < menu["min_words"]:
        return False
    if len(SEPARATOR.findall(line.text)) >= menu["separators"]:
        return True
    if line.caseless or line.text.isupper() or re.search(r"[,:;?!“”\"‘]", line.text):
        return False
    return bool(1 - line.lower_share >= menu["capital_share"])


def inline_cuts(text: str, line: Line) -> list[tuple[int, int]]:
    """The parts of a long line that are furniture, as offsets into the document's `text`."""
    piece = text[line.start : line.end]
    cuts = []
    for rule in load_furniture("inline"):
        for match in rule.pattern.finditer(piece):
            before, after = piece[: match.start()], piece[match.end() :].lstrip()
            opens = not before.strip() or SENTENCE_BREAK.search(before) is not None
            closes = not after or not after[0].islower()
            if opens and closes and (before[-1:].isspace() or not before):
                cuts.append((line.start + match.start(), line.start + match.end()))
    return sorted(cuts)


@cache
def _signature() -> re.Pattern[str]:
    return next(rule.pattern for rule in load_furniture("line") if rule.id == "signature")


@cache
def _word_lists() -> tuple[tuple[str, frozenset[str], frozenset[str], int], ...]:
    return tuple(
        (entry["id"], frozenset(map(str, entry["words"])), frozenset(map(str, entry["fillers"])), entry["max_words"])
        for entry in load_resource("furniture")["word_lists"]
    )


def _only(line: Line, words: frozenset[str], fillers: frozenset[str]) -> bool:
    found = False
    for token in LINK_WORD.findall(line.text.lower()):
        if token in words or token.strip(".:!?()[]") in words:
            found = True
        elif token not in fillers and any(sign.isalnum() for sign in token):
            return False
    return found
