"""Filters and their counts over listings in memory; the same answer as the engine's."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from sociale_kaart.zoeken.query import PARTNERS, asked_days, moment_codes
from sociale_kaart.zoeken.ranking.batch import Batch, Mask
from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.tags import FACETS, MOMENT

Chosen = Mapping[str, Sequence[str]]
Counts = dict[str, dict[str, int]]


class Selection:
    """Which of some listings pass the filters of a question, and how many there are per code."""

    def __init__(self, batch: Batch, vraag: ZoekVraag, chosen: Chosen) -> None:
        self._batch = batch
        self._vraag = vraag
        self._chosen = chosen
        self._by_facet = {
            facet: batch.having(facet, codes)
            for facet, codes in chosen.items()
            if facet not in PARTNERS
        }
        self._rest = self._passes_rest()
        self._moments = self._moment_mask(chosen)

    @cached_property
    def distances(self) -> Floats | None:
        """Metres from the place that was asked from; infinite without a place."""
        return None if self._vraag.punt is None else self._batch.metres_from(self._vraag.punt)

    def mask(self, without: str | None = None) -> Mask:
        """Those that pass every filter, or every filter but one."""
        mask = self._rest.copy()
        for facet, passes in self._by_facet.items():
            if facet != without:
                mask &= passes
        if without in PARTNERS:
            others = {key: codes for key, codes in self._chosen.items() if key != without}
            return mask & self._moment_mask(others)
        return mask & self._moments

    def counts(self, fits: Mask) -> Counts:
        """Per facet and code how many one would get by choosing it, among those that fit."""
        asked = [None, *self._chosen]
        counted = self._batch.counts([fits & self.mask(facet) for facet in asked]).tolist()
        result: Counts = {}
        for facet in FACETS:
            partner = self._chosen.get(PARTNERS.get(facet, ""))
            if partner:
                result[facet] = self._count_with(facet, partner, fits & self.mask(facet))
                continue
            counts = counted[asked.index(facet) if facet in self._chosen else 0]
            columns = self._batch.table.columns_of(facet)
            result[facet] = {code: counts[at] for code, at in columns.items() if counts[at]}
        return result

    def _count_with(self, facet: str, partner: Sequence[str], mask: Mask) -> dict[str, int]:
        """Tuesday counts what is on on Tuesday evening, when evening is chosen."""
        counts = {}
        for code in self._batch.table.columns_of(facet):
            codes = {facet: [code], PARTNERS[facet]: partner}
            counts[code] = int((mask & self._batch.having(MOMENT, moment_codes(codes) or ())).sum())
        return {code: count for code, count in counts.items() if count}

    def _moment_mask(self, chosen: Chosen) -> Mask:
        moments = moment_codes(chosen)
        if moments is not None:
            return self._batch.having(MOMENT, moments)
        mask = np.ones(len(self._batch), np.bool_)
        for facet in PARTNERS:
            if facet in chosen:
                mask &= self._batch.having(facet, chosen[facet])
        return mask

    def _passes_rest(self) -> Mask:
        """Age, dates, volunteers and distance."""
        batch, vraag = self._batch, self._vraag
        mask = np.ones(len(batch), np.bool_)
        if vraag.leeftijd is not None:
            mask &= batch.facts["youngest"] <= vraag.leeftijd
            mask &= batch.facts["oldest"] >= vraag.leeftijd
        wanted = vraag.vrijwilligers_gezocht
        if wanted is not None:
            mask &= batch.facts["seeks_volunteers"] == wanted
        if vraag.datum_van or vraag.datum_tot:
            mask &= batch.on_between(*asked_days(vraag))
        if self.distances is not None and vraag.straal is not None:
            mask &= self.distances <= vraag.straal * 1000
        return mask
