"""A hand-made account of a fictional explosion in a real port: every state, status and kind of difference occurs."""

from collections.abc import Callable

import pytest

from rashomon.model import (
    Account,
    Attribution,
    ChangedFigure,
    Difference,
    Document,
    Extraction,
    Figure,
    Holder,
    Hop,
    Hypothesis,
    Issue,
    Lineage,
    Origin,
    Place,
    PolicyAnswer,
    Question,
    Range,
    Reading,
    SharedPassage,
    Span,
    StatusChange,
    Story,
    StoryActor,
    StoryMention,
    TimelineEntry,
    TimelineReading,
    document_id,
)

HARBOUR = """Home  News  Sport  Weather

Blast at Varna grain terminal kills at least 12 \U0001f6a8\U0001f6a8

By Mira Doneva

VARNA, May 3 (Pontus Press) - An explosion tore through a grain terminal in the port of Varna on Tuesday, killing \
at least 12 people, the interior ministry said \U0001f54a.

"We have never seen a fire like it," said fire chief Stoyan Kalev. More than 40 people were injured, he said.

Interior Minister Elena Radeva blamed negligence by the operator. Three managers were detained in Varna and in Burgas.

Subscribe to our newsletter! Most read: ten recipes for spring
"""

MONITOR = """Death toll in Varna rises to 17

May 4 - The number of dead in the explosion at Varna's grain terminal has risen to 17, among them five firefighters, \
the interior ministry said on Wednesday.

State broadcaster BNR-2, citing a post by the regional health office, put the toll at 23. The post was later deleted.

Elena Radeva, the interior minister, said negligence was to blame. A deputy minister in Bucharest spoke of sabotage, \
without offering any evidence. Terminal operator Ceres Maritime denied negligence.
"""

COURIER = """Blast at Varna grain terminal kills at least 15

VARNA, May 3 (Pontus Press) - An explosion tore through a grain terminal in the port of Varna on Tuesday, killing \
at least 15 people, the interior ministry said.

"We have never seen a fire like it," said fire chief Stoyan Kalev. More than 40 people were injured, he said.
"""

DEPECHE = """Varna : « jusqu'à vingt morts », selon les secours

Le 4 mai. L'explosion du terminal céréalier de Varna a fait entre 15 et 20 morts, selon les secours. Le port de \
Constanţa a été fermé par précaution.
"""

WIRE = """Union: dozens could still die in Varna hospitals

May 5 - Dock workers' union leader Petar Ivanov said that dozens more could die of their burns. Hundreds of dockers \
marched through Varna and Sofia on Thursday.

"The owners knew," Ivanov said, and blamed the owners for cutting inspections. E. Radeva said 17 people had died and \
that the figure of 23 was wrong. Damage was put at 31 million euros.
"""


def at(text: str, wording: str, occurrence: int = 1) -> Span:
    """The span of the n-th `wording` in `text`."""
    start = -1
    for _ in range(occurrence):
        start = text.index(wording, start + 1)
    return Span(start, start + len(wording))


def document(text: str, first: str, last: str, **known: object) -> Document:
    """A document whose body runs from `first` to `last`."""
    body = (Span(at(text, first).start, at(text, last).end),)
    title = next(line for line in text.splitlines() if line and "Home" not in line)
    return Document(
        id=document_id(text),
        path=f"reports/{known['outlet']}.txt".lower(),
        text=text,
        title=title,
        title_span=at(text, title),
        body=body,
        **known,  # type: ignore[arg-type]
    )


