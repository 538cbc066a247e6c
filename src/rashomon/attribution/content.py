"""What is said: the clause, phrase or quotation that belongs to a cue, as fragments of the text."""

from rashomon.attribution.finding import cut, tidy, trim
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import is_misjoined
from rashomon.model import Span

# Between a speech verb and its quotation stand at most so many tokens ("said in an interview with the local radio,").
REACH = 14
ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "punct", "tmod", "intj"})
EDGE = " ,;:—–-"
REPORTER_MARKS = frozenset({"while", "after", "as", "when", "although", "though", "before"})


def right_clause(p: Passages, verb: int, *deps: str) -> tuple[Span, ...]:
    """The clause that hangs from `verb` on its right side; empty where there is none."""
    annotated = p.annotated
    for c in annotated.children[verb]:
        if c > verb and annotated.tokens[c].dep in deps:
            return subtree_right(p, c, verb)
    return _that_clause(p, verb)


def _that_clause(p: Passages, verb: int) -> tuple[Span, ...]:
    """What follows a conjunction "that" which the parser hung on `verb` itself, having missed the clause's own verb
    ("told her that an explosion trapped six"): everything right of it that hangs from `verb`."""
    tokens = p.annotated.tokens
    for c in p.annotated.children[verb]:
        if c > verb and tokens[c].lower == "that" and tokens[c].tag == "IN":
            return subtree_right(p, verb, verb, start=c)
    return ()


def subtree_right(p: Passages, head: int, verb: int, *, start: int | None = None) -> tuple[Span, ...]:
    """The subtree of `head` as far as it stands after `verb` (or from token `start`), cut before a speech participle
    that belongs to the speaker (", adding that …") and without the stop at its end."""
    annotated = p.annotated
    members = [token.i for token in annotated.subtree(head) if token.i > verb]
    if not members:
        return ()
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
    """The last token before a clause of the reporter that the parser hung on the content: a speech participle of the
    speaker (", adding that …"), or a clause with "while", "after", "as" … that has a speech verb of its own."""
    tokens = p.annotated.tokens
    for i in range(first + 2, last):
        if p.inside[i] >= 0 or tokens[i].dep not in ("advcl", "acl", "conj"):
            continue
        if p.lexicon.lemma(tokens[i]) not in p.lexicon.speech:
            continue
        if is_misjoined(p.annotated, i) and tokens[i - 1].dep == "cc":
            return i - 2
        if tokens[i].tag == "VBG" and max(token.i for token in p.annotated.subtree(i)) >= last - 1:
            before = i - 1
            while before > first and tokens[before].pos == "ADV":
                before -= 1
            if tokens[before].text == ",":
                return before - 1
        elif tokens[i].dep == "advcl":
            mark = p.annotated.child(i, "mark", "advmod")
            if mark is not None and first + 1 < mark and tokens[mark].lower in REPORTER_MARKS:
                return mark - 1
    return last


def closes_quotation(p: Passages, i: int, own: int) -> bool:
    """Whether token `i` is the last of a quotation other than `own`."""
    index = p.inside[i] if i >= 0 else -1
    return index >= 0 and index != own and p.quotations[index].span.end == p.annotated.tokens[i].end


def right_quotation(p: Passages, verb: int, last: int) -> tuple[Span, ...]:
    """The quotation that a speech verb leads into: "said", "said on Sunday:", "wrote that", then the mark."""
    tokens, sentence = p.annotated.tokens, p.sentence_of(verb)
    own = p.inside[verb]
    direct = True
    for i in range(last + 1, min(sentence.last, last + REACH)):
        index = p.inside[i]
        if index >= 0 and index != own:
            begins = p.quotations[index].span.start == tokens[i].start
            leads = direct or tokens[i - 1].text in (",", ":") or tokens[i - 1].lower == "that"
            return p.quotations[index].pieces if begins and leads else ()
        direct = direct and tokens[i].text in (",", ":")
        if tokens[i].pos == "VERB" and (
            tokens[i].tag not in ("VBG", "VBN") or p.lexicon.lemma(tokens[i]) in p.lexicon.speech
        ):
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
    rest = _right_of_parenthesis(p, first, last)
    if not closes and not rest and not any(token.pos in ("VERB", "AUX") for token in tokens[begin : first - 1]):
        return ()
    left = p.span_of(begin, first - 1)
    left = left if closes else trim(annotated.text, left, strip=EDGE)
    return p.grown([left, *rest], first)


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


def around_phrase(p: Passages, first: int, last: int) -> tuple[Span, ...]:
    """The clause around tokens `first` to `last`, a phrase that names a source: its sentence without the phrase, or
    the paragraph behind it where the phrase ends with a colon."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(first)
    begin, end = sentence.first, sentence.last - 1
    own = p.inside[first]
    if own >= 0:
        while begin < first and p.inside[begin] != own:
            begin += 1
        while end > last and p.inside[end] != own:
            end -= 1
    if begin == first and end <= last:
        return _next_sentence(p, sentence.i) if tokens[end].text == ":" else ()
    pieces = cut([without_stop(p, begin, end)], [p.span_of(first, last)])
    kept = [piece for piece in (trim(annotated.text, piece, strip=EDGE) for piece in pieces) if len(piece) > 1]
    return p.grown(tidy(annotated.text, kept), first)
