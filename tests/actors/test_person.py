"""Persons across reports: who is meant by a surname, a part of a name, a word that one report got wrong."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reports import named, names_in, story_of

from rashomon.actors import link_actors
from rashomon.model import ActorKind, Extraction


def reports(*names: str, kind: ActorKind = "person") -> list[Extraction]:
    """One report a name."""
    return [named(f"Report {i}: {name} spoke.", (name, kind, ())) for i, name in enumerate(names)]


@pytest.mark.parametrize(
    "names, expected",
    [
        (["Omar Hadid"] * 4 + ["Karim Hadid", "Hadid"], [{"Omar Hadid", "Hadid"}, {"Karim Hadid"}]),
        (["Omar Hadid"] * 2 + ["Karim Hadid", "Hadid"], [{"Omar Hadid"}, {"Hadid"}, {"Karim Hadid"}]),
        (["Omar Hadid"] * 4 + ["Karim Hadid"] * 2 + ["Hadid"], [{"Omar Hadid"}, {"Karim Hadid"}, {"Hadid"}]),
        (["Omar Haddid", "Omar Hadid", "Hadid"], [{"Omar Haddid", "Omar Hadid", "Hadid"}]),
        (["Omar Qadri", "Gadri"], [{"Gadri"}, {"Omar Qadri"}]),
        (["Omar Qadri"] * 10 + ["Gadri"], [{"Omar Qadri", "Gadri"}]),
        (["Eva Obeidy"] * 2 + ["Ali Obeidi", "Obeidy"], [{"Eva Obeidy", "Obeidy"}, {"Ali Obeidi"}]),
        (["Abdul Hafiz Ghoga", "Hafiz Ghoga"], [{"Abdul Hafiz Ghoga", "Hafiz Ghoga"}]),
        (["Ahmed Bani"] * 10 + ["Ban"], [{"Ahmed Bani"}, {"Ban"}]),
        (["Anders Lund Hansen", "Lund Hansen"], [{"Anders Lund Hansen", "Lund Hansen"}]),
        (["Nur al-Din Hadid", "Nur al-Din"], [{"Nur al-Din Hadid", "Nur al-Din"}]),
        (["Nur al-Din Hadid", "Nur al-Haq Hadid", "Nur Hadid"], 2),
        (["Nur al-Din Hadid", "Nur al-Haq Hadid", "Nur"], [{"Nur"}, {"Nur al-Din Hadid"}, {"Nur al-Haq Hadid"}]),
        (["William Karpenko", "Bill Karpenko"], [{"William Karpenko", "Bill Karpenko"}]),
        (["Mustafa Abdul Karim", "Abdelkarim", "Karim"], [{"Mustafa Abdul Karim", "Abdelkarim", "Karim"}]),
        (["George W. Hart", "George H.W. Hart"], [{"George H.W. Hart"}, {"George W. Hart"}]),
    ],
)
def test_who_is_meant(names: list[str], expected: list[set[str]] | int) -> None:
    """A bare surname is the only bearer's or the far better known one's; full names that contradict stay apart."""
    found = names_in(link_actors(reports(*names)))
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_a_link_to_the_better_known_says_so() -> None:
    """The reason stands in the detail."""
    found = link_actors(reports(*["Omar Hadid"] * 4, "Karim Hadid", "Hadid"))
    assert "'Hadid': of that name 'Omar Hadid' stands in far the most reports" in found[0].detail


def test_a_kind_that_one_report_got_wrong_is_put_right() -> None:
    """A single word is a person if three times as many reports know the person of that surname."""
    wrong = named("Then Dulatov said no.", ("Dulatov", "organisation", ()))
    assert [actor.kind for actor in link_actors([*reports(*["Erlan Dulatov"] * 3), wrong])] == ["person"]
    assert len(link_actors([*reports(*["Erlan Dulatov"] * 2), wrong])) == 2


def test_a_place_of_other_reports_is_no_person() -> None:
    """A "person" that another report has as a town is left out, unless it is the surname of somebody named in full."""
    town = named("A road to Kolbek was shut.", places=("Kolbek",))
    assert link_actors([*reports("al-Kolbek"), town]) == ()
    assert len(link_actors([*reports("Aidar Kolbek", "Kolbek"), town])) == 1
    assert len(link_actors([named("Mr Kolbek spoke.", ("Kolbek", "person", ("mayor",))), town])) == 1


@pytest.mark.parametrize(
    "given, actors",
    [("Yernazar", 1), ("Mohammed", 2)],
)
def test_a_given_name_that_another_report_uses_alone(given: str, actors: int) -> None:
    """It means the same person, unless it is a common one."""
    texts = [f"Mr {given} Dulatov left. {given} was tired, {given} said.", f"Mr {given} said he was ill."]
    found = [actor for actor in story_of(*texts) if actor.kind == "person"]
    assert len(found) == actors
