"""Which readings count the same thing, in a story that tells of many."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rashomon.comparison.occasions import Occasion, split_occasions, tells_of_many
from rashomon.comparison.origins import Authorities
from rashomon.comparison.questions import ask_questions
from rashomon.comparison.readings import reading_of
from rashomon.comparison.sentences import TOTAL, after, before, sentence_at
from rashomon.model import Document, Extraction, Figure, Place, Span, TimeExpression

TOWNS = ("Tsumeb", "Rundu", "Otavi", "Gobabis", "Outjo", "Karibib")


def report(doc: str, text: str, number: str, published: str, *, day: tuple[str, str] | None = None) -> Extraction:
    """A report that gives `number` killed; `day` is a date expression of its text with its value."""
    at = text.index(number)
    value = int(number)
    places = [(town, text.find(town)) for town in TOWNS]
    times = () if day is None else (TimeExpression(_span(text, day[0]), "DATE", day[1]),)
    return Extraction(
        Document(doc, doc, text, body=(Span(0, len(text)),), published=published, language="en", outlet=doc),
        figures=(Figure("f1", Span(at, at + len(number)), "killed", value, value, value),),
        times=times,
        places=tuple(Place(Span(i, i + len(t)), f"{t} (gazetteer)", 1, 0.0, 0.0, "city") for t, i in places if i >= 0),
    )


def _span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


TSUMEB = "Rebels shelled the market of Tsumeb on Tuesday, killing 12 traders, the hospital said."
TSUMEB_AGAIN = "The hospital said 15 traders were killed on Tuesday when rebels shelled the market of Tsumeb."
RUNDU = "A bomb in a bus killed 12 soldiers on Friday near the airport of Rundu, the army said."
TUESDAY, FRIDAY = ("on Tuesday", "2019-05-07"), ("on Friday", "2019-05-17")


def occasions(*reports: Extraction) -> list[Occasion]:
    by_id = {one.document.id: one for one in reports}
    readings = [reading_of(figure, one, {}) for one in reports for figure in one.figures]
    return split_occasions(readings, by_id, {"Tsumeb (gazetteer)": "Tsumeb", "Rundu (gazetteer)": "Rundu"}, grows=True)


def docs(found: list[Occasion]) -> list[list[str]]:
    return [[reading.doc for reading in occasion.readings] for occasion in found]


def test_one_attack_in_two_wordings_is_one_occasion() -> None:
    """Place, day and words agree; that the numbers differ is not held against it: it is what a reader looks for."""
    first = report("a", TSUMEB, "12", "2019-05-07", day=TUESDAY)
    second = report("b", TSUMEB_AGAIN, "15", "2019-05-08", day=TUESDAY)
    assert docs(occasions(first, second)) == [["a", "b"]]


def test_the_same_number_alone_joins_nothing() -> None:
    """Twelve killed in Tsumeb and twelve in Rundu ten days later are two occasions, each with its label."""
    first = report("a", TSUMEB, "12", "2019-05-07", day=TUESDAY)
    second = report("b", RUNDU, "12", "2019-05-17", day=FRIDAY)
    found = occasions(first, second)
    assert docs(found) == [["a"], ["b"]]
    assert [one.label(None) for one in found] == ["Tsumeb, 7 May 2019", "Rundu, 17 May 2019"]
    assert found[0].label("Tsumeb") == "7 May 2019"


def test_a_day_that_only_the_publication_gives_is_said_to_be_reported() -> None:
    """Without a date in the sentence the label names the first report's day; a total is called so."""
    plain = report("a", "Militia killed 7 herders at a well in the desert, elders said.", "7", "2019-05-09")
    total = report("b", "So far 340 people have died in the province, the ministry says.", "340", "2019-05-09")
    assert [one.label(None) for one in occasions(plain, total)] == ["reported 9 May 2019", "running total"]


def month() -> list[Extraction]:
    """Five towns, five days, told by five reports."""
    told = []
    for i, town in enumerate(TOWNS[:5]):
        day = (date(2019, 5, 1) + timedelta(days=4 * i)).isoformat()
        noun = ("farmers", "drivers", "nurses", "guards", "monks")[i]
        told.append(
            report(f"m{i}", f"Gunmen killed {i + 3} {noun} in {town} that day.", str(i + 3), day, day=("that day", day))
        )
    return told


def test_only_a_story_of_many_days_and_places_is_split() -> None:
    """Reports on one attack are one question, however they are worded; a month of attacks is as many questions."""
    one_event = [
        report("a", TSUMEB, "12", "2019-05-07", day=TUESDAY),
        report("b", "Grief in the north as the dead, 19 by one count, are buried.", "19", "2019-05-09"),
    ]
    assert not tells_of_many(one_event)
    (question,) = ask_questions(one_event, (), {}, Authorities({}))
    assert (question.occasion, question.ask, len(question.readings)) == (None, "How many were killed?", 2)
    assert tells_of_many(month())
    asked = ask_questions(month(), (), {}, Authorities({}))
    assert len(asked) == 5
    assert "How many were killed? (Rundu, 5 May 2019)" in {question.ask for question in asked}
    assert len({question.id for question in asked}) == 5


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("The death toll stands at 40.", True),
        ("At least 300 have died in the fighting.", True),
        ("Since March the court has heard 12 cases.", True),
        ("Planes have flown 3,000 sorties so far.", True),
        ("The blast killed 12 people on Tuesday.", False),
        ("Since then nobody has seen him.", False),
    ],
)
def test_words_of_a_running_count(sentence: str, total: bool) -> None:
    """Words by which a sentence speaks of a count that goes on."""
    assert (TOTAL.search(sentence) is not None) == total


def test_sentences_around_a_passage() -> None:
    """The sentence of a passage and its neighbours; nothing before the first and after the last."""
    text = 'It burned. "Twelve died," she said. All left.\nThe end'
    own = sentence_at(text, _span(text, "Twelve"))
    assert own.of(text).strip() == '"Twelve died," she said.'
    assert (before(text, own).of(text).strip(), after(text, own).of(text).strip()) == ("It burned.", "All left.")
    first, last = sentence_at(text, Span(0, 2)), sentence_at(text, _span(text, "end"))
    assert (before(text, first).of(text), last.of(text), after(text, last).of(text)) == ("", "The end", "")
    assert sentence_at("", Span(0, 0)) == Span(0, 0)


def test_two_numbers_of_one_report_are_looked_at_even_in_a_story_on_one_event() -> None:
    """A report that counts the dead of two towns asks two questions; one that gives a toll in other words asks one."""
    words = "Rebels shelled the market of Tsumeb on Tuesday, killing 12 traders, the hospital said. "
    filler = "Aid workers spoke of fear and of empty streets. " * 12
    other = "In a prison far from there 5 inmates choked in a blaze, the warden told a newspaper."
    first = report("a", f"{words}{filler}\n{other}", "12", "2019-05-07", day=TUESDAY)
    at = first.document.text.index("5 inmates")
    second = Figure("f2", Span(at, at + 1), "killed", 5, 5, 5)
    both = replace(first, figures=(*first.figures, second))
    again = report("b", TSUMEB_AGAIN, "15", "2019-05-08", day=TUESDAY)
    assert not tells_of_many([both, again])
    asked = ask_questions([both, again], (), {}, Authorities({}))
    assert sorted([reading.value for reading in question.readings] for question in asked) == [[5], [12, 15]]
