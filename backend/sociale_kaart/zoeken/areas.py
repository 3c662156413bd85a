"""Boxes and strips on the map, in degrees: what the engine can count listings in."""

from itertools import pairwise
from math import acos, asin, cos, degrees, inf, nextafter, radians, sin, sqrt
from typing import NamedTuple

from sociale_kaart.zoeken.cards import EARTH_RADIUS_M, distance_m

Point = tuple[float, float]

# Distances are told in whole metres, so what lies half a metre farther is still as near.
_ROUNDED_M = 1
# Above and below the middle a circle is cut in so many pieces; they reach so much too far or not
# far enough, as a share of its radius.
_PIECES = 5
STRIPS_ERROR = 1 / (4 * _PIECES)
# The nearest place of a box due east is a little north of due east: so much nearer, as a share of the
# distance, up to 300 km and not near a pole.
_BENT = 0.001


class Box(NamedTuple):
    """From south to north and from west to east, with its edges; not across the 180th meridian."""

    south: float
    west: float
    north: float
    east: float

    def quarters(self) -> "list[Box]":
        """Together the same, and no place is in two of them."""
        lat, lon = (self.south + self.north) / 2, (self.west + self.east) / 2
        above, beyond = nextafter(lat, inf), nextafter(lon, inf)
        return [
            Box(self.south, self.west, lat, lon),
            Box(self.south, beyond, lat, self.east),
            Box(above, self.west, self.north, lon),
            Box(above, beyond, self.north, self.east),
        ]

    def nearest_m(self, point: Point) -> float:
        """No place in it is nearer than this, in metres."""
        lat, lon = point
        within = min(max(lat, self.south), self.north), min(max(lon, self.west), self.east)
        return distance_m(point, within) * (1 - _BENT) - _ROUNDED_M

    def farthest_m(self, point: Point) -> float:
        """No place in it is farther than this, in metres."""
        corners = [(lat, lon) for lat in (self.south, self.north) for lon in (self.west, self.east)]
        return max(distance_m(point, corner) for corner in corners) + _ROUNDED_M


_WORLD = Box(-90, -180, 90, 180)


def box_around(point: Point, metres: float) -> Box:
    """The smallest box with everything that is no farther than this."""
    lat, lon = point
    reach = (metres + _ROUNDED_M) / EARTH_RADIUS_M
    south, north = lat - degrees(reach), lat + degrees(reach)
    if south > _WORLD.south and north < _WORLD.north:
        aside = degrees(asin(sin(reach) / cos(radians(lat))))
        if lon - aside > _WORLD.west and lon + aside < _WORLD.east:
            return Box(south, lon - aside, north, lon + aside)
    # Where it would go over a pole or the 180th meridian, all the way around.
    return _WORLD._replace(south=max(south, _WORLD.south), north=min(north, _WORLD.north))


def strips_of(point: Point, metres: float) -> list[Box]:
    """Boxes side by side that together are nearly a circle.

    They have everything that is nearer than the radius less STRIPS_ERROR of it, and nothing that
    is farther than the radius and STRIPS_ERROR of it. Seen from its middle each piece begins where
    the one before is as much too wide as this one is too narrow.
    """
    outer = metres * (1 + STRIPS_ERROR)
    whole = box_around(point, outer)
    if (whole.west, whole.east) == (_WORLD.west, _WORLD.east):
        return [whole]
    lat, _ = point
    ends = [
        degrees(metres * sqrt(piece / _PIECES) / EARTH_RADIUS_M) for piece in range(_PIECES + 1)
    ]
    strips = [_strip(point, outer, lat - ends[1], lat + ends[1])]
    for begin, end in pairwise(ends[1:]):
        strips.append(_strip(point, outer, lat + begin, lat + end))
        strips.append(_strip(point, outer, lat - end, lat - begin))
    return strips


def _strip(point: Point, metres: float, south: float, north: float) -> Box:
    """Between two latitudes, as wide as a circle is at the narrower end."""
    lat, lon = point
    aside = min(_half_width(lat, metres, south), _half_width(lat, metres, north))
    return Box(south, lon - aside, north, lon + aside)


def _half_width(lat: float, metres: float, at: float) -> float:
    """How many degrees a circle around a latitude reaches east and west at another latitude."""
    own, other = radians(lat), radians(at)
    turn = cos(metres / EARTH_RADIUS_M) - sin(own) * sin(other)
    return degrees(acos(min(1.0, turn / (cos(own) * cos(other)))))
