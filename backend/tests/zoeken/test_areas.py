"""Boxes and strips against distances: nothing that is near is left out, and nothing far comes in."""

from math import asin, atan2, cos, degrees, inf, pi, radians, sin

from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.areas import STRIPS_ERROR, Box, Point, box_around, strips_of
from sociale_kaart.zoeken.cards import EARTH_RADIUS_M, distance_m
from sociale_kaart.zoeken.nearby import enough_within

# Where people live, and up to the largest circle that may be asked for.
points = st.tuples(st.floats(-60, 60), st.floats(-170, 170))
reaches = st.floats(100, 50_000)
directions = st.floats(0, 2 * pi)


def at_distance(point: Point, metres: float, direction: float) -> Point:
    """Where one is after so many metres along a great circle; 0 is north."""
    lat, lon = map(radians, point)
    turn = metres / EARTH_RADIUS_M
    there = asin(sin(lat) * cos(turn) + cos(lat) * sin(turn) * cos(direction))
    aside = atan2(sin(direction) * sin(turn) * cos(lat), cos(turn) - sin(lat) * sin(there))
    return degrees(there), degrees(lon + aside)


def lies_in(box: Box, place: Point) -> bool:
    return box.south <= place[0] <= box.north and box.west <= place[1] <= box.east


@given(points, reaches, st.floats(0, 1), directions)
def test_what_is_near_enough_is_in_the_box(
    point: Point, reach: float, share: float, direction: float
) -> None:
    assert lies_in(box_around(point, reach), at_distance(point, share * reach, direction))


@given(points, reaches)
def test_a_box_is_not_larger_than_its_circle_is_wide(point: Point, reach: float) -> None:
    box = box_around(point, reach)
    for side in ((box.south, point[1]), (box.north, point[1])):
        assert abs(distance_m(point, side) - reach) <= 2
    # East and west it touches the circle a little nearer to the pole.
    for side in ((point[0], box.west), (point[0], box.east)):
        assert reach - 2 <= distance_m(point, side) <= reach * 1.002 + 2


def test_over_a_pole_or_the_date_line_a_box_goes_all_the_way_around() -> None:
    for point in ((89.9, 10.0), (-89.9, 10.0), (52.5, 179.9), (0.0, -179.9)):
        box = box_around(point, 50_000)
        assert (box.west, box.east) == (-180, 180)
        assert strips_of(point, 40_000) == [box_around(point, 40_000 * (1 + STRIPS_ERROR))]
    assert box_around((89.9, 10.0), 50_000).north == 90


# Of the largest circles, far from the equator, the strips are this much narrower yet.
_LARGE = 0.005


@given(points, reaches, st.floats(0, 1.5), directions)
def test_strips_differ_from_a_circle_by_a_twentieth_of_its_radius(
    point: Point, reach: float, share: float, direction: float
) -> None:
    place = at_distance(point, share * reach, direction)
    found = [strip for strip in strips_of(point, reach) if lies_in(strip, place)]
    if share < 1 - STRIPS_ERROR - _LARGE:
        assert found
    if share > 1 + STRIPS_ERROR + 1e-6:
        assert not found


@st.composite
def boxes(draw: st.DrawFn) -> tuple[Box, Point, Point]:
    """A box, a place in it, and a point up to 300 km from it."""
    point = draw(points)
    place = at_distance(point, draw(st.floats(0, 300_000)), draw(directions))
    south, west, north, east = (draw(st.floats(0, 0.5)) for _ in range(4))
    box = Box(place[0] - south, place[1] - west, place[0] + north, place[1] + east)
    return box, place, point


@given(boxes())
def test_a_place_in_a_box_is_as_far_as_the_box_says(drawn: tuple[Box, Point, Point]) -> None:
    box, place, point = drawn
    assert box.nearest_m(point) <= distance_m(point, place) <= box.farthest_m(point)


@given(boxes())
def test_a_place_in_a_box_is_in_one_quarter_of_it(drawn: tuple[Box, Point, Point]) -> None:
    box, place, _ = drawn
    middle = (box.south + box.north) / 2, (box.west + box.east) / 2
    for one in (place, middle, (middle[0], place[1])):
        assert sum(lies_in(quarter, one) for quarter in box.quarters()) == 1


@given(boxes(), st.lists(st.floats(0, 1), max_size=30), st.integers(1, 30))
def test_there_are_surely_enough_within_the_distance_that_is_told(
    drawn: tuple[Box, Point, Point], shares: list[float], number: int
) -> None:
    box, _, point = drawn
    lat, lon = box.north - box.south, box.east - box.west
    places = [(box.south + share * lat, box.west + share**2 * lon) for share in shares]
    cells = {
        quarter: sum(lies_in(quarter, place) for place in places) for quarter in box.quarters()
    }
    reach = enough_within(cells, point, number)
    if len(places) < number:
        assert reach == inf
    else:
        assert sum(distance_m(point, place) <= reach for place in places) >= number
