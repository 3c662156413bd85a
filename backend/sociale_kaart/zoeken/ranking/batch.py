"""Some rows of the table, as one question needs them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import radians
from typing import Any

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.table import Ints, Said, Table

Mask = npt.NDArray[np.bool_]
Wide = npt.NDArray[np.int64]
_EARTH_DIAMETER_M = 2 * 6_371_000


class Batch:
    """Arrays over these rows; each is made when it is first asked for."""

    def __init__(self, table: Table, rows: Sequence[int] | Ints) -> None:
        self.table = table
        self.rows: Ints = np.array(rows, np.int32)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def facts(self) -> npt.NDArray[Any]:
        return self.table.facts(self.rows)

    @cached_property
    def tags(self) -> Floats:
        return self.table.tags(self.rows)

    @property
    def has_vector(self) -> Mask:
        return np.asarray(self.facts["has_vector"], np.bool_)

    def vectors(self) -> Floats:
        """The vectors of those that have one, in their order."""
        return self.table.vectors(self.rows[self.has_vector])

    def only(self, places: Wide) -> "Batch":
        """Those at these places, in that order."""
        return Batch(self.table, self.rows[places])

    def cards(self) -> list[bytes]:
        """What a visitor gets of each, as JSON."""
        return [self.table.cards[row] for row in self.rows]

    def sorted_as(self, places: Wide) -> npt.NDArray[np.str_]:
        """By what these are put in the order of the alphabet."""
        return np.array([self.table.sorted_as[row] for row in self.rows[places]])

    def said(self, terms: Sequence[str]) -> Said:
        """Where these terms stand in the listings of this batch; `rows` are places in it."""
        found = self.table.said(terms)
        places = np.full(len(self.table), -1, np.int32)
        places[self.rows] = np.arange(len(self))
        owners = places[found.rows]
        own = np.flatnonzero(owners >= 0)
        return Said(owners[own], found.weights[own], found.terms[own])

    def having(self, facet: str, codes: Iterable[str]) -> Mask:
        """Which listings have one of these codes."""
        return self._any_of(self.table.columns_for(facet, codes))

    def saying(self, facet: str) -> Mask:
        """Which listings have any code of a facet."""
        return self._any_of(list(self.table.columns_of(facet).values()))

    def counts(self, masks: Sequence[Mask]) -> Wide:
        """For each mask how many of its listings have each tag, by the tag's column."""
        counted = np.stack(masks).astype(np.float32) @ self.tags
        return counted.astype(np.int64)

    def on_between(self, first: int, last: int) -> Mask:
        """Which listings are on on one of these days, that are numbers such as 20261231."""
        days = [self.table.days[row] for row in self.rows]
        asked = np.concatenate(days) if days else np.empty(0, np.int32)
        owners = np.repeat(np.arange(len(days)), [len(some) for some in days])
        on = np.zeros(len(self), np.bool_)
        on[owners[(first <= asked) & (asked <= last)]] = True
        return on

    def metres_from(self, point: tuple[float, float]) -> Floats:
        """Whole metres (great circle, haversine) from a point in degrees; infinite without a place.

        The same as zoeken.cards.distance_m.
        """
        lat, lon = np.radians(self.facts["lat"]), np.radians(self.facts["lon"])
        own_lat, own_lon = map(radians, point)
        chord = (
            np.sin((own_lat - lat) / 2) ** 2
            + np.cos(own_lat) * np.cos(lat) * np.sin((own_lon - lon) / 2) ** 2
        )
        metres = np.round(_EARTH_DIAMETER_M * np.arcsin(np.sqrt(chord)))
        return np.where(np.isnan(metres), np.inf, metres).astype(np.float32)

    def _any_of(self, columns: list[int]) -> Mask:
        return np.asarray(self.tags[:, columns].any(axis=1), np.bool_)
