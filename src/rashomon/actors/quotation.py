"""Which tokens stand between quotation marks. Whom a quotation names is not whom the report speaks of next."""

from rashomon.model import Annotated

OPENING, CLOSING = frozenset("“„«"), frozenset("”»")
STRAIGHT = frozenset({'"', "''", "``"})


def quoted_tokens(annotated: Annotated) -> frozenset[int]:
    """Indices of the tokens inside quotation marks, the marks apart. A quotation that is never closed ends with its
    paragraph."""
    found: list[int] = []
    paragraph, open_ = -1, False
    for sentence in annotated.sentences:
        if sentence.paragraph != paragraph:
            paragraph, open_ = sentence.paragraph, False
        for token in annotated.tokens[sentence.first : sentence.last]:
            if token.text in OPENING:
                open_ = True
            elif token.text in CLOSING:
                open_ = False
            elif token.text in STRAIGHT:
                open_ = not open_
            elif open_:
                found.append(token.i)
    return frozenset(found)
