"""Every filter alone and together, in Meilisearch and in PostgreSQL, against plain Python."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.tags import FACETS
from tests.zoeken.asking import Answer, Visitor, listing, map_with
from tests.zoeken.oracle import Listing

pytestmark = pytest.mark.anyio

CENTRE = "52.5125,6.0925"
HOLTENBROEK = "WK019330"
_LISTS = {
    "ambitie": "ambities",
    "doelgroep": "doelgroepen",
    "thema": "themas",
    "categorie": "categorieen",
    "soort": "soorten",
    "niveau": "niveaus",
    "vorm": "vormen",
    "dag": "dagen",
    "dagdeel": "dagdelen",
    "kosten": "kosten",
    "toegankelijkheid": "toegankelijkheid",
    "taal": "talen",
    "aanmelden": "aanmelden",
    "openVoor": "openVoor",
    "inzet": "inzet",
}


async def codes_of(visitor: Visitor) -> dict[str, list[str]]:
    lists = (await visitor.client.get("/api/v1/vocabularia")).json()
    codes = {facet: [term["code"] for term in lists[naam]] for facet, naam in _LISTS.items()}
    wijken = (await visitor.client.get("/api/v1/wijken")).json()["wijken"]
    return {**codes, "wijk": [wijk["code"] for wijk in wijken]}


async def documents_of(visitor: Visitor) -> list[Answer]:
    documents: list[Answer] = []
    cursor: dict[str, Any] = {}
    while True:
        page = (await visitor.client.get("/api/v1/aanbod", params={"limit": 100, **cursor})).json()
        documents += page["resultaten"]
        if page["volgende"] is None:
            return documents
        cursor = {"cursor": page["volgende"]}


async def wijk_names(visitor: Visitor) -> dict[str, str]:
    wijken = (await visitor.client.get("/api/v1/wijken")).json()["wijken"]
    return {
        name.lower(): wijk["code"]
        for wijk in wijken
        for name in (wijk["code"], wijk["naam"], wijk["slug"])
    }


async def oracle(visitor: Visitor) -> Callable[[dict[str, Any]], set[str]]:
    if not _LISTINGS:
        _LISTINGS.extend(Listing(document, today()) for document in await documents_of(visitor))
    wijken = await wijk_names(visitor)
    return lambda filters: {
        listing.extern_id for listing in _LISTINGS if listing.fits(filters, wijken)
    }


# The demo does not change while the tests run.
_LISTINGS: list[Listing] = []


@pytest.mark.parametrize("facet", sorted([*_LISTS, "wijk"]))
async def test_each_code_finds_what_carries_it(both: tuple[Visitor, Visitor], facet: str) -> None:
    expected = await oracle(both[1])
    for code in (await codes_of(both[0]))[facet]:
        filters = {facet: [code]}
        for visitor in both:
            assert set(await visitor.ids(**filters)) == expected(filters), (code, visitor.degraded)


async def test_each_facet_is_met_by_something_in_the_demo(visitor: Visitor) -> None:
    found = (await visitor.search())["facetten"]
    assert list(found) == list(FACETS)
    assert all(found.values())
    assert len(found["wijk"]) == 16


def _some_filters(random: Random, codes: dict[str, list[str]]) -> dict[str, Any]:
    facets = random.sample([*codes], random.choice([1, 1, 2, 2, 3, 4]))
    filters: dict[str, Any] = {
        facet: random.sample(codes[facet], min(random.choice([1, 2, 3, 5]), len(codes[facet])))
        for facet in facets
    }
    chance = random.random
    if chance() < 0.25:
        filters["leeftijd"] = random.randint(0, 120)
    if chance() < 0.15:
        filters["vrijwilligersGezocht"] = random.choice(["true", "false"])
    if chance() < 0.25:
        filters["bij"], filters["straal"] = CENTRE, random.choice([0.5, 1, 2.5, 4])
    if chance() < 0.25:
        first = today() + timedelta(days=random.randint(0, 40))
        filters["datumVan"] = first.isoformat()
        filters["datumTot"] = (first + timedelta(days=random.randint(0, 20))).isoformat()
    elif chance() < 0.1:
        filters["datumTot"] = (today() + timedelta(days=random.randint(0, 9))).isoformat()
    return filters


@pytest.mark.parametrize("seed", range(6))
async def test_any_mixture_of_filters_gives_the_same_answer_from_both(
    both: tuple[Visitor, Visitor], seed: int
) -> None:
    random = Random(seed)
    expected = await oracle(both[1])
    codes = await codes_of(both[0])
    found_something = 0
    for _ in range(8):
        filters = _some_filters(random, codes)
        engine, database = [await visitor.search(pageSize=1, **filters) for visitor in both]
        wanted = expected(filters)
        found_something += bool(wanted)
        assert engine["totaal"] == database["totaal"] == len(wanted), filters
        assert engine["facetten"] == database["facetten"], filters
        for visitor in both:
            assert set(await visitor.ids(**filters)) == wanted, (filters, visitor.degraded)
    assert found_something > 2


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"wijk": [HOLTENBROEK], "kosten": ["gratis", "tot-5"]},
        {"dag": ["di"]},
        {"dag": ["di", "za"], "dagdeel": ["avond"]},
        {"soort": ["spreekuur"], "leeftijd": 30, "bij": CENTRE, "straal": 4},
    ],
)
async def test_a_count_is_the_total_one_gets_by_choosing_that_code(
    both: tuple[Visitor, Visitor], filters: dict[str, Any]
) -> None:
    codes = await codes_of(both[0])
    for visitor in both:
        facets = (await visitor.search(pageSize=1, **filters))["facetten"]
        for facet, counts in facets.items():
            some = Random(facet).sample(codes[facet], min(3, len(codes[facet])))
            for code in {*some, *filters.get(facet, [])}:
                total = await visitor.total(**{**filters, facet: [code]})
                assert counts.get(code, 0) == total, (facet, code)


async def test_counts_hold_with_words_too(both: tuple[Visitor, Visitor]) -> None:
    for visitor in both:
        facets = (await visitor.search("koffie", wijk=[HOLTENBROEK]))["facetten"]
        assert len(facets["wijk"]) > 1
        for facet in ("wijk", "thema", "kosten"):
            for code, count in facets[facet].items():
                others = {} if facet == "wijk" else {"wijk": [HOLTENBROEK]}
                assert count == await visitor.total("koffie", **others, **{facet: [code]})


async def test_a_wijk_is_known_by_code_name_and_slug(visitor: Visitor) -> None:
    wijk = next(
        wijk
        for wijk in (await visitor.client.get("/api/v1/wijken")).json()["wijken"]
        if wijk["code"] == HOLTENBROEK
    )
    by_code = await visitor.ids(wijk=[wijk["code"]])
    assert by_code
    for name in (wijk["naam"], wijk["slug"], wijk["naam"].upper(), f" {wijk['naam']} "):
        assert await visitor.ids(wijk=[name]) == by_code
    # The same wijk said twice is one choice.
    assert await visitor.ids(wijk=[wijk["code"], wijk["slug"]]) == by_code


ELSEWHERE = {"naam": "Buiten", "lat": 52.527, "lon": 6.084}


async def test_which_wijken_a_listing_belongs_to(database: Database, engine: Engine) -> None:
    rows = [
        listing("hier", werkgebied=None),
        listing("hier-voor-assendorp", werkgebied=["WK019311"]),
        listing("hier-voor-de-stad", werkgebied="stadsbreed"),
        listing("nergens-voor-de-stad", locatie=None, werkgebied="stadsbreed"),
        listing("nergens-voor-assendorp", locatie=None, werkgebied=["WK019311"]),
        listing("nergens", locatie=None, werkgebied=None),
        listing("buiten-zwolle", locatie={"naam": "Ver weg", "lat": 51.0, "lon": 5.0}),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert set(await visitor.ids(wijk=[HOLTENBROEK])) == {
                "hier", "hier-voor-assendorp", "hier-voor-de-stad", "nergens-voor-de-stad",
            }  # fmt: skip
            assert set(await visitor.ids(wijk=["WK019311"])) == {
                "hier-voor-assendorp", "nergens-voor-de-stad", "nergens-voor-assendorp",
            }  # fmt: skip
            # Somewhere quite different: only what comes everywhere.
            assert set(await visitor.ids(wijk=["WK019340"])) == {"nergens-voor-de-stad"}


async def test_day_and_part_of_the_day_are_one_choice(database: Database, engine: Engine) -> None:
    tuesday_morning = {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "09:00", "tot": "11:00"}
    friday_evening = {"rrule": "FREQ=WEEKLY;BYDAY=FR", "van": "19:00", "tot": "21:00"}
    friday = {"rrule": "FREQ=WEEKLY;BYDAY=FR"}
    rows = [
        listing("allebei", momenten=[tuesday_morning, friday_evening]),
        listing("vrijdagavond", momenten=[friday_evening]),
        listing("vrijdag", momenten=[friday]),
        listing("onbekend", momenten=[]),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert await visitor.ids(dag=["di"], dagdeel=["avond"]) == []
            assert set(await visitor.ids(dag=["di"])) == {"allebei"}
            assert set(await visitor.ids(dagdeel=["avond"])) == {"allebei", "vrijdagavond"}
            assert set(await visitor.ids(dag=["vr"])) == {"allebei", "vrijdagavond", "vrijdag"}
            assert set(await visitor.ids(dag=["di", "vr"], dagdeel=["avond"])) == {
                "allebei", "vrijdagavond",
            }  # fmt: skip
            facets = (await visitor.search(dag=["di"]))["facetten"]
            assert facets["dagdeel"] == {"ochtend": 1}
            assert facets["dag"] == {"di": 1, "vr": 3}
            facets = (await visitor.search(dag=["di"], dagdeel=["avond"]))["facetten"]
            assert facets["dag"] == {"vr": 2}
            assert facets["dagdeel"] == {"ochtend": 1}


async def test_dates(database: Database, engine: Engine) -> None:
    once = today() + timedelta(days=10)
    far = today() + timedelta(days=40)

    def on(day: Any) -> list[dict[str, str]]:
        return [{"begin": day.isoformat(), "van": "10:00"}]

    rows = [
        listing("eenmalig", momenten=on(once)),
        listing("later", momenten=on(far)),
        listing(
            "dicht",
            momenten=on(once),
            sluitingen=[{"van": once.isoformat(), "tot": once.isoformat()}],
        ),
        listing("voorbij", momenten=on(today() - timedelta(days=3))),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            day = once.isoformat()
            assert await visitor.ids(datumVan=day, datumTot=day) == ["eenmalig"]
            assert await visitor.ids(datumTot=day) == ["eenmalig"]
            assert set(await visitor.ids(datumVan=today().isoformat())) == {"eenmalig", "later"}
            after = (once + timedelta(days=1)).isoformat()
            assert await visitor.ids(datumVan=after) == ["later"]
            past = (today() - timedelta(days=9)).isoformat()
            assert await visitor.ids(datumVan=past, datumTot=past) == []
            assert set(await visitor.ids(datumVan=past)) == {"eenmalig", "later"}


async def test_unknown_ages_are_never_left_out(database: Database, engine: Engine) -> None:
    rows = [
        listing("onbekend"),
        listing("vanaf-18", leeftijdVan=18),
        listing("tot-12", leeftijdTot=12),
        listing("55-65", leeftijdVan=55, leeftijdTot=65),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert set(await visitor.ids(leeftijd=0)) == {"onbekend", "tot-12"}
            assert set(await visitor.ids(leeftijd=12)) == {"onbekend", "tot-12"}
            assert set(await visitor.ids(leeftijd=18)) == {"onbekend", "vanaf-18"}
            assert set(await visitor.ids(leeftijd=55)) == {"onbekend", "vanaf-18", "55-65"}
            assert set(await visitor.ids(leeftijd=65)) == {"onbekend", "vanaf-18", "55-65"}
            assert set(await visitor.ids(leeftijd=120)) == {"onbekend", "vanaf-18"}


@pytest.mark.parametrize(
    ("filters", "veld"),
    [
        ({"thema": ["geld", "bestaat-niet"]}, "thema"),
        ({"wijk": ["Amsterdam"]}, "wijk"),
        ({"niveau": ["5"]}, "niveau"),
        ({"ambitie": ['1" OR id EXISTS OR thema = "']}, "ambitie"),
        ({"openVoor": ["'; DROP TABLE zoek_rij; --"]}, "openVoor"),
        ({"leeftijd": -1}, "leeftijd"),
        ({"bij": "91,6"}, "bij"),
        ({"bij": "52.5,6.1", "straal": 0}, "straal"),
        ({"bij": "nan,nan"}, "bij"),
        ({"page": -1}, "page"),
        ({"pageSize": 101}, "pageSize"),
        ({"datumVan": "morgen"}, "datumVan"),
        ({"datumVan": (today() + timedelta(days=200)).isoformat()}, "datumVan"),
        ({"sort": "titel:asc"}, "sort"),
        ({"q": "x" * 501}, "q"),
    ],
)
async def test_bad_input_is_told_which_field(
    both: tuple[Visitor, Visitor], filters: dict[str, Any], veld: str
) -> None:
    answer = await both[0].client.get("/api/v1/zoeken", params=filters)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert {fout["veld"].partition(".")[0] for fout in answer.json()["fouten"]} == {veld}


async def test_all_faults_are_told_at_once(both: tuple[Visitor, Visitor]) -> None:
    wrong = {"thema": ["x"], "wijk": ["y"], "soort": ["z"]}
    answer = await both[0].client.get("/api/v1/zoeken", params=wrong)
    assert {fout["veld"] for fout in answer.json()["fouten"]} == {"thema", "wijk", "soort"}


@pytest.mark.parametrize(
    "filters",
    [
        {"straal": 2},
        {"sort": "afstand"},
        {"datumVan": "2026-12-02", "datumTot": "2026-12-01"},
        {"page": 1000, "pageSize": 100},
    ],
)
async def test_what_makes_no_sense_together_is_refused(
    both: tuple[Visitor, Visitor], filters: dict[str, Any]
) -> None:
    assert (await both[0].client.get("/api/v1/zoeken", params=filters)).status_code == 400
