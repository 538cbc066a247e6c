"""Figures of whole sentences: what is counted, of whom, in which standing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.figures import extract_figures
from rashomon.model import Attribution, Document, Figure, Span, TimeExpression, document_id

Read = Callable[..., tuple[Figure, ...]]

# text, and for each figure "quantity value low-high group"; - is none, "parts" in round brackets
COUNTED = [
    ("More than 150 people were killed in the port.", ["killed 150 150.. -"]),
    ("At least 18 security officers were killed by the rioters.", ["killed 18 18.. security officer"]),
    ("The rioters beheaded 2 police officers.", ["killed 2 2..2 police officer"]),
    ("They spoke of at least two beheadings.", ["killed 2 2.. beheading"]),
    ("Over 3,000 people have been detained.", ["detained 3000 3000.. -"]),
    ("Police had now detained almost 8,000 people.", ["detained 8000 7600..8000 -"]),
    ("26 armed rioters have been killed and 18 injured.", ["killed 26 26..26 rioter", "injured 18 18..18 -"]),
    (
        "18 security officers and 26 rioters were killed.",
        ["killed 18 18..18 security officer", "killed 26 26..26 rioter"],
    ),
    ("Four people were killed and five wounded.", ["killed 4 4..4 -", "injured 5 5..5 -"]),
    ("Two Dead, Three Injured In Crash", ["killed 2 2..2 -", "injured 3 3..3 -"]),
    ("The blast claimed 12 lives and left 30 people hurt.", ["killed 12 12..12 -", "injured 30 30..30 -"]),
    ("Hundreds were believed to have been killed.", ["killed None 100..1000 -"]),
    ("As many as 12 people are missing.", ["missing 12 ..12 -"]),
    ("No deaths were reported.", ["killed 0 0..0 -"]),
    ("No one was injured.", ["injured 0 0..0 -"]),
    ("Half a million fled.", ["displaced 500000 500000..500000 -"]),
    ("Thousands took to the streets.", ["protesters None 1000..10000 -"]),
    ("The oil-rich nation of 19 million is calm.", ["population 19000000 19000000..19000000 -"]),
    ("It is good at least for three reasons.", ["other 3 3..3 -"]),
    ("The bloc sent 2,030 peacekeepers and 250 trucks.", ["troops 2030 2030..2030 -", "vehicles 250 250..250 truck"]),
    ("The attacks covered 11 regions.", ["places_affected 11 11..11 region"]),
    ("Over the last few days it rained.", []),
    ("Some 20% of the officers were killed.", ["share 20 19..21 -"]),
    ("The death toll rose from 12 to 15.", ["killed 12 12..12 -", "killed 15 15..15 -"]),
    ("Two people were not injured.", ["other 2 2..2 -"]),
    ("He was convicted of the attempted murder of two clerks.", ["other 2 2..2 -"]),
    ("He has a three-bed flat.", ["other 3 3..3 -"]),
    ("Three firefighters were among the dead.", ["killed 3 3..3 firefighter"]),
    ("Among those killed were four nurses.", ["killed 4 4..4 nurse"]),
    ("The dead included three firefighters.", ["killed 3 3..3 firefighter"]),
    ("The mayor told Harbour Radio that 300 residents had been displaced.", ["displaced 300 300..300 -"]),
    ("The mayor told them to shoot the two men.", ["other 2 2..2 -"]),
    ("The 500 protesters marched through the centre.", ["protesters 500 500..500 -"]),
    (
        "Police released two of the five men who were detained.",
        ["other 2 2..2 -", "detained 5 5..5 -"],
    ),
    ("Four New York Times journalists are missing.", ["missing 4 4..4 new york times journalist"]),
    ("Gunmen shot at two officers.", ["police 2 2..2 -"]),
    ("In 2019 he moved to Section 427 of Highway 40, aged 31.", []),
]


def line(figure: Figure) -> str:
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    return f"{figure.quantity} {figure.value} {low}..{high} {figure.group or '-'}"


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_what_is_counted(text: str, expected: list[str], read: Read) -> None:
    """Quantity, value, interval and group of every figure of a sentence."""
    assert [line(figure) for figure in read(text)] == expected


STATUS = [
    ("The plan will cause hundreds of deaths.", "forecast"),
    ("Up to 40 people could have been killed.", "forecast"),
    ("If the dam breaks, 900 people will be killed.", "forecast"),
    ("The storm may have killed 12 people.", "unconfirmed"),
    ("The storm killed 12 people.", "asserted"),
    ("Officials expected 300 people to be killed.", "forecast"),
]


@pytest.mark.parametrize(("text", "status"), STATUS, ids=[text for text, _ in STATUS])
def test_status_of_the_verb(text: str, status: str, read: Read) -> None:
    """What has not happened is a forecast, what may have happened unconfirmed."""
    assert [f.status for f in read(text) if f.quantity == "killed"] == [status]


def attribution(text: str, content: str, stance: str, name: str = "a1", parent: str | None = None) -> Attribution:
    start = text.index(content)
    spans = (Span(start, start + len(content)),)
    return Attribution(
        id=name,
        source=(Span(0, 3),),
        cue=(Span(4, 6),),
        content=spans,
        kind="indirect",
        stance=stance,  # type: ignore[arg-type]
        speaker="Ann Roe",
        parent=parent,
    )


@pytest.mark.parametrize(
    ("stance", "status"),
    [("asserts", "asserted"), ("denies", "denied"), ("doubts", "unconfirmed"), ("forecasts", "forecast")],
)
def test_stance_gives_the_status(stance: str, status: str, read: Read) -> None:
    """A figure in the content of an attribution carries its id, and the status of its stance with the cue."""
    text = "The mayor spoke of it: that 12 people were killed."
    (figure,) = read(text, attributions=(attribution(text, "that 12 people were killed", stance),))
    assert (figure.attribution, figure.status) == ("a1", status)
    assert (figure.status_span is None) == (status == "asserted")


def test_the_innermost_attribution_holds(read: Read) -> None:
    """Of nested contents the shortest that holds the number."""
    text = "The agency wrote that the mayor said that 12 people were killed."
    outer = attribution(text, "that the mayor said that 12 people were killed", "asserts", "a1")
    inner = attribution(text, "that 12 people were killed", "asserts", "a2", "a1")
    (figure,) = read(text, attributions=(outer, inner))
    assert figure.attribution == "a2"


DATED = [
    ("As of Tuesday, 12 people had been killed.", "Tuesday", "2022-01-11"),
    ("The toll stood at 12 on Tuesday.", "on Tuesday", "2022-01-11"),
    ("Officers arrested 12 people on Tuesday.", "on Tuesday", "2022-01-11"),
]


@pytest.mark.parametrize(("text", "words", "expected"), DATED, ids=[text for text, _, _ in DATED])
def test_as_of(text: str, words: str, expected: str | None, read: Read) -> None:
    """The date that the sentence gives for the count is its as-of date."""
    start = text.index(words)
    day = TimeExpression(Span(start, start + len(words)), "DATE", "2022-01-11")
    assert [figure.as_of for figure in read(text, date=day)] == [expected]


def test_phrase_is_the_clause(read: Read) -> None:
    """The phrase is the clause that gives the number its meaning."""
    text = "It rained, and 12 people drowned, the mayor said."
    (figure,) = read(text)
    assert figure.phrase is not None
    assert "12 people drowned" in figure.phrase.of(text)


@pytest.mark.parametrize("text", ["", "   \n\n ", "🙂🙂 12 🙂", "قُتل 12 شخصا", "1 2 3 4 5 6 7 8 9", "12" * 400])
def test_odd_texts(text: str, read: Read) -> None:
    """Nothing crashes; spans point into the text."""
    for figure in read(text):
        assert figure.span.end <= len(text)


WORDS = st.sampled_from(
    [
        "more",
        "than",
        "about",
        "12",
        "3,000",
        "hundreds",
        "of",
        "two",
        "people",
        "officers",
        "men",
        "were",
        "was",
        "killed",
        "wounded",
        "and",
        "including",
        "children",
        ",",
        ".",
        "died",
        "in",
        "a",
        "shooting",
        "Ann",
        "Roe",
        "police",
        "said",
        "that",
        "no",
        "one",
        "will",
        "he",
        "she",
        "from",
        "to",
        "15",
        "%",
        "$",
        "million",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_sentence(words: list[str]) -> None:
    """Spans lie inside, low <= value <= high where given, parts point to figures of the report."""
    text = " ".join(words)
    annotated = annotate(Document(id=document_id(text), path="x", text=text, body=(Span(0, len(text)),)))
    figures = extract_figures(annotated, (), (), lambda _: None, lambda _: None)
    ids = [figure.id for figure in figures]
    assert len(set(ids)) == len(ids)
    for figure in figures:
        assert figure.span.end <= len(text)
        assert figure.part_of is None or (figure.part_of in ids and figure.part_of != figure.id)
        if figure.value is not None:
            assert figure.low is None or figure.low <= figure.value
            assert figure.high is None or figure.value <= figure.high


@pytest.mark.parametrize(
    "text",
    [
        "One diplomat said the port was closed.",
        "Both rebels and soldiers used the road.",
        "Many rebels are uneasy.",
        "The 15-member council met.",
        "Soldiers outnumber them by 10 to 1.",
        "It may take a day or two.",
        "Too many people have died.",
    ],
)
def test_what_counts_nothing(text: str, read: Read) -> None:
    """Speakers, both and many of a thing, descriptions, odds and set phrases are no figures."""
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It is one of the reasons for the strike.", None),
        ("The two sides met in Oslo.", None),
        ("The clinic has done 700 heart transplants.", "heart transplant"),
        ("Libya pumped 1.6 million barrels a day.", "barrel per day"),
    ],
)
def test_what_is_said_in_passing_has_no_unit(text: str, unit: str | None, read: Read) -> None:
    """No question is asked of a number without a unit; the others have all of what they count."""
    assert [(figure.quantity, figure.unit) for figure in read(text)] == [("other", unit)]


def test_one_death_and_several_injuries_are_two_quantities(read: Read) -> None:
    """What is joined to a death by "and" is counted by its own noun."""
    figures = read("Two mortars caused two deaths and 12 injuries.")
    assert [(figure.quantity, figure.value) for figure in figures][-2:] == [("killed", 2), ("injured", 12)]


def test_one_of_whom_the_name_follows_is_counted_once(read: Read) -> None:
    """ "One of his sons, Omar Said" is one person."""
    figures = read("The raid killed one of the mayor's sons, Omar Said, on Friday.")
    assert sum(figure.value or 0 for figure in figures if figure.quantity == "killed") == 1


def test_a_number_with_plus_counts_what_follows(read: Read) -> None:
    """ "200-plus aircraft" are aircraft."""
    assert [(f.quantity, f.value) for f in read("It has 200-plus aircraft.")] == [("aircraft", 200)]


def test_a_group_has_no_number_in_it(read: Read) -> None:
    """ "Eleven rebels" are rebels."""
    assert read("Eleven rebels were killed in the north.")[0].group == "rebel"


def test_a_name_in_quotation_marks_is_not_counted(read: Read) -> None:
    """What stands behind a quotation mark is said of nobody before it."""
    assert [figure.unit for figure in read('"Now output is about 500000," Omar Said told reporters.')] == [None]


def test_what_is_expected_beside_what_was_told_is_no_forecast(read: Read) -> None:
    """ "Both were taken to hospital and are expected to survive": the wounds are told, the recovery is forecast."""
    text = "Both were taken to a hospital, stabilized and expected to survive."
    cue = Span(text.find("expected"), text.find("expected") + 8)
    held = (Span(0, 4), Span(cue.end + 1, len(text) - 1))
    attribution = Attribution(
        id="a1", source=(), cue=(cue,), content=held, kind="indirect", stance="forecasts", speaker=None
    )
    assert [figure.status for figure in read(text, (attribution,)) if figure.value == 2] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bullet exited his body.", []),
        ("The body, based in Geneva, said it would act.", []),
        ("His body is covered with scars.", []),
        ("His body was found in the river.", [("killed", 1)]),
        ("Troops found 25 corpses in the yard.", [("killed", 25)]),
        ("Five corpses had gunshot wounds to the head.", [("killed", 5)]),
        ("The list names 28 entities freed from restrictions.", [("other", 28)]),
    ],
)
def test_bodies_are_the_dead_where_they_are_found(text: str, told: list[tuple[str, float]], read: Read) -> None:
    """A body that is hit, an organisation and a thing set free are none."""
    assert [(figure.quantity, figure.value) for figure in read(text)] == told


def test_the_wounded_who_will_be_treated_are_no_forecast(read: Read) -> None:
    """An adjective says what they are already."""
    assert [figure.status for figure in read("Some 150 wounded men would be treated in Germany.")] == ["asserted"]


@pytest.mark.parametrize(
    ("stance", "text", "content", "status"),
    [
        ("denies", "He denied that soldiers were behind the killing of 12 miners.", "soldiers", "asserted"),
        ("denies", "He denied the killing of 12 miners.", "the killing", "denied"),
        ("denies", "He denied that 12 miners were killed.", "12", "denied"),
        ("forecasts", "She warned that the army must pull back from three besieged towns.", "the army", "asserted"),
        ("forecasts", "She expected output to rise to the pre-war 200 trains a day.", "output", "asserted"),
        ("forecasts", "She expected the army to send 200 trains.", "the army", "forecast"),
    ],
)
def test_what_is_taken_for_granted(stance: str, text: str, content: str, status: str, read: Read) -> None:
    """What a denial or forecast takes for granted is neither denied nor forecast."""
    held = attribution(text, text[text.index(content) : -1], stance)
    assert read(text, attributions=(held,))[0].status == status


@pytest.mark.parametrize(
    ("remark", "speakers", "statuses"),
    [
        ("The agency could not independently verify his account.", ("Ann Lee", "Ann Lee"), ["unconfirmed"] * 2),
        ("The agency was unable to confirm the information.", ("Ann Lee", "Ann Lee"), ["unconfirmed"] * 2),
        ("The agency could not verify the report.", ("Ann Lee", "Omar Roe"), ["asserted", "unconfirmed"]),
        ("Reporters counted 30 bodies and 90 coffins.", ("Ann Lee", "Ann Lee"), ["asserted"] * 2),
    ],
)
def test_what_cannot_be_verified(remark: str, speakers: tuple[str, str], statuses: list[str], read: Read) -> None:
    """The remark is about the whole account of the speaker before it, and about no other's."""
    first, second = "Forty people were killed", "Sixty people were hurt"
    text = f"{first}. {second}. {remark}"
    held = tuple(
        replace(attribution(text, piece, "asserts"), speaker=speaker)
        for piece, speaker in zip((first, second), speakers, strict=True)
    )
    assert [figure.status for figure in read(text, attributions=held)][:2] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The reports of 300 people killed were untrue.", ["denied"]),
        ("The claim that 300 people were killed was not false.", ["asserted"]),
        ("Reports of 300 people killed were exaggerated, and 12 people were killed.", ["denied", "asserted"]),
    ],
)
def test_what_is_called_untrue(text: str, status: list[str], read: Read) -> None:
    """Only the number that is called untrue is denied."""
    assert [figure.status for figure in read(text)] == status


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("The flood killed 12 and injured thousands more.", [False, False]),
        ("More than 900 are dead and many more injured.", [False, False]),
        ("Forty people were killed. Another 60 were injured.", [False, False]),
        ("Forty people were killed. Five more died on Friday.", [False, True]),
        ("Twelve people were killed and 30 hurt, and five more were killed in Hull.", [False, False, True]),
        ("A further five died.", [True]),
        ("Five more people were killed.", [True]),
    ],
)
def test_more_beside_another_quantity_is_no_addition(text: str, added: list[bool], read: Read) -> None:
    """ "12 dead and 40 more wounded" is the whole count of the wounded; "five more died" is added to the dead."""
    assert [figure.increment for figure in read(text)] == added


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Fourteen miners were killed and 42 others were injured.", ["miner", "miner"]),
        ("Fourteen people were killed and 42 others were injured.", [None, None]),
        ("Clashes killed five miners and two guards and injured 12 others.", ["miner", "guard", None]),
        ("Two rebel fighters were killed.", ["rebel fighter"]),
        ("Shells killed two rebel fighters near the port.", ["rebel fighter"]),
        ("The fire destroyed 30 houses and barns.", ["house and barn"]),
        ("The fire destroyed 30 houses and two barns.", ["house", None]),
    ],
)
def test_group(text: str, groups: list[str | None], read: Read) -> None:
    """ "Others" are of the group before, the side of a fighter stays, and two nouns under one number stay together."""
    assert [figure.group for figure in read(text)] == groups


def test_a_number_of_two_nouns_keeps_both_as_unit(read: Read) -> None:
    """ "40 governments and charities" are not 40 governments."""
    assert read("Some 40 governments and charities took part in the talks.")[0].unit == "government and charity"


@pytest.mark.parametrize(
    "text",
    [
        "His attack killed another of the leader's sons, Karim Saleh.",
        "His attack killed another of the leader's sons, Karim Saleh, officials said. Karim Saleh was killed at noon.",
        "A raid killed one of the leader's sons, Amin Roe. His attack killed another of his sons, Karim Saleh.",
    ],
)
def test_another_who_is_named_is_one_person(text: str, read: Read) -> None:
    """ "Another of his sons, Karim" is Karim, once."""
    assert [figure.value for figure in read(text) if figure.quantity == "killed"] in ([1], [1, 1])


def test_one_of_the_dead_is_part_of_the_dead(read: Read) -> None:
    """Not of the wounded who are counted nearer."""
    killed, _, one = read("The clinic received 12 dead and 23 wounded. One of the dead was a child.")
    assert (one.quantity, one.part_of) == ("killed", killed.id)
