"""What is said: the clause, phrase or quotation that belongs to a cue, as fragments of the text."""

from rashomon.attribution.finding import cut, tidy, trim
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import child
from rashomon.model import Span

# Between a speech verb and its quotation stand at most so many tokens ("said in an interview with the local radio,").
REACH = 14
ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "punct", "tmod", "intj"})
EDGE = " ,;:—–-"
STOP = ".!?"


def right_clause(p: Passages, verb: int, *deps: str) -> tuple[Span, ...]:
    """The clause that hangs from `verb` on its right side; empty where there is none."""
    annotated = p.annotated
    for c in annotated.children[verb]:
        if c > verb and annotated.tokens[c].dep in deps:
            return subtree_right(p, c, verb)
    return ()


def subtree_right(p: Passages, head: int, verb: int, *, start: int | None = None) -> tuple[Span, ...]:
    """The subtree of `head` as far as it stands after `verb` (or from token `start`), cut before a speech participle
    that belongs to the speaker (", adding that …") and without the stop at its end."""
    annotated = p.annotated
    members = [token.i for token in annotated.subtree(head) if token.i > verb]
    first, last = min(members) if start is None else start, max(members)
    sentence = p.sentence_of(verb)
    last = min(last, sentence.last - 1)
    if first > last:
        return ()
    if first - 1 > verb and annotated.tokens[first - 1].text in ("“", '"', "‘", "``", "''", "'"):
        first -= 1
    last = _before_participle(p, first, last)
    return p.grown((without_stop(p, first, last),), verb)


def without_stop(p: Passages, first: int, last: int) -> Span:
    """Tokens `first` to `last` without stops and commas at the end, unless a quotation holds them."""
    span = p.span_of(first, last)
    if p.inside[last] >= 0:
        return trim(p.annotated.text, span)
    return trim(p.annotated.text, span, strip=EDGE + ".")


def _before_participle(p: Passages, first: int, last: int) -> int:
    tokens = p.annotated.tokens
    for i in range(first + 2, last):
        if tokens[i].tag == "VBG" and tokens[i].dep in ("advcl", "acl", "conj") and p.inside[i] < 0:
            before = i - 1
            while before > first and tokens[before].pos == "ADV":
                before -= 1
            if tokens[before].text == "," and p.lexicon.lemma(tokens[i]) in p.lexicon.speech:
                return before - 1
    return last


def right_quotation(p: Passages, verb: int, last: int) -> tuple[Span, ...]:
    """The quotation that a speech verb leads into: "said", "said on Sunday:", "wrote that", then the mark."""
    tokens, sentence = p.annotated.tokens, p.sentence_of(verb)
    own = p.inside[verb]
    for i in range(last + 1, min(sentence.last, last + REACH)):
        index = p.inside[i]
        if index >= 0 and index != own:
            begins = p.quotations[index].span.start == tokens[i].start
            return p.quotations[index].pieces if begins else ()
        if tokens[i].pos == "VERB" and tokens[i].tag not in ("VBG", "VBN"):
            return ()
        if tokens[i].text in (";", ".", "?", "!"):
            return ()
    return ()


