"""Mentions of single persons who are said to be killed, hurt or shot, with what tells them apart."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from rashomon.figures.events import has_happened
from rashomon.figures.people import is_person_noun, people_words, person_nouns, sex_of, years_of
from rashomon.figures.predicates import Predicate, objects_of, subjects_of
from rashomon.figures.status import is_forecast, is_guess
from rashomon.model import Annotated, Token
from rashomon.resources import load_resource

HARMS = ("killed", "injured", "shot")
NOT_PERSONS = (
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "PRODUCT",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "NORP",
    "DATE",
    "TIME",
    "CARDINAL",
    "MONEY",
)
PRONOUNS = ("he", "she", "him", "her", "his", "himself", "herself", "hers")
NAMED_AGE = re.compile(
    r"(?:([A-Z][\w’'.-]+) (?:[A-Z][\w’'.-]* ){0,2}?)?([A-Z][\w’'-]+)(?: (?:Jr|Sr|I{2,3}|IV)\.?)?,? "
    r"\(?(?:who is )?(\d{1,2})\b(?=[,.;)]| of | and )"
)
AGE_NAMED = re.compile(r"(\d{1,2})-year-old (?:[a-z]+ ){0,2}((?:[A-Z][\w.’'-]+ ?){1,4})")
SPEAKING = ("say", "tell", "report", "add", "state", "according", "call", "respond", "hear")
SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
NONE = ("no", "neither", "either")
Ages = Mapping[tuple[str | None, str], int]
CREDIT = re.compile(r"(?i)\b(?:photos?|image|credit|courtesy|by|source|file)\s?[:/]\s*\Z")
TRANSPORT = ("take", "rush", "transport", "drive", "bring", "fly", "airlift", "carry", "send", "transfer")
BEFORE_ORDINAL = {"third": "two", "fourth": "three"}
DISTINCT = ("another", "second", "third", "other", "fourth", "different", "additional")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at `token`, said to be `harm`ed by `predicate`.

    name   surname, lower case; None for a description or pronoun; `first` the given name
    kind   name, pronoun, definite, indefinite
    doer   the token of the person who did it, where the verb names one
    apart  "another of his sons, Karim": beside somebody who may have come to harm at another time
    distinct, known   "another victim", set apart from those before; "the second victim", who may have been told of
    """

    harm: str
    token: int
    predicate: int
    sentence: int
    kind: str
    name: str | None
    first: str | None
    sex: str | None
    age: int | None
    noun: str
    distinct: bool
    alive: bool = False
    years: str | None = None
    known: bool = False
    doer: int | None = None
    apart: bool = False


@cache
def _cues() -> tuple[tuple[bool, str, str, re.Pattern[str]], ...]:
    return tuple(
        (bool(cue.get("alive")), cue["quantity"], cue["about"], re.compile(cue["pattern"], re.I))
        for cue in load_resource("persons")["cues"]
    )


@cache
def _cue_trigger() -> re.Pattern[str]:
    return re.compile("|".join(load_resource("persons")["triggers"]), re.IGNORECASE)


def find_mentions(
    annotated: Annotated,
    predicates: Sequence[Predicate],
    cued: Sequence[tuple[Predicate, bool]],
    counted: frozenset[int],
) -> list[Mention]:
    """The mentions in text order.

    `cued` is what `find_cued` gives; tokens of `counted` stand beside a written number and are left out.
    """
    ages = _named_ages(annotated.text)
    names = _surnames(annotated) | {surname for _, surname in ages}
    found: list[Mention] = []
    seen: set[tuple[int, str]] = set()
    for predicate, alive in [*((predicate, False) for predicate in predicates), *cued]:
        if predicate.quantity not in HARMS or predicate.patient in counted:
            continue
        if (predicate.patient, predicate.quantity) in seen and not alive:
            continue
        if any(annotated.tokens[child].lower in NONE for child in annotated.children[predicate.patient]):
            continue
        if (
            not has_happened(annotated, predicate)
            or is_guess(annotated, predicate.token)
            or (is_forecast(annotated, predicate.token) and not alive)
        ):
            continue
        mention = _mention(annotated, predicate, ages, names)
        if mention is not None:
            seen.add((predicate.patient, predicate.quantity))
            also = mention.kind in ("indefinite", "name") and _is_also(annotated, predicate)
            doer = _doer(annotated, predicate)
            found.append(replace(mention, alive=alive, distinct=mention.distinct or also, doer=doer))
    found = sorted(found, key=lambda mention: (mention.token, HARMS.index(mention.harm)))
    dead = {mention.name for mention in found if mention.harm == "killed"}
    living = {mention.name for mention in found if mention.alive} - dead
    return [replace(mention, alive=mention.alive or mention.name in living - {None}) for mention in found]


