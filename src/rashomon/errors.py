"""Everything rashomon raises on purpose.

    RashomonError            the root: catch this to catch all of ours
    ├── InputError           a report cannot be read; the work goes on with the others
    ├── CaseError            the case file cannot be opened, is of a newer version, or cannot be written
    ├── UsageError           an option or argument makes no sense
    └── ResourceError        a shipped lexicon, rule file or model is broken: the work stops

A bad report is not an exception for the caller: the stages turn an `InputError` into an `Issue` and go on.
"""


class RashomonError(Exception):
    """Root of the tree; its text is written for the person who typed the command."""


class InputError(RashomonError):
    """A report cannot be read. `path` names it as it was given, `reason` says why in words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class CaseError(RashomonError):
    """The case file cannot be opened or written."""


class UsageError(RashomonError):
    """What was asked for makes no sense."""


class ResourceError(RashomonError):
    """A file shipped with the package is missing or broken."""
