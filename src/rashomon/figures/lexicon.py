"""The lexicon of quantities (`quantities.yaml`), with a user's own entries, indexed for look-up."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.errors import ResourceError
from rashomon.resources import load_resource

SETTING = "RASHOMON_QUANTITIES"
WORD_FIELDS = (
    "object_verbs",
    "subject_verbs",
    "states",
    "event_nouns",
    "deed_nouns",
    "things",
    "containers",
    "measures",
    "plain_nouns",
    "followed_by",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → name of the quantity, one mapping a field; `rank` orders the quantities, the lower wins."""

    rank: Mapping[str, int]
    object_verbs: Mapping[str, str]
    subject_verbs: Mapping[str, str]
    states: Mapping[str, str]
    event_nouns: Mapping[str, str]
    deed_nouns: Mapping[str, str]
    things: Mapping[str, str]
    containers: Mapping[str, str]
    measures: Mapping[str, str]
    plain_nouns: Mapping[str, str]
    followed_by: Mapping[str, str]
    verb_objects: Mapping[tuple[str, str], str]


def load_lexicon(path: str | os.PathLike[str] | None = None) -> Lexicon:
    """The shipped lexicon with the entries of the file `path`, or of the one RASHOMON_QUANTITIES names.

    Raises `ResourceError` if that file cannot be read or an entry has a field that is not known.
    """
    return _cached_lexicon(str(path or os.environ.get(SETTING, "")))


@cache
def _cached_lexicon(path: str) -> Lexicon:
    entries = list(load_resource("quantities"))
    if path:
        entries = merge_entries(entries, read_entries(Path(path)))
    return _index(entries)


def read_entries(path: Path) -> list[dict[str, Any]]:
    """The entries of a user's file, JSON or YAML; each checked for a name and known fields."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix in (".yaml", ".yml"):
            import yaml

            entries = yaml.safe_load(text)
        else:
            entries = json.loads(text)
    except ImportError as error:
        raise ResourceError(f"{path}: reading YAML needs the package PyYAML; write the entries as JSON") from error
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path}: not a readable list of quantities: {error}") from error
    known = {"name", "ask", "verb_objects", "fatal", "example", *WORD_FIELDS}
    for entry in entries if isinstance(entries, list) else [entries]:
        if not isinstance(entry, dict) or "name" not in entry or set(entry) - known:
            raise ResourceError(
                f"{path}: expected a list of entries with a name and fields of {sorted(known)}: {entry}"
            )
    return entries if isinstance(entries, list) else [entries]


def merge_entries(shipped: list[dict[str, Any]], added: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`shipped` with `added`: words of a known name are joined to it, new names come first."""
    by_name = {entry["name"]: dict(entry) for entry in shipped}
    new = []
    for entry in added:
        old = by_name.get(entry["name"])
        if old is None:
            new.append(entry)
            continue
        for field in (*WORD_FIELDS, "verb_objects"):
            if field in entry:
                old[field] = [*old.get(field, ()), *entry[field]]
    return [*new, *by_name.values()]


def _index(entries: list[dict[str, Any]]) -> Lexicon:
    words: dict[str, dict[str, str]] = {field: {} for field in WORD_FIELDS}
    pairs: dict[tuple[str, str], str] = {}
    for entry in entries:
        for field in WORD_FIELDS:
            for word in entry.get(field, ()):
                words[field].setdefault(word, entry["name"])
        for verb, noun in entry.get("verb_objects", ()):
            pairs[(verb, noun)] = entry["name"]
    return Lexicon({entry["name"]: n for n, entry in enumerate(entries)}, **words, verb_objects=pairs)
