"""The words and the map over the API, and the files they come from."""

import csv
import json
from importlib.resources import files
from typing import Any

import httpx
import pytest
from shapely.geometry import Point, shape
from sqlalchemy import text
from sqlmodel import SQLModel

from sociale_kaart.core.db import Database
from sociale_kaart.taxonomie.models import (
    Buurt,
    Postcodegebied,
    PostcodegebiedWijk,
    Term,
    Wijk,
)
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.taxonomie.vocabulary import LIST_NAMES
from tests.refusals import refused

pytestmark = pytest.mark.anyio

DATA = files("sociale_kaart") / "data"
WORDS: dict[str, list[dict[str, Any]]] = json.loads(
    (DATA / "vocabularia.json").read_text(encoding="utf-8")
)["lijsten"]


async def read(client: httpx.AsyncClient, path: str, **options: Any) -> Any:
    answer = await client.get(f"/api/v1{path}", **options)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_every_list_is_there_in_its_own_order_with_its_official_titles(
    client: httpx.AsyncClient,
) -> None:
    answer = await read(client, "/vocabularia")
    assert set(answer) == set(LIST_NAMES)
    assert set(LIST_NAMES.values()) == set(WORDS)
    for plural, lijst in LIST_NAMES.items():
        fields = ("code", "label", "officieel", "uitleg", "ouder", "begrotingsdoel")
        wanted = [
            {key: term[key] for key in fields if term.get(key) is not None} for term in WORDS[lijst]
        ]
        assert answer[plural] == wanted, plural
    titles = [ambitie["officieel"] for ambitie in answer["ambities"]]
    assert titles == [
        "Inwoners hebben betekenisvolle sociale contacten en daginvulling",
        "Inwoners zijn vitaal en gezond",
        "Inwoners hebben gelijke kansen op een zelfredzaam leven",
    ]
    assert [term["code"] for term in answer["niveaus"]] == ["0", "1", "2", "3", "4"]
    ambities = {term["code"] for term in answer["ambities"]}
    assert {doel["ouder"] for doel in answer["doelen"]} == ambities


async def test_a_word_that_is_no_longer_used_is_not_offered(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.transaction() as session:
        await session.execute(text("UPDATE term SET actief = false WHERE code = 'geld'"))
    answer = await read(client, "/vocabularia")
    assert "geld" not in [term["code"] for term in answer["themas"]]
    refusal = await client.get("/api/v1/aanbod?thema=geld")
    assert refusal.status_code == 400


async def test_there_are_sixteen_wijken_with_what_is_known_of_them(
    client: httpx.AsyncClient,
) -> None:
    wijken = (await read(client, "/wijken"))["wijken"]
    assert len(wijken) == 16
    assert wijken == sorted(wijken, key=lambda wijk: wijk["code"])
    features = json.loads((DATA / "wijken.geojson").read_text(encoding="utf-8"))["features"]
    expected = {f["properties"]["wijkcode"]: f["properties"] for f in features}
    for wijk in wijken:
        source = expected[wijk["code"]]
        assert wijk == {
            "code": source["wijkcode"],
            "naam": source["naam"],
            "slug": source["slug"],
            "inwoners": source["inwoners_2024"],
            "oppervlakteHa": source["oppervlakte_ha"],
            "labelPunt": {"lat": source["label_lat"], "lon": source["label_lon"]},
        }


async def test_the_same_wijken_come_as_geojson_with_their_outlines_and_their_source(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/api/v1/wijken", headers={"Accept": "application/geo+json"})
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["vary"] == "Accept"
    body = answer.json()
    assert body["type"] == "FeatureCollection"
    assert "CC BY 4.0" in body["naamsvermelding"]
    assert len(body["features"]) == 16
    for feature in body["features"]:
        assert set(feature) == {"type", "properties", "geometry"}
        outline = shape(feature["geometry"])
        assert outline.is_valid
        point = feature["properties"]["labelPunt"]
        assert outline.contains(Point(point["lon"], point["lat"]))
    as_json = await client.get("/api/v1/wijken")
    assert as_json.headers["vary"] == "Accept"
    assert as_json.headers["etag"] != answer.headers["etag"]
    assert [f["properties"] for f in body["features"]] == as_json.json()["wijken"]
    again = await client.get(
        "/api/v1/wijken",
        headers={"Accept": "application/geo+json", "If-None-Match": answer.headers["etag"]},
    )
    assert again.status_code == 304
    mixed = await client.get("/api/v1/wijken", headers={"If-None-Match": answer.headers["etag"]})
    assert mixed.status_code == 200


async def test_outlines_of_wijken_do_not_overlap(client: httpx.AsyncClient) -> None:
    body = await read(client, "/wijken", headers={"Accept": "application/geo+json"})
    outlines = [shape(feature["geometry"]) for feature in body["features"]]
    for number, one in enumerate(outlines):
        for other in outlines[number + 1 :]:
            # Simplified to about ten metres, so a sliver along an edge may be shared.
            assert one.intersection(other).area < 0.02 * min(one.area, other.area)


@pytest.mark.parametrize("key", ["WK019330", "wk019330", "holtenbroek", "Holtenbroek"])
async def test_a_wijk_is_found_by_code_slug_and_name(client: httpx.AsyncClient, key: str) -> None:
    assert (await read(client, f"/wijken/{key}"))["naam"] == "Holtenbroek"


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/wijken/mars", "Deze wijk kennen we niet."),
        ("/wijken/WK999999", "Deze wijk kennen we niet."),
        ("/buurten/BU99999999", "Deze buurt kennen we niet."),
        ("/postcodegebieden/1011", "Deze postcode ligt niet in de gemeente."),
        ("/postcodegebieden/80", "Deze postcode ligt niet in de gemeente."),
    ],
)
async def test_what_is_not_on_the_map_is_404_in_dutch(
    client: httpx.AsyncClient, path: str, detail: str
) -> None:
    answer = await client.get(f"/api/v1{path}")
    assert (answer.status_code, answer.json()["detail"]) == (404, detail)


