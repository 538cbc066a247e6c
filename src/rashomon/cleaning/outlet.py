"""Which outlet published the page: from its address, its name in the menu, or its copyright line."""

import re
from functools import cache
from urllib.parse import urlsplit

from rashomon.cleaning.byline import find_agency
from rashomon.resources import load_resource

# web.archive.org/web/20161224144134/http://... and its like: what follows is the page's own address.
ARCHIVED = re.compile(r"^https?://[^/]*(?:archive\.\w+|webcache[^/]*)/.*?(https?://.+)$", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)\W*(?:©|\([cC]\))?\W*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)\W*(?:by |of )?"
    r"(?P<name>[A-Z][\w'’&.+/ -]{1,60}?)\s*"
    r"(?:,? (?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|Limited|GmbH|plc|PLC|Pvt|SA|AG|BV|Company)\b.*"
    r"|\.? All [Rr]ights.*|[|•(,;:–—].*|\s-\s.*|\.\s.*|\.?$)"
)
NOT_A_NAME = re.compile(r"\b(?:all rights|rights reserved|this|material|wordpress|theme|powered)\b", re.IGNORECASE)
NAME_WORDS = 6
COPYRIGHT_SCAN = 400


def find_outlet(head: list[str], foot: list[str], url: str | None, text: str) -> str | None:
    """The outlet's name, or None: of the address, a known one in the menu, the holder of the copyright, or a name that
    stands alone before the article and to which someone in the article speaks ("told Harbour Radio").

    `head` and `foot` are the lines around the article, `text` the whole page.
    """
    named = outlet_of_url(url) if url is not None else None
    if named is not None:
        return named
    for line in head:
        known = _known_names().search(line)
        if known is not None:
            return _outlets()[known.group()]
    for line in foot:
        named = outlet_of_copyright(line)
        if named is not None:
            return named
    return next((name for line in head if (name := line.strip()) and _is_spoken_to(name, text)), None)


def _is_spoken_to(name: str, text: str) -> bool:
    if len(name.split()) > NAME_WORDS or not name[0].isupper():
        return False
    return re.search(rf"\b(?:told|interview with|speaking to) (?:the )?{re.escape(name)}\b", text) is not None


def outlet_of_url(url: str) -> str | None:
    """The outlet that an address belongs to: its name where known, else its domain."""
    archived = ARCHIVED.match(url)
    try:
        host = (urlsplit(archived.group(1) if archived else url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    data = load_resource("outlets")
    if "." not in host or host.replace(".", "").isdigit():
        return None
    for suffix in _suffixes(host):
        if suffix in data["not_outlets"]:
            return None
        if suffix in _hosts():
            return _hosts()[suffix]
    return host


def outlet_of_copyright(line: str) -> str | None:
    """The holder that a copyright line names, if it is no agency."""
    match = COPYRIGHT.search(line[-COPYRIGHT_SCAN:])
    if match is None:
        return None
    name = match["name"].strip(" .-")
    known = _folded().get(name.casefold())
    if known is not None:
        return known
    if find_agency(name) is not None or NOT_A_NAME.search(name) or len(name.split()) > NAME_WORDS or len(name) < 3:
        return None
    return name


def _suffixes(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[number:]) for number in range(len(parts) - 1)]


@cache
def _hosts() -> dict[str, str]:
    return {host: outlet["name"] for outlet in load_resource("outlets")["outlets"] for host in outlet["hosts"]}


@cache
def _outlets() -> dict[str, str]:
    return {
        spelling: outlet["name"]
        for outlet in load_resource("outlets")["outlets"]
        for spelling in (outlet["name"], *outlet["aliases"])
    }


@cache
def _folded() -> dict[str, str]:
    return {spelling.casefold(): name for spelling, name in _outlets().items()}


@cache
def _known_names() -> re.Pattern[str]:
    """Names of two words or more; single ones ("Dawn", "VOA") are too often something else in a menu."""
    names = [name for name in _outlets() if " " in name or "." in name]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
