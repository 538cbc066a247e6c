"""Calling a scorer and picking a figure from what it prints."""

import re
import subprocess
import sys
from pathlib import Path


def score(scorer: Path, *arguments: Path | str) -> str:
    """What a scorer prints."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=scorer.parent).stdout


def pick(pattern: str, printed: str) -> float:
    """The figure that `pattern` finds in a scorer's output. Raises ValueError where it is not there."""
    found = re.search(pattern, printed, re.MULTILINE)
    if found is None:
        raise ValueError(f"the scorer's output has nothing that matches {pattern!r}:\n{printed}")
    return float(found[1])