async def test_buurten_belong_to_a_wijk_and_can_be_asked_for_by_it(
    client: httpx.AsyncClient,
) -> None:
    buurten = (await read(client, "/buurten"))["buurten"]
    assert len(buurten) == 78
    wijken = {wijk["code"] for wijk in (await read(client, "/wijken"))["wijken"]}
    assert {buurt["wijk"] for buurt in buurten} == wijken
    for buurt in buurten:
        assert buurt["code"][2:8] == buurt["wijk"][2:]
    some = (await read(client, "/buurten?wijk=holtenbroek"))["buurten"]
    assert some == [buurt for buurt in buurten if buurt["wijk"] == "WK019330"]
    assert await read(client, f"/buurten/{some[0]['code'].lower()}") == some[0]
    refusal = await client.get("/api/v1/buurten?wijk=mars")
    assert refusal.status_code == 400
    [fault] = refusal.json()["fouten"]
    assert fault["melding"] == "'mars' is geen wijk."
    assert len(fault["toegestaan"]) == 16


async def test_a_postcode_area_names_one_wijk_only_when_that_is_certain(
    client: httpx.AsyncClient,
) -> None:
    areas = (await read(client, "/postcodegebieden"))["postcodegebieden"]
    with (DATA / "postcodegebieden.csv").open(encoding="utf-8") as file:
        source = {row["pc4"]: row for row in csv.DictReader(file, delimiter=";")}
    assert [area["pc4"] for area in areas] == sorted(source)
    split = 0
    for area in areas:
        row = source[area["pc4"]]
        counts = dict(part.split(":") for part in row["verdeling"].split("|") if ":" in part)
        assert {w["wijk"]: str(w["aantalPostcodes"]) for w in area["wijken"]} == counts
        numbers = [wijk["aantalPostcodes"] for wijk in area["wijken"]]
        assert numbers == sorted(numbers, reverse=True)
        certain = row["zekerheid"] == "hoog" and len(counts) == 1
        assert area.get("eenWijk") == (next(iter(counts)) if certain else None)
        split += len(counts) > 1
        assert await read(client, f"/postcodegebieden/{area['pc4']}") == area
    assert split >= 4
    assert "eenWijk" not in await read(client, "/postcodegebieden/8011")


