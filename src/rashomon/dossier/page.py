"""The page as a whole: arranges every story and hands it to the templates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.dossier import words
from rashomon.dossier.cartography import Map, draw_map
from rashomon.dossier.chart import DOTS
from rashomon.dossier.descent import Descent, list_descents
from rashomon.dossier.explanations import Matrix, Rival, arrange_explanations, compare_explanations
from rashomon.dossier.notation import count, show_date, show_dates, show_number, show_origins
from rashomon.dossier.passages import address, embed, pack_texts
from rashomon.dossier.questions import (
    CASUALTIES,
    Asked,
    Pair,
    Questions,
    Row,
    arrange_questions,
    find_conflicts,
    group_by_origin,
)
from rashomon.dossier.reports import Report, list_reports
from rashomon.dossier.speakers import Speaker, list_speakers
from rashomon.dossier.timeline import Day, arrange_timeline
from rashomon.model import Account, Issue, Story

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One story, arranged for the page. `number` counts stories from one."""

    number: int
    story: Story
    anchor: str
    dates: str
    reports: tuple[Report, ...]
    languages: tuple[str, ...]
    questions: Questions
    rivals: tuple[Rival, ...]
    matrix: Matrix | None
    conflicts: tuple[tuple[Asked, tuple[Pair, ...]], ...]
    resting: dict[str, tuple[tuple[Asked, Row], ...]]
    speakers: tuple[Speaker, ...]
    days: tuple[Day, ...]
    map: Map | None
    descents: tuple[Descent, ...]

    @property
    def copies(self) -> int:
        """How many reports take text from another one."""
        return len({descent.copy.document.id for descent in self.descents if descent.lineage.kind != "shared_quote"})


def render_dossier(account: Account, *, title: str | None = None, issues: Sequence[Issue] = ()) -> str:
    """The dossier of `account` as one HTML document that needs nothing but itself.

    `title` heads the page (the story's own title if there is one story, else "Case"); `issues` are those that no
    extraction carries, such as files that could not be read. The same input gives the same text. It holds no lone
    surrogates, so it can be written as UTF-8.
    """
    reports = list_reports(account)
    sheets = tuple(_sheet(number, story, account, reports) for number, story in enumerate(account.stories, start=1))
    placed = {doc for story in account.stories for doc in story.documents}
    own_issues = [issue for extraction in account.extractions for issue in extraction.issues]
    page = (
        _environment()
        .get_template("page.html")
        .render(
            title=title or (sheets[0].story.title if len(sheets) == 1 else "Case"),
            case=title if title is not None or len(sheets) != 1 else None,
            sheets=sheets,
            reports=reports,
            loose=tuple(report for doc, report in reports.items() if doc not in placed),
            issues=tuple(dict.fromkeys([*issues, *own_issues])),
            data=Markup(embed({"reports": _pack(account, reports)})),
        )
    )
    return _LONE_SURROGATE.sub("\ufffd", page)


def _sheet(number: int, story: Story, account: Account, reports: dict[str, Report]) -> Sheet:
    extractions = {extraction.document.id: extraction for extraction in account.extractions}
    questions = arrange_questions(story, reports)
    rivals = arrange_explanations(story, reports)
    listed = tuple(reports[doc] for doc in story.documents if doc in reports)
    return Sheet(
        number=number,
        story=story,
        anchor=f"story-{story.id}",
        dates=show_dates(report.document.published for report in listed),
        reports=listed,
        languages=tuple(sorted({report.document.language for report in listed if report.document.language})),
        questions=questions,
        rivals=rivals,
        matrix=compare_explanations(rivals),
        conflicts=find_conflicts(questions),
        resting=group_by_origin(questions),
        speakers=list_speakers(story, extractions, reports),
        days=arrange_timeline(story, reports),
        map=draw_map(story, extractions, reports),
        descents=list_descents(account, story, reports),
    )


def _pack(account: Account, reports: dict[str, Report]) -> dict[str, dict[str, object]]:
    packed = pack_texts(account.extractions)
    for doc, report in reports.items():
        packed[doc] |= {"name": report.name, "title": report.title, "date": report.date, "language": _language(report)}
    return packed


def _language(report: Report) -> str:
    return report.document.language or "und"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.dossier", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    static = files("rashomon.dossier").joinpath("static")
    environment.globals.update(
        words=words,
        count=count,
        show_date=show_date,
        show_number=show_number,
        show_origins=show_origins,
        passage_of=address,
        dots=DOTS,
        casualties=CASUALTIES,
        css=Markup(static.joinpath("dossier.css").read_text(encoding="utf-8")),
        js=Markup(static.joinpath("dossier.js").read_text(encoding="utf-8")),
    )
    return environment
