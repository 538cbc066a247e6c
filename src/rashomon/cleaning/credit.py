"""The agency that signs an article off: "(ANI)", "(Reporting by ...; editing by ...)", "Copyright ... AP"."""

import re
from dataclasses import dataclass

from rashomon.cleaning.furniture import Kind
from rashomon.cleaning.lines import Line
from rashomon.cleaning.rules import load_agencies, load_rules

# What follows a sign-off within its line is page furniture if it is no longer than this.
TAIL_WORDS = 60
SIGNOFF_SCAN = 700
ENDING = ("agency_in_brackets", "agency_after_dash")


@dataclass(frozen=True, slots=True)
class Signoff:
    """The number of the line that ends the article, its agency, and what follows it on the same line."""

    number: int
    agency: str
    tail: tuple[int, int] | None


def find_signoff(text: str, lines: tuple[Line, ...], kinds: list[Kind]) -> Signoff | None:
    """The one sign-off of a text. A text with several (a round-up) is not ended by any of them."""
    found = []
    for line in lines:
        if kinds[line.number] not in ("prose", "short"):
            continue
        signoff = _read(text, line)
        if signoff is not None:
            found.append(signoff)
    return found[0] if len(found) == 1 else None


def find_credit(foot: list[str]) -> str | None:
    """The agency that a copyright or source line at the foot names."""
    for line in foot:
        for rule in load_rules("signoffs"):
            if rule.id in ENDING or rule.entry.get("agency") is not None:
                continue
            match = rule.pattern.search(line[-SIGNOFF_SCAN:])
            if match is not None:
                return load_agencies()[match["agency"]]
    return None


def _read(text: str, line: Line) -> Signoff | None:
    end = text[max(line.start, line.end - SIGNOFF_SCAN) : line.end]
    offset = line.end - len(end)
    for rule in load_rules("signoffs"):
        fixed = rule.entry.get("agency")
        if fixed is None and rule.id not in ENDING:
            continue
        match = rule.pattern.search(end)
        if match is None:
            continue
        agency = fixed if fixed is not None else load_agencies()[match["agency"]]
        tail = (offset + match.end(), line.end)
        rest = text[tail[0] : tail[1]]
        is_tail = bool(rest.strip()) and len(re.findall(r"\w+", rest)) <= TAIL_WORDS
        return Signoff(line.number, agency, tail if is_tail and fixed is not None else None)
    return None
