"""Bytes → text, in the encoding they were written in; never a guess that shows as garbled letters."""

import codecs
import re
import unicodedata

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings that news texts are found in beside UTF-8; without the limit, short texts are taken for Hebrew or EBCDIC.
CANDIDATES = [
    "cp1252", "cp1251", "koi8_r", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257", "iso8859_2", "gb18030",
    "big5", "shift_jis", "euc_jp", "euc_kr", "cp874", "cp866",
]  # fmt: skip
# Quotation marks, dashes, ellipsis, bullet and no-break space stand at the same bytes in every Windows code page.
# English with a few accented names has so few letters that are not ASCII; other Latin languages have more, and only
# then can a detector tell their code pages apart.
FEW_ACCENTS = 0.01
WINDOWS_SIGNS = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xbb\xa9\xae\xb0")
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096
# Every character of these kinds in a decoded text speaks for a wrong guess.
ODD_CATEGORIES = frozenset(("Cc", "Co", "Cn", "Cs"))
ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1e\x85\xad")
ODD_SHARE = 0.001
SAMPLE = 200_000


class UndecodableError(ValueError):
    """No encoding gives a readable text; the message says so in words."""


def decode(raw: bytes, *, declared: bool = False) -> str:
    """`raw` as text. A byte order mark is taken off; nothing else is changed, line ends neither.

    Tried in turn: byte order mark, UTF-8, the encoding the page itself declares (`declared`), UTF-16 without a mark,
    the signs shared by Windows code pages, and what charset-normalizer finds most plausible.
    Raises `UndecodableError` where the result would be garbled.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding, f"has the mark of {encoding.upper()} but is not")
    if b"\x00" in raw[:SAMPLE]:
        return _utf16(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    if declared:
        found = _declared(raw)
        if found is not None:
            return found
    sequences = UTF8_SEQUENCE.findall(raw)
    if sequences and sum(map(len, sequences)) * 2 > len(HIGH_BYTE.findall(raw)):
        raise UndecodableError(f"broken UTF-8: byte {broken_at + 1} cannot be read (cut off, or two encodings mixed)")
    high = HIGH_BYTE.findall(raw)
    if set(high) <= {bytes([sign]) for sign in WINDOWS_SIGNS} or len(high) <= FEW_ACCENTS * len(raw):
        western = _western(raw)
        if western is not None:
            return western
    return _detected(raw)


def _western(raw: bytes) -> str | None:
    """`raw` as Windows-1252, if all that is not ASCII in it are letters and the marks of that code page."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    marks = {bytes([sign]).decode("cp1252") for sign in WINDOWS_SIGNS}
    return text if all(sign.isascii() or sign.isalpha() or sign in marks for sign in text) else None


def _strict(raw: bytes, encoding: str, problem: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"{problem}: byte {error.start + 1} cannot be read") from error


def _declared(raw: bytes) -> str | None:
    match = DECLARED.search(raw[:DECLARED_WITHIN])
    if match is None:
        return None
    try:
        # Browsers read a declared Latin-1 as Windows-1252, and pages rely on it.
        name = codecs.lookup(match.group(1).decode("ascii", "replace")).name
        text = raw.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError):
        return None
    return text if is_readable(text) else None


def _utf16(raw: bytes) -> str:
    sample = raw[:SAMPLE]
    order = ("utf-16-be", "utf-16-le") if sample[0::2].count(0) > sample[1::2].count(0) else ("utf-16-le", "utf-16-be")
    for encoding in order:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_readable(text):
            return text
    raise UndecodableError("binary data, not text")


def _detected(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE], cp_isolation=CANDIDATES).best()
    if best is not None:
        try:
            text = raw.decode(best.encoding)
        except UnicodeDecodeError:
            text = ""
        if text and is_readable(text):
            return text
    raise UndecodableError("the encoding cannot be told; save the file as UTF-8")


def is_readable(text: str) -> bool:
    """True if hardly a character is a control, unassigned or private one."""
    sample = text[:SAMPLE]
    odd = sum(unicodedata.category(sign) in ODD_CATEGORIES and sign not in ALLOWED_CONTROLS for sign in sample)
    return odd <= ODD_SHARE * len(sample) and "\ufffd" not in sample