def _surnames(annotated: Annotated) -> frozenset[str]:
    names: set[str] = set()
    for entity in annotated.entities:
        if entity.label == "PERSON":
            parts = [_letters(token.lower) for token in annotated.tokens[entity.first : entity.last]]
            names.update(part for part in parts[-3:] if part and part not in SUFFIXES)
    return frozenset(names)


def _letters(word: str) -> str:
    match = re.match(r"[^\W\d_][\w’'-]*?(?=[,.\d]|['’]s\Z|\Z)", word)
    return match[0] if match else ""


def _is_also(annotated: Annotated, predicate: Predicate) -> bool:
    """ "A neighbour was also shot": one more, unless it is said of a hospital or a condition."""
    tokens = annotated.tokens
    return tokens[predicate.token].lemma in ("shoot", "wound", "injure", "kill", "stab", "die") and any(
        tokens[child].lower == "also" for child in annotated.children[predicate.token]
    )


def _named_ages(text: str) -> Ages:
    """(given name or None, surname) → age, for "Ann Roe, 23" and "23-year-old Ann Roe"."""
    ages: dict[tuple[str | None, str], int] = {}
    for match in NAMED_AGE.finditer(text):
        given = None if match[1] is None else match[1].lower().strip(".")
        ages.setdefault((given, match[2].lower()), int(match[3]))
    for match in AGE_NAMED.finditer(text):
        parts = [part.strip(".,").lower() for part in match[2].split()]
        ages.setdefault((parts[0] if len(parts) > 1 else None, parts[-1]), int(match[1]))
    return ages


def _age_of(ages: Ages, given: str | None, surname: str) -> int | None:
    """The age of a name; of a surname alone only if no two of that surname have different ages."""
    if given is not None and (given, surname) in ages:
        return ages[given, surname]
    fitting = {age for (first, last), age in ages.items() if last == surname and (given is None or first is None)}
    return fitting.pop() if len(fitting) == 1 else None


def find_cued(annotated: Annotated) -> Iterator[tuple[Predicate, bool]]:
    """What the cues of `persons.yaml` say of whom, each with whether it says that they live."""
    trigger = _cue_trigger()
    for sentence in annotated.sentences:
        piece = sentence.span.of(annotated.text)
        if trigger.search(piece) is None:
            continue
        for alive, quantity, about, pattern in _cues():
            for match in pattern.finditer(piece):
                at = _token_at(annotated, sentence.first, sentence.last, sentence.span.start + match.start())
                if at is not None:
                    for patient in _patients(annotated, at, about):
                        yield Predicate(quantity, at, patient), alive


def _patients(annotated: Annotated, at: int, about: str) -> Iterator[int]:
    if about == "self":
        yield from (token.i for token in annotated.tokens[at : at + 3] if token.lower == "victim")
    elif about == "object_of":
        of = next((token for token in annotated.tokens[at : at + 5] if token.lower == "of"), None)
        yield from (c for c in annotated.children[of.i] if annotated.tokens[c].dep == "pobj") if of is not None else ()
    elif about == "owner":
        verb = next((token for token in annotated.ancestors(at) if token.dep == "relcl"), None)
        yield from () if verb is None else (verb.head,)
    elif about == "object":
        verb = next((token for token in annotated.tokens[at : at + 6] if token.pos == "VERB"), annotated.tokens[at])
        yield from objects_of(annotated, verb)
    else:
        yield from _about(annotated, at)


def _token_at(annotated: Annotated, first: int, last: int, offset: int) -> int | None:
    return next((i for i in range(first, last) if annotated.tokens[i].end > offset), None)


