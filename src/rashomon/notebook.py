"""rashomon from Python and in notebooks.

import rashomon

case = rashomon.build(["reports/", "wire.jsonl"])
case                       # shown as a table in a notebook
case.frame("claims")       # a data frame (pandas or polars, whichever is installed)
case.rows("claims")        # the same as a list of dicts, with nothing else installed
case.account.stories[0].questions[0].readings
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from importlib import import_module
from importlib.util import find_spec
from os import PathLike, fspath
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from rashomon.case import build as build_case
from rashomon.errors import UsageError
from rashomon.export import account_text, make_table
from rashomon.export.table import Row
from rashomon.model import Account, Document, Issue, Question, Story
from rashomon.store import open_case as open_case_file

FrameLibrary = Literal["pandas", "polars"]
FRAME_LIBRARIES: tuple[FrameLibrary, ...] = ("pandas", "polars")
PathsGiven = str | PathLike[str] | Iterable[str | PathLike[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A case, read into memory. `issues` are what could not be read or extracted, with the reason."""

    account: Account
    issues: tuple[Issue, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The reports, in order of their id."""
        return tuple(extraction.document for extraction in self.account.extractions)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories, each with its questions, explanations, timeline, origins and actors."""
        return self.account.stories

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all stories."""
        return tuple(question for story in self.account.stories for question in story.questions)

    def rows(self, table: str = "claims") -> list[Row]:
        """The table as a list of dicts. Tables: claims, questions, differences, attributions, explanations, timeline,
        copies, reports. Raises `UsageError` for any other name."""
        return list(make_table(self.account, table).rows)

    def frame(self, table: str = "claims", *, using: FrameLibrary | None = None) -> Any:
        """The table as a data frame of pandas or polars: `using`, else the first of the two that is installed.
        Raises `UsageError` if it is not installed."""
        library = _frame_library(using)
        made = make_table(self.account, table)
        columns = {column.name: [row[column.name] for row in made.rows] for column in made.columns}
        if library == "polars":
            return import_module("polars").DataFrame(columns, strict=False)
        return import_module("pandas").DataFrame(columns)

    def figures(self, *, using: FrameLibrary | None = None) -> Any:
        """Every figure with who gives it, as a data frame."""
        return self.frame("claims", using=using)

    def attributions(self, *, using: FrameLibrary | None = None) -> Any:
        """Who says what, as a data frame."""
        return self.frame("attributions", using=using)

    def explanations(self, *, using: FrameLibrary | None = None) -> Any:
        """Who holds or denies which explanation, as a data frame."""
        return self.frame("explanations", using=using)

    def timeline(self, *, using: FrameLibrary | None = None) -> Any:
        """What is said to have happened when and where, as a data frame."""
        return self.frame("timeline", using=using)

    def to_json(self) -> str:
        """The whole case as the JSON of `rashomon export --format json`."""
        return account_text(self.account)

    def dossier(self, *, title: str | None = None) -> str:
        """The dossier: one HTML page that opens offline."""
        from rashomon.dossier import render_dossier

        carried = {issue for extraction in self.account.extractions for issue in extraction.issues}
        others = tuple(issue for issue in self.issues if issue not in carried)
        return render_dossier(self.account, title=title, issues=others)

    def __repr__(self) -> str:
        return f"<Case: {_count(len(self.documents), 'report')}, {_count(len(self.stories), 'story', 'stories')}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the questions of each story with their range and state."""
        skipped = f", {_count(len(self.issues), 'issue')}" if self.issues else ""
        stories = "".join(_story_html(story) for story in self.stories)
        return f"<p><strong>rashomon case</strong>: {_count(len(self.documents), 'report')}{skipped}</p>{stories}"


def build(paths: PathsGiven, *, case: str | PathLike[str] | None = None, published: str | None = None) -> Case:
    """Read reports and lay their accounts side by side.

    paths      files (text, HTML, JSON Lines) and folders; one or several
    case       the case file to keep them in, or to add them to; without it nothing is kept on disk
    published  publication date of files that do not come with one

    What could not be read stands in `Case.issues`. Raises `CaseError` if the case file cannot be opened or written.
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    inputs = [fspath(path) for path in given]
    if case is not None:
        build_case(inputs, Path(case), published=published)
        return open_case(case)
    with TemporaryDirectory(prefix="rashomon-") as folder:
        path = Path(folder) / "case.rashomon"
        build_case(inputs, path, published=published)
        return open_case(path)


def open_case(path: str | PathLike[str]) -> Case:
    """Read a case file that `rashomon build` made. Raises `CaseError` if it cannot be opened."""
    with open_case_file(path, create=False, write=False) as case_file:
        return Case(case_file.account(), case_file.issues())


def _frame_library(using: FrameLibrary | None) -> FrameLibrary:
    wanted = FRAME_LIBRARIES if using is None else (using,)
    for library in wanted:
        if find_spec(library) is not None:
            return library
    raise UsageError(f"data frames need {' or '.join(wanted)} (pip install {wanted[0]}); rows() works without")


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def _story_html(story: Story) -> str:
    rows = "".join(
        f"<tr><td>{escape(question.ask)}</td><td>{escape(_range_words(question))}</td><td>{escape(question.state)}</td>"
        f"<td>{len(question.readings)}</td></tr>"
        for question in story.questions
    )
    head = "<tr><th>question</th><th>reported range</th><th>state</th><th>readings</th></tr>"
    return f"<h4>{escape(story.title)} ({_count(len(story.documents), 'report')})</h4><table>{head}{rows}</table>"


def _range_words(question: Question) -> str:
    low, high = question.range.low, question.range.high
    ends = [f"{end:,}" for end in (low, high) if end is not None]
    if low is None and high is None:
        return "unknown"
    if low is None or high is None:
        return f"{ends[0]} or {'more' if high is None else 'fewer'}"
    return ends[0] if low == high else f"{ends[0]}–{ends[1]}"
