"""The language of the article."""

import re
from collections.abc import Callable
from functools import cache

from rashomon.resources import load_resource

# Too few letters to tell: a headline of names alone looks like any language.
MIN_LETTERS = 40
SAMPLE = 1500
LETTER = re.compile(r"[^\W\d_]")
SURE = 0.9
# Without a Latin letter it is not English, so the likeliest will do.
LIKELY = 0.4
LATIN = re.compile(r"[A-Za-z]")
WORD_EDGES = ".,;:!?\"'“”‘’()[]"


def find_language(article: str) -> str | None:
    """ISO 639-1 code of the language of `article`, or None where there is too little text to tell.

    Method: naive Bayes over byte n-grams (Lui & Baldwin, langid.py, 2012), over the languages of `cleaning.yaml`.
    """
    sample = article[:SAMPLE]
    if len(LETTER.findall(sample)) < MIN_LETTERS:
        return None
    words = [word.strip(WORD_EDGES) for word in sample.lower().split()]
    common, share = _english()
    if sum(map(common.__contains__, words)) >= share * len(words):
        return "en"
    code, probability = _identify()(sample)
    return code if probability >= (SURE if LATIN.search(sample) else LIKELY) else None


@cache
def _english() -> tuple[frozenset[str], float]:
    data = load_resource("cleaning")["language"]
    return frozenset(data["english_words"]), data["english_share"]


@cache
def _identify() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]
    known = set(identifier.labels)
    identifier.set_languages([code for code in load_resource("cleaning")["language"]["among"] if code in known])

    def identify(sample: str) -> tuple[str, float]:
        code, probability = identifier.classify(sample)
        return str(code), float(probability)

    return identify
