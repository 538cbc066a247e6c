"""One spelling for the names of places, so that text and gazetteer meet."""

import re
import unicodedata

APOSTROPHES = re.compile(r"['’‘ʻʼʹ`´.]")
BREAKS = re.compile(r"[\s\-‐‑–—/]+")
SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}


def fold(name: str) -> str:
    """`name` in lower case without accents, points and apostrophes, hyphens as spaces, "St." and its like written out."""
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = BREAKS.split(APOSTROPHES.sub("", plain.replace("ł", "l").replace("Ł", "L").replace("ı", "i")).casefold())
    if len(words) > 1 and words[0] in SHORT_FORMS:
        words[0] = SHORT_FORMS[words[0]]
    return " ".join(word for word in words if word)
