"""Which reports are about one event."""

import pytest

from rashomon.model import Document, Extraction, Span, TimeExpression
from rashomon.stories import group_stories, grouping, infer_dates

FERRY = (
    "The ferry Aurora Borealis sank off Kirkenes with ninety passengers, and Captain Ole Nordmann was rescued.",
    "Captain Ole Nordmann of the Aurora Borealis told police in Kirkenes that the ferry had struck a rock.",
)
ANOTHER_FERRY = "A ferry with passengers ran aground off Kirkenes in thick fog, and the crew called for a tug."
MINE = (
    "A gallery of the Potosi silver mine collapsed, and miner Juan Quispe was trapped with four colleagues.",
    "Rescuers at Potosi spoke with Juan Quispe through a pipe; the silver mine had been declared safe in May.",
)


def document(name: str, text: str, **more: object) -> Document:
    return Document(name, name, text, body=(Span(0, len(text)),), **more)  # type: ignore[arg-type]


def report(name: str, text: str, **more: object) -> Extraction:
    return Extraction(document(name, text, **more))


def test_two_events_are_two_stories() -> None:
    """Names tell events apart."""
    reports = [report(f"{i}{k}", text) for i, story in enumerate((FERRY, MINE)) for k, text in enumerate(story)]
    assert [group.documents for group in group_stories(reports)] == [("00", "01"), ("10", "11")]


def test_order_of_input_does_not_matter() -> None:
    """The same reports make the same stories with the same ids."""
    reports = [report(f"{i}{k}", text) for i, story in enumerate((FERRY, MINE)) for k, text in enumerate(story)]
    assert group_stories(reports) == group_stories(reports[::-1])


def test_a_copy_counts_where_words_do_not_suffice() -> None:
    """What lineage found weighs in, but does not bind what nothing else does."""
    near = [report("a", FERRY[0], published="2019-01-01"), report("b", ANOTHER_FERRY, published="2019-04-01")]
    far = [near[0], report("b", MINE[0], published="2019-01-05")]
    assert [len(group_stories(near)), len(group_stories(near, [("b", "a")]))] == [2, 1]
    assert len(group_stories(far, [("b", "a")])) == 2


def test_months_apart_is_another_event() -> None:
    """The same words soon after are the same event, much later another one."""
    first = report("a", FERRY[0], published="2019-01-01")
    assert len(group_stories([first, report("b", ANOTHER_FERRY, published="2019-01-01")])) == 1
    assert len(group_stories([first, report("b", ANOTHER_FERRY, published="2019-09-02")])) == 2


def test_a_large_case_compares_only_what_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit, pairs are found by their rare terms, and the stories stay the same."""
    reports = [report(f"{i}{k}", text) for i, story in enumerate((FERRY, MINE)) for k, text in enumerate(story)]
    expected = group_stories(reports)
    monkeypatch.setattr(grouping, "ALL_PAIRS_UP_TO", 1)
    assert group_stories(reports) == expected


def test_no_reports_no_stories() -> None:
    """An empty case is no error."""
    assert group_stories([]) == ()


def undated(name: str, weekday: str, value: str) -> Extraction:
    text = f"The mayor resigned on {weekday}."
    time = TimeExpression(Span(text.index(weekday), len(text) - 1), "DATE", value, anchor="unknown")
    return Extraction(document(name, text), times=(time,))


def dated(name: str, day: str) -> Extraction:
    return Extraction(document(name, f"Text {name}.", published=day))


def test_a_weekday_between_two_dates_dates_the_report() -> None:
    """Just one Monday lies between: the date is inferred, and the note says from what."""
    found = infer_dates([undated("a", "Monday", "XXXX-WXX-1"), dated("b", "2022-01-06"), dated("c", "2022-01-12")])
    assert (found["a"].published, found["a"].published_from) == ("2022-01-10", "content")
    assert "Monday" in (found["a"].published_note or "")


def test_two_possible_weekdays_leave_it_open() -> None:
    """Nothing is guessed."""
    assert not infer_dates([undated("a", "Monday", "XXXX-WXX-1"), dated("b", "2022-01-01"), dated("c", "2022-01-20")])


def test_no_dated_report_leaves_it_open() -> None:
    """There is nothing to infer from."""
    assert not infer_dates([undated("a", "Monday", "XXXX-WXX-1")])


def test_the_last_full_date_dates_the_report() -> None:
    """A full date in the story's span, on a weekday the report names, dates an undated report."""
    text = "He spoke on Thursday. The report of January 6, 2022 said so."
    thursday, full = text.index("Thursday"), text.index("January")
    times = (
        TimeExpression(Span(thursday, thursday + 8), "DATE", "XXXX-WXX-4", anchor="unknown"),
        TimeExpression(Span(full, full + 15), "DATE", "2022-01-06"),
    )
    report = Extraction(document("a", text), times=times)
    found = infer_dates([report, dated("b", "2022-01-10"), dated("c", "2022-01-12")])
    assert found["a"].published == "2022-01-06"
    assert not infer_dates([report, dated("b", "2023-01-10")])