def after_colon(p: Passages, verb: int, last: int) -> tuple[Span, ...]:
    """What follows a colon behind the cue: the quotation, the rest of the sentence, or the next paragraph."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(verb)
    colon = _colon_after(p, verb, last)
    if colon is None:
        return ()
    following = colon + 1
    if following < len(tokens) and p.inside[following] >= 0 and p.inside[following] != p.inside[verb]:
        quotation = p.quotations[p.inside[following]]
        if quotation.span.start == tokens[following].start:
            return quotation.pieces
    if following < sentence.last:
        return p.grown((trim(annotated.text, Span(tokens[following].start, sentence.span.end)),), verb)
    return _next_sentence(p, sentence.i)


def _colon_after(p: Passages, verb: int, last: int) -> int | None:
    tokens, sentence = p.annotated.tokens, p.sentence_of(verb)
    for i in range(last + 1, min(sentence.last, last + REACH)):
        if tokens[i].text == ":":
            return i
        if tokens[i].pos == "VERB" and tokens[i].tag not in ("VBG", "VBN"):
            return None
    return None


def _next_sentence(p: Passages, index: int) -> tuple[Span, ...]:
    """The rest of the paragraph behind sentence `index`, or the paragraph after it."""
    sentences = p.annotated.sentences
    if index + 1 >= len(sentences) or sentences[index + 1].section != sentences[index].section:
        return ()
    begin = sentences[index + 1]
    end = begin
    while end.i + 1 < len(sentences) and sentences[end.i + 1].paragraph == begin.paragraph:
        end = sentences[end.i + 1]
    return tidy(p.annotated.text, [Span(begin.span.start, end.span.end)])


def beside(p: Passages, first: int, last: int) -> tuple[Span, ...]:
    """The clause that a parenthetical cue stands in or behind: "…, X said", "…, said X, …", "“…?” X asked".

    `first` and `last` are the tokens of source and cue together with their adjuncts.
    """
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(first)
    own = p.inside[first]
    if first == sentence.first:
        return _quotation_before(p, first, own)
    gap = tokens[first - 1]
    index = p.inside[first - 1]
    closes = index >= 0 and index != own and p.quotations[index].span.end == gap.end
    if not closes and gap.text not in (",", "—", "–", "--", "-"):
        return ()
    begin = _clause_begin(p, first, own)
    if begin >= first - (0 if closes else 1):
        return ()
    left = p.span_of(begin, first - 1)
    left = left if closes else trim(annotated.text, left, strip=EDGE)
    return p.grown([left, *_right_of_parenthesis(p, first, last)], first)


def _quotation_before(p: Passages, first: int, own: int) -> tuple[Span, ...]:
    if first == 0:
        return ()
    index = p.inside[first - 1]
    same = p.sentence_of(first - 1).paragraph == p.sentence_of(first).paragraph
    if same and index >= 0 and index != own and p.quotations[index].span.end == p.annotated.tokens[first - 1].end:
        return p.quotations[index].pieces
    return ()


def _clause_begin(p: Passages, first: int, own: int) -> int:
    """Where the clause before a parenthetical cue begins: its sentence, or the quotation that the cue stands in."""
    tokens, sentence = p.annotated.tokens, p.sentence_of(first)
    begin = sentence.first
    if own >= 0:
        while begin < first and (p.inside[begin] != own or tokens[begin].text in "“\"‘'"):
            begin += 1
    while begin < first and (
        (tokens[begin].dep == "cc" and tokens[begin].text.lower() == "and") or tokens[begin].text == ","
    ):
        begin += 1
    return begin


def _right_of_parenthesis(p: Passages, first: int, last: int) -> list[Span]:
    """The second half of a clause that a parenthetical cue splits: "The bridge, he said, was closed"."""
    tokens, sentence = p.annotated.tokens, p.sentence_of(first)
    after = last + 1
    if after >= sentence.last:
        return []
    if p.inside[after] >= 0 and p.inside[after] != p.inside[first]:
        return list(p.quotations[p.inside[after]].pieces)
    if tokens[after].text not in (",", "—", "–") or after + 1 >= sentence.last:
        return []
    head = tokens[after + 1]
    if p.inside[after + 1] >= 0 and p.inside[after + 1] != p.inside[first]:
        return list(p.quotations[p.inside[after + 1]].pieces)
    if head.tag == "VBG" or head.lower in (
        "but",
        "and",
        "while",
        "as",
        "after",
        "when",
        "who",
        "which",
        "although",
        "though",
        "citing",
        "according",
    ):
        return []
    if any(first <= above.i <= last for above in p.annotated.ancestors(head.i)):
        return []
    return [without_stop(p, after + 1, sentence.last - 1)]


def around_phrase(p: Passages, first: int, last: int, head: int) -> tuple[Span, ...]:
    """The clause around a phrase that names a source ("according to X"): all of the clause of `head` but the phrase."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(first)
    begin, end = sentence.first, sentence.last - 1
    own = p.inside[first]
    if own >= 0:
        while begin < first and p.inside[begin] != own:
            begin += 1
        while end > last and p.inside[end] != own:
            end -= 1
    if begin == first:
        if end <= last:
            return _next_sentence(p, sentence.i) if tokens[end].text == ":" else ()
        whole = without_stop(p, last + 1, end)
        return p.grown(tidy(annotated.text, [trim(annotated.text, whole, strip=EDGE)]), first)
    whole = without_stop(p, begin, end)
    hole = p.span_of(first, last)
    pieces = cut([whole], [hole])
    trimmed = [trim(annotated.text, piece, strip=EDGE) for piece in pieces]
    kept = [piece for piece in trimmed if len(piece) > 1]
    if child(annotated, head, "ccomp", "nsubj", "nsubjpass") is None and not kept:
        return ()
    return p.grown(tidy(annotated.text, kept), first)
