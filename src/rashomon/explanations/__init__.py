"""Who or what is said to be behind what happened."""

from rashomon.explanations.extraction import extract_explanations

__all__ = ["extract_explanations"]
