"""Which expression dates what is said at a passage."""

import pytest

from rashomon.annotation import annotate
from rashomon.model import Annotated, Document, Span, document_id
from rashomon.times import extract_times, make_date_of


def parse(text: str) -> Annotated:
    return annotate(Document(document_id(text), "test", text, published="2022-01-10", body=(Span(0, len(text)),)))


@pytest.mark.parametrize(
    "text, passage, value",
    [
        ("Protests erupted in Zhanaozen and Aktau on January 2.", "Protests", "2022-01-02"),
        ("Protests erupted in Zhanaozen and Aktau on January 2.", "erupted", "2022-01-02"),
        ("On January 5, the president dismissed the government.", "dismissed", "2022-01-05"),
        ("Thursday clashes in Oral left the town in ruins.", "clashes", "2022-01-06"),
        ("Rioters stormed the office on Wednesday and torched a station.", "torched", "2022-01-05"),
        ("Police detained 12 people on Tuesday and freed nine on Friday.", "12 people", "2022-01-04"),
        ("Police detained 12 people on Tuesday and freed nine on Friday.", "nine", "2022-01-07"),
        ("The minister said on Monday that 18 officers were killed.", "18 officers", None),
        ("18 officers were killed on January 5, the minister said on Monday.", "18 officers", "2022-01-05"),
        ("18 officers were killed on January 5, the minister said on Monday.", "said", "2022-01-10"),
        ("Riots hit Oral on January 4, where police used tear gas.", "used", "2022-01-04"),
        ("He phoned his family on Tuesday, a week after the unrest began.", "unrest", None),
        ("302 people have been killed since January 5.", "302 people", None),
        ("The minister said Tuesday 302 people had been killed.", "302 people", None),
        ("The mayor ordered a curfew from 3 p.m. to 8 a.m.", "ordered", None),
        ("The envoy arrived at 3 p.m. on January 5.", "arrived", "2022-01-05T15:00"),
        ("January 5: Police say 12 people have been killed.", "12 people", "2022-01-05"),
        ("Jan 5 - The strike spreads to Oral and 20 miners are detained.", "20 miners", "2022-01-05"),
        ("Jan 5 - Shelling kills 12 miners.", "12 miners", "2022-01-05"),
        ("They marched for two days.", "marched", None),
        ("They recently marched in Oral.", "marched", None),
        ("They marched in Oral.", "marched", None),
    ],
)
def test_date_of(text: str, passage: str, value: str | None) -> None:
    """The date of the clause, not of the saying, and none where the clause has none."""
    annotated = parse(text)
    date_of = make_date_of(annotated, extract_times(annotated))
    start = text.index(passage)
    found = date_of(Span(start, start + len(passage)))
    assert (found.value if found is not None else None) == value


def test_a_date_of_another_sentence_dates_nothing() -> None:
    """Nothing is carried over a full stop."""
    text = "The market opened on January 3. Later it burned."
    annotated = parse(text)
    start = text.index("burned")
    assert make_date_of(annotated, extract_times(annotated))(Span(start, start + 6)) is None


def test_a_span_without_tokens_has_no_date() -> None:
    """White space or an empty span asks for nothing."""
    annotated = parse("He left on Monday. ")
    assert make_date_of(annotated, extract_times(annotated))(Span(18, 19)) is None