@pytest.mark.parametrize(
    "path", ["/vocabularia", "/wijken", "/buurten", "/postcodegebieden", "/wijken/holtenbroek"]
)
async def test_a_reader_who_has_the_map_already_gets_304(
    client: httpx.AsyncClient, path: str
) -> None:
    first = await client.get(f"/api/v1{path}")
    again = await client.get(f"/api/v1{path}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


async def test_loading_a_second_time_changes_nothing_and_keeps_what_an_editor_added(
    database: Database,
) -> None:
    tables = (Term, Wijk, Buurt, Postcodegebied, PostcodegebiedWijk)
    own = Term(lijst="thema", code="moestuin", label="Moestuin", volgorde=99)
    async with database.transaction() as session:
        session.add(own)
    before = await _counts(database, tables)
    async with database.transaction() as session:
        await session.execute(text("UPDATE term SET label = 'fout' WHERE code = 'geld'"))
        await load_taxonomie(session)
    assert await _counts(database, tables) == before
    async with database.transaction() as session:
        label = "SELECT label FROM term WHERE code = 'geld'"
        assert await session.scalar(text(label)) != "fout"


async def _counts(database: Database, tables: tuple[type[SQLModel], ...]) -> list[int | None]:
    async with database.transaction() as session:
        return [
            await session.scalar(text(f"SELECT count(*) FROM {table.__tablename__}"))
            for table in tables
        ]


@pytest.mark.parametrize(
    ("table", "rows", "constraint"),
    [
        (Term, [{"lijst": "Thema"}], "ck_term_lijst_vorm"),
        (Term, [{"code": "met spatie"}], "ck_term_code_vorm"),
        (Term, [{"code": "-x"}], "ck_term_code_vorm"),
        (Term, [{"label": ""}], "ck_term_label_gevuld"),
        (Term, [{}, {}], "pk_term"),
        (Wijk, [{"code": "WIJK1"}], "ck_wijk_code_vorm"),
        (Wijk, [{}, {"code": "WK999998"}], "uq_wijk_slug"),
        (Buurt, [{"code": "BU1"}], "ck_buurt_code_vorm"),
        (Buurt, [{"code": "BU01931000"}], "ck_buurt_in_wijk"),
        (Buurt, [{"code": "BU99999901", "wijk_code": "WK999999"}], "fk_buurt_wijk_code_wijk"),
        (Postcodegebied, [{"pc4": "0123"}], "ck_postcodegebied_pc4_vorm"),
        (Postcodegebied, [{"zekerheid": "gok"}], "ck_postcodegebied_zekerheid"),
        (PostcodegebiedWijk, [{"aantal_postcodes": 0}], "ck_postcodegebied_wijk_aantal"),
        (PostcodegebiedWijk, [{"pc4": "9999"}], "fk_postcodegebied_wijk_pc4_postcodegebied"),
        (PostcodegebiedWijk, [{"wijk_code": "WK999999"}], "fk_postcodegebied_wijk_wijk_code_wijk"),
    ],
)
async def test_a_word_or_area_that_cannot_be_is_refused(
    session: Any, table: Any, rows: list[dict[str, Any]], constraint: str
) -> None:
    right: dict[Any, dict[str, Any]] = {
        Term: {"lijst": "thema", "code": "moestuin", "label": "Moestuin", "volgorde": 1},
        Wijk: {
            "code": "WK999999", "naam": "X", "slug": "x", "gemeentecode": "GM0193",
            "label_lat": 1.0, "label_lon": 1.0, "grens": {},
        },
        Buurt: {
            "code": "BU01933099", "naam": "X", "wijk_code": "WK019330",
            "label_lat": 1.0, "label_lon": 1.0, "grens": {},
        },
        Postcodegebied: {"pc4": "9999", "plaats": "X", "zekerheid": "hoog"},
        PostcodegebiedWijk: {"pc4": "8011", "wijk_code": "WK019330", "aantal_postcodes": 1},
    }  # fmt: skip
    assert await refused(session, table, *({**right[table], **row} for row in rows)) == constraint
