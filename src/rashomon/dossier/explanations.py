"""Who blames whom: rival explanations with those who hold, doubt and deny them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.dossier.notation import show_date
from rashomon.dossier.passages import address
from rashomon.dossier.questions import Step, list_steps
from rashomon.dossier.reports import Report
from rashomon.dossier.words import STANCES, Word
from rashomon.model import Holder, Story

MOST_COLUMNS = 5
OWN_VOICE = "the report's own voice"
SIDES = {
    "asserts": "for",
    "confirms": "for",
    "forecasts": "for",
    "doubts": "against",
    "denies": "against",
    "declines": "open",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One passage in which a holder speaks for or against an explanation."""

    holder: Holder
    stance: Word
    report: Report
    date: str
    link: str
    evidence_link: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One actor's stand on an explanation, with every passage in which it is taken."""

    name: str
    stance: Word
    side: str
    voices: tuple[Voice, ...]
    without_evidence: bool


@dataclass(frozen=True, slots=True)
class Rival:
    """One explanation as shown."""

    anchor: str
    hypothesis: str
    parties: tuple[Party, ...]
    without_evidence: int

    @property
    def named(self) -> int:
        """How many named parties take a stand."""
        return sum(party.name != OWN_VOICE for party in self.parties)

    def on(self, side: str) -> tuple[Party, ...]:
        """The parties for it, against it, or open."""
        return tuple(party for party in self.parties if party.side == side)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Explanations across, parties down; a cell is the party's stand or None. `more` explanations did not fit."""

    columns: tuple[Rival, ...]
    rows: tuple[tuple[str, tuple[Party | None, ...]], ...]
    more: int


def arrange_explanations(story: Story, reports: Mapping[str, Report]) -> tuple[Rival, ...]:
    """The explanations of `story`, those with most named holders first."""
    rivals = [
        _rival(f"x-{story.id}-{i}", hypothesis.hypothesis, hypothesis.holders, reports)
        for i, hypothesis in enumerate(story.explanations, start=1)
    ]
    return tuple(sorted(rivals, key=lambda rival: (-rival.named, -len(rival.parties))))


def compare_explanations(rivals: Sequence[Rival]) -> Matrix | None:
    """Who stands where: parties by explanations, or None where a table would say no more than the list."""
    columns = tuple(rivals[:MOST_COLUMNS])
    stands: dict[str, dict[str, Party]] = {}
    for rival in columns:
        for party in rival.parties:
            stands.setdefault(party.name, {}).setdefault(rival.anchor, party)
    if len(columns) < 2 or sum(len(row) for row in stands.values()) <= len(columns):
        return None
    names = sorted(stands, key=lambda name: (name == OWN_VOICE, -len(stands[name])))
    rows = tuple((name, tuple(stands[name].get(rival.anchor) for rival in columns)) for name in names)
    return Matrix(columns, rows, len(rivals) - len(columns))


def _rival(anchor: str, hypothesis: str, holders: Sequence[Holder], reports: Mapping[str, Report]) -> Rival:
    grouped: dict[tuple[str, str], list[Voice]] = {}
    for holder in sorted(holders, key=lambda one: (one.date is None, one.date or "", one.doc, one.span)):
        if holder.doc in reports:
            voice = _voice(holder, reports[holder.doc])
            grouped.setdefault((holder.actor or OWN_VOICE, holder.stance), []).append(voice)
    parties = tuple(
        Party(
            name=name,
            stance=STANCES[stance],
            side=SIDES[stance],
            voices=tuple(voices),
            without_evidence=any(voice.holder.evidence is not None for voice in voices),
        )
        for (name, stance), voices in grouped.items()
    )
    return Rival(anchor, hypothesis, parties, sum(party.without_evidence for party in parties))


def _voice(holder: Holder, report: Report) -> Voice:
    return Voice(
        holder=holder,
        stance=STANCES[holder.stance],
        report=report,
        date=show_date(holder.date),
        link=address(holder.doc, holder.span),
        evidence_link=address(holder.doc, holder.evidence_span) if holder.evidence_span else None,
        steps=list_steps(report, holder.chain),
    )
