"""The words that attribute: verbs with their auxiliaries, negation and adverbs, nouns, adjectives, set phrases."""

from rashomon.model import Annotated, Span

BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
MODIFIERS = frozenset({"AUX", "ADV", "PART"})
CLIMB = 3


def verb_group(annotated: Annotated, verb: int) -> tuple[int, int]:
    """First and last token of the verb with its auxiliaries, negation, adverbs and particles, and with the verbs that
    govern it as an infinitive or gerund right before it ("continued to insist", "has refused to say")."""
    tokens = annotated.tokens
    first = last = verb
    sentence = annotated.sentences[tokens[verb].sentence]
    current = verb
    for _ in range(CLIMB):
        while first > sentence.first and _belongs_before(annotated, first - 1, current):
            first -= 1
        above = tokens[current].head
        governs = tokens[current].dep == "xcomp" and above != current and 0 < first - above <= 1
        if not governs or tokens[above].pos not in ("VERB", "AUX"):
            break
        first = current = above
    for c in annotated.children[verb]:
        if tokens[c].dep == "prt" and c == last + 1:
            last = c
    return first, last


def _belongs_before(annotated: Annotated, i: int, verb: int) -> bool:
    token = annotated.tokens[i]
    if token.pos not in MODIFIERS:
        return False
    return token.dep in BEFORE and (token.head == verb or annotated.tokens[token.head].head == verb)


def group_span(annotated: Annotated, first: int, last: int, *, colon: bool = True) -> Span:
    """The characters of tokens `first` to `last`, with a colon that follows directly."""
    tokens = annotated.tokens
    end = tokens[last].end
    if colon and last + 1 < len(tokens) and tokens[last + 1].text == ":" and tokens[last + 1].start == end:
        end = tokens[last + 1].end
    return Span(tokens[first].start, end)
