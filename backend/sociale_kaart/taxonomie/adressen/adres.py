"""An address as this map means it: somewhere to look from, never somebody's door."""

from dataclasses import dataclass
from typing import Literal

Soort = Literal["straat", "postcode", "buurt", "wijk"]

# Three decimals of a degree are 111 metres north and, here, 68 metres east; the browser rounds
# the place that it knows by itself in the same way.
_DECIMALS = 3


@dataclass(frozen=True)
class Adres:
    """A place by the name that people give it (WGS84, degrees).

    `wijk` and `buurt` are codes; a postcode that spans several wijken has neither.
    """

    soort: Soort
    label: str
    lat: float
    lon: float
    wijk: str | None = None
    buurt: str | None = None

    @property
    def rounded(self) -> tuple[float, float]:
        """Latitude and longitude to about 100 metres."""
        return round(self.lat, _DECIMALS), round(self.lon, _DECIMALS)
