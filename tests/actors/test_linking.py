"""Actors across the reports of a story."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reports import extraction_of

from rashomon.actors import Correction, canonical_names, link_actors, read_corrections
from rashomon.errors import UsageError
from rashomon.model import Actor, Document, Extraction, Span, document_id


def report(text: str, *actors: tuple[str, str, tuple[str, ...]]) -> Extraction:
    """A report with the actors (name, kind, titles) at the places of their names in `text`."""
    found = []
    for name, kind, titles in actors:
        start = text.index(name)
        found.append(Actor(name, kind, (Span(start, start + len(name)),), (name,), titles))  # type: ignore[arg-type]
    return Extraction(Document(document_id(text), "test", text), actors=tuple(found))


def names_of(*reports: Extraction) -> list[set[str]]:
    return [set(actor.names) for actor in link_actors(reports)]


def person(name: str, *titles: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "person", titles


def body(name: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "organisation", ()


def group(name: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "group", ()


PRESIDENT, MAYOR, COUNCIL = "president of kazakhstan", "mayor of belarus", "european council president"


@pytest.mark.parametrize(
    "one, other, linked",
    [
        (person("Kassym-Jomart Dulatov"), person("Qasim Jomart Dulatov"), True),
        (person("Erlan Dulatov"), person("Dulatov"), True),
        (person("Erlan Dulatov", PRESIDENT), person("Dulatov", PRESIDENT), True),
        (person("Erlan Dulatov", PRESIDENT), person("Dulatov", MAYOR), False),
        (person("Omar Hadid"), person("Karim Hadid"), False),
        (person("Charles Mitchell", COUNCIL), person("Charles Michel", COUNCIL), True),
        (person("Charles Mitchell"), person("Charles Michel"), False),
        (person("Charles Mitchell", "president"), person("Charles Michel", "president"), False),
        (group("police"), group("police"), True),
        (group("spokesman"), group("spokesman"), False),
        (body("Reuters"), body("the Reuters"), True),
        (body("U.N."), body("United Nations"), True),
        (body("Treaty Alliance of Reading"), body("TAR"), True),
        (body("Treaty Alliance"), body("TAX"), False),
    ],
)
def test_two_reports(
    one: tuple[str, str, tuple[str, ...]], other: tuple[str, str, tuple[str, ...]], linked: bool
) -> None:
    """Linked on evidence, apart without it."""
    found = link_actors([report(f"First {one[0]} spoke.", one), report(f"Then {other[0]} spoke.", other)])
    assert (len(found) == 1) is linked, [(actor.name, actor.detail) for actor in found]


def test_a_shared_surname_links_nothing() -> None:
    """Two bearers in the story: the bare surname stays an actor of its own."""
    found = link_actors(
        [
            report("Omar Hadid and Karim Hadid met.", ("Omar Hadid", "person", ()), ("Karim Hadid", "person", ())),
            report("Later Hadid left.", ("Hadid", "person", ())),
        ]
    )
    assert {actor.name for actor in found} == {"Omar Hadid", "Karim Hadid", "Hadid"}


def test_canonical_name_is_that_of_most_reports() -> None:
    """Ties go to the longest, then to the alphabet; a bare surname is canonical only if there is nothing else."""
    reports = [
        report("One: Kassym Dulatov.", ("Kassym Dulatov", "person", ())),
        report("Two: Kassym Dulatov.", ("Kassym Dulatov", "person", ())),
        report("Three: Qasim Dulatov.", ("Qasim Dulatov", "person", ())),
        report("Four: Dulatov.", ("Dulatov", "person", ())),
        report("Five: Dulatov.", ("Dulatov", "person", ())),
        report("Six: Dulatov.", ("Dulatov", "person", ())),
    ]
    (actor,) = link_actors(reports)
    assert actor.name == "Kassym Dulatov"
    assert canonical_names([actor], reports)[reports[2].document.id, "Qasim Dulatov"] == "Kassym Dulatov"
    assert any("sound alike" in why for why in actor.detail)


def test_order_of_reports_does_not_matter() -> None:
    """The same reports in another order give the same actors."""
    reports = [
        report("One: Kassym Dulatov.", ("Kassym Dulatov", "person", ())),
        report("Two: Qasim Dulatov.", ("Qasim Dulatov", "person", ())),
        report("Three: police.", ("police", "group", ())),
    ]
    assert link_actors(reports) == link_actors(reports[::-1])


def test_ids_are_unique() -> None:
    """Two nameless actors of the same words keep different ids."""
    found = link_actors(
        [report("A spokesman.", ("spokesman", "group", ())), report("Again a spokesman.", ("spokesman", "group", ()))]
    )
    assert len({actor.id for actor in found}) == len(found) == 2


def test_corrections() -> None:
    """Merge puts together, split keeps apart, reject takes out; each on top of the rules."""
    reports = [
        report("One: Omar Hadid.", ("Omar Hadid", "person", ())),
        report("Two: Abu Salim.", ("Abu Salim", "person", ())),
        report("Three: Omer Hadid.", ("Omer Hadid", "person", ())),
    ]
    assert names_of(*reports)[0] == {"Omar Hadid", "Omer Hadid"}
    merged = link_actors(reports, [Correction("merge", ("Omar Hadid", "Abu Salim"))])
    assert [set(actor.names) for actor in merged] == [{"Omar Hadid", "Omer Hadid", "Abu Salim"}]
    assert "put together by a correction" in merged[0].detail
    assert len(link_actors(reports, [Correction("split", ("Omar Hadid", "Omer Hadid"))])) == 3
    assert "Abu Salim" not in {actor.name for actor in link_actors(reports, [Correction("reject", ("Abu Salim",))])}


@pytest.mark.parametrize(
    "line, complaint",
    [
        ("{", "line 2: not JSON"),
        ('{"action": "join", "names": ["A"]}', "line 2: action 'join'"),
        ('{"action": "merge"}', "line 2: expected a list of names"),
        ('{"action": "merge", "names": []}', "line 2: expected a list of names"),
        ("[1]", "line 2: expected a list of names"),
    ],
)
def test_bad_corrections_name_their_line(line: str, complaint: str) -> None:
    """A broken corrections file says where."""
    with pytest.raises(UsageError, match=complaint.replace("(", r"\(")):
        read_corrections(["# ours", line])


def test_good_corrections_are_read() -> None:
    """Comments and empty lines are skipped."""
    assert read_corrections(["", "# x", '{"action": "reject", "names": ["GMT"], "note": "a zone"}']) == (
        Correction("reject", ("GMT",), "a zone"),
    )


def test_whole_reports() -> None:
    """From text to story: one president in two spellings, two presidents apart, one police."""
    reports = [
        extraction_of(
            "Kazakh President Kassym-Jomart Dulatov met Belarusian President Anton Karpenko. Police closed roads."
        ),
        extraction_of("President Qasim Jomart Dulatov flew home on Monday. Dulatov thanked police."),
    ]
    found = {actor.name: actor for actor in link_actors(reports)}
    assert {"Kassym-Jomart Dulatov", "Anton Karpenko", "police"} <= set(found)
    assert len({mention.doc for mention in found["Kassym-Jomart Dulatov"].mentions}) == 2