def build_account() -> Account:
    """Five reports, one story."""
    documents = {
        "harbour": document(
            HARBOUR,
            "VARNA, May 3",
            "in Burgas.",
            outlet="Harbour Times",
            byline="Mira Doneva",
            agency="Pontus Press",
            published="2022-05-03",
            published_from="dateline",
            published_span=at(HARBOUR, "May 3"),
            language="en",
        ),
        "monitor": document(
            MONITOR,
            "May 4",
            "denied negligence.",
            outlet="Eastern Monitor",
            published="2022-05-04",
            published_from="page",
            language="en",
        ),
        "courier": document(
            COURIER,
            "VARNA",
            "he said.",
            outlet="Courier of the Coast",
            agency="Pontus Press",
            published="2022-05-03",
            published_from="content",
            published_note="“Tuesday” in the text is 3 May by the other reports",
            language="en",
        ),
        "depeche": document(
            DEPECHE,
            "Le 4 mai",
            "précaution.",
            outlet="La Dépêche du Port",
            published="2022-05-04",
            published_from="metadata",
            language="fr",
        ),
        "wire": document(WIRE, "May 5", "euros.", outlet="Quay Wire", published=None, language="en"),
    }
    ids = {name: one.id for name, one in documents.items()}
    extractions = tuple(
        sorted((_extraction(name, one) for name, one in documents.items()), key=lambda one: one.document.id)
    )
    return Account(extractions, (_copy(ids),), (_story(ids),))


def _extraction(name: str, doc: Document) -> Extraction:
    text = doc.text
    attributions, figures, issues = [], [], []
    if name in ("harbour", "courier"):
        attributions = [
            Attribution(
                "a1",
                (at(text, "the interior ministry"),),
                (at(text, "said"),),
                (at(text, text[text.index("An explosion") : text.index(" people, the") + 7]),),
                "indirect",
                "asserts",
                "interior ministry",
                ("Pontus Press", "interior ministry"),
                hops=(
                    Hop("Pontus Press", at(text, "Pontus Press")),
                    Hop("interior ministry", at(text, "the interior ministry")),
                ),
            ),
            Attribution(
                "a2",
                (at(text, "fire chief Stoyan Kalev"),),
                (at(text, "said fire"),),
                (at(text, '"We have never seen a fire like it,"'),),
                "direct",
                "asserts",
                "Stoyan Kalev",
                ("Stoyan Kalev",),
            ),
        ]
        number = "12" if name == "harbour" else "15"
        span = at(text, f"at least {number}")
        figures = [Figure("f1", span, "killed", int(number), int(number), None, "at least", attribution="a1")]
    if name == "monitor":
        attributions = [
            Attribution(
                "a1",
                (at(text, "Elena Radeva, the interior minister"),),
                (at(text, "said", 2),),
                (at(text, "negligence was to blame"),),
                "indirect",
                "asserts",
                "Elena Radeva",
                ("Elena Radeva",),
            ),
            Attribution(
                "a2",
                (at(text, "A deputy minister in Bucharest"),),
                (at(text, "spoke of"),),
                (at(text, "sabotage"),),
                "indirect",
                "asserts",
                "deputy minister in Bucharest",
                ("deputy minister in Bucharest",),
                evidence="none offered",
                evidence_span=at(text, "without offering any evidence"),
            ),
            Attribution(
                "a3",
                (at(text, "Terminal operator Ceres Maritime"),),
                (at(text, "denied"),),
                (at(text, "negligence", 2),),
                "indirect",
                "denies",
                "Ceres Maritime",
                ("Ceres Maritime",),
            ),
        ]
    if name == "wire":
        attributions = [
            Attribution(
                "a1",
                (at(text, "Ivanov", 2),),
                (at(text, "said", 2),),
                (at(text, '"The owners knew,"'),),
                "direct",
                "asserts",
                "Petar Ivanov",
                ("Petar Ivanov",),
            ),
            Attribution(
                "a2",
                (at(text, "E. Radeva"),),
                (at(text, "said", 3),),
                (at(text, "the figure of 23 was wrong"),),
                "indirect",
                "denies",
                "Elena Radeva",
                ("Elena Radeva",),
            ),
        ]
        issues = [Issue("cleaning", doc.path, "no publication date was found")]
    return Extraction(doc, tuple(attributions), tuple(figures), places=_places(text), issues=tuple(issues))


