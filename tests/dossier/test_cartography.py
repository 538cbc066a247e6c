"""Maps and outlines."""

import pytest

from rashomon.dossier.cartography import Frame, Spot, choose_frame, clip_ring, draw_map, split_spots
from rashomon.dossier.outlines import load_outlines, pack_topojson, thin
from rashomon.dossier.reports import list_reports
from rashomon.model import Account


def spot(name: str, lat: float, lon: float, total: int = 1, wide: bool = False) -> Spot:
    """A place with so many mentions."""
    return Spot(name, "country" if wide else "city", None, lat, lon, wide, (), total, 1)


def test_places_far_off_are_listed_not_drawn() -> None:
    """One mention of a city on another continent does not shrink the map of the event."""
    spots = (spot("Varna", 43.2, 27.9, 9), spot("Burgas", 42.5, 27.5, 4), spot("Ottawa", 45.4, -75.7))
    core, beyond = split_spots(spots)
    assert [one.name for one in core] == ["Varna", "Burgas"]
    assert [one.name for one in beyond] == ["Ottawa"]


@pytest.mark.parametrize(
    "spots",
    [
        [spot("one", 43.2, 27.9)],
        [spot("north", 89, 0), spot("south", -89, 0)],
        [spot("west", 0, -179), spot("east", 0, 179)],
        [spot("a", 70, 20), spot("b", 70.1, 60)],
    ],
    ids=["one place", "both poles", "whole width", "a flat row in the north"],
)
def test_every_place_lies_inside_the_frame(spots: list[Spot]) -> None:
    """The frame holds its places and has a shape that can be shown."""
    frame = choose_frame(spots)
    for one in spots:
        x, y = frame.at(one.lon, one.lat)
        assert 0 <= x <= 900
        assert -20 <= y <= frame.height + 20
    assert frame.height > 0


def test_a_ring_is_cut_at_the_frame() -> None:
    """What is left of a square that hangs over the edge lies within the frame and its small rim."""
    ring = clip_ring(((-10, -10), (5, -10), (5, 5), (-10, 5)), Frame(0, 0, 10, 10))
    assert ring
    assert all(-0.21 <= x <= 5 and -0.21 <= y <= 5 for x, y in ring)
    assert clip_ring(((20, 20), (30, 20), (30, 30)), Frame(0, 0, 10, 10)) == ()


def test_thinning_keeps_corners() -> None:
    """Points on a straight line go, corners stay."""
    assert thin(((0, 0), (1, 0.001), (2, 0), (2, 2)), 0.01) == ((0, 0), (2, 0), (2, 2))


def test_outlines_hold_the_world() -> None:
    """Every country has a ring that closes, in degrees."""
    outlines = load_outlines()
    assert len(outlines) > 200
    assert all(outline.rings for outline in outlines)
    for outline in outlines:
        for west, south, east, north in outline.bounds:
            assert -181 < west <= east < 181
            assert -91 < south <= north < 91


def test_outlines_are_packed_with_their_shared_borders() -> None:
    """An arc that two countries share is kept once, and both come out closed along it."""
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                    {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "East"}},
                ]
            }
        },
    }
    packed = pack_topojson(topology)
    assert len(packed["arcs"]) == 3
    assert packed["countries"] == {"West": [[0, 1]], "East": [[2, -1]]}
    assert packed["arcs"][0] == [100, 0, 0, 100]


def test_the_map_of_a_story_has_its_places(account: Account) -> None:
    """Places of all reports are gathered by what they are, with a link for each mention."""
    extractions = {one.document.id: one for one in account.extractions}
    drawn = draw_map(account.stories[0], extractions, list_reports(account))
    assert drawn is not None
    assert {pin.spot.name: pin.spot.total for pin in drawn.pins}["Varna"] == 5
    assert {country.name for country in drawn.countries} >= {"Bulgaria", "Romania"}
