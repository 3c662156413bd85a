"""Filters and their counts over listings in memory; the same answer as the engine's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.cards import distance_m
from sociale_kaart.zoeken.query import PARTNERS, asked_days, moment_codes
from sociale_kaart.zoeken.ranking.listing import Listing
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import ZoekVraag

Mask = npt.NDArray[np.bool_]
Chosen = Mapping[str, Sequence[str]]
Facts = Mapping[str, Any]


class Selection:
    """Which of some listings pass the filters of a question, and how many there are per code."""

    def __init__(self, listings: Sequence[Listing], vraag: ZoekVraag, chosen: Chosen) -> None:
        self._facts = [listing.facts for listing in listings]
        self._chosen = chosen
        self._passes = self._mask([_passes_rest(facts, vraag) for facts in self._facts])
        self._by_facet = {facet: self._choice(facet) for facet in chosen if facet not in PARTNERS}
        self._moments = self._moment_mask(chosen)

    def mask(self, without: str | None = None) -> Mask:
        """Those that pass every filter, or every filter but one."""
        mask = self._passes.copy()
        for facet, passes in self._by_facet.items():
            if facet != without:
                mask &= passes
        if without in PARTNERS:
            others = {key: codes for key, codes in self._chosen.items() if key != without}
            return mask & self._moment_mask(others)
        return mask & self._moments

    def counts(self, fits: Mask) -> dict[str, dict[str, int]]:
        """Per facet and code how many one would get by choosing it, among those that fit."""
        found = fits & self.mask()
        result = {}
        for facet in FACETS:
            partner = self._chosen.get(PARTNERS.get(facet, ""))
            if facet not in self._chosen and not partner:
                result[facet] = self._count(facet, found)
            elif partner:
                result[facet] = self._count_with(facet, partner, fits & self.mask(facet))
            else:
                result[facet] = self._count(facet, fits & self.mask(facet))
        return result

    def _count(self, facet: str, mask: Mask) -> dict[str, int]:
        counter: Counter[str] = Counter()
        for at in np.flatnonzero(mask):
            counter.update(_codes(self._facts[at], facet))
        return dict(counter)

    def _count_with(self, facet: str, partner: Sequence[str], mask: Mask) -> dict[str, int]:
        """Tuesday counts what is on Tuesday evening, when evening is chosen."""
        counter: Counter[str] = Counter()
        for at in np.flatnonzero(mask):
            pairs = (moment.split("-", 1) for moment in self._facts[at]["moment"] if "-" in moment)
            counter.update(
                {
                    (day if facet == "dag" else part)
                    for day, part in pairs
                    if (part if facet == "dag" else day) in partner
                }
            )
        return dict(counter)

    def _choice(self, facet: str) -> Mask:
        wanted = set(self._chosen[facet])
        return self._mask([not wanted.isdisjoint(_codes(facts, facet)) for facts in self._facts])

    def _moment_mask(self, chosen: Chosen) -> Mask:
        moments = moment_codes(chosen)
        if moments is not None:
            wanted = set(moments)
            return self._mask([not wanted.isdisjoint(facts["moment"]) for facts in self._facts])
        mask = np.ones(len(self._facts), np.bool_)
        for facet in PARTNERS:
            if facet in chosen:
                codes = set(chosen[facet])
                mask &= self._mask([not codes.isdisjoint(facts[facet]) for facts in self._facts])
        return mask

    def _mask(self, passes: Sequence[bool]) -> Mask:
        return np.fromiter(passes, np.bool_, len(passes))


def _codes(facts: Facts, facet: str) -> Sequence[str]:
    said = facts.get(facet, ())
    return (said,) if isinstance(said, str) else said


def _passes_rest(facts: Facts, vraag: ZoekVraag) -> bool:
    """Age, dates, volunteers and distance."""
    age = vraag.leeftijd
    if age is not None and not facts["leeftijdVan"] <= age <= facts["leeftijdTot"]:
        return False
    wanted = vraag.vrijwilligers_gezocht
    if wanted is not None and facts["vrijwilligersGezocht"] != wanted:
        return False
    if vraag.datum_van or vraag.datum_tot:
        first, last = asked_days(vraag)
        if not any(first <= day <= last for day in facts["data"]):
            return False
    return vraag.punt is None or vraag.straal is None or _is_within(facts, vraag)


def _is_within(facts: Facts, vraag: ZoekVraag) -> bool:
    distance = distance_from(vraag.punt, facts)
    return distance is not None and distance <= (vraag.straal or 0) * 1000


def distance_from(point: tuple[float, float] | None, facts: Facts) -> int | None:
    """Metres from a point to where the listing is; None when either is unknown."""
    geo = facts.get("_geo")
    if geo is None or point is None:
        return None
    return distance_m(point, (geo["lat"], geo["lng"]))