def _places(text: str) -> tuple[Place, ...]:
    known = {
        "Varna": (726050, 43.2167, 27.9167, "city", "BG"),
        "Burgas": (732770, 42.5061, 27.4678, "city", "BG"),
        "Sofia": (727011, 42.6975, 23.3242, "city", "BG"),
        "Constanţa": (680963, 44.1807, 28.6343, "city", "RO"),
        "Bucharest": (683506, 44.4323, 26.1063, "city", "RO"),
    }
    return tuple(
        Place(at(text, name), name, geonameid, lat, lon, kind, country)  # type: ignore[arg-type]
        for name, (geonameid, lat, lon, kind, country) in known.items()
        if name in text
    )


def _copy(ids: dict[str, str]) -> Lineage:
    shared = "An explosion tore through a grain terminal in the port of Varna on Tuesday, killing at least "
    ours, theirs = at(COURIER, shared), at(HARBOUR, shared)
    changed_ours, changed_theirs = at(COURIER, "15", 2), at(HARBOUR, "12", 2)
    return Lineage(
        ids["courier"],
        ids["harbour"],
        "copy",
        0.94,
        "evident",
        (SharedPassage(ours.start, ours.end, theirs.start, theirs.end),),
        (ChangedFigure(changed_ours.start, changed_ours.end, changed_theirs.start, changed_theirs.end, "15", "12"),),
        "94% of the words run alike, and both credit Pontus Press",
    )


