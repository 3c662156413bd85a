"""Finding the area of a point, on outlines small enough to see through."""

from typing import Any

from sociale_kaart.taxonomie.geo import PostcodeLink, WijkLocator


def square(west: float, south: float) -> dict[str, Any]:
    east, north = west + 1, south + 1
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


AREAS = [("BU2", "WK2", square(7, 52)), ("BU1", "WK1", square(6, 52))]


def test_a_point_lies_in_the_area_around_it() -> None:
    for areas in (AREAS, AREAS[::-1]):
        found = WijkLocator(areas).locate(lat=52.5, lon=6.5)
        assert found is not None
        assert (found.buurt_code, found.wijk_code) == ("BU1", "WK1")


def test_a_point_on_a_shared_edge_belongs_to_one_area_whatever_the_order() -> None:
    for areas in (AREAS, AREAS[::-1]):
        found = WijkLocator(areas).locate(lat=52.5, lon=7.0)
        assert found is not None
        assert found.buurt_code == "BU1"


def test_a_point_outside_lies_nowhere_and_lat_and_lon_are_not_mixed_up() -> None:
    locator = WijkLocator(AREAS)
    assert locator.locate(lat=53.5, lon=6.5) is None
    assert locator.locate(lat=6.5, lon=52.5) is None
    assert WijkLocator([]).locate(lat=52.5, lon=6.5) is None


def test_a_hole_in_an_area_is_not_in_it() -> None:
    hole = [[6.4, 52.4], [6.6, 52.4], [6.6, 52.6], [6.4, 52.6], [6.4, 52.4]]
    outline = square(6, 52)
    outline["coordinates"].append(hole)
    locator = WijkLocator([("BU1", "WK1", outline)])
    assert locator.locate(lat=52.5, lon=6.5) is None
    assert locator.locate(lat=52.3, lon=6.5) is not None


def test_a_postcode_means_a_wijk_only_when_it_is_certain_and_alone() -> None:
    assert PostcodeLink("8031", "hoog", ("WK1",)).only_wijk == "WK1"
    assert PostcodeLink("8031", "hoog", ("WK1", "WK2")).only_wijk is None
    assert PostcodeLink("8031", "midden", ("WK1",)).only_wijk is None
    assert PostcodeLink("8031", "onbekend", ()).only_wijk is None
