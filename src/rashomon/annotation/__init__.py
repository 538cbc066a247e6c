"""Body and title → tokens, sentences, entities. The one place that knows spaCy."""

from rashomon.annotation.paragraphs import split_paragraphs
from rashomon.annotation.parse import annotate

__all__ = ["annotate", "split_paragraphs"]
