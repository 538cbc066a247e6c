"""Who says it, on whose word."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "confirms", "denies", "doubts", "declines", "forecasts"]
SpeakerFrom = Literal["name", "title", "pronoun", "group", "agency", "unresolved"]
Evidence = Literal["none offered"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: the speaker, and the passage that names them as the speaker."""

    speaker: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content in the sense of PARC and PolNeAR, each a tuple of fragments in text order.

    speaker       canonical name of the innermost source; None where the text names none ("reportedly")
    chain         the speakers outermost first, `speaker` last; `hops` gives each with its passage
    parent        id of the attribution whose content this one stands in
    speaker_from  how the speaker was found; `unresolved` keeps the source's own words as speaker
    evidence      "none offered" where the text says so ("without providing any evidence"), with its passage
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    stance: Stance
    speaker: str | None
    chain: tuple[str, ...] = ()
    parent: str | None = None
    hops: tuple[Hop, ...] = ()
    speaker_from: SpeakerFrom | None = None
    evidence: Evidence | None = None
    evidence_span: Span | None = None
    method: Literal["rules", "tagger"] = "rules"
