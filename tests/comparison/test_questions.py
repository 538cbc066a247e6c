"""Questions of a story: their readings, states, flags and ranges."""

from dataclasses import replace

import pytest
from handmade import extraction, reading

from rashomon.comparison.comparators import compare
from rashomon.comparison.origins import Authorities, is_named, origin_of
from rashomon.comparison.questions import ask_questions
from rashomon.comparison.readings import mark_same_wording
from rashomon.comparison.wording import Key, plural
from rashomon.comparison.wording import ask as ask_in_words
from rashomon.model import Document, Extraction, Lineage, Question, SharedPassage, Span
from rashomon.resources import load_resource


def ask(*extractions: Extraction, lineage: tuple[Lineage, ...] = (), quantity: str = "killed") -> Question:
    found = ask_questions(extractions, lineage, {}, Authorities({}))
    return next(question for question in found if question.quantity == quantity)


def test_two_named_origins_that_agree() -> None:
    """Two independent, known origins with one number: agreed."""
    question = ask(extraction("a", [("killed", 12, "police")]), extraction("b", [("killed", 12, "the hospital")]))
    assert (question.state, question.range.low, question.range.high) == ("agreed", 12, 12)
    assert question.ask == "How many were killed?"


def test_ten_copies_are_one_origin() -> None:
    """Reports of one agency rest on one origin, however many there are."""
    copies = [extraction(name, [("killed", 12, None)], agency="Meridian") for name in "abcdefghij"]
    assert ask(*copies).state == "single origin"


def test_a_conflict_needs_independent_origins() -> None:
    """Different numbers on one day: contested between two origins, not within copied wording."""
    one, other = extraction("a", [("killed", 12, "police")]), extraction("b", [("killed", 21, "the port")])
    assert ask(one, other).state == "contested"
    link = Lineage("b", "a", "copy", 0.9, "evident", (SharedPassage(0, 20, 0, 20),))
    assert ask(one, other, lineage=(link,)).state == "single origin"


def test_growth_moves() -> None:
    """Later, higher numbers only: moving."""
    later = extraction("b", [("killed", 19, "the minister")], published="2019-03-12")
    assert ask(extraction("a", [("killed", 12, "police")]), later).state == "moving"


def test_a_corrected_number_is_superseded() -> None:
    """The same origin gives a lower number later: the first no longer stands, and the range forgets it."""
    first = extraction("a", [("injured", 64, "the ministry")])
    second = extraction("b", [("injured", 46, "the ministry")], published="2019-03-13")
    question = ask(first, second, quantity="injured")
    assert [r.stands for r in question.readings] == [False, True]
    assert (question.state, question.range.low, question.range.high) == ("moving", 46, 46)


def test_a_denial_in_another_report_is_noted_on_the_reading() -> None:
    """The denied reading keeps its number, gets the status, and the passage that denies it."""
    claim = extraction("a", [("killed", 31, "media")])
    denial = extraction("b", [("killed", 31, "the captain")], published="2019-03-13", stance="denies", status="denied")
    question = ask(claim, denial)
    denied = next(r for r in question.readings if r.doc == "a")
    assert (denied.status, denied.changes[0].doc, denied.changes[0].by) == ("denied", "b", "the captain")
    assert "denied" in question.flags
    assert not next(r for r in question.readings if r.doc == "b").stands


def test_a_denial_of_another_number_changes_nothing() -> None:
    """Only the number that is denied is denied."""
    claim = extraction("a", [("killed", 30, "media")])
    denial = extraction("b", [("killed", 31, "the captain")], stance="denies", status="denied")
    assert next(r for r in ask(claim, denial).readings if r.doc == "a").status == "asserted"


def test_a_reading_without_a_speaker_raises_the_flag() -> None:
    """Nobody is named, and nobody is made up."""
    question = ask(extraction("a", [("killed", 12, None)]))
    assert question.flags == ("unattributed",)
    assert question.readings[0].origin is None


def test_forecasts_are_a_question_of_their_own() -> None:
    """What may happen is never counted among what did."""
    forecast = extraction("a", [("killed", 40, "the mayor")], status="forecast")
    questions = ask_questions((forecast, extraction("b", [("killed", 12, None)])), (), {}, Authorities({}))
    assert [(q.forecast, q.range.high) for q in questions] == [(False, 12), (True, 40)]


def test_a_number_nobody_else_gives_is_no_question() -> None:
    """Unnamed quantities need two reports."""
    one = extraction("a", [("other", 3, None)])
    assert not ask_questions((one,), (), {}, Authorities({}))


