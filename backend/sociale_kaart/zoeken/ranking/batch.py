"""Listings side by side, so that a question is held against all of them at once."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import radians
from typing import Any

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.listing import Listing
from sociale_kaart.zoeken.ranking.numbers import TAGS, Ints
from sociale_kaart.zoeken.tags import tag

Mask = npt.NDArray[np.bool_]
Wide = npt.NDArray[np.int64]
_EARTH_DIAMETER_M = 2 * 6_371_000


class Batch:
    """Arrays over some listings; each is made when it is first asked for."""

    def __init__(self, listings: Sequence[Listing]) -> None:
        self.listings = listings

    def __len__(self) -> int:
        return len(self.listings)

    @cached_property
    def terms(self) -> Ints:
        return _joined([one.terms for one in self.listings], np.int32)

    def weights(self, places: Wide) -> Floats:
        """The weights of the terms at these places of `terms`."""
        halves = _joined([one.weights for one in self.listings], np.float16)
        return halves[places].astype(np.float32)

    def owners(self, places: Wide) -> Wide:
        """Which listing each of the terms at these places of `terms` belongs to."""
        ends = np.cumsum([len(one.terms) for one in self.listings])
        return np.searchsorted(ends, places, side="right")

    @cached_property
    def lengths(self) -> Floats:
        return np.array([one.length for one in self.listings], np.float32)

    @cached_property
    def tags(self) -> Ints:
        return _joined([one.tags for one in self.listings], np.int32)

    @cached_property
    def tag_owners(self) -> Wide:
        """Which listing each of `tags` belongs to."""
        return _owners([len(one.tags) for one in self.listings])

    @cached_property
    def standing(self) -> Floats:
        return np.array([one.standing for one in self.listings], np.float32)

    @cached_property
    def confirmed(self) -> Floats:
        return np.array([one.confirmed for one in self.listings], np.float32)

    @cached_property
    def ages(self) -> tuple[Wide, Wide]:
        """The youngest and the oldest that each is for."""
        ages = np.array([(one.youngest, one.oldest) for one in self.listings], np.int64)
        youngest, oldest = ages.reshape(-1, 2).T
        return youngest, oldest

    def having(self, facet: str, codes: Iterable[str]) -> Mask:
        """Which listings have one of these codes."""
        numbers = TAGS.of([tag(facet, code) for code in codes])
        wanted = np.zeros(len(TAGS), np.bool_)
        wanted[numbers] = True
        return self._owning(wanted)

    def saying(self, facet: str) -> Mask:
        """Which listings have any code of a facet."""
        return self._owning(_is_of(facet))

    def of_facet(self, facet: str) -> tuple[Wide, Ints]:
        """Each pair of a listing and a tag of one facet."""
        asked = _is_of(facet)[self.tags]
        return self.tag_owners[asked], self.tags[asked]

    def counts(self, found: Mask) -> Wide:
        """How many of the found listings have each tag, by the tag's number."""
        return np.bincount(self.tags[found[self.tag_owners]], minlength=len(TAGS))

    def on_between(self, first: int, last: int) -> Mask:
        """Which listings are on on one of these days, that are numbers such as 20261231."""
        days = [one.days for one in self.listings]
        asked = _joined(days, np.int32)
        on = np.zeros(len(self), np.bool_)
        on[_owners([len(some) for some in days])[(first <= asked) & (asked <= last)]] = True
        return on

    def metres_from(self, point: tuple[float, float]) -> Floats:
        """Whole metres (great circle, haversine) from a point in degrees; infinite without a place.

        The same as zoeken.cards.distance_m.
        """
        nowhere = (np.nan, np.nan)
        places = np.array([one.place or nowhere for one in self.listings], np.float64)
        lat, lon = np.radians(places.reshape(-1, 2)).T
        own_lat, own_lon = map(radians, point)
        chord = (
            np.sin((own_lat - lat) / 2) ** 2
            + np.cos(own_lat) * np.cos(lat) * np.sin((own_lon - lon) / 2) ** 2
        )
        metres = np.round(_EARTH_DIAMETER_M * np.arcsin(np.sqrt(chord)))
        return np.where(np.isnan(metres), np.inf, metres).astype(np.float32)

    def _owning(self, wanted: Mask) -> Mask:
        owning = np.zeros(len(self), np.bool_)
        owning[self.tag_owners[wanted[self.tags]]] = True
        return owning


def _is_of(facet: str) -> Mask:
    """By the number of a tag, whether it is one of this facet."""
    start = tag(facet, "")
    return np.fromiter((name.startswith(start) for name in TAGS), np.bool_)


def _joined(arrays: list[npt.NDArray[Any]], kind: npt.DTypeLike) -> npt.NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.empty(0, kind)


def _owners(sizes: list[int]) -> Wide:
    return np.repeat(np.arange(len(sizes)), sizes)
