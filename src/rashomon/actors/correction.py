"""What a person has decided about actors: applied on every build, on top of the rules.

A corrections file has one JSON object a line: {"action": "merge" | "split" | "reject" | "same origin", "names":
[...], "note": "..."}.
merge   all actors that bear one of the names are one
split   actors that bear different ones of the names are never put together
reject  what bears one of the names is no actor
same origin  those who bear the names stay apart, but count as one origin (a ministry and its spokesman)
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from rashomon.errors import UsageError

Action = Literal["merge", "split", "reject", "same origin"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision, with the names as they stand in the reports."""

    action: Action
    names: tuple[str, ...]
    note: str = ""


def read_corrections(lines: Iterable[str]) -> tuple[Correction, ...]:
    """The corrections in the lines of a file; empty lines and those that begin with # are skipped.

    Raises `UsageError` that names the line for anything else that is not a correction.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise UsageError(f"corrections, line {number}: not JSON ({error})") from error
        names = data.get("names") if isinstance(data, dict) else None
        if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
            raise UsageError(f'corrections, line {number}: expected a list of names under "names", got {names!r}')
        if data.get("action") not in get_args(Action):
            raise UsageError(
                f"corrections, line {number}: action {data.get('action')!r}, expected {', '.join(get_args(Action))}"
            )
        found.append(Correction(data["action"], tuple(names), str(data.get("note", ""))))
    return tuple(found)