def test_policies_are_named_and_none_is_first_truth() -> None:
    """Each policy says what it rests on."""
    question = ask(extraction("a", [("killed", 12, "police")]), extraction("b", [("killed", 14, "the hospital")]))
    answers = {answer.policy: (answer.low, answer.high) for answer in question.policies}
    assert answers["reported range"] == (12, 14)
    assert answers["most conservative"] == (12, 12)
    assert "majority of independent origins" not in answers


def test_building_twice_gives_the_same() -> None:
    """Order of the documents in, order of everything out."""
    documents = [extraction(name, [("killed", i, None)], outlet=name) for i, name in enumerate("abc")]
    assert ask(*documents) == ask(*reversed(documents))


@pytest.mark.parametrize(
    "chain, expected",
    [
        (("Meridian Press", "Maria Nuuyoma", "paramedics"), "paramedics"),
        (("IFFRAS", "eyewitnesses"), "IFFRAS"),
        (("residents",), "residents"),
        ((), "KNA"),
    ],
)
def test_origin(chain: tuple[str, ...], expected: str) -> None:
    """The innermost speaker that is somebody; for the report's own voice, the agency."""
    assert origin_of(chain, Document("d", "d", "", agency="KNA", outlet="Ledger")) == expected


@pytest.mark.parametrize(
    "speaker, named",
    [("police", True), ("eyewitnesses", False), ("local residents", False), ("Ann Lee", True), ("", False)],
)
def test_named(speaker: str, named: bool) -> None:
    """Who is nobody in particular."""
    assert is_named(speaker) is named


