"""Full-text search over passages."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import UsageError
from rashomon.model import Document, Extraction, RawReport, Span, document_id
from rashomon.store import CaseFile, open_case
from rashomon.store.search import LONGEST_PASSAGE, passages

TEXT = "Ferry toll rises\nPolice in Nur-Sultan killed three.\n\nA café owner saw it; the mayor's office did not."
BODY = (Span(TEXT.index("Police"), len(TEXT)),)


@pytest.fixture
def case(tmp_path: Path) -> CaseFile:
    """A case with one report."""
    document = Document(document_id(TEXT), "one.txt", TEXT, title_span=Span(0, 16), body=BODY, sha256="f" * 64)
    case = open_case(tmp_path / "x.rashomon", create=True)
    case.add(RawReport(document, TEXT.encode()), Extraction(document))
    return case


FOUND = [
    ("Nur-Sultan", ["Nur-Sultan"]),
    ("police killing", ["Police", "killed"]),
    ("cafe", ["café"]),
    ("mayor's", ["mayor's"]),
    ("ferry", ["Ferry"]),
    ('"in Nur"', ["in Nur"]),
    ("ferr*", ["Ferry"]),
    ("zeppelin OR mayor", ["mayor"]),
    ("mayor NOT ferry", ["mayor"]),
]


@pytest.mark.parametrize("query, words", FOUND)
def test_words_are_found_where_they_stand(case: CaseFile, query: str, words: list[str]) -> None:
    """Inflected forms and accents are no matter; offsets point into the report."""
    found = case.search(query)
    assert [match.of(TEXT) for item in found for match in item.matches] == words
    assert all(item.span.of(TEXT) == item.text for item in found)


@pytest.mark.parametrize("query", ["zeppelin", "ferry police", "on"])
def test_what_is_not_in_one_passage_is_not_found(case: CaseFile, query: str) -> None:
    """All words must stand in the same passage."""
    assert case.search(query) == ()


@pytest.mark.parametrize("query", ['"open', "AND", "a AND", "NEAR(", "(", "nocolumn:word", "^", "*"])
def test_a_query_that_is_not_understood_is_wrong_use(case: CaseFile, query: str) -> None:
    """With the reason, and no traceback of the database."""
    with pytest.raises(UsageError, match="is not understood"):
        case.search(query)


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_is_wrong_use(case: CaseFile, query: str) -> None:
    """It would find nothing."""
    with pytest.raises(UsageError, match="at least one word"):
        case.search(query)


@pytest.mark.parametrize("query", ["-", "a; DROP TABLE passages", "'", "\u202e", "😀", "100%", "a,b", "\\", "$x @y"])
def test_odd_characters_are_harmless(case: CaseFile, query: str) -> None:
    """They find nothing, and break nothing."""
    case.search(query)
    assert len(case.search("ferry")) == 1


def test_limit_holds(case: CaseFile) -> None:
    """The best come first."""
    assert len(case.search("ferry OR police OR mayor", limit=2)) == 2


def test_passages_are_the_paragraphs_of_title_and_body() -> None:
    """A title that stands in the body is not taken twice."""
    document = Document("d", "p", TEXT, title_span=Span(0, 16), body=BODY)
    assert [span.of(TEXT) for span in passages(document)] == TEXT.replace("\n\n", "\n").split("\n")
    whole = Document("d", "p", TEXT, title_span=Span(0, 16), body=(Span(0, len(TEXT)),))
    assert len(list(passages(whole))) == 3


def test_a_report_without_a_body_can_be_searched() -> None:
    """It was kept, so it can be found."""
    assert [span.of("Bonjour\n\nle monde") for span in passages(Document("d", "p", "Bonjour\n\nle monde"))] == [
        "Bonjour",
        "le monde",
    ]


@pytest.mark.parametrize("text", ["word " * 5000, "A sentence here. " * 2000, "x" * 5000, "", " \n "])
def test_long_lines_are_cut_and_nothing_is_lost(text: str) -> None:
    """A page without line breaks gives passages a person can read."""
    spans = list(passages(Document("d", "p", text)))
    assert "".join(span.of(text) for span in spans) == (text if text.strip() else "")
    assert all(len(span) <= LONGEST_PASSAGE for span in spans)


@given(st.text(st.characters(codec=None, exclude_categories=())), st.text(min_size=1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_indexed_and_asked_for(case: CaseFile, text: str, query: str) -> None:
    """Offsets stay inside the report, and a query is answered or refused, nothing else."""
    document = Document(document_id(text), "any.txt", text, sha256="f" * 64)
    case.add(RawReport(document, text.encode("utf-8", "surrogatepass")), Extraction(document))
    assert all(
        found.span.end <= len(text) for found in case.search(f'"{document.id}" OR a') if found.doc == document.id
    )
    try:
        found = case.search(query)
    except UsageError:
        return
    assert all(item.span.contains(match) for item in found for match in item.matches)
