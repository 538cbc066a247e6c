"""Times in running text: what a value is reckoned from, how exact it is, and that offsets hold."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.model import Annotated, Document, Span, TimeExpression, document_id
from rashomon.times import extract_times

MONDAY = "2022-01-10"


def parse(text: str, published: str | None = MONDAY) -> Annotated:
    return annotate(Document(document_id(text), "test", text, published=published, body=(Span(0, len(text)),)))


def read(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(time.span.of(text), time.value) for time in extract_times(parse(text, published))]


def only(text: str, published: str | None = MONDAY) -> TimeExpression:
    (found,) = extract_times(parse(text, published))
    return found


@pytest.mark.parametrize(
    "text, value",
    [
        ("March 29 - A conference of 40 states agrees to set up a contact group.", "2021-03-29"),
        ("On May 29, the council agrees to send monitors.", "2021-05-29"),
        ("April 10: Miners reject the offer.", "2021-04-10"),
        ("Feb 20: The strike spreads to the capital.", "2021-02-20"),
        ("* March 19 - Planes bomb the port.", "2021-03-19"),
        ("Jan. 11 - Miners storm the palace.", "2022-01-11"),
        ("March 29 - The council will meet in Oslo.", "2022-03-29"),
        ("March 29 - The council is to meet in Oslo.", "2022-03-29"),
        ("March 29: Elections are due.", "2022-03-29"),
    ],
)
def test_the_day_of_an_entry_is_past(text: str, value: str) -> None:
    """An entry of a chronology, though in the present tense, tells what has happened, unless it announces."""
    assert only(text).value == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("The mayor resigned on Thursday.", "2022-01-06"),
        ("The mayor had resigned on Thursday.", "2022-01-06"),
        ("The mayor has resigned, aides said Thursday.", "2022-01-06"),
        ("The mayor was dismissed on Monday.", "2022-01-10"),
        ("The mayor will resign on Thursday.", "2022-01-13"),
        ("The mayor will resign on Monday.", "2022-01-10"),
        ("The mayor is going to resign on Thursday.", "2022-01-13"),
        ("The court extended the deadline until Thursday.", "2022-01-13"),
        ("The ministers plan to meet on Thursday.", "2022-01-13"),
        ("The bus could not be found Thursday.", "2022-01-06"),
        ("The ruling could come as early as Thursday.", "2022-01-13"),
        ("A Thursday blast hit the town.", "2022-01-06"),
        ("Thousands gathered to protest on Thursday.", "2022-01-06"),
        ("Soldiers failed to reach the town Thursday.", "2022-01-06"),
        ("The ministers had planned to meet on Thursday.", "2022-01-06"),
        ("The mayor sought to calm the crowd Thursday.", "2022-01-06"),
        ("The vote is on Tuesday.", "2022-01-11"),
        ("The vote is on Thursday.", "2022-01-13"),
        ("The talks between the two sides face another delay on Tuesday.", "2022-01-11"),
        ("The miners are missing since Tuesday.", "2022-01-04"),
        ("The mayor has to leave the town on Thursday.", "2022-01-13"),
        ("The mayor hoped to leave the town by Thursday.", "2022-01-13"),
        ("Police continue to hold 12 people after raids on Thursday.", "2022-01-06"),
        ("The ministers have agreed to meet on Thursday.", "2022-01-13"),
        ("The ministers rejected a plan to meet on Thursday.", "2022-01-13"),
        ("The court meets Thursday.", "2022-01-13"),
        ("On Thursday, the union plans to hold a rally.", "2022-01-13"),
        ("Students planned a rally in Almaty on Thursday.", "2022-01-13"),
        ("The court has given them until Thursday to leave.", "2022-01-13"),
        ("The vote had been scheduled for Thursday.", "2022-01-06"),
        ("The new rules took effect on Thursday.", "2022-01-06"),
    ],
)
def test_tense_decides_the_direction_of_a_weekday(text: str, value: str) -> None:
    """Past looks back, future and deadlines look ahead, and the day of publication is that day."""
    assert only(text).value == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("Riots began in 2022.", "2022"),
        ("Riots began in January 2022.", "2022-01"),
        ("Riots began on 2 January 2022.", "2022-01-02"),
        ("Riots began last week.", "2022-W01"),
        ("Riots began last month.", "2021-12"),
        ("Riots began last year.", "2021"),
        ("Riots began at 7:30 a.m. on January 5.", "2022-01-05T07:30"),
        ("Riots began in the 1990s.", "199"),
        ("Riots began in the second quarter of 2021.", "2021-Q2"),
        ("Riots began in the summer of 2021.", "2021-SU"),
    ],
)
def test_precision_is_kept(text: str, value: str) -> None:
    """A value says no more than the text does."""
    assert only(text).value == value


@pytest.mark.parametrize(
    "text, value, anchor",
    [
        ("He spoke on Monday.", "XXXX-WXX-1", "unknown"),
        ("He spoke yesterday.", None, "unknown"),
        ("He spoke last week.", None, "unknown"),
        ("He spoke on January 5.", "XXXX-01-05", "unknown"),
        ("He spoke in January.", "XXXX-01", "unknown"),
        ("He spoke on January 5, 2022.", "2022-01-05", "none"),
        ("He spoke over the weekend.", "XXXX-WXX-WE", "unknown"),
        ("He spoke for two days.", "P2D", "none"),
        ("He spoke tonight.", "XXXX-XX-XXTNI", "unknown"),
    ],
)
def test_without_publication_nothing_is_guessed(text: str, value: str | None, anchor: str) -> None:
    """What hangs on an unknown date stays open and says so; what stands alone is read."""
    found = only(text, None)
    assert (found.value, found.anchor) == (value, anchor)


def test_a_full_date_gives_its_year_to_the_others_when_publication_is_unknown() -> None:
    """The year comes from the story, and the anchor says so."""
    text = "Riots began on January 2. A report of January 6, 2022 said so."
    first, second = extract_times(parse(text, None))
    assert (first.value, first.anchor) == ("2022-01-02", "story")
    assert (second.value, second.anchor) == ("2022-01-06", "none")


@pytest.mark.parametrize(
    "published, value", [("2022", "2021"), ("2022-01", "2021"), ("2022-01-10", "2021"), ("2022-01-10T09:00", "2021")]
)
def test_publication_of_any_precision_will_do_for_what_is_no_finer(published: str, value: str) -> None:
    """A year is enough to reckon a year."""
    assert only("Riots began last year.", published).value == value


def test_a_coarse_publication_dates_no_day() -> None:
    """Published "2022-01" says nothing of a weekday."""
    assert only("He spoke on Monday.", "2022-01").value == "XXXX-WXX-1"


@pytest.mark.parametrize(
    "text, published, value",
    [
        ("Police moved in on December 30.", "2022-01-10", "2021-12-30"),
        ("The trial opens on January 14.", "2022-01-10", "2022-01-14"),
        ("The court set a January 14 deadline.", "2022-01-10", "2022-01-14"),
        ("It was founded in July.", "2022-01-10", "2021-07"),
        ("It will be founded in July.", "2022-01-10", "2022-07"),
        ("The hearing was planned for early February.", "2022-01-10", "2022-02"),
        ("A truce was signed on Thursday, January 7.", "2022-01-10", "2021-01-07"),
        ("The board named a new chairman, effective May 1.", "2022-01-10", "2022-05-01"),
        ("The firm expects to report a third-quarter loss.", "2021-11-10", "2021-Q3"),
    ],
)
def test_a_date_without_a_year_is_the_nearest(text: str, published: str, value: str) -> None:
    """The nearest one counts; far ones go by tense; a weekday that stands with it decides if it can."""
    assert only(text, published).value == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("Profit rose in the third quarter from a loss a year earlier.", "2020-Q3"),
        (
            "It sold more in the third quarter. In the nine months it made a profit against a loss a year earlier.",
            "2020",
        ),
        (
            "It sold more in the third quarter and expects a profit in the fourth quarter. It lost money a year ago.",
            "2020-Q3",
        ),
        ("It sold more in the third quarter. It lost money in the 2020 period.", "2020-Q3"),
        ("It lost money in the same quarter last year.", "2020-Q3"),
        ("He fled in March. A year earlier he was jailed.", "2020"),
    ],
)
def test_what_a_period_is_compared_with(text: str, value: str) -> None:
    """A quarter with the same quarter, a longer period with the year, whatever quarter stands elsewhere."""
    assert read(text, "2021-11-20")[-1][1] == value


def test_the_story_moves_its_own_clock() -> None:
    """ "Two days later" counts from the date before it, not from publication."""
    text = "Riots began on January 2. Two days later they spread to Almaty. The next day troops came."
    assert [value for _, value in read(text)] == ["2022-01-02", "2022-01-04", "2022-01-05"]


def test_a_chronicle_keeps_to_the_year_last_spoken_of() -> None:
    """In a text of old dates a day without a year belongs to the year before it, not to that of publication."""
    years = " ".join(f"In {year} the fort was rebuilt." for year in range(1805, 1814))
    text = f"{years} On October 3, 1813 the army crossed the river. It reached the town on October 12."
    assert read(text)[-1] == ("October 12", "1813-10-12")


def test_numbers_that_are_no_times_are_left_alone() -> None:
    """Counts, ages, rates, resolutions and prices are not times."""
    text = (
        "Some 2000 people marched past 1500 homes. A 52-year-old man paid $1998. Resolution 1973 was passed. "
        "He may march on. It sold 2.5 million a year."
    )
    assert read(text) == []


def test_hard_wrapped_text_is_read_across_its_lines() -> None:
    """A line break in an expression is a space."""
    text = "The riots that shook the west of the country began on January\n2, 2022 and they went on for two\ndays."
    assert read(text) == [("January\n2, 2022", "2022-01-02"), ("two\ndays", "P2D")]


PIECES = st.lists(
    st.sampled_from(
        [
            "Monday", "on", "January 5", "2022", "two days later", "the weekend", ",", ".", "last week", "10 p.m.",
            "three", "years ago", "the", "\n", "early", "May", "\u202eשלום", "😀", "1990s", "0700 GMT", "every day",
            "fifth", "hundred", "2022-02-30", "31 June", "Easter", "99:99", "first quarter of 2021", "-", "'98",
        ]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.sampled_from([None, "2022", "2022-01", "2022-01-10", "0001-01-01", "9999-12-31", "odd"]))
def test_spans_lie_inside_the_text_and_apart(pieces: list[str], published: str | None) -> None:
    """Whatever the text and the publication date: no crash, disjoint spans in order, the same again."""
    text = " ".join(pieces)
    annotated = parse(text, published)
    found = extract_times(annotated)
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert found == extract_times(annotated)
