"""Every filter of the agenda and all its counts, against plain Python over public documents."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import httpx
import pytest

from sociale_kaart.aanbod.documents import schedules_in
from sociale_kaart.aanbod.recurrence import DAG_CODES, dagdelen, expand
from sociale_kaart.core.clock import today
from tests.agenda.asking import Answer, counts, every
from tests.zoeken.asking import Visitor
from tests.zoeken.oracle import Listing
from tests.zoeken.test_filters import codes_of, documents_of, wijk_names

pytestmark = pytest.mark.anyio

CENTRE = "52.5125,6.0925"
# Slug, day, part of the day and whether it goes on.
Keer = tuple[str, date, tuple[str, ...], bool]


class Map:
    """All listings of the demo with their times in the coming weeks, worked out once."""

    def __init__(self, documents: list[Answer], wijken: Mapping[str, str]) -> None:
        self._wijken = wijken
        self._listings = [(Listing(one, today()), list(_keren(one))) for one in documents]

    def count(self, filters: Answer) -> int:
        """How many times go on."""
        return sum(goes_on for *_, goes_on in self.fitting(filters))

    def fitting(self, filters: Answer) -> list[Keer]:
        of_time = {"dag", "dagdeel", "avondOfWeekend", "datumVan", "datumTot"}
        of_listing = {name: value for name, value in filters.items() if name not in of_time}
        return [
            keer
            for listing, keren in self._listings
            if listing.fits(of_listing, self._wijken)
            for keer in keren
            if _is_asked(keer, filters)
        ]


def _keren(document: Answer) -> Iterator[Keer]:
    last = today() + timedelta(weeks=13)
    for schedule in schedules_in(document):
        goes_on = {keer.dag for keer in expand(schedule, today(), last)}
        parts = tuple(dagdelen(schedule.van, schedule.tot))
        whole = dict.fromkeys(goes_on, True) | {
            day: False for day in schedule.behalve if today() <= day <= last
        }
        for day in whole:
            closed = [
                part for part in document["sluitingen"]
                if part["van"] <= day.isoformat() <= part.get("tot", "9999")
            ]  # fmt: skip
            if not any("tot" not in part for part in closed):
                yield document["slug"], day, parts, whole[day] and not closed


def _is_asked(keer: Keer, filters: Answer) -> bool:
    _, day, parts, _ = keer
    begin = date.fromisoformat(filters["datumVan"])
    end = date.fromisoformat(filters["datumTot"])
    weekday = DAG_CODES[day.weekday()]
    return (
        begin <= day <= end
        and weekday in filters.get("dag", [weekday])
        and (not filters.get("dagdeel") or bool({*filters["dagdeel"]} & {*parts}))
        and (not filters.get("avondOfWeekend") or "avond" in parts or weekday in {"za", "zo"})
    )


def some_filters(random: Random, codes: dict[str, list[str]]) -> Answer:
    facets = random.sample([*codes], random.choice([0, 1, 1, 2, 3]))
    filters: Answer = {
        facet: random.sample(codes[facet], min(random.choice([1, 2, 4]), len(codes[facet])))
        for facet in facets
    }
    chance = random.random
    if chance() < 0.3:
        filters["avondOfWeekend"] = "true"
    if chance() < 0.2:
        filters["leeftijd"] = random.randint(0, 100)
    if chance() < 0.2:
        filters["bij"], filters["straal"] = CENTRE, random.choice([1, 2.5, 4])
    first = today() + timedelta(days=random.randint(0, 50))
    filters["datumVan"] = first.isoformat()
    filters["datumTot"] = (first + timedelta(days=random.choice([0, 1, 6, 30]))).isoformat()
    return filters


async def the_map(client: httpx.AsyncClient) -> tuple[Map, dict[str, list[str]]]:
    visitor = Visitor(client, degraded=True)
    if not _KEPT:
        _KEPT.append(Map(await documents_of(visitor), await wijk_names(visitor)))
    return _KEPT[0], await codes_of(visitor)


# The demo does not change while the tests run.
_KEPT: list[Map] = []


@pytest.mark.parametrize("seed", range(5))
async def test_any_mixture_of_filters_gives_the_times_that_fit(
    reader: httpx.AsyncClient, seed: int
) -> None:
    random = Random(seed)
    expected, codes = await the_map(reader)
    found_something = 0
    for _ in range(6):
        filters = some_filters(random, codes)
        keren = await every(reader, limit=200, **filters)
        found = Counter(
            (keer["aanbod"]["slug"], date.fromisoformat(keer["dag"]), not keer["vervalt"])
            for keer in keren
        )
        wanted = Counter((slug, day, on) for slug, day, _, on in expected.fitting(filters))
        assert found == wanted, filters
        begins = [(k["dag"], "van" not in k, _instant(k)) for k in keren]
        assert begins == sorted(begins)
        found_something += bool(keren)
    assert found_something > 2


def _instant(keer: Answer) -> float:
    return datetime.fromisoformat(keer["van"]).timestamp() if "van" in keer else 0.0


@pytest.mark.parametrize("seed", range(3))
async def test_each_count_is_what_choosing_it_would_give(
    reader: httpx.AsyncClient, seed: int
) -> None:
    random = Random(seed)
    expected, codes = await the_map(reader)
    counted_something = 0
    for _ in range(3):
        filters = some_filters(random, codes)
        found = await counts(reader, **filters)
        assert found["totaal"] == sum(found["dagen"].values()) == expected.count(filters), filters
        free = {**filters, "avondOfWeekend": "true"}
        assert found["avondOfWeekend"] == expected.count(free), filters
        for facet, numbers in found["facetten"].items():
            wanted = {code: expected.count({**filters, facet: [code]}) for code in codes[facet]}
            assert numbers == {code: n for code, n in wanted.items() if n}, (filters, facet)
        counted_something += found["totaal"]
    assert counted_something


async def test_the_demo_has_evenings_weekends_and_something_that_is_off(
    reader: httpx.AsyncClient,
) -> None:
    """Otherwise the other tests would not test it."""
    last = today() + timedelta(days=30)
    keren = await every(reader, limit=200, datumTot=last.isoformat())
    assert {keer["vervalt"] for keer in keren} == {True, False}
    found: dict[str, Any] = await counts(reader, datumTot=last.isoformat())
    assert 20 < found["avondOfWeekend"] < found["totaal"]
