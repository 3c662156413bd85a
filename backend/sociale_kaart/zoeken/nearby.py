"""Listings by their distance from a place, without an index of places in the engine.

That would be a tree of all places, which the engine writes anew at every edit (ADR 0017). So
few listings are named and everything is done with them here. Of very many the engine says how many
lie in boxes around the place, and only those in the boxes that have the nearest are named.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import inf, sqrt
from typing import Any, NamedTuple

import numpy as np

from sociale_kaart.zoeken.areas import STRIPS_ERROR, Box, Point, box_around
from sociale_kaart.zoeken.candidates import TooManyError
from sociale_kaart.zoeken.engine import Engine, Query
from sociale_kaart.zoeken.listings import ListingStore
from sociale_kaart.zoeken.query import all_but_one, counting, filters, naming, within
from sociale_kaart.zoeken.ranked import in_order
from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.policy import in_policy_order
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.selection import Chosen, Counts, Selection
from sociale_kaart.zoeken.sent import Sleutel
from sociale_kaart.zoeken.settings import MOST_COUNTED

Answer = dict[str, Any]

# Half the sides of the boxes that are counted first. Each is more than √2 times the one before, so
# a circle that touches its sides has all of the box before. What lies outside the last one is so far
# away that it comes in no order of distance, as what has no place.
_REACHES_M = (100.0, 200.0, 400.0, 800.0, 1_600.0, 6_400.0, 25_600.0, 200_000.0)
# A cell on the edge of what is near enough is cut up until it has no more than this,
_FEW = 500
# or until it is as small as this, in degrees: a metre. More than the engine names are in one house.
_TINY = 1e-5


class FewFound(NamedTuple):
    """The page, how many there are in all, and the counts."""

    page: Batch
    total: int
    counts: Counts


async def among_few(
    engine: Engine, listings: ListingStore, vraag: ZoekVraag, chosen: Chosen
) -> FewFound:
    """The answer to a question without words, made here. Raises TooManyError and EngineAwayError."""
    conditions = all_but_one(vraag, chosen)
    [counted] = await engine.multi_search([counting(conditions)])
    if counted["estimatedTotalHits"] > MOST_COUNTED:
        raise TooManyError
    batch = await listings.read(await _named(engine, [naming(conditions)]))
    selection = Selection(batch, vraag, chosen)
    found = np.flatnonzero(selection.mask())
    order = in_order(found, batch, selection.distances, vraag.sort)
    counts = selection.counts(np.ones(len(batch), np.bool_))
    return FewFound(batch.only(order[vraag.start : vraag.end]), len(found), counts)


class Nearest:
    """The listings that pass the filters of a question, in the order of their distance.

    Or, when the question leaves the order to the policy, those of each level in that order, the
    lightest level first. What has no place comes last, each time.
    """

    def __init__(
        self, engine: Engine, listings: ListingStore, vraag: ZoekVraag, chosen: Chosen
    ) -> None:
        assert vraag.punt is not None
        self._engine = engine
        self._listings = listings
        self._vraag = vraag
        self._point: Point = vraag.punt
        self._conditions = filters(vraag, chosen)
        # What lies in a box within the circle need not be held against the circle.
        self._without_circle = filters(vraag.model_copy(update={"straal": None}), chosen)
        self._reaches = _reaches(vraag.straal)
        self._boxes = [box_around(self._point, reach) for reach in self._reaches]

    async def page(self) -> list[Batch]:
        """The page of the question, in parts that follow one another. Raises EngineAwayError."""
        by_level = self._vraag.sort == "relevantie"
        answers = await self._counted(["rangNiveau"] if by_level else [])
        if not by_level:
            totals = [answer["estimatedTotalHits"] for answer in answers]
            return await self._part([], totals, self._vraag.start, self._vraag.end)
        counts = [answer["facetDistribution"].get("rangNiveau", {}) for answer in answers]
        parts: list[Batch] = []
        before = 0
        for level in sorted(counts[0]):
            totals = [count.get(level, 0) for count in counts]
            start, end = self._vraag.start - before, self._vraag.end - before
            parts += await self._part([f"rangNiveau = {level}"], totals, start, end)
            before += totals[0]
        return parts

    async def _counted(self, facets: Sequence[str]) -> list[Answer]:
        """How many there are in all, and in each box."""
        queries = [self._count([], facets)]
        *inner, outer = self._boxes
        words = self._vraag.telling
        queries += [counting([*self._without_circle, within(box)], facets, words) for box in inner]
        if self._vraag.straal is not None:
            # The last one has the whole circle.
            whole, *inside = await self._engine.multi_search(queries)
            return [whole, *inside, whole]
        return await self._engine.multi_search([*queries, self._count([within(outer)], facets)])

    async def _part(
        self, where: list[str], totals: Sequence[int], start: int, end: int
    ) -> list[Batch]:
        """Those from `start` to `end` of what fits `where`.

        `totals` are how many there are in all, and in each box.
        """
        total, *inside = totals
        near = inside[-1]
        parts = []
        if max(start, 0) < min(end, near):
            parts.append(await self._near(where, inside, max(start, 0), min(end, near)))
        if max(start, near) < min(end, total):
            parts.append(await self._elsewhere(where, max(start - near, 0), min(end, total) - near))
        return parts

    async def _near(self, where: list[str], inside: list[int], start: int, end: int) -> Batch:
        at = next(at for at, number in enumerate(inside) if number >= end)
        if at + 1 < len(inside) and inside[at + 1] <= MOST_COUNTED:
            boxes = [self._boxes[at + 1]]
        else:
            last = at + 1 == len(inside)
            reach = sqrt(2) * self._reaches[at]
            whole = self._boxes[-1] if last else box_around(self._point, reach)
            boxes = await self._cells(where, whole, end)
        queries = [self._name([*where, within(box)]) for box in boxes]
        batch = await self._listings.read(await _named(self._engine, queries))
        metres = batch.metres_from(self._point)
        order = in_policy_order(batch.facts, metres, nearest_first=True)
        return batch.only(order[start:end])

    async def _cells(self, where: list[str], whole: Box, number: int) -> list[Box]:
        """Boxes within one that have at least so many, among which are the nearest of it.

        It is cut up ever smaller on the edge of what is near enough, and where more are than the
        engine names.
        """
        cells: dict[Box, int] = {}
        large = [whole]
        while large:
            smaller = [quarter for box in large for quarter in box.quarters()]
            queries = [self._count([*where, within(box)]) for box in smaller]
            answers = await self._engine.multi_search(queries)
            cells |= {
                box: answer["estimatedTotalHits"]
                for box, answer in zip(smaller, answers, strict=True)
            }
            reach = enough_within(cells, self._point, number)
            cells = {
                box: count
                for box, count in cells.items()
                if count and box.nearest_m(self._point) <= reach
            }
            large = [box for box in cells if self._is_large(box, cells[box], reach)]
            for box in large:
                del cells[box]
        return list(cells)

    def _is_large(self, box: Box, count: int, reach: float) -> bool:
        most = MOST_COUNTED if box.farthest_m(self._point) <= reach else _FEW
        return count > most and box.north - box.south > _TINY

    async def _elsewhere(self, where: list[str], start: int, end: int) -> Batch:
        """What has no place, or is too far off, in the order that the engine gives it."""
        outside = self._count([*where, f"NOT {within(self._boxes[-1])}"])
        query = {
            **outside, "attributesToRetrieve": ["sleutel"], "offset": start, "limit": end - start,
        }  # fmt: skip
        [answer] = await self._engine.multi_search([query])
        return await self._listings.read([hit["sleutel"] for hit in answer["hits"]])

    def _count(self, where: Sequence[str], facets: Sequence[str] = ()) -> Query:
        return counting([*self._conditions, *where], facets, self._vraag.telling)

    def _name(self, where: Sequence[str]) -> Query:
        return naming([*self._conditions, *where], self._vraag.telling)


def _reaches(straal: float | None) -> list[float]:
    """Half the sides of the boxes: within a circle of so many kilometres and around it, or all."""
    if straal is None:
        return [*_REACHES_M]
    inner, outer = (straal * 1000 * (1 + error) for error in (-STRIPS_ERROR, STRIPS_ERROR))
    return [*(reach for reach in _REACHES_M if sqrt(2) * reach < inner), outer]


def enough_within(cells: Mapping[Box, int], point: Point, number: int) -> float:
    """At which distance (metres) there are surely so many, by how many each box has."""
    farthest = sorted((box.farthest_m(point), count) for box, count in cells.items())
    totals = accumulate(count for _, count in farthest)
    return next(
        (reach for (reach, _), total in zip(farthest, totals, strict=True) if total >= number), inf
    )


async def _named(engine: Engine, queries: Sequence[Query]) -> list[Sleutel]:
    found: set[Sleutel] = set()
    for answer in await engine.multi_search(queries):
        found.update(answer.get("facetDistribution", {}).get("sleutel", ()))
    return sorted(found)