def _about(annotated: Annotated, at: int) -> Iterator[int]:
    tokens = annotated.tokens
    token = tokens[at]
    if token.dep in ("aux", "auxpass"):
        token = tokens[token.head]
    for _ in range(4):
        if token.lemma in SPEAKING and token.i != at:
            return
        if token.pos in ("VERB", "AUX"):
            objects = [c for c in annotated.children[token.i] if tokens[c].dep == "dobj" and _is_personal(tokens[c])]
            if objects or (token.lemma in TRANSPORT and _has_object(annotated, token)):
                yield from objects
            else:
                yield from subjects_of(annotated, token)
            return
        if token.pos in ("NOUN", "PROPN", "PRON") and token.i != at and token.lemma.lower() in person_nouns():
            yield token.i
            return
        if token.pos == "PROPN" and token.i != at:
            yield token.i
            return
        if token.head == token.i:
            return
        token = tokens[token.head]


def _has_object(annotated: Annotated, verb: Token) -> bool:
    return any(annotated.tokens[child].dep == "dobj" for child in annotated.children[verb.i])


def _is_personal(token: Token) -> bool:
    return token.pos in ("PRON", "PROPN") or is_person_noun(token.lower, token.lemma.lower())


def _mention(annotated: Annotated, predicate: Predicate, ages: Ages, names: Set[str]) -> Mention | None:
    tokens = annotated.tokens
    token = tokens[predicate.patient]
    if token.lower in ("himself", "herself"):
        subject = next(subjects_of(annotated, tokens[token.head]), None)
        if subject is None:
            return None
        token = tokens[subject]
    lower, lemma = token.lower, token.lemma.lower()
    bare = Mention(
        predicate.quantity,
        token.i,
        predicate.token,
        token.sentence,
        "indefinite",
        None,
        None,
        sex_of(lower, lemma),
        None,
        "person",
        False,
    )
    if lower in PRONOUNS:
        return replace(bare, kind="pronoun", noun=lower)
    if lower == "another" or (lower in ("second", "third", "fourth") and token.dep in ("nsubj", "nsubjpass", "dobj")):
        name = _name_after(annotated, token)
        named = None if name is None else _named(annotated, name, replace(bare, token=name.i), ages, names)
        return (
            replace(named, apart=True)
            if named is not None
            else replace(bare, distinct=not _completes_count(annotated, token))
        )
    if lower == "one" and token.tag in ("CD", "NN", "PRP"):
        name = _name_after(annotated, token)
        named = None if name is None else _named(annotated, name, replace(bare, token=name.i), ages, names)
        return bare if named is None else named
    if lower == "body" and not annotated.children[token.i]:
        return None
    if lower == "body":
        return replace(bare, noun="body", kind="definite" if _is_definite(annotated, token) else "indefinite")
    if token.pos == "PROPN" or token.ent == "PERSON" or _is_surname(token, names):
        return _named(annotated, token, bare, ages, names)
    if (token.tag in ("NN", "JJ", "CD", "NNP") or lemma in ("someone", "somebody")) and is_person_noun(lower, lemma):
        return _described(annotated, token, bare)
    return None


def _named(annotated: Annotated, token: Token, bare: Mention, ages: Ages, names: Set[str]) -> Mention | None:
    if token.tag == "NNPS" or not token.text[:1].isupper():
        return None
    if token.ent in NOT_PERSONS and _letters(token.lower) not in names:
        return None
    tokens = annotated.tokens
    double = _start_of_double(tokens, token.i)
    first = double
    while (
        first > 0
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].sentence == token.sentence
        and tokens[first - 1].text[0].isupper()
    ):
        first -= 1
    parts = [_letters(other.lower) for other in tokens[first:double]]
    parts.append("-".join(_letters(other.lower) for other in tokens[double : token.i + 1 : 2]))
    parts = [part for part in parts if part and part not in SUFFIXES]
    if not parts or parts[-1] in people_words()["no_names"]:
        return None
    if parts[-1] in person_nouns():
        return _described(annotated, token, replace(bare, sex=sex_of(parts[-1], parts[-1])))
    surname = parts[-1]
    if surname.split("-")[-1] not in names:
        return None
    if CREDIT.search(annotated.text[max(0, tokens[first].start - 16) : tokens[first].start]):
        return None
    given = next((part for part in parts[:-1] if part not in _no_given()), None)
    return replace(bare, kind="name", name=surname, first=given, sex=None, age=_age_of(ages, given, surname))