def _story(ids: dict[str, str]) -> Story:
    killed = (
        Reading(
            ids["harbour"],
            at(HARBOUR, "at least 12", 2),
            12,
            12,
            None,
            "2022-05-03",
            "asserted",
            ("Pontus Press", "interior ministry"),
            "interior ministry",
            "f1",
            "publication",
            "at least",
            phrase=at(HARBOUR, "killing at least 12 people"),
            hops=(
                Hop("Pontus Press", at(HARBOUR, "Pontus Press")),
                Hop("interior ministry", at(HARBOUR, "the interior ministry")),
            ),
            stands=False,
        ),
        Reading(
            ids["courier"],
            at(COURIER, "at least 15", 2),
            15,
            15,
            None,
            "2022-05-03",
            "asserted",
            ("Pontus Press", "interior ministry"),
            "interior ministry",
            "f1",
            "publication",
            "at least",
            phrase=at(COURIER, "killing at least 15 people"),
            copied_from=ids["harbour"],
        ),
        Reading(
            ids["monitor"],
            at(MONITOR, "17", 2),
            17,
            17,
            17,
            "2022-05-04",
            "asserted",
            ("interior ministry",),
            "interior ministry",
            "f2",
            "sentence",
        ),
        Reading(
            ids["monitor"],
            at(MONITOR, "23"),
            23,
            23,
            23,
            "2022-05-04",
            "retracted",
            ("BNR-2", "regional health office", "post"),
            "regional health office",
            "f3",
            "publication",
            hops=(
                Hop("BNR-2", at(MONITOR, "State broadcaster BNR-2")),
                Hop("regional health office", at(MONITOR, "the regional health office")),
                Hop("post", at(MONITOR, "a post")),
            ),
            stands=False,
            changes=(StatusChange(ids["wire"], at(WIRE, "the figure of 23 was wrong"), "denied", "Elena Radeva"),),
        ),
        Reading(
            ids["depeche"],
            at(DEPECHE, "entre 15 et 20"),
            None,
            15,
            20,
            "2022-05-04",
            "asserted",
            ("les secours",),
            "les secours",
            "f1",
            "publication",
            "entre",
        ),
    )
    injured = (
        Reading(
            ids["harbour"],
            at(HARBOUR, "More than 40"),
            40,
            40,
            None,
            "2022-05-03",
            "asserted",
            ("Stoyan Kalev",),
            "Stoyan Kalev",
            "f4",
            "publication",
            "more than",
        ),
        Reading(
            ids["courier"],
            at(COURIER, "More than 40"),
            40,
            40,
            None,
            "2022-05-03",
            "asserted",
            ("Stoyan Kalev",),
            "Stoyan Kalev",
            "f4",
            "publication",
            "more than",
            copied_from=ids["harbour"],
        ),
    )
    firefighters = (
        Reading(
            ids["monitor"],
            at(MONITOR, "five"),
            5,
            5,
            5,
            "2022-05-04",
            "asserted",
            ("interior ministry",),
            "interior ministry",
            "f6",
            "publication",
            group="firefighter",
        ),
    )
    may_die = (
        Reading(
            ids["wire"],
            at(WIRE, "dozens", 2),
            None,
            24,
            None,
            None,
            "forecast",
            ("Petar Ivanov",),
            "Petar Ivanov",
            "f7",
            None,
            "dozens",
        ),
    )
    damage = (
        Reading(
            ids["wire"], at(WIRE, "31 million"), 31_000_000, 31_000_000, 31_000_000, None, "asserted", (), None, "f8"
        ),
    )
    detained = (
        Reading(
            ids["harbour"],
            at(HARBOUR, "Three"),
            3,
            3,
            3,
            "2022-05-03",
            "asserted",
            (),
            "Pontus Press",
            "f5",
            "publication",
            group="manager",
        ),
    )
    questions = (
        Question(
            "damage",
            "How much was “damage”?",
            "other",
            None,
            None,
            "single origin",
            Range(31_000_000, 31_000_000),
            damage,
            (),
            ("unattributed",),
            "EUR",
        ),
        Question(
            "killed",
            "How many were killed?",
            "killed",
            None,
            None,
            "contested",
            Range(15, 20),
            killed,
            (
                Difference(
                    0, 1, "revised", "The two reports share their wording, and the number differs: 12 there, 15 here."
                ),
                Difference(0, 2, "grown", "17 is a later count (4 May) by the same origin."),
                Difference(
                    2,
                    3,
                    "conflict",
                    "17 and 23 are of the same day, for the same group and place, from independent origins.",
                ),
                Difference(2, 4, "compatible", "17 lies within 15 to 20."),
            ),
            ("denied", "retracted"),
            None,
            ("firefighters",),
            (
                PolicyAnswer("latest", 17, 17, (2,), "The reading with the latest date that stands."),
                PolicyAnswer("most conservative", 15, 15, (1,), "The lowest number that stands."),
            ),
        ),
        Question(
            "injured",
            "How many were injured?",
            "injured",
            None,
            None,
            "single origin",
            Range(40, None),
            injured,
            (Difference(0, 1, "compatible", "Both say more than 40."),),
        ),
        Question(
            "firefighters",
            "How many firefighters were killed?",
            "killed",
            "firefighter",
            None,
            "single origin",
            Range(5, 5),
            firefighters,
            (),
        ),
        Question(
            "may-die",
            "How many may be killed?",
            "killed",
            None,
            None,
            "single origin",
            Range(24, None),
            may_die,
            (),
            ("unconfirmed",),
            forecast=True,
        ),
        Question(
            "detained",
            "How many were detained?",
            "detained",
            None,
            None,
            "single origin",
            Range(3, 3),
            detained,
            (),
            ("unattributed",),
        ),
    )
    explanations = (
        Hypothesis(
            "negligence by the operator",
            (
                Holder(
                    "Elena Radeva",
                    "asserts",
                    ids["harbour"],
                    at(HARBOUR, "negligence by the operator"),
                    "2022-05-03",
                    ("Elena Radeva",),
                ),
                Holder(
                    "Elena Radeva",
                    "asserts",
                    ids["monitor"],
                    at(MONITOR, "negligence was to blame"),
                    "2022-05-04",
                    ("Elena Radeva",),
                ),
                Holder(
                    "Ceres Maritime",
                    "denies",
                    ids["monitor"],
                    at(MONITOR, "denied negligence"),
                    "2022-05-04",
                    ("Ceres Maritime",),
                ),
            ),
        ),
        Hypothesis(
            "sabotage",
            (
                Holder(
                    "deputy minister in Bucharest",
                    "asserts",
                    ids["monitor"],
                    at(MONITOR, "spoke of sabotage"),
                    "2022-05-04",
                    ("deputy minister in Bucharest",),
                    evidence="none offered",
                    evidence_span=at(MONITOR, "without offering any evidence"),
                ),
            ),
        ),
        Hypothesis(
            "owners cutting inspections",
            (
                Holder(
                    "Petar Ivanov",
                    "asserts",
                    ids["wire"],
                    at(WIRE, "blamed the owners for cutting inspections"),
                    None,
                    ("Petar Ivanov",),
                ),
            ),
        ),
    )
    timeline = (
        TimelineEntry(
            "2022-05-03",
            "day",
            "ASSAULT",
            "explosion at the grain terminal",
            "Varna",
            (
                TimelineReading(
                    ids["harbour"],
                    at(HARBOUR, "explosion"),
                    ("Pontus Press", "interior ministry"),
                    "interior ministry",
                    at(HARBOUR, "An explosion tore through a grain terminal in the port of Varna on Tuesday"),
                ),
                TimelineReading(
                    ids["courier"], at(COURIER, "explosion"), ("Pontus Press", "interior ministry"), "interior ministry"
                ),
            ),
        ),
        TimelineEntry(
            "2022-05-03",
            "day",
            "COERCE",
            "three managers detained",
            "Burgas",
            (TimelineReading(ids["harbour"], at(HARBOUR, "detained"), (), "Pontus Press"),),
        ),
        TimelineEntry(
            "2022-05-05",
            "day",
            "PROTEST",
            "dockers marched",
            "Sofia",
            (TimelineReading(ids["wire"], at(WIRE, "marched"), (), None),),
        ),
        TimelineEntry(
            None,
            "unknown",
            "COERCE",
            "port closed as a precaution",
            "Constanţa",
            (TimelineReading(ids["depeche"], at(DEPECHE, "fermé"), (), "La Dépêche du Port"),),
        ),
    )
    actors = (
        StoryActor(
            "radeva",
            "Elena Radeva",
            "person",
            ("Elena Radeva", "E. Radeva"),
            ("interior minister",),
            (
                StoryMention(ids["harbour"], at(HARBOUR, "Elena Radeva")),
                StoryMention(ids["monitor"], at(MONITOR, "Elena Radeva")),
                StoryMention(ids["wire"], at(WIRE, "E. Radeva")),
            ),
            ("“E. Radeva” has the same family name and office",),
        ),
        StoryActor(
            "ministry",
            "interior ministry",
            "organisation",
            ("interior ministry",),
            (),
            (StoryMention(ids["harbour"], at(HARBOUR, "the interior ministry")),),
        ),
        StoryActor(
            "kalev",
            "Stoyan Kalev",
            "person",
            ("Stoyan Kalev",),
            ("fire chief",),
            (StoryMention(ids["harbour"], at(HARBOUR, "Stoyan Kalev")),),
        ),
    )
    return Story(
        "varna",
        "Explosion at Varna grain terminal",
        tuple(ids[name] for name in ("harbour", "courier", "monitor", "depeche", "wire")),
        questions,
        explanations,
        timeline,
        (
            Origin("interior ministry", 3, 3),
            Origin("Stoyan Kalev", 2, 2),
            Origin("regional health office", 1, 1),
            Origin("les secours", 1, 1),
        ),
        actors,
    )


@pytest.fixture
def account() -> Account:
    """The account of the fictional explosion."""
    return build_account()


@pytest.fixture
def span_at() -> Callable[..., Span]:
    """Finds the n-th wording in a text."""
    return at
