"""Speakers named by a mark: headlines ("Bridge is safe: mayor", "…, Claims Minister") and transcripts."""

from collections.abc import Iterable, Iterator

from rashomon.attribution.finding import Finding, trim
from rashomon.attribution.passages import Passages
from rashomon.model import Sentence, Span

# A label in front of a colon is a name or an office: longer ones are clauses.
LABEL_TOKENS = 7
HEADLINE_TOKENS = 30
SAYS = frozenset(
    {
        "says",
        "claims",
        "say",
        "claim",
        "said",
        "reports",
        "report",
        "warns",
        "warn",
        "admits",
        "insists",
        "announces",
        "tells",
        "denies",
        "confirms",
        "believes",
        "argues",
    }
)
VERBS = frozenset(
    {"was", "is", "are", "were", "be", "been", "has", "have", "had", "will", "would", "can", "may", "not"}
)
SMALL = frozenset({"of", "the", "and", "for", "in", "at", "'s", "’s", "to"})


def find_labels(p: Passages, found: Iterable[Finding]) -> Iterator[Finding]:
    """Labelled speech in headlines and transcripts, where no cue was found in the same place."""
    taken = [cue for finding in found for cue in finding.cue]
    seen = -1
    for sentence in p.annotated.sentences:
        if sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        finding = _read_headline(p, sentence) if _is_headline(p, sentence) else None
        finding = finding or _read_label(p, sentence)
        if finding is not None and not any(finding.cue[0].overlaps(cue) for cue in taken):
            yield finding


def _is_headline(p: Passages, sentence: Sentence) -> bool:
    """The first lines of a document, and a short paragraph without a stop at its end."""
    if sentence.section == "title" or sentence.i == 0:
        return True
    last = _last_of_paragraph(p, sentence)
    short = last.last - sentence.first <= HEADLINE_TOKENS
    return short and p.annotated.tokens[last.last - 1].text[-1] not in ".!?:…\"”'’"


def _last_of_paragraph(p: Passages, sentence: Sentence) -> Sentence:
    last = sentence
    for following in p.annotated.sentences[sentence.i + 1 :]:
        if following.paragraph != sentence.paragraph:
            break
        last = following
    return last


def _read_headline(p: Passages, sentence: Sentence) -> Finding | None:
    """The three ways of headlines: "…: mayor", "Mayor: …", "…, says mayor"."""
    first, end = sentence.first, _last_of_paragraph(p, sentence).last
    if end - first > HEADLINE_TOKENS:
        return None
    tokens = p.annotated.tokens
    colons = [i for i in range(first, end) if tokens[i].text == ":"]
    begin = colons[-1] + 1 if colons else first
    for i in range(begin + 2, end - 1):
        if tokens[i].lower in SAYS and tokens[i - 1].text == "," and _is_name(p, i + 1, end):
            return _labelled(p, _to_end(p, i + 1, end), i, p.span_of(begin, i - 2))
    if not colons:
        return None
    before, after = colons[0], colons[-1]
    if after > first and _is_name(p, after + 1, end):
        start = before + 1 if len(colons) > 1 else first
        return _labelled(p, _to_end(p, after + 1, end), after, p.span_of(start, after - 1)) if start < after else None
    surname = before - first <= 2 and all(t.pos == "PROPN" for t in tokens[first:before])
    known = surname or _is_speaker(p, first, before)
    if before > first and before + 1 < end and known and _is_name(p, first, before):
        return _labelled(p, p.span_of(first, before - 1), before, _to_end(p, before + 1, end))
    return None


def _to_end(p: Passages, first: int, end: int) -> Span:
    """From token `first` to the last before `end`, without a stop there."""
    tokens = p.annotated.tokens
    last = end - 2 if tokens[end - 1].text == "." and end - 2 >= first else end - 1
    return p.span_of(first, last)


def _is_speaker(p: Passages, first: int, end: int) -> bool:
    """Whether a name, or a word of a name found elsewhere in the document, or a body of people stands there."""
    label = p.annotated.tokens[first:end]
    if len(label) == 1 and label[0].text[:1].isupper():
        names = (e.span.of(p.annotated.text) for e in p.annotated.entities if e.label in ("PERSON", "ORG"))
        if any(label[0].text in name.split() for name in names):
            return True
    return any(
        t.ent in ("PERSON", "ORG", "NORP") or t.lower in p.lexicon.informants for t in p.annotated.tokens[first:end]
    )


def _read_label(p: Passages, sentence: Sentence) -> Finding | None:
    """ "WALLACE: …" at the start of a paragraph: capitals, or a name, then the words."""
    tokens = p.annotated.tokens
    first = sentence.first
    if tokens[first].text in ('"', "“", "''"):
        first += 1
    colon = next((i for i in range(first + 1, min(first + LABEL_TOKENS, sentence.last)) if tokens[i].text == ":"), None)
    if colon is None or not all(tokens[i].text.isupper() or tokens[i].text in ".," for i in range(first, colon)):
        return None
    last = _last_of_paragraph(p, sentence)
    start = tokens[colon].end
    content = trim(p.annotated.text, Span(start, max(start, last.span.end)))
    if not len(content) or not any(c.isalpha() for c in p.span_of(first, colon - 1).of(p.annotated.text)):
        return None
    return _labelled(p, p.span_of(first, colon - 1), colon, content)


def _labelled(p: Passages, source: Span, cue: int, content: Span) -> Finding:
    return Finding((source,), (p.span_of(cue, cue),), (content,), "label")


def _is_name(p: Passages, first: int, end: int) -> bool:
    """Whether tokens [first, end) look like a name or an office: all capitalised, few, no verb."""
    tokens = [t for t in p.annotated.tokens[first:end] if t.text != "."]
    if not 0 < len(tokens) <= LABEL_TOKENS:
        return False
    if any(t.text in ',;?!"“' or t.text.isdigit() for t in tokens):
        return False
    if any(t.tag.startswith("VB") or t.pos == "AUX" or t.lower in VERBS for t in tokens[1:]):
        return False
    capital = all(t.text[:1].isupper() or t.lower in SMALL or t.ent in ("PERSON", "ORG", "NORP") for t in tokens)
    lower_office = len(tokens) <= 3 and all(t.pos in ("NOUN", "ADJ", "PROPN") for t in tokens)
    return (capital or lower_office) and any(t.pos in ("PROPN", "NOUN") for t in tokens)
