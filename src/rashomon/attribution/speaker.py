"""From the words of a source to the actor who speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.attribution.passages import Passages
from rashomon.model import Actor, Span, SpeakerFrom, Token
from rashomon.resources import load_resource

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
# A name in front of an apposition has at most so many words, titles included.
NAME_TOKENS = 5
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
# A bare title stands for its holder; other nouns of a title ("foreign", "committee") do not.
TITLE_HEADS = frozenset(
    {
        "president",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "governor",
        "mayor",
        "leader",
        "chief",
        "pm",
        "expert",
        "spokesman",
        "spokeswoman",
        "secretary",
        "ambassador",
        "general",
        "head",
    }
)
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of one source: canonical name, how it was found, and the passage that names the speaker."""

    name: str
    found_from: SpeakerFrom
    span: Span


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """Mentions of the actors by place in the text."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Span, Actor], ...]
    longest: int
    agencies: frozenset[str]

    def at(self, token: Token) -> tuple[Span, Actor] | None:
        """The longest mention that holds `token`."""
        best: tuple[Span, Actor] | None = None
        for place in range(bisect_right(self.starts, token.start) - 1, -1, -1):
            span, actor = self.mentions[place]
            if span.start + self.longest < token.start:
                break
            if span.start <= token.start and token.end <= span.end and (best is None or len(span) > len(best[0])):
                best = span, actor
        return best

    def titled(self, words: str) -> Actor | None:
        """The one actor whose title these words are ("President" in a headline); None where several have it."""
        wanted = set(words.lower().split())
        actors = {actor.name: actor for _, actor in self.mentions}.values()
        fitting = [a for a in actors if a.kind == "person" and any(wanted <= set(t.split()) for t in a.titles)]
        return fitting[0] if len(fitting) == 1 and wanted & TITLE_HEADS else None

    def surnamed(self, words: str) -> Actor | None:
        """The one person whose last name these words are, whatever the case ("KURTZ" in a transcript); None where
        several have it."""
        actors = {actor.name: actor for _, actor in self.mentions}.values()
        fitting = [a for a in actors if a.kind == "person" and a.name.casefold().split()[-1:] == [words.casefold()]]
        return fitting[0] if len(fitting) == 1 else None


def index_actors(actors: Iterable[Actor]) -> ActorIndex:
    """Index the mentions of `actors`."""
    pairs = sorted(((span, actor) for actor in actors for span in actor.mentions), key=lambda pair: pair[0])
    longest = max((len(span) for span, _ in pairs), default=0)
    agencies = frozenset(name.lower() for name in load_resource("speakers")["agencies"])
    return ActorIndex(tuple(span.start for span, _ in pairs), tuple(pairs), longest, agencies)


def head_of(p: Passages, source: tuple[Span, ...]) -> Token | None:
    """The syntactic head of the words of a source."""
    tokens = [token for piece in source for token in p.annotated.tokens_in(piece)]
    comma = next((n for n, token in enumerate(tokens) if token.text == ","), 0)
    if 0 < comma <= NAME_TOKENS and all(t.pos == "PROPN" or t.text.isupper() for t in tokens[:comma]):
        # "Ivo Lenk, 32, who left Split in May, …": the parser loses its way in such trains of appositions.
        return tokens[comma - 1]
    members = {token.i for token in tokens}
    heads = [token for token in tokens if token.head not in members or token.head == token.i]
    nominal = [token for token in heads if token.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    found = nominal or heads
    return found[0] if found else None


def resolve_speaker(p: Passages, index: ActorIndex, source: tuple[Span, ...]) -> Speaker | None:
    """Who the words of `source` mean; None for an empty source. First-person pronouns are left to the caller."""
    head = head_of(p, source)
    if head is None or _is_expletive(p, head):
        return None
    if head.lower in RELATIVE:
        head = _antecedent(p, head) or head
    if p.lexicon.lemma(head) in load_posts():
        return _resolve_post(p, head)
    if p.lexicon.lemma(head) in p.lexicon.documents or p.lexicon.lemma(head) in p.lexicon.reckonings:
        issuer = issuer_of(p, head)
        if issuer is not None:
            return _resolve_head(p, index, issuer, None)
    return _resolve_head(p, index, _named_apposition(p, index, head, source), source)


def _resolve_post(p: Passages, head: Token) -> Speaker:
    """A post speaks for itself, whoever is said to have written it: "post by the port authority"."""
    annotated = p.annotated
    kept = {head.i}
    for c in annotated.children[head.i]:
        token = annotated.tokens[c]
        before = c < head.i and token.dep in ("compound", "amod", "nmod", "poss")
        if before or (token.dep == "prep" and token.lower in ("by", "from", "of")):
            kept |= {t.i for t in annotated.subtree(c)}
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    span = p.span_of(low, high)
    return Speaker(own_words(p, span), "unresolved", span)


def _is_expletive(p: Passages, head: Token) -> bool:
    """ "It is estimated that …": nobody."""
    if head.lower not in ("it", "there"):
        return False
    verb = head.head
    deps = {p.annotated.tokens[c].dep for c in p.annotated.children[verb]}
    return head.dep == "expl" or (head.dep in ("nsubj", "nsubjpass") and "auxpass" in deps and "ccomp" in deps)


def _named_apposition(p: Passages, index: ActorIndex, head: Token, source: tuple[Span, ...]) -> Token:
    """The name in "a doctor in Aktau, Aizhan N.", "the news agency AFP", "the think tank – Forum for Peace (FFP)"."""
    annotated = p.annotated
    if head.pos not in ("NOUN", "NUM"):
        return head
    found = index.at(head)
    if found is not None and found[1].kind == "person":
        return head
    above = annotated.tokens[head.head]
    if head.dep == "compound" and above.pos == "PROPN" and above.i > head.i:
        return above
    for c in annotated.children[head.i]:
        token = annotated.tokens[c]
        if "/" in token.text:
            continue
        if token.dep in ("appos", "compound") and token.pos == "PROPN" and _holds(source, token):
            named = index.at(token)
            if token.dep == "appos" and (named is not None or token.ent in ("PERSON", "ORG")):
                return token
            if c > head.i:
                return token
    if found is not None:
        return head
    after = [t for piece in source for t in annotated.tokens_in(piece) if t.i > head.i]
    names = [t for t in after if t.pos == "PROPN" and (m := index.at(t)) is not None and m[1].kind != "group"]
    marked = any(t.text in ("(", "-", "–", "—", ",") for t in after)
    return names[0] if names and marked else head


def _holds(source: tuple[Span, ...], token: Token) -> bool:
    return any(piece.start <= token.start < piece.end for piece in source)


def issuer_of(p: Passages, head: Token) -> Token | None:
    """Who issued a document: "a statement FROM THE MINISTRY", "the BelTA report", "the ministry's statement"."""
    annotated = p.annotated
    owner = annotated.child(head.i, "poss")
    if owner is not None and annotated.tokens[owner].ent not in ("DATE", "TIME"):
        return annotated.tokens[owner]
    reckoned = p.lexicon.lemma(head) in p.lexicon.reckonings
    for c in annotated.children[head.i]:
        token = annotated.tokens[c]
        if token.dep == "compound" and token.pos == "PROPN" and token.ent in ("ORG", "PERSON", "PRODUCT", ""):
            return token
        body = p.lexicon.lemma(token) in load_collectives() or token.ent == "ORG" or is_acronym(token)
        if reckoned and body and c < head.i and token.dep not in ("det", "poss"):
            return token
    for c in annotated.children[head.i]:
        token = annotated.tokens[c]
        by = None
        if token.dep == "prep" and token.lower in (("by", "from") if reckoned else ("by", "from", "of")):
            by = annotated.child(c, "pobj")
        elif token.dep == "acl" and token.tag == "VBN":
            agent = annotated.child(c, "agent", "prep")
            by = annotated.child(agent, "pobj") if agent is not None else None
        if by is not None and annotated.tokens[by].ent not in ("GPE", "LOC", "DATE", "CARDINAL", "TIME"):
            return annotated.tokens[by]
    return None


def is_acronym(token: Token) -> bool:
    """ "WHO" in "a WHO count", which the tagger may take for a pronoun."""
    return token.text.isupper() and len(token.text) > 2 and token.ent in ("ORG", "")


def own_words(p: Passages, span: Span) -> str:
    """The words of a noun phrase without articles in front and without what follows a comma."""
    words = span.of(p.annotated.text).split(",")[0].split()
    while len(words) > 1 and words[0].lower() in ARTICLES:
        words = words[1:]
    return POSSESSIVE.sub("", " ".join(words)).strip(" \"“”‘'’")


def _antecedent(p: Passages, relative: Token) -> Token | None:
    for above in p.annotated.ancestors(relative.i):
        if above.dep == "relcl":
            return p.annotated.tokens[above.head]
    return None


def _resolve_head(p: Passages, index: ActorIndex, head: Token, source: tuple[Span, ...] | None) -> Speaker:
    annotated = p.annotated
    phrase = _noun_phrase(p, head, source)
    joined = any(
        annotated.tokens[c].dep == "conj" and phrase.contains(p.span_of(c, c)) for c in annotated.children[head.i]
    )
    mention = index.at(head)
    if mention is not None and (not joined or mention[0].contains(phrase)):
        span, actor = mention
        return Speaker(actor.name, _how(index, span.of(annotated.text), head, actor), span)
    name = own_words(p, phrase)
    titled = index.titled(name)
    if titled is not None and not joined:
        return Speaker(titled.name, "title", phrase)
    if joined:
        return Speaker(name, "group", phrase)
    surnamed = index.surnamed(name) if name.isupper() and not joined else None
    if surnamed is not None:
        return Speaker(surnamed.name, "name", phrase)
    if head.pos == "PROPN":
        if head.text.lower() in index.agencies:
            return Speaker(head.text, "agency", phrase)
        return Speaker(name, "agency" if name.lower() in index.agencies else "name", phrase)
    if head.text.isupper() and len(head.text) > 1:
        return Speaker(name, "name", phrase)
    if head.tag == "NNS" or p.lexicon.lemma(head) in load_collectives():
        return Speaker(name, "group", phrase)
    return Speaker(name, "unresolved", phrase)


def not_speakers() -> frozenset[str]:
    """Words before a colon that announce and do not speak."""
    return frozenset(load_resource("speakers")["not_speakers"])


def load_posts() -> frozenset[str]:
    """Nouns for what is put out on the net and may be forged or deleted."""
    return frozenset(load_resource("speakers")["posts"])


def load_collectives() -> frozenset[str]:
    """Nouns in the singular that mean a body of people: "police", "the ministry"."""
    return frozenset(load_resource("speakers")["collectives"])


def _noun_phrase(p: Passages, head: Token, source: tuple[Span, ...] | None) -> Span:
    """The noun phrase of `head` without relative clauses and appositions, within `source` where one is given."""
    annotated = p.annotated
    skip = {"relcl", "appos", "acl"}
    kept, stack = [head], [head.i]
    while stack:
        for c in annotated.children[stack.pop()]:
            token = annotated.tokens[c]
            dated = token.dep == "prep" and any(
                annotated.tokens[x].ent in ("DATE", "TIME") for x in annotated.children[c]
            )
            if token.dep not in skip and not dated and (token.dep != "punct" or token.text in ("-", "–", "/")):
                kept.append(annotated.tokens[c])
                stack.append(c)
    if source is not None:
        kept = [token for token in kept if any(piece.start <= token.start < piece.end for piece in source)] or [head]
    low = high = head.i
    members = {token.i for token in kept}
    while low - 1 in members:
        low -= 1
    while high + 1 in members:
        high += 1
    span = p.span_of(low, high)
    if source is not None and span.of(annotated.text).endswith(("'s", "’s", "’")):
        return Span(span.start, span.end - (2 if span.of(annotated.text)[-1] == "s" else 1))
    return span


def _how(index: ActorIndex, words: str, head: Token, actor: Actor) -> SpeakerFrom:
    if head.pos == "PRON" or head.tag == "PRP$":
        return "pronoun"
    if actor.kind == "group":
        return "group"
    if {actor.name.lower(), words.lower()} & index.agencies:
        return "agency"
    if words in actor.names or words == actor.name or any(words.endswith(name) for name in actor.names):
        return "name"
    if head.pos == "PROPN" and any(head.text in name for name in (*actor.names, actor.name)):
        return "name"
    return "title"
