"""Whether a clause tells something as a fact, as a forecast, as not having happened, or not at all."""

from rashomon.model import Annotated, Status, Token
from rashomon.occurrences.lexicon import OccurrenceLexicon

NEGATIVE_WORDS = ("neg",)
PRESENT_TAGS = ("VBZ", "VBP")
HOPS = 5


def realis_of(annotated: Annotated, verb: Token, lexicon: OccurrenceLexicon, hops: int = HOPS) -> Status | None:
    """The status the clause itself gives to `verb`; None where it does not tell of a single event.

    Past, present and perfect forms are told as a fact; "will" and plans are forecasts; "may have" leaves it open;
    conditions, abilities and bare infinitives tell of nothing; a negation makes it denied.
    """
    if hops == 0:
        return None
    children = [annotated.tokens[j] for j in annotated.children[verb.i]]
    if any(child.dep == "mark" and child.lower in lexicon.open for child in children):
        return None
    if verb.tag in PRESENT_TAGS and any(
        child.dep in ("mark", "advmod") and child.lower in lexicon.not_yet and child.i < verb.i for child in children
    ):
        return None
    status = _by_form(annotated, verb, children, lexicon, hops)
    if status is not None and _is_negated(annotated, children, lexicon):
        return "denied" if status == "asserted" else None
    return status


def _by_form(
    annotated: Annotated, verb: Token, children: list[Token], lexicon: OccurrenceLexicon, hops: int
) -> Status | None:
    helpers = [child for child in children if child.dep in ("aux", "auxpass")]
    above = annotated.tokens[verb.head] if verb.head != verb.i else None
    if any(helper.tag == "TO" for helper in helpers):
        return _under_infinitive(annotated, above, lexicon, hops)
    modals = [helper for helper in helpers if helper.tag == "MD"]
    if modals:
        return _under_modal(modals[0], helpers, lexicon)
    if verb.tag in ("VBD", "VBZ", "VBP") or helpers:
        return "asserted"
    if above is None:
        return None
    if verb.dep == "conj":
        return realis_of(annotated, above, lexicon, hops - 1) if above.pos in ("VERB", "AUX") else None
    if verb.tag == "VBN":
        return "asserted" if verb.dep in ("acl", "advcl", "ROOT") else None
    if verb.tag == "VBG":
        return _under_gerund(annotated, verb, above, lexicon, hops)
    return None


def _under_infinitive(
    annotated: Annotated, above: Token | None, lexicon: OccurrenceLexicon, hops: int
) -> Status | None:
    if above is None:
        return None
    if above.lemma in lexicon.begin:
        return realis_of(annotated, above, lexicon, hops - 1)
    if above.lemma in lexicon.plan and realis_of(annotated, above, lexicon, hops - 1) == "asserted":
        return "forecast"
    return None


def _under_modal(modal: Token, helpers: list[Token], lexicon: OccurrenceLexicon) -> Status | None:
    if modal.lower in lexicon.future or modal.lemma in lexicon.future:
        return None if any(helper.lemma == "have" for helper in helpers) else "forecast"
    perfect = any(helper.lemma == "have" for helper in helpers)
    return "unconfirmed" if modal.lower in lexicon.guesses and perfect else None


def _under_gerund(
    annotated: Annotated, verb: Token, above: Token, lexicon: OccurrenceLexicon, hops: int
) -> Status | None:
    if verb.dep == "pcomp":
        if above.lower not in lexicon.after:
            return None
        above = annotated.tokens[above.head]
    elif verb.dep not in ("advcl", "acl", "xcomp"):
        return None
    if verb.dep == "xcomp" and above.lemma not in lexicon.begin:
        return None
    while above.pos not in ("VERB", "AUX") and above.head != above.i:
        above = annotated.tokens[above.head]
    return realis_of(annotated, above, lexicon, hops - 1)


def _is_negated(annotated: Annotated, children: list[Token], lexicon: OccurrenceLexicon) -> bool:
    for child in children:
        if child.dep in NEGATIVE_WORDS:
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj") and (
            child.lower in lexicon.negative
            or any(annotated.tokens[j].lower in lexicon.negative for j in annotated.children[child.i])
        ):
            return True
    return False
