"""The stage: blame patterns, who is blamed in the report's words, whose explanation it is, and whether it is denied."""

from collections.abc import Sequence

from rashomon.explanations.blame import Blame, find_blame
from rashomon.model import Actor, Annotated, Attribution, Explanation, Span, Stance

DETERMINERS = frozenset(
    {"the", "a", "an", "some", "certain", "any", "these", "those", "this", "that", "such", "both", "either"}
)
PRONOUNS = frozenset({"PRON"})
LEFT_OUT = frozenset({"relcl", "appos", "acl", "punct"})
# "…, reported X" that closes a paragraph speaks for the unattributed sentences before it in that paragraph.
CLOSING = frozenset({"reported", "reports", "report", "according to", "said", "says"})


def extract_explanations(
    annotated: Annotated, attributions: Sequence[Attribution], actors: Sequence[Actor]
) -> tuple[Explanation, ...]:
    """Who or what is said to be behind what happened, in text order.

    The explanation belongs to the innermost of `attributions` that it stands in, or whose cue it is ("X blamed Y"); its
    stance and missing evidence come from there. Pronouns are resolved among `actors`; where that fails nobody is
    blamed and the explanation is left out.
    """
    found: list[Explanation] = []
    seen: set[tuple[Span, str | None]] = set()
    for blame in find_blame(annotated):
        named = _blamed(annotated, actors, blame)
        if named is None:
            continue
        words, span = named
        attribution = _attribution(annotated, attributions, blame)
        key = span, attribution.id if attribution is not None else None
        if key in seen:
            continue
        seen.add(key)
        found.append(_explanation(annotated, attributions, attribution, blame, words, span, len(found) + 1))
    return tuple(found)


def _explanation(
    annotated: Annotated,
    attributions: Sequence[Attribution],
    attribution: Attribution | None,
    blame: Blame,
    words: str,
    blamed_span: Span,
    number: int,
) -> Explanation:
    silent = _without_evidence(attributions, attribution)
    return Explanation(
        id=f"e{number}",
        span=_passage(annotated, attribution, blame),
        blamed=words,
        attribution=attribution.id if attribution is not None else None,
        evidence="none offered" if silent is not None else None,
        stance=_stance(attribution, blame),
        blamed_span=blamed_span,
        evidence_span=silent,
    )


def _blamed(annotated: Annotated, actors: Sequence[Actor], blame: Blame) -> tuple[str, Span] | None:
    """The words for who is blamed and their passage; None for a pronoun that means nobody known."""
    token = annotated.tokens[blame.blamed]
    if token.pos in PRONOUNS or token.tag == "PRP$":
        for actor in actors:
            for mention in actor.mentions:
                if mention.start <= token.start and token.end <= mention.end:
                    return actor.name, mention
        return None
    if token.pos in ("VERB", "AUX"):
        # "what they said were members of a banned party"
        inner = [t.i for t in annotated.subtree(token.i) if t.dep == "attr" and t.pos in ("NOUN", "PROPN")]
        return _words(annotated, inner[0], blame) if token.dep == "pcomp" and inner else None
    if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    return _words(annotated, token.i, blame)


def _words(annotated: Annotated, head: int, blame: Blame) -> tuple[str, Span]:
    span = _noun_phrase(annotated, head, blame.rule.following if blame.rule.form == "object" else frozenset())
    words = span.of(annotated.text).split()
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words = words[1:]
    return " ".join(words).strip(" \"“”‘’',;"), span


def _noun_phrase(annotated: Annotated, head: int, without: frozenset[str]) -> Span:
    """The noun phrase of `head` without relative clauses, appositions and phrases that begin with `without`."""
    members, stack = {head}, [head]
    while stack:
        for c in annotated.children[stack.pop()]:
            token = annotated.tokens[c]
            dated = token.dep == "prep" and any(
                annotated.tokens[x].ent in ("DATE", "TIME") for x in annotated.children[c]
            )
            outer = token.head == head and (token.lower in without or (token.dep == "advmod" and c < head))
            if token.dep not in LEFT_OUT and not dated and not outer:
                members.add(c)
                stack.append(c)
    low = high = head
    while low - 1 in members or (low - 2 in members and annotated.tokens[low - 1].text in ("-", "–", ",")):
        low -= 1
    while high + 1 in members or (high + 2 in members and annotated.tokens[high + 1].text in ("-", "–", ",")):
        high += 1
    while low < head and annotated.tokens[low].lower in DETERMINERS:
        low += 1
    return Span(annotated.tokens[low].start, annotated.tokens[high].end)


def _attribution(annotated: Annotated, attributions: Sequence[Attribution], blame: Blame) -> Attribution | None:
    """The attribution that the trigger is the cue of, else the innermost whose content holds it, else the one that
    closes its paragraph."""
    trigger = annotated.tokens[blame.trigger]
    place = Span(trigger.start, trigger.end)
    by_cue = [a for a in attributions if any(piece.contains(place) for piece in a.cue)]
    if by_cue and blame.rule.form in ("object", "onto"):
        # "Reporters were accused of …": those who are blamed do not hold it.
        blamed = annotated.tokens[blame.blamed]
        own = any(piece.start <= blamed.start < piece.end for piece in by_cue[0].source)
        return None if own else by_cue[0]
    holding = [a for a in attributions if any(piece.contains(place) for piece in a.content)]
    if holding:
        return min(holding, key=lambda a: (sum(map(len, a.content)), -len(a.chain)))
    return _closing(annotated, attributions, trigger.sentence)


def _closing(annotated: Annotated, attributions: Sequence[Attribution], sentence: int) -> Attribution | None:
    paragraph = annotated.sentences[sentence].paragraph
    members = [s for s in annotated.sentences[sentence:] if s.paragraph == paragraph]
    inside = [
        a for a in attributions if annotated.sentences[sentence].span.start <= a.cue[0].start <= members[-1].span.end
    ]
    if len(members) < 2 or not inside:
        return None
    last = max(inside, key=lambda a: a.cue[0].start)
    tail = annotated.text[max(last.cue[-1].end, last.source[-1].end if last.source else 0) : members[-1].span.end]
    begins = last.content[0].start == members[-1].span.start and last.cue[0].start > last.content[0].end
    words = last.cue[0].of(annotated.text).lower()
    only = all(a is last or last.content[0].start <= a.cue[0].start for a in inside)
    return last if begins and only and words in CLOSING and not tail.strip(" .,") and last.kind != "direct" else None


def _stance(attribution: Attribution | None, blame: Blame) -> Stance:
    stance: Stance = attribution.stance if attribution is not None else "asserts"
    if blame.negated and stance in ("asserts", "confirms"):
        return "denies"
    return stance


def _without_evidence(attributions: Sequence[Attribution], attribution: Attribution | None) -> Span | None:
    """The remark that no evidence was offered, on the attribution or on one that it stands in."""
    by_id = {a.id: a for a in attributions}
    while attribution is not None:
        if attribution.evidence_span is not None:
            return attribution.evidence_span
        attribution = by_id.get(attribution.parent) if attribution.parent is not None else None
    return None


def _passage(annotated: Annotated, attribution: Attribution | None, blame: Blame) -> Span:
    """The sentence of the explanation; within it only the content of its attribution where that is a part of it."""
    trigger = annotated.tokens[blame.trigger]
    sentence = annotated.sentences[trigger.sentence].span
    if attribution is None:
        return sentence
    for piece in attribution.content:
        if piece.start <= trigger.start < piece.end and piece.overlaps(sentence):
            return Span(max(piece.start, sentence.start), min(piece.end, sentence.end))
    return sentence
