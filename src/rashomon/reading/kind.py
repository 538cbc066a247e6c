"""What a file is, told from its name and its first bytes."""

import re

SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\x1aE\xdf\xa3", "a video"),
)
NOT_READ_YET = {
    ".warc": "web archives (WARC) are not read yet",
    ".warc.gz": "web archives (WARC) are not read yet",
    ".rss": "feeds are not read yet",
    ".atom": "feeds are not read yet",
    ".rashomon": "is a case file, not a report; `rashomon report` opens it",
}
NOT_REPORTS = {
    ".pdf": "a PDF document", ".doc": "an office document", ".docx": "an office document", ".odt": "an office document",
    ".xls": "a spreadsheet", ".xlsx": "a spreadsheet", ".ods": "a spreadsheet", ".csv": "a table", ".tsv": "a table",
    ".pptx": "slides", ".epub": "an e-book", ".zip": "a ZIP archive", ".css": "a style sheet", ".js": "a script",
    ".svg": "a picture", ".yaml": "a settings file", ".yml": "a settings file", ".py": "a script",
}  # fmt: skip
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
SNIFF = 4096
# Text holds no NUL and hardly any control bytes; UTF-16 does hold NULs, at every second byte.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
CONTROL_SHARE = 0.02


def not_a_report(path: str, start: bytes) -> str | None:
    """Why the file `path`, whose first bytes are `start`, cannot be a report; None if it can."""
    name = path.lower()
    for ending in sorted(NOT_READ_YET, key=len, reverse=True):
        if name.endswith(ending):
            return NOT_READ_YET[ending]
    for signature, kind in SIGNATURES:
        if start.startswith(signature) and not (kind == "a bitmap image" and not _is_binary(start)):
            return f"is {kind}, not text"
    if start.startswith(b"WARC/"):
        return NOT_READ_YET[".warc"]
    if FEED.search(start[:1024]) is not None and MARKUP.search(start[:1024]) is None:
        return NOT_READ_YET[".rss"]
    if start[4:8] == b"ftyp":
        return "is a video or a picture, not text"
    for ending, kind in NOT_REPORTS.items():
        if name.endswith(ending):
            return f"is {kind}, not a report"
    return "is binary data, not text" if _is_binary(start) else None


def is_web_page(path: str, start: bytes) -> bool:
    """True for HTML, by its tags, or by its name where there is any tag."""
    if MARKUP.search(start) is not None:
        return True
    return path.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in start


def is_records(path: str, start: bytes) -> bool:
    """True for JSON Lines, by the file's name, or by a first line that is a JSON object."""
    if path.lower().endswith((".jsonl", ".ndjson", ".json")):
        return True
    return re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", start) is not None


def _is_binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    nuls = start.count(b"\x00")
    if nuls and not _is_utf16(start):
        return True
    return len(CONTROL.findall(start)) - nuls > CONTROL_SHARE * len(start)


def _is_utf16(start: bytes) -> bool:
    """Every second byte NUL, as in UTF-16 of a Western text without its mark."""
    even, odd = start[0::2], start[1::2]
    low, high = sorted((even.count(0) / max(1, len(even)), odd.count(0) / max(1, len(odd))))
    return high > 0.7 and low < 0.05