@pytest.mark.parametrize(
    "noun, expected",
    [
        ("police officer", "police officers"),
        ("child", "children"),
        ("woman", "women"),
        ("city", "cities"),
        ("firefighter", "firefighters"),
        ("bus", "buses"),
        ("headquarters", "headquarters"),
        ("church", "churches"),
        ("day", "days"),
        ("mile per hour", "miles per hour"),
        ("attack aircraft", "attack aircraft"),
        ("grandchild", "grandchildren"),
        ("government and charity", "governments and charities"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    """Questions are asked in the plural."""
    assert plural(noun) == expected


def test_every_quantity_of_the_lexicon_has_its_rule() -> None:
    """A new quantity must say whether it can only grow, and where it is shown."""
    lexicon = {entry["name"] for entry in load_resource("quantities")}
    assert lexicon | {"other"} == {entry["quantity"] for entry in load_resource("questions")}


@pytest.mark.parametrize(
    "key, expected",
    [
        (Key("killed", None, None, None, False, False, False), "How many were killed?"),
        (Key("killed", None, "child", "Almaty", False, False, False), "How many children were killed in Almaty?"),
        (Key("killed", None, None, None, True, False, False), "How many were killed? (forecast)"),
        (Key("injured", None, None, None, False, True, False), "How many more were injured?"),
        (Key("killed", None, None, None, False, False, True), "How many of them were killed?"),
        (Key("money", "USD", "damage", None, False, False, False), "How much money (damages)?"),
        (Key("other", "letter", None, None, False, False, False), "How many letters?"),
    ],
)
def test_ask(key: Key, expected: str) -> None:
    """Questions are asked in words."""
    assert ask_in_words(key) == expected


def test_an_outlets_own_voice_revises_nothing() -> None:
    """Two sentences without a source, a lower number later: no revision, and both stand."""
    first = extraction("a", [("killed", 13, None)], outlet="Ledger")
    second = extraction("b", [("killed", 3, None)], outlet="Ledger", published="2019-03-13")
    question = ask(first, second)
    assert [d.kind for d in question.differences] == ["scope"]
    assert all(reading.stands for reading in question.readings)


def test_money_of_two_reports_is_not_laid_side_by_side() -> None:
    """A fine and a fund are both money."""
    reports = [extraction(name, [("money", value, "the court")]) for name, value in (("a", 164), ("b", 3 * 10**10))]
    found = ask_questions(reports, (), {}, Authorities({}))
    assert [len(question.readings) for question in found] == [1, 1]


@pytest.mark.parametrize("chain", [("he",), ("They",)])
def test_a_pronoun_is_nobodys_name(chain: tuple[str, ...]) -> None:
    """What could not be resolved is an unknown origin."""
    assert origin_of(chain, Document("d", "d", "", outlet="Ledger")) is None


def test_one_victim_told_of_is_no_count_of_all() -> None:
    """ "His brother was killed" says nothing against 12 killed: scope, and neither range nor policies rest on it."""
    told = extraction("a", [("killed", 1, "a cousin")])
    counted = extraction("b", [("killed", 12, "the ministry")])
    question = ask(told, counted)
    assert [(r.value, r.counted) for r in question.readings] == [(1, False), (12, True)]
    assert [difference.kind for difference in question.differences] == ["scope"]
    assert (question.range.low, question.range.high) == (12, 12)
    assert {answer.low for answer in question.policies} == {12}
    assert ask(told).range.low == 1


def test_a_vague_word_contradicts_nobody() -> None:
    """ "Many" beside 2 is no conflict; "at least 40" beside 2 is one."""
    vague = reading(None, "a witness", low=3, high=None)
    bound = reading(40, "a witness", low=40, high=None)
    few = reading(2, "police", doc="b")
    kinds = [compare((one, few), 0, 1, cumulative=True, authorities=Authorities({})).kind for one in (vague, bound)]
    assert kinds == ["scope", "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("an eyewitness", "a witness", "single origin"),
        ("doctors", "residents", "single origin"),
        ("doctors", "the ministry", "single origin"),
        ("the hospital", "the ministry", "agreed"),
        ("some", "the ministry", "single origin"),
    ],
)
def test_nobody_in_particular_is_not_shown_to_be_someone_else(one: str, other: str, state: str) -> None:
    """Two unnamed speakers may be the same, and may have it from a named one; "some" is no speaker at all."""
    assert ask(extraction("a", [("killed", 12, one)]), extraction("b", [("killed", 12, other)])).state == state


def test_a_run_of_eight_words_is_not_written_twice() -> None:
    """A sentence with another speaker but eight words of an earlier report's is copied; seven words are not enough."""
    texts = {
        "a": "The rebels said five towns on the plain below the hills had fallen to them.",
        "b": "Fighters claim five towns on the plain below the hills.",
        "c": "It said that five towns on the plain below them fell.",
    }
    given = [
        reading(5, name, doc=doc, span=Span(text.index("five"), text.index("five") + 4))
        for (doc, text), name in zip(texts.items(), ("rebels", "fighters", "radio"), strict=True)
    ]
    assert [found.copied_from for found in mark_same_wording(given, texts)] == [None, "a", None]


def test_two_lower_bounds_confirm_nothing() -> None:
    """ "At least 26" and "at least 150" do not exclude each other, but nobody confirms anybody; one number does."""
    bounds = [extraction("a", [("killed", 26, "the coast guard")]), extraction("b", [("killed", 150, "the agency")])]
    opened = [replace(one, figures=(replace(one.figures[0], high=None),)) for one in bounds]
    assert ask(*opened).state == "single origin"
    same = [replace(one, figures=(replace(one.figures[0], value=26, low=26),)) for one in opened]
    assert ask(*same).state == "agreed"


def test_a_question_on_things_quotes_and_keeps_capitals() -> None:
    """The noun alone does not say what is asked, so the words of the first reading stand beside it."""
    text = "Radio: 3 Namibian tugs sank at the quay, and the crews are safe."
    one = extraction("a", [("vehicles", 3, None)])
    span = Span(text.index("3"), text.index("3") + 1)
    figure = replace(one.figures[0], span=span, group="namibian tug")
    document = replace(one.document, text=text, body=(Span(0, len(text)),))
    asked = ask(replace(one, document=document, figures=(figure,)), quantity="vehicles")
    assert asked.ask == "How many Namibian tugs? “3 Namibian tugs sank at the quay”"
    assert asked.group == "namibian tug"


@pytest.mark.parametrize(("text", "kind"), [("So far 2 planes flew.", "grown"), ("It owns 2 planes now.", "scope")])
def test_what_somebody_owns_does_not_grow(text: str, kind: str) -> None:
    """Sorties flown so far can only grow; the aircraft of an air force may go both ways."""

    def told(doc: str, number: int, published: str) -> Extraction:
        one = extraction(doc, [("aircraft", number, "the army")], published=published)
        written = text.replace("2", str(number))
        span = Span(written.index(str(number)), written.index(str(number)) + 1)
        document = replace(one.document, text=written, body=(Span(0, len(written)),))
        return replace(one, document=document, figures=(replace(one.figures[0], span=span),), attributions=())

    question = ask(told("a", 2, "2019-03-11"), told("b", 5, "2019-03-12"), quantity="aircraft")
    assert [difference.kind for difference in question.differences] == [kind]
