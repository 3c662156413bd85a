"""The policy's order, shown by listings that differ in one thing only."""

from typing import Any

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from tests.zoeken.asking import Visitor, listing, map_with

pytestmark = pytest.mark.anyio

NEAR = {"naam": "Dichtbij", "lat": 52.527, "lon": 6.084}
FAR = {"naam": "Ver weg", "lat": 52.497, "lon": 6.12}
HERE = "52.527,6.0845"

# Each pair differs in one thing; the second comes first, whatever the order of writing.
PAIRS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "licht": ({"niveau": 3}, {"niveau": 1}),
    "onbekend niveau": ({"niveau": 3}, {"niveau": None}),
    "groep": ({"vormen": ["individueel"]}, {"vormen": ["groep"]}),
    "inloop": ({"vormen": ["maatje"]}, {"vormen": ["individueel", "inloop"]}),
    "open": ({"openVoor": "leden"}, {"openVoor": "iedereen"}),
    "onbekend open": ({"openVoor": "clienten"}, {"openVoor": None}),
    "recent": (
        {"bevestigdOp": "2026-03-01T10:00:00+01:00"},
        {"bevestigdOp": "2026-11-01T10:00:00+01:00"},
    ),
    "ooit": ({"bevestigdOp": None}, {"bevestigdOp": "2020-03-01T10:00:00+01:00"}),
}


@pytest.mark.parametrize("asked", ["", "koffie"])
async def test_what_the_policy_wants_first_comes_first(
    database: Database, engine: Engine, asked: str
) -> None:
    rows = []
    for number, (last, first) in enumerate(PAIRS.values()):
        # Told apart by an age of its own, so that within a pair only the one thing differs.
        same = {"titel": f"Koffie {number}", "leeftijdVan": number, "leeftijdTot": number}
        rows.append(listing(f"{number}-laatst", **same, **last))
        rows.append(listing(f"{number}-eerst", **same, **first))
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            for number, name in enumerate(PAIRS):
                found = await visitor.ids(asked, leeftijd=number)
                assert found == [f"{number}-eerst", f"{number}-laatst"], (name, visitor.degraded)


async def test_near_comes_before_far_but_after_light(database: Database, engine: Engine) -> None:
    rows = [
        listing("ver", locatie=FAR),
        listing("dichtbij", locatie=NEAR),
        listing("zwaar-dichtbij", locatie=NEAR, niveau=3),
        listing("nergens", locatie=None),
        listing("alleen-dichtbij", locatie=NEAR, vormen=["individueel"]),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            for asked in ("", "koffie"):
                found = await visitor.ids(asked, bij=HERE)
                assert found == ["dichtbij", "alleen-dichtbij", "ver", "nergens", "zwaar-dichtbij"]
            page = await visitor.search(bij=HERE, sort="afstand")
            metres = [result.get("afstandMeter") for result in page["resultaten"]]
            assert metres[:3] == [metres[0]] * 3
            assert metres[0] < 100
            assert 3_000 < metres[3] < 6_000
            assert metres[4] is None


async def test_relevance_comes_before_the_policy(database: Database, engine: Engine) -> None:
    rows = [
        listing("in-tekst", titel="Bij de buren", beschrijving="Soms schaken wij.", niveau=0),
        listing("in-titel", titel="Schaken in de wijk", niveau=4, openVoor="leden"),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert await visitor.ids("schaken") == ["in-titel", "in-tekst"]


@pytest.mark.parametrize("asked", ["", "koffie"])
async def test_an_order_that_is_asked_for_goes_before_everything(
    database: Database, engine: Engine, asked: str
) -> None:
    rows = [
        listing("c", titel="Zaterdag koffie", locatie=NEAR, bijgewerkt="2026-01-01T10:00:00Z"),
        listing(
            "a", titel="Ándere koffie", niveau=4, locatie=FAR, bijgewerkt="2026-03-01T10:00:00Z"
        ),
        listing("b", titel="koffie drinken", locatie=None, bijgewerkt="2026-02-01T10:00:00Z"),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert await visitor.ids(asked, sort="titel") == ["a", "b", "c"]
            assert await visitor.ids(asked, sort="bijgewerkt") == ["a", "b", "c"]
            assert await visitor.ids(asked, sort="afstand", bij=HERE) == ["c", "a", "b"]
            second = await visitor.search(asked, sort="titel", page=2, pageSize=1)
            assert [result["externId"] for result in second["resultaten"]] == ["b"]
            assert second["totaal"] == 3


async def test_pages_have_everything_once(visitor: Visitor) -> None:
    for filters in ({}, {"q": "samen"}, {"q": "samen", "sort": "titel"}, {"bij": HERE}):
        ids: list[str] = []
        total = (await visitor.search(**filters))["totaal"]
        for page in range(1, total // 30 + 2):
            found = await visitor.search(page=page, pageSize=30, **filters)
            assert found["page"] == page
            ids += [result["externId"] for result in found["resultaten"]]
        assert len(ids) == len(set(ids)) == total


@pytest.mark.parametrize("filters", [{}, {"q": "koffie"}, {"q": "koffie", "sort": "titel"}])
async def test_beyond_the_last_page_there_is_nothing(
    visitor: Visitor, filters: dict[str, str]
) -> None:
    found = await visitor.search(page=90, pageSize=100, **filters)
    assert found["resultaten"] == []
    assert found["totaal"] > 0
    assert found["facetten"]["wijk"]


async def test_reasons_say_only_what_is_known(database: Database, engine: Engine) -> None:
    unknown = dict.fromkeys(("niveau", "openVoor", "aanmelden", "kosten", "bevestigdOp", "locatie"))
    rows = [
        listing("alles", locatie=NEAR, bevestigdOp="2026-11-01T10:00:00+01:00"),
        listing("niets", **unknown, vormen=[]),
        listing("verwijzing", aanmelden="verwijzing", niveau=3, vormen=["individueel"]),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            found = await visitor.search(bij=HERE)
            reasons = {item["externId"]: item["redenen"] for item in found["resultaten"]}
            assert reasons["alles"] == [
                "licht", "dichtbij", "groep", "zonder-verwijzing", "iedereen", "gratis", "recent",
            ]  # fmt: skip
            assert reasons["niets"] == []
            assert "zonder-verwijzing" not in reasons["verwijzing"]
            assert "groep" not in reasons["verwijzing"]
