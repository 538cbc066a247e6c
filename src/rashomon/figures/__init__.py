"""Counts and amounts: what is counted, how many, of whom, with which hedge, in which standing."""

from rashomon.figures.extract import extract_figures
from rashomon.figures.lexicon import load_lexicon

__all__ = ["extract_figures", "load_lexicon"]
