"""One spelling for the names of places, so that text and gazetteer meet."""

import re
import unicodedata

APOSTROPHES = re.compile(r"['’‘ʻʼʹ`´.]")
BREAKS = re.compile(r"[\s\-‐‑–—/]+")
SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}


def fold(name: str) -> str:
    """`name` in lower case without accents, points and apostrophes, with spaces for hyphens, "St." and such in full."""
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = BREAKS.split(APOSTROPHES.sub("", plain.replace("ł", "l").replace("Ł", "L").replace("ı", "i")).casefold())
    if len(words) > 1 and words[0] in SHORT_FORMS:
        words[0] = SHORT_FORMS[words[0]]
    return " ".join(word for word in words if word)


ARTICLE = re.compile(r"^(?:al|el|ul|ar|as|ash|at|az|an|ad|ez|es|er) (?=\w{3})")
VARIED = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("y", "i"),
    ("q", "k"),
    ("dj", "j"),
    ("dh", "d"),
    ("gh", "g"),
    ("w", "u"),
)
DOUBLED = re.compile(r"(.)\1+")
LOOSE = "~"


def loosen(folded: str) -> str | None:
    """The loose key of a folded name, for transliterated ones: no article, no doubled letters, one letter for each
    sound, no final h. None for names too short to tell apart this way."""
    loose = ARTICLE.sub("", folded)
    for written, heard in VARIED:
        loose = loose.replace(written, heard)
    loose = DOUBLED.sub(r"\1", loose).removesuffix("h").replace(" ", "")
    return LOOSE + loose if len(loose) > 4 else None
