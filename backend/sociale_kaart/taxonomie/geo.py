"""Where a point lies: wijk and buurt by their outlines, never by guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shapely import Point, STRtree, prepare
from shapely.geometry import shape

# Outlines are simplified to about 10 m, so a point this close to an edge may be on either
# side; it still gets the wijk that the outline says, as every point gets exactly one.


@dataclass(frozen=True)
class Area:
    wijk_code: str
    buurt_code: str


class WijkLocator:
    """Finds the buurt, and with it the wijk, that a point lies in.

    Args:
        buurten: (buurtcode, wijkcode, GeoJSON geometry in WGS84).
    """

    def __init__(self, buurten: Sequence[tuple[str, str, dict[str, Any]]]) -> None:
        self._areas = [Area(wijk_code=wijk, buurt_code=buurt) for buurt, wijk, _ in buurten]
        self._shapes = [shape(geometry) for _, _, geometry in buurten]
        for outline in self._shapes:
            prepare(outline)
        self._tree = STRtree(self._shapes)

    def locate(self, lat: float, lon: float) -> Area | None:
        """The area of a WGS84 point in degrees, or None outside the municipality.

        A point on a shared edge belongs to the area that comes first in code order, so that
        the answer never depends on the order of the rows.
        """
        hits = self._tree.query(Point(lon, lat), predicate="intersects")
        found = sorted((self._areas[i] for i in hits), key=lambda area: area.buurt_code)
        return found[0] if found else None


@dataclass(frozen=True)
class PostcodeLink:
    """Which wijken an area of one postcode lies in, and how sure that is."""

    pc4: str
    zekerheid: str
    wijken: tuple[str, ...]

    @property
    def only_wijk(self) -> str | None:
        """The wijk that this area certainly means; None when it could be another one too."""
        if self.zekerheid == "hoog" and len(self.wijken) == 1:
            return self.wijken[0]
        return None
