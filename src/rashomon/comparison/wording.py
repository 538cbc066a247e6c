"""Questions in words."""

import re
from dataclasses import dataclass, field
from functools import cache

from rashomon.comparison.sentences import sentence_at
from rashomon.model import Reading
from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two readings answers to one question. `written` is the group, or the unit, with its capitals."""

    quantity: str
    unit: str | None
    group: str | None
    place: str | None
    forecast: bool
    increment: bool
    part: bool
    apart: str | None = None
    written: str | None = field(default=None, compare=False)


@cache
def _event_nouns() -> dict[str, list[str]]:
    return {entry["name"]: entry.get("event_nouns", []) for entry in load_resource("quantities")}


@cache
def _asks() -> dict[str, str]:
    return {entry["name"]: entry["ask"] for entry in load_resource("quantities")}


def words_of(reading: Reading, text: str) -> str:
    """The words around the figure of a reading: up to three before it, and up to seven behind."""
    span, sentence = reading.span, sentence_at(text, reading.span)
    before = re.split(r"[,;:(\"“”]", text[sentence.start : span.start])[-1].split()[-3:]
    behind = re.split(r"[;:()\"“”]|[.,!?](?=\s|$)", text[span.end : sentence.end])[0].split()[:7]
    return " ".join([*before, " ".join(span.of(text).split()), *behind])


# A group stands close behind its number.
NEAR = 80


def as_written(key: Key, text: str) -> str | None:
    """The group, or the unit, of a question with the capitals it has behind the figure (where `text` starts)."""
    noun = key.group if key.group is not None else key.unit
    if noun is None:
        return None
    named = (re.search(rf"\b{re.escape(word)}", text[:NEAR], re.IGNORECASE) for word in noun.split())
    return " ".join(found.group() if found else word for word, found in zip(noun.split(), named, strict=True))


def ask(key: Key, occasion: str | None = None, words: str | None = None) -> str:
    """The question in words: that of the quantity, narrowed to the group, the place, and the occasion where the story
    has several; with the `words` of a reading where the noun alone would not say what is asked."""
    noun = key.written if key.written is not None else key.group
    who = noun if noun is not None else key.unit
    if key.quantity in _asks():
        asked = _asks()[key.quantity]
        if key.group is not None:
            asked = _narrow(asked, key.quantity, noun or key.group)
    else:
        asked = f"How many {plural(who or key.quantity)}?"
    if key.place is not None:
        asked = f"{asked.removesuffix('?')} in {key.place}?"
    if key.increment:
        asked = asked.replace("How many", "How many more", 1)
    if key.part:
        asked = asked.replace("How many", "How many of them", 1)
    apart = [word for word in (occasion, "forecast" if key.forecast else None) if word]
    asked = f"{asked} “{words}”" if words else asked
    return f"{asked} ({', '.join(apart)})" if apart else asked


def _narrow(asked: str, quantity: str, noun: str) -> str:
    """`How many were killed?` → `How many firefighters were killed?`; a group that is itself the event ("beheading")
    is asked for alone, and questions of another form get the group at their end."""
    group = plural(noun)
    if noun.lower() in _event_nouns().get(quantity, ()):
        return f"How many {group}?"
    if re.match(r"How many (?:were|are|live|protested)\b", asked):
        return asked.replace("How many", f"How many {group}", 1)
    if re.fullmatch(r"How many \w+(?: or \w+)?\?", asked):
        return f"How many {group}?"
    return f"{asked.removesuffix('?')} ({group})?"


IRREGULAR = {
    "person": "people",
    "people": "people",
    "woman": "women",
    "man": "men",
    "child": "children",
    "police": "police officers",
    "aircraft": "aircraft",
}


def plural(noun: str) -> str:
    """The plural of an English noun phrase, by its last word."""
    if " and " in noun:
        return " and ".join(plural(part) for part in noun.split(" and "))
    if " per " in noun:
        counted, per, by = noun.partition(" per ")
        return f"{plural(counted)}{per}{by}"
    *before, last = noun.split()
    for singular, form in IRREGULAR.items():
        if last == singular or (singular in ("woman", "man", "child") and last.endswith(singular)):
            return " ".join([*before, last[: -len(singular)] + form])
    if last.endswith(("us", "ss", "x", "ch", "sh")):
        ending = f"{last}es"
    elif last.endswith("s"):
        ending = last
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        ending = f"{last[:-1]}ies"
    else:
        ending = f"{last}s"
    return " ".join([*before, ending])
