"""Laying accounts side by side: questions with their readings, differences with their reasons, states of the evidence.

The rules are those of section "Comparing accounts" of the codebook; each stands in one module here.
"""

from rashomon.comparison.assemble import compare_story
from rashomon.comparison.readings import Names

__all__ = ["Names", "compare_story"]
