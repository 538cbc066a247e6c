"""Who does it and to whom: the arguments of a verb, also where the parse leaves them with another word."""

from dataclasses import dataclass

from rashomon.model import Annotated, Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj", "dative")
# A verb without a subject of its own has that of the verb it hangs from.
SHARES_SUBJECT = ("conj", "xcomp", "advcl", "pcomp", "prep")
RELATIVE_TAGS = ("WDT", "WP")
HOPS = 4


@dataclass(frozen=True, slots=True)
class Arguments:
    """The head tokens of those who act and of those it is done to, with what is joined to them by "and"."""

    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    passive: bool


def read_arguments(annotated: Annotated, verb: Token) -> Arguments:
    """The arguments of `verb`."""
    agents: list[Token] = []
    patients: list[Token] = []
    children = [annotated.tokens[j] for j in annotated.children[verb.i]]
    passive = any(child.dep in ("nsubjpass", "auxpass") for child in children)
    for child in children:
        if child.dep in SUBJECTS:
            agents.append(child)
        elif child.dep in PASSIVE_SUBJECTS or child.dep in OBJECTS:
            patients.append(child)
        elif child.dep == "agent":
            agents.extend(annotated.tokens[j] for j in annotated.children[child.i] if annotated.tokens[j].dep == "pobj")
    if verb.dep == "acl" and verb.tag == "VBN":
        patients.append(annotated.tokens[verb.head])
        passive = True
    elif verb.dep == "acl":
        agents.append(annotated.tokens[verb.head])
    if not passive and not agents:
        agents, inherited = _inherited(annotated, verb)
        if inherited and verb.tag == "VBN" and not patients:
            return Arguments((), _with_joined(annotated, agents), True)
    return Arguments(_with_joined(annotated, agents), _with_joined(annotated, patients), passive)


def _inherited(annotated: Annotated, verb: Token) -> tuple[list[Token], bool]:
    """The subject of the verbs above, and whether it is the subject of a passive."""
    for _ in range(HOPS):
        if verb.dep not in SHARES_SUBJECT or verb.head == verb.i:
            break
        verb = annotated.tokens[verb.head]
        children = [annotated.tokens[j] for j in annotated.children[verb.i]]
        active = [child for child in children if child.dep in SUBJECTS]
        passive = [child for child in children if child.dep in PASSIVE_SUBJECTS]
        if active or passive:
            return active or passive, bool(passive)
    return [], False


def _with_joined(annotated: Annotated, heads: list[Token]) -> tuple[Token, ...]:
    found: list[Token] = []
    for head in heads:
        token = _antecedent(annotated, head)
        found.append(token)
        stack = [j for j in annotated.children[token.i] if annotated.tokens[j].dep == "conj"]
        while stack:
            joined = annotated.tokens[stack.pop()]
            found.append(joined)
            stack.extend(j for j in annotated.children[joined.i] if annotated.tokens[j].dep == "conj")
    return tuple(found)


def _antecedent(annotated: Annotated, token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag in RELATIVE_TAGS:
        verb = annotated.tokens[token.head]
        if verb.dep == "relcl":
            return annotated.tokens[verb.head]
    return token
