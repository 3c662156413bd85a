"""With very many listings, the order by distance is the one that the database gives."""

from typing import Any

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken import candidates, nearby
from sociale_kaart.zoeken.areas import STRIPS_ERROR
from sociale_kaart.zoeken.engine import Engine
from tests.zoeken.asking import Visitor, listing, map_with

pytestmark = pytest.mark.anyio

CENTRE = "52.5125,6.0925"
VILLAGE = "52.4600,6.2100"
AMSTERDAM = "52.3700,4.9000"


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the demo had far more listings than are named at once."""
    monkeypatch.setattr(nearby, "MOST_COUNTED", 20)
    monkeypatch.setattr(nearby, "_FEW", 5)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("point", [CENTRE, VILLAGE, AMSTERDAM])
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"sort": "afstand"},
        {"kosten": ["gratis"], "sort": "afstand"},
        {"wijk": ["WK019330", "WK019311"], "leeftijd": 40},
        {"dag": ["di", "wo"], "dagdeel": ["ochtend", "middag"]},
    ],
)
async def test_every_page_is_the_one_of_the_database(
    both: tuple[Visitor, Visitor], point: str, filters: dict[str, Any]
) -> None:
    engine, database = [await visitor.search(bij=point, **filters) for visitor in both]
    assert engine["totaal"] == database["totaal"] > 20
    assert engine["facetten"] == database["facetten"]
    assert engine["resultaten"] == database["resultaten"]
    whole = [await visitor.ids(bij=point, **filters) for visitor in both]
    assert whole[0] == whole[1]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("sort", ["relevantie", "afstand"])
async def test_a_large_circle_is_right_but_for_its_edge(
    both: tuple[Visitor, Visitor], sort: str
) -> None:
    radius = 2.5
    asked = {"bij": CENTRE, "straal": radius, "sort": sort}
    edge = radius * STRIPS_ERROR
    surely = set(await both[1].ids(**{**asked, "straal": radius - edge}))
    at_most = set(await both[1].ids(**{**asked, "straal": radius + edge}))
    page = await both[0].search(pageSize=100, **asked)
    assert page["totaal"] > 40
    found = await both[0].ids(**asked)
    assert surely <= set(found) <= at_most
    if sort == "afstand":
        metres = [one["afstandMeter"] for one in page["resultaten"]]
        assert metres == sorted(metres)
        assert found == [key for key in await both[1].ids(bij=CENTRE, sort=sort) if key in found]


async def test_more_than_are_named_in_one_house(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = {"naam": "Buurthuis", "lat": 52.527, "lon": 6.084}
    rows = [
        *(listing(f"huis-{number}", locatie=house, niveau=number) for number in range(5)),
        listing("verder", locatie={**house, "lat": 52.53}),
        listing("buitenland", locatie={**house, "lat": 40.0}),
        listing("nergens", locatie=None),
    ]
    async with map_with(own_database, engine, *rows) as (visitor, _):
        monkeypatch.setattr(nearby, "MOST_COUNTED", 2)
        monkeypatch.setattr(nearby, "_FEW", 1)
        for point in ("52.527,6.084", "52.5271,6.0842"):
            found = await visitor.ids(bij=point, sort="afstand")
            assert found[:6] == [*(f"huis-{number}" for number in range(5)), "verder"]
            assert set(found[6:]) == {"buitenland", "nergens"}
            second = await visitor.search(bij=point, sort="afstand", page=2, pageSize=2)
            assert [one["externId"] for one in second["resultaten"]] == ["huis-2", "huis-3"]


async def test_with_words_that_very_many_have_near_still_comes_before_far(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        listing("ver", locatie={"naam": "Ver", "lat": 52.497, "lon": 6.12}),
        listing("nergens", locatie=None),
        listing("dichtbij", locatie={"naam": "Hier", "lat": 52.527, "lon": 6.084}),
        listing("zwaar", locatie={"naam": "Hier", "lat": 52.527, "lon": 6.084}, niveau=4),
    ]
    async with map_with(own_database, engine, *rows) as (visitor, _):
        monkeypatch.setattr(candidates, "MOST_NAMED", 2)
        asked = {"q": "koffie", "bij": "52.527,6.0845"}
        assert await visitor.ids(**asked) == ["dichtbij", "ver", "nergens", "zwaar"]
        by_distance = ["dichtbij", "zwaar", "ver", "nergens"]
        assert await visitor.ids(**asked, sort="afstand") == by_distance
        assert await visitor.ids(**asked, straal=1) == ["dichtbij", "zwaar"]


async def test_at_the_equator_and_in_greenwich_numbers_are_read_too(
    own_database: Database, engine: Engine
) -> None:
    place = {"naam": "Op zee", "lat": 0.00001, "lon": -0.00001}
    async with map_with(own_database, engine, listing("zee", locatie=place)) as pair:
        for visitor in pair:
            assert await visitor.ids(bij="0,0", straal=0.01) == ["zee"]
            assert await visitor.ids(bij="0.001,0.001", straal=0.01) == []
