"""The stage: spans from the rules or the tagger, then everything that is read into them, alike for both."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from rashomon.attribution.chain import find_cited, find_parents
from rashomon.attribution.combination import combine
from rashomon.attribution.evidence import NoEvidence, find_no_evidence, without_evidence
from rashomon.attribution.finding import Finding
from rashomon.attribution.kind import kind_of
from rashomon.attribution.passages import Passages, read_passages
from rashomon.attribution.rules import find_attributions
from rashomon.attribution.speaker import (
    FIRST_PERSON,
    ActorIndex,
    Speaker,
    head_of,
    index_actors,
    issuer_of,
    not_speakers,
    resolve_speaker,
)
from rashomon.attribution.stance import stance_of
from rashomon.model import Actor, Annotated, Attribution, Hop, Span, Token
from rashomon.resources import resource

Method = Literal["auto", "rules", "tagger"]

WHERE = frozenset({"in", "across", "at", "over", "near", "around", "throughout"})
SINGULAR = frozenset({"he", "she"})
# "he added" is said by whoever spoke before.
GOING_ON = frozenset({"add", "continue"})
OUGHT = frozenset({"should", "ought", "must"})


def extract_attributions(
    annotated: Annotated, actors: Sequence[Actor], *, method: Method = "auto"
) -> tuple[Attribution, ...]:
    """Who says what in `annotated`, in text order, with chains.

    `actors` are the actors of the same document; sources are looked up among their mentions. `method` says where the
    spans come from: the rules over the parse, the trained tagger with the rules for what it was not trained on, or
    ("auto") the tagger where its weights are shipped. Raises `ResourceError` for "tagger" without weights.
    """
    p = read_passages(annotated)
    index = index_actors(actors)
    findings = _find(p, index, method)
    missing = find_no_evidence(p, findings)
    for item in missing:
        findings[item.about] = without_evidence(p, findings[item.about], item.span)
    kept = [n for n, f in enumerate(findings) if not any(_is_remark(p, f, item) for item in missing)]
    place = {n: m for m, n in enumerate(kept)}
    findings = [findings[n] for n in kept]
    missing = [NoEvidence(item.span, place[item.about]) for item in missing if item.about in place]
    return _attributions(p, findings, index, missing)


def _is_remark(p: Passages, finding: Finding, missing: NoEvidence) -> bool:
    """ "without naming any suspects" is a remark on the statement, not a statement."""
    return missing.span.overlaps(finding.cue[0]) and missing.span.of(p.annotated.text).lower().startswith("without")


def tagger_is_shipped() -> bool:
    """Whether the weights of the tagger are in the package."""
    return resource("attribution_tagger").joinpath("settings.json").is_file()


def _find(p: Passages, index: ActorIndex, method: Method) -> list[Finding]:
    return [finding for finding in _find_all(p, index, method) if not _is_unreal(p, finding)]


def _is_unreal(p: Passages, finding: Finding) -> bool:
    """ "Lee should say so", "if Lee knew", "NEW: …": nobody has said or thought anything. Words in a quotation are left
    alone."""
    tokens = p.annotated.tokens
    if len(finding.source) == 1 and finding.source[0].of(p.annotated.text) in not_speakers():
        return True
    if finding.method == "tagger" and _is_bare_document(p, finding):
        return True
    said = [t for piece in finding.content for t in p.annotated.tokens_in(piece)]
    if finding.method == "tagger" and ([t.pos for t in said] == ["PRON"] or _is_whereabouts(p, finding)):
        return True
    verbs = [t for piece in finding.cue for t in p.annotated.tokens_in(piece) if t.pos in ("VERB", "AUX")]
    if not verbs or p.inside[verbs[-1].i] >= 0:
        return False
    children = [tokens[c] for c in p.annotated.children[verbs[-1].i]]
    return any((c.dep == "aux" and c.lower in OUGHT) or (c.dep == "mark" and c.lower == "if") for c in children)


def _is_bare_document(p: Passages, finding: Finding) -> bool:
    """ "The reports follow confusion over the killing of 12 miners": nobody's reports, and no verb of saying."""
    head = head_of(p, finding.source)
    if head is None or p.lexicon.lemma(head) not in p.lexicon.documents or issuer_of(p, head) is not None:
        return False
    verbs = [t for piece in finding.cue for t in p.annotated.tokens_in(piece) if t.pos == "VERB"]
    return bool(verbs) and not any(p.lexicon.lemma(verb) in p.lexicon.any_verb for verb in verbs)


def _is_whereabouts(p: Passages, finding: Finding) -> bool:
    """ "was heard in Lima", "has been declared across the country": a place where it happens, no source."""
    head = head_of(p, finding.source)
    before = None if head is None else p.annotated.tokens[head.head]
    return head is not None and head.dep == "pobj" and before is not None and before.lower in WHERE


def _find_all(p: Passages, index: ActorIndex, method: Method) -> list[Finding]:
    by_rules = list(find_attributions(p))
    if method == "rules" or (method == "auto" and not tagger_is_shipped()):
        return by_rules
    from rashomon.attribution.tagger import tag_attributions

    prose = [sentence for sentence in p.annotated.sentences if sentence.section != "dateline"]
    sentences = [(sentence.span.start, sentence.span.end) for sentence in prose]
    tagged = [
        Finding(_spans(found.source), _spans(found.cue), _spans(found.content), "tagger", "tagger", found.score)
        for found in tag_attributions(p.annotated.text, sentences)
        if found.content and found.cue
    ]
    return combine(p, tagged, by_rules, index)


def _spans(fragments: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in fragments)


