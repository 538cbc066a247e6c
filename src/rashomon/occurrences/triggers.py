"""The words that say that something happened."""

from dataclasses import dataclass

from rashomon.model import Annotated, DateOf, Sentence, Span, Status, Token
from rashomon.occurrences.arguments import Arguments, read_arguments
from rashomon.occurrences.lexicon import Entry, Lemmas, OccurrenceLexicon
from rashomon.occurrences.realis import realis_of

PERSON_ENTITIES = ("PERSON", "NORP", "ORG", "GPE")
NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
TIME_ENTITIES = ("DATE", "TIME")
NO_ARGUMENTS = Arguments((), (), False)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word with its entry, its arguments, the verb of its clause, and how the clause tells it."""

    token: Token
    entry: Entry
    arguments: Arguments
    verb: Token
    status: Status


def find_triggers(
    annotated: Annotated, sentence: Sentence, lexicon: OccurrenceLexicon, date_of: DateOf
) -> list[Trigger]:
    """The triggers of one sentence in text order: verbs, and nouns that a verb or a date says to have happened."""
    if annotated.text[sentence.span.end - 1] == "?":
        return []
    found: list[Trigger] = []
    for token in annotated.sentence_tokens(sentence):
        trigger = None
        if token.pos in VERBS and lexicon.lemma(token) in lexicon.by_verb:
            trigger = _verb_trigger(annotated, token, lexicon)
        elif token.pos in NOUNS and lexicon.lemma(token) in lexicon.by_noun:
            trigger = _noun_trigger(annotated, token, lexicon, date_of)
        if trigger is not None:
            found.append(trigger)
    verbs = {trigger.token.i: trigger.entry.type for trigger in found if trigger.token.pos in VERBS}
    return [t for t in found if t.token.pos in VERBS or verbs.get(t.verb.i) != t.entry.type]


def _verb_trigger(annotated: Annotated, verb: Token, lexicon: OccurrenceLexicon) -> Trigger | None:
    arguments = read_arguments(annotated, verb)
    for entry in lexicon.by_verb[lexicon.lemma(verb)]:
        if _fits(annotated, verb, entry, arguments, lexicon):
            status = realis_of(annotated, verb, lexicon)
            return Trigger(verb, entry, arguments, verb, status) if status is not None else None
    return None


def _fits(annotated: Annotated, verb: Token, entry: Entry, arguments: Arguments, lexicon: OccurrenceLexicon) -> bool:
    agents, patients = _lemmas(annotated, arguments.agents), _lemmas(annotated, arguments.patients)
    below = [
        annotated.tokens[j]
        for j in annotated.children[verb.i]
        if annotated.tokens[j].dep in ("prep", "prt", "advmod", "acomp", "oprd")
    ]
    reached = {annotated.tokens[j].lemma.lower() for child in below for j in annotated.children[child.i]}
    reached |= {child.lower for child in below}
    checks = (
        not entry.object or bool(entry.object & patients),
        not entry.subject or bool(entry.subject & agents),
        not entry.not_object & patients,
        not entry.not_subject & agents,
        not entry.subject_or_object or bool(entry.subject_or_object & (agents | patients)),
        not entry.object_or_prep_object or bool(entry.object_or_prep_object & (patients | reached)),
        not entry.prep or any(child.lower in entry.prep for child in below),
        not entry.prep_object or bool(entry.prep_object & reached),
        not entry.person_object or any(_is_person(annotated, token, lexicon) for token in arguments.patients),
        not entry.person_subject or _has_actor(annotated, arguments, lexicon),
    )
    return all(checks)


def _lemmas(annotated: Annotated, tokens: tuple[Token, ...]) -> Lemmas:
    """Lemmas of `tokens`, of what "hundreds of" or "part of" counts, and of the nouns compounded with them."""
    found = set()
    for token in tokens:
        found.add(token.lemma.lower())
        for j in annotated.children[token.i]:
            child = annotated.tokens[j]
            if child.dep == "compound":
                found.add(child.lemma.lower())
            if child.lower == "of":
                found.update(annotated.tokens[k].lemma.lower() for k in annotated.children[j])
    return frozenset(found)


def _is_person(annotated: Annotated, token: Token, lexicon: OccurrenceLexicon) -> bool:
    if token.pos in ("PRON", "NUM") or token.ent in ("PERSON", "NORP"):
        return token.lower not in ("it", "that", "which", "this", "what")
    return bool(_lemmas(annotated, (token,)) & lexicon.people)


def _has_actor(annotated: Annotated, arguments: Arguments, lexicon: OccurrenceLexicon) -> bool:
    if not arguments.agents:
        return arguments.passive
    return any(
        token.pos == "PROPN"
        or token.ent in PERSON_ENTITIES
        or lexicon.lemma(token) in lexicon.bodies
        or _is_person(annotated, token, lexicon)
        for token in arguments.agents
    )


def _noun_trigger(annotated: Annotated, noun: Token, lexicon: OccurrenceLexicon, date_of: DateOf) -> Trigger | None:
    before = {annotated.tokens[j].lower for j in annotated.children[noun.i]}
    entries = lexicon.by_noun[lexicon.lemma(noun)]
    entry = next((entry for entry in entries if _noun_fits(annotated, noun, entry, before)), None)
    if entry is None or before & lexicon.unreal or noun.ent in TIME_ENTITIES:
        return None
    head = noun
    while head.dep == "conj" and annotated.tokens[head.head].pos in NOUNS:
        head = annotated.tokens[head.head]
    verb = annotated.tokens[head.head]
    subject = head.dep in ("nsubj", "nsubjpass") and lexicon.lemma(verb) in lexicon.happen
    held = head.dep in ("dobj", "nsubjpass") and lexicon.lemma(verb) in lexicon.hold
    if verb.pos in VERBS and (subject or held):
        status = realis_of(annotated, verb, lexicon)
        arguments = read_arguments(annotated, verb) if held else NO_ARGUMENTS
        return Trigger(noun, entry, arguments, verb, status) if status is not None else None
    return _dated_noun(annotated, noun, entry, date_of)


def _noun_fits(annotated: Annotated, noun: Token, entry: Entry, before: set[str]) -> bool:
    if entry.modifier and not entry.modifier & before:
        return False
    below = [j for j in annotated.children[noun.i] if annotated.tokens[j].lower in entry.noun_prep]
    objects = [annotated.tokens[k] for j in below for k in annotated.children[j]]
    return not entry.noun_prep or any(token.ent not in TIME_ENTITIES for token in objects)


def _dated_noun(annotated: Annotated, noun: Token, entry: Entry, date_of: DateOf) -> Trigger | None:
    """A noun with a date of its own ("Thursday clashes in Oral")."""
    if noun.dep in ("compound", "amod", "nmod", "poss"):
        return None
    date = date_of(Span(noun.start, noun.end))
    if date is None or date.span.contains(Span(noun.start, noun.end)):
        return None
    if not annotated.subtree_span(noun.i).contains(date.span):
        return None
    tokens = annotated.tokens_in(date.span)
    if not tokens or not _hangs_from(annotated, tokens[-1], noun):
        return None
    return Trigger(noun, entry, NO_ARGUMENTS, noun, "asserted")


def _hangs_from(annotated: Annotated, token: Token, noun: Token) -> bool:
    for above in annotated.ancestors(token.i):
        if above.i == noun.i:
            return True
        if above.pos in VERBS:
            return False
    return False
