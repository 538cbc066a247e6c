"""The words of a body, as text reuse is counted: lower-cased, without punctuation, with their offsets."""

import re
from dataclasses import dataclass
from hashlib import blake2b

from rashomon.model import Document

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
MARK = re.compile(r'["“”«»]')
SHINGLE = 8


@dataclass(frozen=True, slots=True)
class Words:
    """`text[i]` is the i-th word of the body in lower case, `[start[i], end[i])` where it stands,
    `quoted[i]` whether it stands between quotation marks."""

    text: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    quoted: tuple[bool, ...]


def body_words(document: Document) -> Words:
    """The words of the body of `document`, in order."""
    text, start, end, quoted = [], [], [], []
    for span in document.body:
        marks = _quotation_marks(document.text, span.start, span.end)
        inside, mark = False, 0
        for match in WORD.finditer(document.text, span.start, span.end):
            while mark < len(marks) and marks[mark] < match.start():
                inside, mark = not inside, mark + 1
            text.append(match.group().lower().replace("’", "'"))
            start.append(match.start())
            end.append(match.end())
            quoted.append(inside)
    return Words(tuple(text), tuple(start), tuple(end), tuple(quoted))


def _quotation_marks(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in MARK.finditer(text, start, end)]


def shingles(words: Words, size: int = SHINGLE) -> list[int]:
    """Hashes of all runs of `size` words, the i-th for the run that starts at word i (Broder's shingles)."""
    return [stable_hash(" ".join(words.text[i : i + size])) for i in range(len(words.text) - size + 1)]


def without(words: Words, runs: frozenset[int], size: int = SHINGLE) -> Words:
    """`words` less those that stand in a run of `size` words whose hash is in `runs`."""
    dropped: set[int] = set()
    for i, run in enumerate(shingles(words, size)):
        if run in runs:
            dropped.update(range(i, i + size))
    kept = [i for i in range(len(words.text)) if i not in dropped]
    return Words(
        tuple(words.text[i] for i in kept),
        tuple(words.start[i] for i in kept),
        tuple(words.end[i] for i in kept),
        tuple(words.quoted[i] for i in kept),
    )


def stable_hash(text: str) -> int:
    """A 64-bit hash that is the same in every process: the first 8 bytes of BLAKE2b."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
