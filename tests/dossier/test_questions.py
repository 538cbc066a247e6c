"""How questions are ordered, nested and told."""

from dataclasses import replace

from rashomon.dossier.page import _sheet
from rashomon.dossier.questions import arrange_questions, find_conflicts, group_by_origin
from rashomon.dossier.reports import list_reports
from rashomon.model import Account, Figure, Span


def test_casualties_come_first_and_forecasts_and_lone_figures_apart(account: Account) -> None:
    """The order of the page does not depend on the order of the questions."""
    questions = arrange_questions(account.stories[0], list_reports(account))
    assert [asked.question.id for asked in questions.main] == ["killed", "injured", "detained"]
    assert [asked.question.id for asked in questions.forecasts] == ["may-die"]
    assert [asked.question.id for asked in questions.other] == ["damage"]


def test_what_does_not_say_what_it_counts_is_folded_away(account: Account) -> None:
    """“Two days” and “three days” are not set against each other at the top of the page."""
    story = account.stories[0]
    days = replace(story.questions[1], id="days", quantity="duration", parts=())
    questions = arrange_questions(replace(story, questions=(*story.questions, days)), list_reports(account))
    assert "days" in [asked.question.id for asked in questions.other]
    assert "days" not in [asked.question.id for asked, _ in find_conflicts(questions)]


def test_a_part_stands_under_its_whole(account: Account) -> None:
    """Firefighters killed are shown among the killed, and nowhere else."""
    questions = arrange_questions(account.stories[0], list_reports(account))
    assert [part.question.id for part in questions.main[0].parts] == ["firefighters"]
    assert [asked.question.id for asked in questions.all].count("firefighters") == 1


def test_questions_that_are_parts_of_each_other_are_shown_once(account: Account) -> None:
    """A circle among parts neither loops nor hides a question."""
    story = account.stories[0]
    circle = tuple(
        replace(question, parts=("killed",)) if question.id == "firefighters" else question
        for question in story.questions
    )
    questions = arrange_questions(replace(story, questions=circle), list_reports(account))
    shown = [asked.question.id for asked in questions.all]
    assert sorted(shown) == sorted({question.id for question in story.questions})


def test_readings_run_by_date_and_keep_their_differences(account: Account) -> None:
    """Numbers on the page follow the dates; a difference still joins the readings it was made for."""
    killed = arrange_questions(account.stories[0], list_reports(account)).main[0]
    assert [row.value for row in killed.rows] == ["at least 12", "at least 15", "17", "23", "entre 15 et 20"]
    conflict = next(pair for pair in killed.differences if pair.word.label == "conflict")
    assert (conflict.left.value, conflict.right.value) == ("17", "23")
    assert [pair.word.label for pair in killed.fitting] == ["compatible"]


def test_a_chain_runs_from_the_report_inwards(account: Account) -> None:
    """Outlet first, each hop with its passage; nobody named is said so."""
    questions = arrange_questions(account.stories[0], list_reports(account))
    deleted = questions.main[0].rows[3]
    assert [step.name for step in deleted.steps] == ["Eastern Monitor", "BNR-2", "regional health office", "post"]
    assert all(step.link for step in deleted.steps)
    detained = questions.main[2].rows[0]
    assert [(step.name, step.kind) for step in detained.steps][1:] == [
        ("Pontus Press", "credit"),
        ("no speaker named", "voice"),
    ]


def test_the_passage_that_doubts_a_figure_is_linked(account: Account) -> None:
    """Where the same report denies, doubts or withdraws its figure, the row leads there."""
    story = account.stories[0]
    reading = story.questions[1].readings[2]
    doubt = Span(0, 5)
    figure = Figure("f2", reading.span, "killed", 17, 17, 17, status="unconfirmed", status_span=doubt)
    extractions = tuple(
        replace(one, figures=(figure,)) if one.document.id == reading.doc else one for one in account.extractions
    )
    questions = arrange_questions(story, list_reports(replace(account, extractions=extractions)))
    assert [row.status_link for row in questions.main[0].rows if row.value == "17"] == [f"#p={reading.doc}:0-5"]


def test_conflicts_and_origins_are_gathered(account: Account) -> None:
    """The overview has each conflict once; an origin has the readings that rest on it."""
    questions = arrange_questions(account.stories[0], list_reports(account))
    assert len(find_conflicts(questions)) == 1
    assert [row.value for _, row in group_by_origin(questions)["Stoyan Kalev"]] == ["More than 40", "More than 40"]


def test_rivals_set_holders_against_deniers(account: Account) -> None:
    """Who denies stands apart, and a missing proof is marked."""
    sheet = _sheet(1, account.stories[0], account, list_reports(account))
    negligence = next(rival for rival in sheet.rivals if "negligence" in rival.hypothesis)
    assert [party.name for party in negligence.on("for")] == ["Elena Radeva"]
    assert [party.name for party in negligence.on("against")] == ["Ceres Maritime"]
    sabotage = next(rival for rival in sheet.rivals if rival.hypothesis == "sabotage")
    assert sabotage.without_evidence == 1


def test_a_speaker_gathers_all_spellings(account: Account) -> None:
    """Statements under any spelling stand under one name."""
    sheet = _sheet(1, account.stories[0], account, list_reports(account))
    radeva = next(speaker for speaker in sheet.speakers if speaker.name == "Elena Radeva")
    assert radeva.spellings == ("E. Radeva",)
    assert radeva.sayings == 2
