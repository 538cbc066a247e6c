"""What a number counts: its noun, the quantity of the lexicon, and the group.

The order of evidence: a unit of measure, a predicate said of the counted ("were killed"), a toll ("the death toll rose
to 15"), a container ("a country of 19 million people"), the noun itself ("800 protesters"); else "other".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.figures.capacity import capacity_unit
from rashomon.figures.events import has_happened
from rashomon.figures.lexicon import Lexicon
from rashomon.figures.numbers import NumberExpression, spelled_value
from rashomon.figures.people import people_words
from rashomon.figures.predicates import Predicate, shared_objects
from rashomon.model import Annotated, Sentence, Token

OTHER = "other"
# "three were shot, one fatally"
# "the 200-plus aircraft"
QUOTES = ('"', "“", "”")
PLUS = ("plus", "odd", "some")
FATALLY = ("fatally", "mortally")
# Things that cannot be killed, hurt or held, whatever the parse says.
UNHARMED = ("weapons", "shots", "aircraft", "vehicles", "buildings", "places_affected", "incidents")
HARMED = ("killed", "injured", "shot", "missing", "kidnapped", "detained", "rescued", "infected")
SUFFERING = ("suffer", "sustain", "receive", "have", "treat")
TOLL_WORDS = ("toll", "number", "count", "deaths", "fatalities", "injuries", "the dead")
LONGEST_GROUP = 5
NOUNS = ("NOUN", "PROPN")
TO_NOUN = ("nummod", "amod", "compound", "quantmod", "nmod", "det", "npadvmod", "advmod", "poss", "appos")
BETWEEN_NUMBER_AND_NOUN = ("ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "VERB")
SKIPPED = (
    "more",
    "other",
    "others",
    "seriously",
    "critically",
    "badly",
    "slightly",
    "severely",
    "were",
    "was",
    "have",
    "has",
    "been",
    "are",
    "is",
    "reportedly",
    "people",
    "also",
    "had",
    "being",
    "got",
    "lightly",
    "feared",
    "believed",
    "confirmed",
    "found",
    "left",
    "still",
    "persons",
)


# Quantities whose own nouns are people: a noun of theirs narrows nothing.
PEOPLE = frozenset({"protesters", "troops", "police", "fighters", "population"})


@dataclass(frozen=True, slots=True)
class Counted:
    """`quantity`, the `noun` token counted (None for a bare number), the `predicate` token that decided, `group`, and
    `mention`, the token that stands for those counted."""

    quantity: str
    noun: int | None
    predicate: int | None
    mention: int


def number_token(annotated: Annotated, sentence: Sentence, number: NumberExpression) -> Token | None:
    """The token of the number that hangs from the outside: its syntactic head word."""
    members = annotated.tokens_in(number.core)
    if not members:
        return None
    inside = {token.i for token in members}
    for token in reversed(members):
        if token.head not in inside or token.head == token.i:
            return token
    return members[-1]


def counted_noun(annotated: Annotated, sentence: Sentence, number: NumberExpression, token: Token) -> int | None:
    """The noun that `number` counts, from the parse, else from the words after it; of "three-bed flat" the bed."""
    tokens = annotated.tokens
    last = annotated.tokens_in(number.core)[-1].i
    following = tokens[last + 1] if last + 1 < sentence.last else None
    if following is not None and following.lower == "of":
        return _noun_after_of(annotated, sentence, following)
    if following is not None and following.text == "-" and following.start == tokens[last].end:
        if last + 3 < sentence.last and tokens[last + 2].lower in PLUS and tokens[last + 3].pos in NOUNS:
            return _head_of_compound(annotated, tokens[last + 3])
        return last + 2 if last + 2 < sentence.last and tokens[last + 2].start == following.end else None
    head = tokens[token.head]
    parted = any(other.text in QUOTES for other in tokens[last + 1 : max(last + 1, head.i)])
    if token.dep in TO_NOUN and head.pos in NOUNS and head.i > token.i and head.i - last <= 8 and not parted:
        return _head_of_compound(annotated, head)
    if token.pos in NOUNS and token.dep in ("compound", "nmod") and head.pos in NOUNS and head.i > token.i:
        return head.i
    found = None
    for other in tokens[last + 1 : min(last + 6, sentence.last)]:
        if other.pos in NOUNS:
            found = other.i
        elif (
            found is not None
            or other.pos not in BETWEEN_NUMBER_AND_NOUN
            or other.text in ",;:.()"
            or other.text in QUOTES
            or (other.pos == "VERB" and other.dep != "amod")
        ):
            break
    if (
        found is not None
        and tokens[found].tag == "NN"
        and number.low is not None
        and number.low != 1
        and token.dep not in TO_NOUN
    ):
        return None
    return found


def _head_of_compound(annotated: Annotated, noun: Token) -> int:
    """ "four New York Times journalists" counts journalists."""
    while noun.dep in ("compound", "nmod") and noun.head == noun.i + 1 and annotated.tokens[noun.head].pos in NOUNS:
        noun = annotated.tokens[noun.head]
    return noun.i


def _noun_after_of(annotated: Annotated, sentence: Sentence, of: Token) -> int | None:
    tokens = annotated.tokens
    for child in annotated.children[of.i]:
        if tokens[child].dep == "pobj":
            return child
    for other in tokens[of.i + 1 : min(of.i + 6, sentence.last)]:
        if other.pos in NOUNS or other.pos == "PRON":
            return other.i
    return None


def decide(
    annotated: Annotated,
    lexicon: Lexicon,
    by_patient: Mapping[int, list[Predicate]],
    sentence: Sentence,
    number: NumberExpression,
) -> Counted | None:
    """What `number` counts, or None if it is no quantity after all."""
    token = number_token(annotated, sentence, number)
    if token is None:
        return None
    noun = counted_noun(annotated, sentence, number, token)
    mention = noun if noun is not None else token.i
    if number.unit is not None:
        return Counted(lexicon.measures.get(number.unit.kind, OTHER), noun, None, mention)
    if capacity_unit(annotated, mention) is not None:
        return Counted(OTHER, noun, None, mention)
    predicate = _best_predicate(annotated, lexicon, by_patient, token, noun)
    if predicate is None:
        predicate = _participle_after(annotated, lexicon, sentence, number, noun)
    if predicate is not None and not _are_wounds(annotated, noun, predicate):
        return Counted(predicate.quantity, noun, predicate.token, mention)
    toll = _toll(annotated, sentence, number)
    if toll is not None and noun is None:
        return Counted(toll, noun, None, mention)
    followed = _by_what_follows(annotated, lexicon, sentence, mention)
    if followed is not None:
        return Counted(followed, noun, None, mention)
    if picks_one(annotated, number):
        return Counted(OTHER, noun, None, mention)
    return Counted(_by_noun(annotated, lexicon, mention, noun), noun, None, mention)


def picks_one(annotated: Annotated, number: NumberExpression) -> bool:
    """ "one of the safest cities" picks one out and counts nothing."""
    after = annotated.text[number.core.end : number.core.end + 4]
    return number.value == 1 and number.spelled and after.split()[:1] == ["of"]


def _are_wounds(annotated: Annotated, noun: int | None, predicate: Predicate) -> bool:
    """ "suffered two injuries", "with multiple injuries": wounds of somebody, and no count of people."""
    if noun is None or noun != predicate.token or annotated.tokens[noun].lemma != "injury":
        return False
    token = annotated.tokens[noun]
    head = annotated.tokens[token.head]
    return (token.dep == "dobj" and head.lemma in SUFFERING) or (token.dep == "pobj" and head.lower in ("from", "with"))


def _by_what_follows(annotated: Annotated, lexicon: Lexicon, sentence: Sentence, mention: int) -> str | None:
    after = annotated.text[annotated.tokens[mention].end : sentence.span.end].lstrip()
    return next(
        (name for pattern, name in lexicon.followed_by.items() if re.match(pattern, after, re.IGNORECASE)), None
    )


def _best_predicate(
    annotated: Annotated, lexicon: Lexicon, by_patient: Mapping[int, list[Predicate]], token: Token, noun: int | None
) -> Predicate | None:
    candidates = list(by_patient.get(token.i, ()))
    if noun is not None:
        candidates.extend(by_patient.get(noun, ()))
        pair = _verb_object(annotated, lexicon, noun)
        if pair is not None:
            candidates.append(pair)
    if noun is not None and _is_no_person(lexicon, annotated.tokens[noun].lemma.lower()):
        candidates = [found for found in candidates if found.quantity not in HARMED]
    if noun is not None and _is_part_of_counted(annotated, token, noun):
        # "released two of the five men who were detained": the five were detained, the two released.
        candidates = [found for found in candidates if annotated.tokens[found.token].head != noun]
    standing = [found for found in candidates if has_happened(annotated, found)]
    return min(standing, key=lambda found: lexicon.rank[found.quantity], default=None)


def _is_part_of_counted(annotated: Annotated, token: Token, noun: int) -> bool:
    """ "two of the five men": the noun has a number of its own."""
    after = annotated.tokens[token.i + 1 : noun]
    return bool(after) and after[0].lower == "of" and any(other.tag == "CD" for other in after)


def _is_no_person(lexicon: Lexicon, lemma: str) -> bool:
    return lexicon.things.get(lemma) in UNHARMED or lemma in people_words()["not_counted"]


def _verb_object(annotated: Annotated, lexicon: Lexicon, noun: int) -> Predicate | None:
    head = annotated.tokens[annotated.tokens[noun].head]
    quantity = lexicon.verb_objects.get((head.lemma.lower(), annotated.tokens[noun].lemma.lower()))
    return None if quantity is None else Predicate(quantity, head.i, noun)


def _participle_after(
    annotated: Annotated, lexicon: Lexicon, sentence: Sentence, number: NumberExpression, noun: int | None
) -> Predicate | None:
    """ "five wounded", "12 others critically injured": a participle right after the number or its noun."""
    tokens = annotated.tokens
    if noun is not None and _is_no_person(lexicon, tokens[noun].lemma.lower()):
        return None
    last = annotated.tokens_in(number.core)[-1].i
    starts = [last + 1] if noun is None or noun < last else [last + 1, noun + 1]
    for start in starts:
        for other in tokens[start : min(start + 5, sentence.last)]:
            quantity = _participle(lexicon, other)
            if quantity is not None:
                found = Predicate(quantity, other.i, last)
                return found if has_happened(annotated, found) and not _has_object(annotated, other) else None
            if other.lower not in SKIPPED:
                break
    return None


def _has_object(annotated: Annotated, verb: Token) -> bool:
    direct = any(annotated.tokens[child].dep == "dobj" for child in annotated.children[verb.i])
    return direct or bool(shared_objects(annotated, verb))


def _participle(lexicon: Lexicon, token: Token) -> str | None:
    if token.lower in FATALLY and "killed" in lexicon.rank:
        return "killed"
    if token.lower in lexicon.states:
        return lexicon.states[token.lower]
    if token.lemma.lower() in lexicon.object_verbs and token.tag in ("VBN", "VBD", "JJ"):
        return lexicon.object_verbs[token.lemma.lower()]
    return None


@cache
def _toll_pattern() -> re.Pattern[str]:
    """A toll noun, then "to", "at" or the like right before the number; the groups are named by the quantities."""
    dead = "deaths?|dead|killed|killings|fatalities|homicides"
    of = r"number of (?:\w+ ){0,3}?"
    # "deaths have exceeded 1,000"; but "deaths in 12 towns"
    fatal = "(?:deaths|fatalities)"
    grown = r"(?= (?:\w+ ){0,3}?(?:exceed|surpass|top|pass|reach|r[io]se|climb|number))"
    tolls = (
        rf"(?P<killed>(?:death )?toll|body count|death count|{of}(?:{dead})|{fatal}{grown}|the dead(?= at\b))",
        rf"(?P<injured>injury toll|{of}(?:injured|wounded|injuries|hurt)|injuries{grown})",
        rf"(?P<detained>{of}(?:detained|arrested|arrests|detainees|detentions))",
        rf"(?P<missing>{of}missing)",
    )
    past = "reach(?:es|ed)?|hit|pass(?:es|ed)?|top(?:s|ped)?|exceed(?:s|ed)?|surpass(?:es|ed)?|crossed|number(?:s|ed)?"
    leading = rf"to|at|of|from|is|was|now|{past}|stood at|stands at|totall?ed"
    return re.compile(rf"(?i)\b(?:{'|'.join(tolls)})\b[^.;]{{0,60}}?\b(?:{leading})\s+(?:[a-z]+\s){{0,2}}\Z")


def _toll(annotated: Annotated, sentence: Sentence, number: NumberExpression) -> str | None:
    before = annotated.text[max(sentence.span.start, number.span.start - 110) : number.span.start]
    if not any(word in before.lower() for word in TOLL_WORDS):
        return None
    match = _toll_pattern().search(before)
    return None if match is None else next(name for name, value in match.groupdict().items() if value is not None)


def _by_noun(annotated: Annotated, lexicon: Lexicon, mention: int, noun: int | None) -> str:
    tokens = annotated.tokens
    head = tokens[mention]
    if head.dep == "pobj" and tokens[head.head].lower == "of":
        container = tokens[tokens[head.head].head]
        if container.lemma.lower() in lexicon.containers and (
            noun is None or head.lemma.lower() in people_words()["everyone"]
        ):
            return lexicon.containers[container.lemma.lower()]
    if noun is None:
        return OTHER
    for phrase in noun_phrases(annotated, noun):
        if phrase in lexicon.things:
            return lexicon.things[phrase]
    return OTHER


def noun_phrases(annotated: Annotated, noun: int) -> Iterator[str]:
    """The noun with its compounds as one lower-case singular phrase, longest first: "riot police officer", ..."""
    parts = group_words(annotated, noun)
    for first in range(len(parts)):
        yield " ".join(parts[first:])


def group_words(annotated: Annotated, noun: int) -> list[str]:
    """The head noun, singular, after the compounds, the names and the capitalised adjectives that narrow it."""
    tokens = annotated.tokens
    head = tokens[noun]
    parts = [singular(head)]
    first = noun
    for other in reversed(tokens[max(0, noun - LONGEST_GROUP) : noun]):
        if (
            other.head == noun
            and other.tag != "CD"
            and spelled_value(other.lower) is None
            and (
                (other.dep == "compound" and other.pos in NOUNS)
                or (other.dep == "amod" and other.text[:1].isupper() and other.tag == "JJ" and other.i > head.i - 3)
                or (other.dep in ("amod", "compound") and other.lower in people_words()["sides"])
            )
        ):
            first = other.i
        elif not (other.pos == "PROPN" and tokens[first].pos == "PROPN" and first < noun and other.head <= noun):
            break
        else:
            first = other.i
        parts.insert(0, other.lower)
    return parts


def with_partner(annotated: Annotated, noun: int, phrase: str) -> str:
    """`phrase` with the noun that one number counts along: "40 governments and charities".

    A noun with a number, an article or an owner of its own is counted apart."""
    tokens = annotated.tokens
    for child in annotated.children[noun]:
        other = tokens[child]
        between = tokens[noun + 1 : child]
        if (
            other.dep == "conj"
            and other.tag == "NNS" == tokens[noun].tag
            and between
            and between[0].lower in ("and", "or")
            and all(token.dep in ("compound", "cc") for token in between)
            and not any(tokens[c].dep in ("relcl", "acl", "det", "nummod", "poss") for c in annotated.children[child])
        ):
            return f"{phrase} {between[0].lower} {' '.join(group_words(annotated, child))}"
    return phrase


def singular(token: Token) -> str:
    """A noun in lower case and singular; names in the plural ("Americans") lose their s."""
    if token.tag == "NNPS" or (token.lower == token.lemma.lower() + "es" and token.lower.endswith("pses")):
        return token.lower.removesuffix("s")  # "corpses", whose lemma the tagger takes for "corps"
    return token.lemma.lower() if token.pos == "NOUN" else token.lower


def read_group(annotated: Annotated, lexicon: Lexicon, counted: Counted) -> str | None:
    """Of whom or what the figure is, when that is narrower than its quantity; None for people in general."""
    if counted.noun is None or counted.quantity in set(lexicon.measures.values()):
        return None
    tokens = annotated.tokens
    head = tokens[counted.noun]
    if head.pos not in NOUNS or head.lemma.lower() in people_words()["everyone"]:
        return None
    noun = singular(head)
    if lexicon.event_nouns.get(noun, lexicon.event_nouns.get(head.lemma.lower())) == counted.quantity or (
        head.i == counted.predicate
    ):
        return None if _narrows_nothing(lexicon, noun, counted.quantity) else noun
    if counted.predicate is not None and (tokens[counted.noun].head == counted.predicate and head.lemma == "life"):
        return None
    parts = group_words(annotated, counted.noun)
    phrase = " ".join(parts)
    if lexicon.things.get(phrase) == counted.quantity:
        # "two schools" and "two warehouses" are not the same two buildings; "500 protesters" are who protests.
        narrow = counted.quantity not in PEOPLE and phrase != counted.quantity.removesuffix("s")
        return with_partner(annotated, counted.noun, phrase) if narrow else None
    if counted.predicate is None and counted.quantity in (OTHER, "population"):
        return None
    return with_partner(annotated, counted.noun, phrase)


def _narrows_nothing(lexicon: Lexicon, lemma: str, quantity: str) -> bool:
    """True unless the quantity has plain nouns and this, an event noun of it, is none of them ("beheading")."""
    return lexicon.plain_nouns.get(lemma) == quantity or quantity not in lexicon.plain_nouns.values()


def is_sex_word(group: str | None) -> bool:
    """True for groups that say only sex or age ("man", "child")."""
    return group is not None and group.split()[-1] in people_words()["sexes"]