def _attributions(
    p: Passages, findings: Sequence[Finding], index: ActorIndex, missing: Sequence[NoEvidence]
) -> tuple[Attribution, ...]:
    cited = find_cited(p, findings)
    passed_on = {span for spans in cited.values() for span in spans}
    if any(set(finding.content) & passed_on for finding in findings):
        # "citing Y" is a hop of the chain here, not an attribution of its own.
        kept = [n for n, finding in enumerate(findings) if not set(finding.content) & passed_on]
        missing = [NoEvidence(item.span, kept.index(item.about)) for item in missing if item.about in kept]
        findings = [findings[n] for n in kept]
        cited = {kept.index(n): spans for n, spans in cited.items() if n in kept}
    parents = find_parents(findings)
    hops = _own_hops(p, findings, index, parents, cited)
    silent = {item.about: item.span for item in missing}
    result = []
    for n, finding in enumerate(findings):
        own = hops[n]
        above: list[Speaker] = []
        current = parents[n]
        while current is not None:
            above = [*hops[current], *above]
            current = parents[current]
        steps = _merged([*above, *own])
        parent = parents[n]
        result.append(
            Attribution(
                id=f"a{n + 1}",
                source=finding.source,
                cue=finding.cue,
                content=finding.content,
                kind=kind_of(p, finding),
                stance=stance_of(p, finding),
                speaker=own[-1].name if own else None,
                chain=tuple(step.name for step in steps),
                parent=f"a{parent + 1}" if parent is not None else None,
                hops=tuple(Hop(step.name, step.span) for step in steps),
                speaker_from=own[-1].found_from if own else None,
                evidence="none offered" if n in silent else None,
                evidence_span=silent.get(n),
                method=finding.method,
            )
        )
    return tuple(result)


def _own_hops(
    p: Passages,
    findings: Sequence[Finding],
    index: ActorIndex,
    parents: Sequence[int | None],
    cited: dict[int, tuple[Span, ...]],
) -> list[list[Speaker]]:
    """For each finding its own speaker, behind it those that the speaker cites."""
    hops: list[list[Speaker]] = [[] for _ in findings]
    order = sorted(range(len(findings)), key=lambda n: _depth(parents, n))
    for n in order:
        speaker = resolve_speaker(p, index, findings[n].source)
        if speaker is None:
            continue
        head = head_of(p, findings[n].source)
        parent = parents[n]
        if head is not None and head.lower in FIRST_PERSON:
            outer = hops[parent][-1] if parent is not None and hops[parent] else None
            if outer is not None:
                speaker = replace(outer, found_from="pronoun", span=findings[n].source[0])
        elif head is not None and p.lexicon.lemma(head) in p.lexicon.documents and issuer_of(p, head) is None:
            speaker = _issuer_before(p, findings, hops, n, p.lexicon.lemma(head)) or speaker
        elif speaker.found_from == "unresolved" and head is not None and head.lower in SINGULAR:
            speaker = _who_goes_on(p, findings, hops, index, n, head) or speaker
        hops[n] = [speaker]
        for span in cited.get(n, ()):
            inner = resolve_speaker(p, index, (span,))
            if inner is not None:
                hops[n].append(inner)
    return hops


def _who_goes_on(
    p: Passages, findings: Sequence[Finding], hops: Sequence[list[Speaker]], index: ActorIndex, n: int, he: Token
) -> Speaker | None:
    """The person who spoke last, in this sentence or the one before, where "he added" goes on from it."""
    cue = [token for piece in findings[n].cue for token in p.annotated.tokens_in(piece)]
    if n == 0 or not hops[n - 1] or not any(p.lexicon.lemma(token) in GOING_ON for token in cue):
        return None
    last, before = findings[n - 1], head_of(p, findings[n - 1].source)
    if before is None or not 0 <= he.sentence - p.annotated.tokens_in(last.cue[-1])[-1].sentence <= 1:
        return None
    named = index.at(before)
    name = before.pos == "PROPN" and before.ent in ("PERSON", "") and named is None
    person = name or (named is not None and named[1].kind == "person") or before.lower == he.lower
    unlike = before.pos == "PRON" and before.lower != he.lower
    if not person or unlike or hops[n - 1][-1].found_from == "unresolved":
        return None
    return replace(hops[n - 1][-1], found_from="pronoun", span=findings[n].source[0])


def _issuer_before(
    p: Passages, findings: Sequence[Finding], hops: Sequence[list[Speaker]], n: int, document: str
) -> Speaker | None:
    """Who issued "the statement": the speaker of the last attribution whose sentence speaks of one."""
    if not findings[n].source[0].of(p.annotated.text).lower().startswith(("the ", "that ", "this ")):
        return None
    for m in range(n - 1, -1, -1):
        sentence = p.annotated.sentence_at(findings[m].cue[0].start)
        if sentence is None or not hops[m] or hops[m][-1].found_from == "unresolved":
            continue
        if document in (p.lexicon.lemma(token) for token in p.annotated.sentence_tokens(sentence)):
            return replace(hops[m][-1], found_from="title", span=findings[n].source[0])
    return None


def _depth(parents: Sequence[int | None], n: int) -> int:
    depth, current = 0, parents[n]
    while current is not None:
        depth, current = depth + 1, parents[current]
    return depth


def _merged(steps: Sequence[Speaker]) -> list[Speaker]:
    """A speaker who quotes himself is one step, named by the inner passage."""
    merged: list[Speaker] = []
    for step in steps:
        if merged and merged[-1].name == step.name:
            merged.pop()
        merged.append(step)
    return merged
