"""Names of persons under different spellings: folding, sound keys, and whether two names can be one person's.

The key of a word drops what transliterations disagree on: accents, doubled letters, q/k/c, y/i/j, kh/h, dh/d, gh/g,
and every vowel but a first one, so that Qasim and Kassym, Gadhafi and Qaddafi, Tokayev and Токаев meet.
It keeps consonants apart, so that Mitchell and Michel, Lukashenko and Lukashin do not. A given name that begins with
the Arabic "servant of" is one word however it is cut (Abdel Jalil, Abdul-Jalil, Abduljalil).
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from rashomon.actors.lexicon import load_titles

APOSTROPHES = re.compile(r"['’‘ʻʼʹ`´.]")
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүһәђјљњћџ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
            "i",
            "i",
            "e",
            "g",
            "u",
            "k",
            "g",
            "n",
            "o",
            "u",
            "u",
            "h",
            "a",
            "dj",
            "j",
            "lj",
            "nj",
            "c",
            "dz",
        ],
        strict=True,
    )
)
CYRILLIC["ъ"] = CYRILLIC["ь"] = ""
SOUNDS = (
    ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("qu", "k"), ("q", "k"), ("ck", "k"),
    ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"),
)  # fmt: skip
C_HARD = re.compile(r"c(?![hei])")
DOUBLED = re.compile(r"(.)\1+")
# Parts that stand before a surname or a given name and come and go with the spelling.
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ad",
        "as",
        "ash",
        "an",
        "ar",
        "at",
        "az",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "ben",
        "abu",
        "la",
        "le",
        "st",
    ]
)
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
SERVANT = re.compile(r"abd[aeou](?:l|([sdrtnz])(?=\1))(?=.{2})")
SERVANTS = frozenset({"abd", "abdel", "abdul", "abdal", "abdol"})


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """`word` in lower-case Latin letters without accents, points and apostrophes."""
    word = APOSTROPHES.sub("", word).casefold()
    if not word.isascii():
        word = "".join(CYRILLIC.get(char, char) for char in unicodedata.normalize("NFC", word))
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word.replace("ı", "i").replace("ł", "l")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """One word with the letters that transliterations vary written one way."""
    heard = fold(word)
    for written, letter in SOUNDS:
        heard = heard.replace(written, letter)
    heard = DOUBLED.sub(r"\1", C_HARD.sub("k", heard))
    return heard[1:] if heard[:2] in ("ie", "ia", "iu") and len(heard) > 3 else heard


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """The sound key of one word: its consonants, a first vowel as "a", k and g as one."""
    heard = sound(word)
    first = "a" if heard[:1] in "aeiou" else "g" if heard[:1] == "k" else heard[:1]
    return first + DOUBLED.sub(r"\1", re.sub("[aeiouj]", "", heard[1:]).replace("k", "g"))


@lru_cache(maxsize=20_000)
def split(name: str) -> tuple[str, ...]:
    """The folded words of `name` in order, hyphenated ones apart, without particles and suffixes (Jr.). "Ben" at the
    beginning is a given name ("Ben Weiss")."""
    words = [fold(word) for word in WORD.findall(APOSTROPHES.sub("", name))]
    kept = [
        word
        for i, word in enumerate(words)
        if (word not in PARTICLES or (word == "ben" and i == 0)) and word not in SUFFIXES
    ]
    return tuple(_servants(kept) or words)


def _servants(words: list[str]) -> list[str]:
    """The words with "abdul" and what follows it as one: "abdjalil"."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in SERVANTS:
            found[-1] = f"abd{word}"
        else:
            found.append(word if word in SERVANTS else SERVANT.sub("abd", word) if word.startswith("abd") else word)
    return found


def same_word(one: str, other: str) -> bool:
    """True if two folded words can be spellings of one name: the same key, and the vowels not too far apart; in words
    of two consonants or less (Ban, Bani) they must be the same."""
    if one == other:
        return True
    if min(len(one), len(other)) < 3 or key(one) != key(other):
        return False
    allowed = min(2, len(key(one)) // 2) if len(key(one)) > 2 else 0
    return Levenshtein.distance(sound(one), sound(other), score_cutoff=allowed) <= allowed


def same_given(one: str, other: str) -> bool:
    """True if two given names can be one: the same sound, one the initial of the other, or one the other's short form
    ("Bill" for "William", "Hafiz" for "Abdul Hafiz")."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    pet_names = load_titles().pet_names
    if one.startswith("abd") != other.startswith("abd") and len(one) > 3 and len(other) > 3:
        return same_word(one.removeprefix("abd"), other.removeprefix("abd"))
    return same_word(one, other) or pet_names.get(one, one) == pet_names.get(other, other)


def same_person(one: str, other: str) -> bool:
    """True if two full names can be one person's: the surnames sound alike, and what given names both have, in
    order or with one left out, do too. The order family name first is tried as well."""
    a, b = split(one), split(other)
    if not a or not b or len(a) < 2 or len(b) < 2:
        return False
    if same_word(a[-1], b[-1]):
        return _same_given_names(a[:-1], b[:-1])
    return a[0] == b[-1] and a[-1] == b[0] and len(a) == len(b) == 2


def _same_given_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == len(longer):
        return all(same_given(a, b) for a, b in zip(shorter, longer, strict=True))
    rest = iter(longer)
    return same_given(shorter[0], longer[0]) and all(any(same_given(a, b) for b in rest) for a in shorter)


def is_short_form(short: str, full: str) -> bool:
    """True if `short` can stand for the person named `full` further on in a text: the surname, with or without some of
    the given names, or the first name of a name that begins with the family name ("Wang" for "Wang Yi")."""
    a, b = split(short), split(full)
    if a[:1] == ("ben",) and b[:1] != ("ben",) and "ben" in full.casefold().split():
        a = a[1:]
    if not a or len(a) >= len(b):
        return False
    if len(a) == 1:
        return same_word(a[0], b[-1]) or (b[-1].startswith("abd") and same_word(a[0], b[-1][3:]))
    return same_word(a[-1], b[-1]) and all(any(same_given(x, y) for y in b[:-1]) for x in a[:-1])


def contradict(one: str, other: str) -> bool:
    """True if two full names of one surname cannot be one person's: neither the same nor one short for the other."""
    a, b = split(one), split(other)
    if len(a) < 2 or len(b) < 2 or a == b or not same_word(a[-1], b[-1]):
        return False
    return not (same_person(one, other) or is_short_form(one, other) or is_short_form(other, one))


def is_given_form(short: str, full: str) -> bool:
    """True if `short` is the first two or more words of a longer name ("Saif al-Islam" for "Saif al-Islam Hadid")."""
    a, b = split(short), split(full)
    return 2 <= len(a) < len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=False))
