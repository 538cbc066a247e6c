"""Build src/rashomon/resources/word_weights.json: how telling each common English word is.

    python scripts/build_word_weights.py

The weight of a word is its inverse document frequency, -ln of the probability that a text of `LENGTH` words holds it,
from the word counts in the package symspellpy (MIT; its list combines Google Books Ngram counts and SCOWL). Words that
are not in the list, names above all, get the weight `UNKNOWN`, which the file states.
"""

import json
import math
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "resources" / "word_weights.json"
SOURCE = "frequency_dictionary_en_82_765.txt"
LENGTH = 400
UNKNOWN = 9.0
KEEP = 20000


def main() -> None:
    lines = files("symspellpy").joinpath(SOURCE).read_text(encoding="utf-8-sig").splitlines()
    counts = {word: int(count) for word, count in (line.split() for line in lines if line.strip())}
    total = sum(counts.values())
    commonest = sorted(counts, key=lambda word: (-counts[word], word))[:KEEP]
    weights = {word: round(min(UNKNOWN, -math.log(seen(counts[word] / total))), 1) for word in commonest}
    data = {"unknown": UNKNOWN, "weights": dict(sorted(weights.items()))}
    TARGET.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


def seen(probability: float) -> float:
    """How likely a text of `LENGTH` words is to hold a word of this probability."""
    return max(1e-9, 1 - math.exp(-LENGTH * probability))


if __name__ == "__main__":
    main()
