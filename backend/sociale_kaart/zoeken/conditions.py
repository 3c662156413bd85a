"""Filters as conditions on the columns of zoek_rij, for every statement that narrows listings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sociale_kaart.zoeken.query import PARTNERS
from sociale_kaart.zoeken.schemas import Filters
from sociale_kaart.zoeken.tags import tag

# Whole metres between a row and the point in $lat, $lon; NULL for a row without a place.
_DISTANCE = (
    "round(2 * 6371000 * asin(least(1, sqrt(sin(radians(lat - {lat}) / 2) ^ 2"
    " + cos(radians({lat})) * cos(radians(lat)) * sin(radians(lon - {lon}) / 2) ^ 2))))"
)


@dataclass
class Statement:
    """Conditions with their values, numbered as they come."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def value(self, value: Any) -> str:
        self.values.append(value)
        return f"${len(self.values)}"

    @property
    def where(self) -> str:
        return " AND ".join(self.conditions) or "true"


def add_filters(
    statement: Statement, filters: Filters, chosen: Mapping[str, Sequence[str]]
) -> None:
    """All that is asked of a listing, except when it is on.

    `chosen` are the codes per facet (query.selected).
    """
    for facet, codes in chosen.items():
        if facet not in PARTNERS:
            add_one_of(statement, facet, codes)
    if filters.leeftijd is not None:
        age = statement.value(filters.leeftijd)
        statement.conditions.append(f"{age} BETWEEN leeftijd_van AND leeftijd_tot")
    if filters.vrijwilligers_gezocht is not None:
        wanted = statement.value(filters.vrijwilligers_gezocht)
        statement.conditions.append(f"vrijwilligers_gezocht = {wanted}")
    if filters.punt is not None and filters.straal is not None:
        reach = statement.value(filters.straal * 1000)
        statement.conditions.append(f"{distance(statement, filters.punt)} <= {reach}")


def add_one_of(statement: Statement, facet: str, codes: Sequence[str]) -> None:
    tags = statement.value([tag(facet, code) for code in codes])
    statement.conditions.append(f"tags && {tags}::text[]")


def distance(statement: Statement, point: tuple[float, float]) -> str:
    """Whole metres from a point (lat, lon in degrees); NULL for a row without a place."""
    lat, lon = (f"{statement.value(value)}::float8" for value in point)
    return _DISTANCE.format(lat=lat, lon=lon)
