"""What fits a question, worked out from the listings as the public reads them.

A second opinion for the filters of both engines: plain Python over public documents, without
the codes and numbers that searching makes of them.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sociale_kaart.aanbod.documents import closed_periods_in, coming_occurrences, schedules_in
from sociale_kaart.aanbod.recurrence import DAG_CODES, Schedule, dagdelen
from sociale_kaart.zoeken.cards import distance_m

Filters = Mapping[str, Any]

_MANY = {
    "ambitie": "ambities",
    "doelgroep": "doelgroepen",
    "thema": "themas",
    "vorm": "vormen",
    "toegankelijkheid": "toegankelijkheid",
    "taal": "talen",
}
_ONE = ("soort", "kosten", "aanmelden", "openVoor", "inzet")


class Listing:
    """One listing with what follows from its text, worked out once."""

    def __init__(self, document: Mapping[str, Any], day: date) -> None:
        self.document = document
        self.extern_id: str = document["externId"]
        schedules = schedules_in(document)
        self.times = {pair for schedule in schedules for pair in _times(schedule, day)}
        last = day + timedelta(weeks=13)
        keren = coming_occurrences(schedules, closed_periods_in(document), day, last)
        self.dates = {keer.dag for keer in keren}

    def fits(self, filters: Filters, wijken: Mapping[str, str]) -> bool:
        """Whether it belongs in the answer; `wijken` maps all their names to codes."""
        chosen = {facet: codes for facet, codes in filters.items() if isinstance(codes, list)}
        days, parts = chosen.pop("dag", None), chosen.pop("dagdeel", None)
        volunteers = filters.get("vrijwilligersGezocht")
        return (
            all(self._carries(facet, codes, wijken) for facet, codes in chosen.items())
            and self._is_on(days, parts)
            and self._is_on_between(filters.get("datumVan"), filters.get("datumTot"))
            and self._is_for(filters.get("leeftijd"))
            and self._is_near(filters.get("bij"), filters.get("straal"))
            and volunteers in {None, str(self.document.get("vrijwilligersGezocht", False)).lower()}
        )

    def _carries(self, facet: str, codes: list[str], wijken: Mapping[str, str]) -> bool:
        document = self.document
        if facet in _MANY:
            return not set(codes).isdisjoint(document[_MANY[facet]])
        if facet in _ONE:
            return document.get(facet) in codes
        if facet == "niveau":
            return str(document.get("niveau")) in codes
        if facet == "categorie":
            return document["organisatie"]["categorie"] in codes
        assert facet == "wijk"
        area = document.get("werkgebied") or {"stadsbreed": False, "wijken": []}
        here = (document.get("locatie") or {}).get("wijk")
        if here is None and area["stadsbreed"]:
            return True
        return not {wijken[name.lower()] for name in codes}.isdisjoint({here, *area["wijken"]})

    def _is_on(self, days: list[str] | None, parts: list[str] | None) -> bool:
        if days is None and parts is None:
            return True
        return any(
            (days is None or dag in days) and (parts is None or part in parts)
            for dag, part in self.times
        )

    def _is_on_between(self, first: str | None, last: str | None) -> bool:
        if first is None and last is None:
            return True
        begin = date.fromisoformat(first or "2000-01-01")
        end = date.fromisoformat(last or "2100-01-01")
        return any(begin <= day <= end for day in self.dates)

    def _is_for(self, age: int | None) -> bool:
        document = self.document
        return age is None or document.get("leeftijdVan", 0) <= age <= document.get(
            "leeftijdTot", 999
        )

    def _is_near(self, point: str | None, reach_km: float | None) -> bool:
        place = self.document.get("locatie") or {}
        if point is None or reach_km is None:
            return True
        lat, lon = map(float, point.split(","))
        return (
            "lat" in place
            and distance_m((lat, lon), (place["lat"], place["lon"])) <= reach_km * 1000
        )


def _times(schedule: Schedule, day: date) -> Iterable[tuple[str, str | None]]:
    """Pairs of day and part of the day; the part is None when the time is unknown."""
    begin = max(day, schedule.begin or day)
    keren = coming_occurrences([schedule], [], begin, begin + timedelta(weeks=5))
    if not keren:  # its season is still to come
        keren = coming_occurrences([schedule], [], begin, begin + timedelta(days=366))
    parts = dagdelen(schedule.van, schedule.tot)
    for keer in keren:
        for part in parts or [None]:
            yield DAG_CODES[keer.dag.weekday()], part
