"""Many documents, from reports to the whole account. The stages stand in their order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rashomon.actors import Correction, canonical_names, link_actors, read_corrections
from rashomon.cleaning import strip_recurring
from rashomon.comparison import compare_story
from rashomon.extraction import extract, read_document
from rashomon.lineage import link_lineage
from rashomon.model import Account, Document, Extraction, Issue, Lineage, Story
from rashomon.reading import read_reports
from rashomon.store import CaseFile, open_case
from rashomon.stories import StoryGroup, group_stories, infer_dates

Progress = Callable[[str, int, int | None], None]
"""Called with the name of a stage, how many are done, and how many there are (None while that is not known)."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: reports read anew, reports the case knew already, and what could not be read, with reasons."""

    new: int
    known: int
    skipped: tuple[Issue, ...]


def build(
    inputs: Iterable[str],
    case_path: Path,
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    corrections: Sequence[str] | None = None,
) -> BuildResult:
    """Read `inputs` into the case file and lay their accounts side by side.

    Only reports the case does not know are read; each is kept as soon as it is read, so that a build that is stopped
    goes on where it was. Building twice changes nothing. `corrections` are the lines of a corrections file; the case
    keeps them and applies them on every build until others are given. Raises `CaseError` if the file cannot be opened
    or written.
    """
    tell = progress if progress is not None else _silent
    with open_case(case_path, create=True) as case_file:
        corrected = False
        if corrections is not None:
            read_corrections(corrections)  # a mistake in the file is told before anything is read
            corrected = case_file.save_corrections(corrections)
        result = _read(case_file, inputs, published, stdin, tell)
        if result.new or corrected or case_file.waiting():
            decided = read_corrections(case_file.corrections())
            kept = tuple(case_file.extractions())
            account = assemble(kept, progress=tell, corrections=decided, before=case_file.reread())
            case_file.save_account(account.lineage, account.stories, _reread(kept, account))
            case_file.save_counts(_counts(result, account))
    return result


def _read(
    case_file: CaseFile, inputs: Iterable[str], published: str | None, stdin: BinaryIO | None, tell: Progress
) -> BuildResult:
    known, new, seen = case_file.known(), 0, 0
    skipped: list[Issue] = []
    for item in read_reports(inputs, published=published, stdin=stdin):
        tell("reading", new + seen + len(skipped), None)
        if isinstance(item, Issue):
            found: tuple[Issue, ...] = (item,)
        elif item.document.id in known:
            case_file.note_path(item.document.id, item.document.path)
            seen, found = seen + 1, ()
        else:
            extraction = extract(item.document)
            case_file.add(item, extraction)
            known.add(item.document.id)
            new, found = new + 1, extraction.issues
        for issue in found:
            case_file.add_issue(issue)
        skipped.extend(found)
    return BuildResult(new, seen, tuple(skipped))


def assemble(
    extractions: Sequence[Extraction],
    *,
    progress: Progress | None = None,
    corrections: Sequence[Correction] = (),
    before: Iterable[Extraction] = (),
) -> Account:
    """What the documents say together: lineage, stories, and each story compared.

    A report is read again where the others show that it opens or closes with lines that are not its own, and where its
    story dates it, so that its "on Monday" finds its day. `before` are documents as an earlier account read them again:
    what has not changed since is taken from there.
    """
    tell = progress if progress is not None else _silent
    by_id = {extraction.document.id: extraction for extraction in extractions}
    known = {extraction.document.id: extraction for extraction in before}
    for name, document in strip_recurring([e.document for e in by_id.values() if e.document.body]).items():
        by_id[name] = _read_again(document, known)
    readable = [extraction for extraction in by_id.values() if extraction.document.body]
    lineage = link_lineage([extraction.document for extraction in readable])
    groups = group_stories(readable, [(link.copy, link.origin) for link in lineage if link.kind != "shared_quote"])
    for group in groups:
        for name, document in infer_dates([by_id[name] for name in group.documents]).items():
            by_id[name] = _read_again(document, known)
    stories = []
    for done, group in enumerate(groups):
        tell("comparing", done, len(groups))
        stories.append(compare_group(group, by_id, lineage, corrections))
    return Account(tuple(by_id[name] for name in sorted(by_id)), lineage, tuple(stories))


def compare_group(
    group: StoryGroup,
    by_id: dict[str, Extraction],
    lineage: Sequence[Lineage],
    corrections: Sequence[Correction] = (),
) -> Story:
    """One story, compared: the extractions of `group` (looked up by document id) and the lineage between them."""
    members = [by_id[name] for name in group.documents]
    within = [link for link in lineage if link.copy in group.documents and link.origin in group.documents]
    actors = link_actors(members, corrections)
    names = canonical_names(actors, members)
    same = [correction.names for correction in corrections if correction.action == "same origin"]
    return compare_story(group.id, group.title, members, within, actors, names, same)


def _read_again(document: Document, known: Mapping[str, Extraction]) -> Extraction:
    before = known.get(document.id)
    return before if before is not None and before.document == document else read_document(document)


def _reread(kept: Sequence[Extraction], account: Account) -> tuple[Extraction, ...]:
    """The extractions that the account holds otherwise than the case file (`kept`)."""
    documents = {extraction.document.id: extraction.document for extraction in kept}
    return tuple(e for e in account.extractions if documents[e.document.id] != e.document)


def _counts(result: BuildResult, account: Account) -> list[tuple[str, int, int]]:
    documents = len(account.extractions)
    unread = sum(1 for issue in result.skipped if issue.stage == "reading")
    extracted = sum(1 for extraction in account.extractions if extraction.attributions or extraction.figures)
    return [
        ("reading", result.new + result.known + unread, result.new + result.known),
        ("extraction", documents, extracted),
        ("stories", documents, len(account.stories)),
        ("questions", sum(len(e.figures) for e in account.extractions), sum(len(s.questions) for s in account.stories)),
    ]


def _silent(stage: str, done: int, total: int | None) -> None:
    """Say nothing."""