def _is_surname(token: Token, names: Set[str]) -> bool:
    """A surname that the tagger takes for a common noun ("Saunders")."""
    known = token.text[:1].isupper() and token.tag in ("NN", "NNS") and _letters(token.lower) in names
    return (
        known and not is_person_noun(token.lower, token.lemma.lower()) and token.lower not in people_words()["no_names"]
    )


def _name_after(annotated: Annotated, one: Token) -> Token | None:
    """The last word of the name in "one of his sons, Omar Said, and two others", which tells the person again."""
    match = re.match(r"of (?:[\w’'-]+ ){0,5}[\w’'-]+, (?=[A-Z])", annotated.text[one.end + 1 : one.end + 80])
    if match is None:
        return None
    start = one.end + 1 + match.end()
    name = None
    for token in annotated.tokens[one.i : one.i + 20]:
        if token.start >= start and token.pos != "PROPN" and token.text != "-":
            break
        name = token if token.start >= start else None
    return name


def _is_other_than_doer(annotated: Annotated, token: Token) -> bool:
    """ "A teenager shot another guest": set apart from the teenager, and from no victim told of before."""
    tokens = annotated.tokens
    verb = tokens[token.head]
    if token.dep != "dobj" or not any(tokens[child].lower == "another" for child in annotated.children[token.i]):
        return False
    doers = [tokens[child] for child in annotated.children[verb.i] if tokens[child].dep == "nsubj"]
    return any(
        is_person_noun(doer.lower, doer.lemma.lower())
        and any(tokens[child].lower in ("a", "an") for child in annotated.children[doer.i])
        for doer in doers
    )


def _completes_count(annotated: Annotated, token: Token) -> bool:
    """ "Two suspects fled and a third was shot": the third of those, no other victim than one told of before."""
    number = BEFORE_ORDINAL.get(token.lower)
    first = annotated.sentences[token.sentence].first
    return number is not None and any(other.lower == number for other in annotated.tokens[first : token.i])


def _doer(annotated: Annotated, predicate: Predicate) -> int | None:
    """The subject of an active verb of harm: who did it is not whom it was done to."""
    verb = annotated.tokens[predicate.token]
    if verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBP", "VB", "VBG"):
        return None
    return next((doer for doer in subjects_of(annotated, verb) if doer != predicate.patient), None)


def _start_of_double(tokens: Sequence[Token], i: int) -> int:
    """The first token of a surname written with a hyphen, "Moses-Lee", of which token `i` is the last."""
    while i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start == tokens[i].start - 1:
        if not tokens[i - 2].text[:1].isupper():
            break
        i -= 2
    return i


@cache
def _no_given() -> frozenset[str]:
    return people_words()["no_names"] | people_words()["titles"]


def _is_definite(annotated: Annotated, token: Token) -> bool:
    children = [annotated.tokens[child] for child in annotated.children[token.i]]
    return any(child.lower in ("the", "this", "that") or child.dep == "poss" for child in children)


def _described(annotated: Annotated, token: Token, bare: Mention) -> Mention:
    tokens = annotated.tokens
    before = [tokens[child] for child in annotated.children[token.i] if child < token.i]
    distinct = any(child.lower in DISTINCT for child in before) and not _is_other_than_doer(annotated, token)
    start = min([child.start for child in before if token.start - child.start < 60] + [token.start])
    match = re.search(
        r"(\d{1,3})[- ](year|month|week|day)s?[- ]old", annotated.text[max(0, start - 14) : token.end + 6]
    )
    age = None if match is None else int(match[1]) if match[2] == "year" else 0
    noun = token.lemma.lower()
    definite = _is_definite(annotated, token)
    kind = "definite" if definite and not distinct else "indefinite"
    known = distinct and definite and noun == "victim"
    return replace(bare, kind=kind, age=age, noun=noun, distinct=distinct, years=years_of(noun, age), known=known)
