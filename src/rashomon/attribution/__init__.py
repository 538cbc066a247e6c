"""Who says what, on whose word: attributions of one document, with their chains."""

from rashomon.attribution.stage import extract_attributions

__all__ = ["extract_attributions"]
