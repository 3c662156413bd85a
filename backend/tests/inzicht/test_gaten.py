"""Reporting what is not there: by anybody, with nothing about them, counted for the redactie."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.inzicht.models import Gat
from tests.people import Headers, log_in_as
from tests.refusals import refused

pytestmark = pytest.mark.anyio

URL = "/api/v1/gaten"
HOLTENBROEK = "WK019330"
BODY = {
    "thema": "vervoer",
    "doelgroep": "ouderen",
    "wijk": "holtenbroek",
    "dagdeel": "avond",
    "weekdeel": "weekend",
}


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


async def report(client: httpx.AsyncClient, **codes: str) -> None:
    answer = await client.post(URL, json=codes)
    assert answer.status_code == 201, answer.text


async def all_rows(database: Database) -> list[Gat]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Gat)))


async def test_what_is_kept_is_told_and_is_codes_and_a_day(
    client: httpx.AsyncClient, database: Database
) -> None:
    answer = await client.post(URL, json=BODY)
    assert answer.status_code == 201, answer.text
    kept = {**BODY, "wijk": HOLTENBROEK, "gemeldOp": today().isoformat()}
    assert answer.json() == kept
    [row] = await all_rows(database)
    assert row.model_dump(mode="json") == {
        "id": str(row.id),
        "thema": "vervoer",
        "doelgroep": "ouderen",
        "wijk_code": HOLTENBROEK,
        "dagdeel": "avond",
        "weekdeel": "weekend",
        "gemeld_op": today().isoformat(),
    }


async def test_nothing_in_the_table_tells_the_time_or_who_it_was(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database, "wijkteam")
    answer = await client.post(URL, json={"thema": "rouw"}, headers=member)
    assert answer.status_code == 201
    [row] = await all_rows(database)
    # A UUIDv7, which the other tables have, begins with the time.
    assert row.id.version == 4
    async with database.engine.connect() as connection:
        columns = await connection.run_sync(lambda sync: inspect(sync).get_columns("gat"))
    kinds = {column["name"]: str(column["type"]) for column in columns}
    assert kinds.pop("id") == "UUID"
    assert kinds.pop("gemeld_op") == "DATE"
    assert set(kinds) == {"thema", "doelgroep", "wijk_code", "dagdeel", "weekdeel"}


@pytest.mark.parametrize("field", BODY)
async def test_one_code_of_any_kind_is_enough(client: httpx.AsyncClient, field: str) -> None:
    answer = await client.post(URL, json={field: BODY[field]})
    assert answer.status_code == 201, answer.text
    assert set(answer.json()) == {field, "gemeldOp"}


@pytest.mark.parametrize("wijk", ["WK019330", "holtenbroek", "Holtenbroek", " HOLTENBROEK "])
async def test_a_wijk_may_be_named_in_every_way_and_is_kept_as_its_code(
    client: httpx.AsyncClient, wijk: str
) -> None:
    answer = await client.post(URL, json={"wijk": wijk})
    assert answer.json()["wijk"] == HOLTENBROEK


@pytest.mark.parametrize("body", [{}, dict.fromkeys(BODY)])
async def test_a_report_of_nothing_is_refused(
    client: httpx.AsyncClient, database: Database, body: dict[str, Any]
) -> None:
    answer = await client.post(URL, json=body)
    assert answer.status_code == 400
    [fault] = answer.json()["fouten"]
    assert fault["veld"] == "inhoud"
    assert fault["melding"].startswith("Kies minstens één ding")
    assert await all_rows(database) == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"thema": "gled", "doelgroep": "iedereeen", "wijk": "mars", "dagdeel": "soms"},
         ["thema", "doelgroep", "dagdeel", "wijk"]),
        ({"thema": "gled", "weekdeel": "maandag", "wijk": "mars"}, ["weekdeel", "thema", "wijk"]),
        ({"thema": 5, "wijk": "mars"}, ["thema", "wijk"]),
        ({"thema": ""}, ["thema"]),
        ({"thema": "x" * 61}, ["thema"]),
        ({"thema": "nul\x00teken"}, ["thema"]),
        ({"thema": "mijn moeder van 83 kan nergens heen"}, ["thema"]),
        ({"toelichting": "een zin", "email": "ik@example.org"}, ["toelichting", "email"]),
    ],
)  # fmt: skip
async def test_all_faults_come_at_once_and_nothing_is_kept(
    client: httpx.AsyncClient, database: Database, changes: dict[str, Any], fields: list[str]
) -> None:
    answer = await client.post(URL, json={**BODY, **changes})
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == fields
    assert await all_rows(database) == []


async def test_an_unknown_code_gets_the_ones_that_there_are(client: httpx.AsyncClient) -> None:
    answer = await client.post(URL, json={"dagdeel": "soms"})
    [fault] = answer.json()["fouten"]
    assert fault["melding"] == "'soms' bestaat niet."
    assert fault["toegestaan"] == ["ochtend", "middag", "avond", "nacht"]


async def test_a_page_of_ours_may_report_and_one_of_another_site_may_not(
    client: httpx.AsyncClient, database: Database
) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elders.example.org"},
    ):
        answer = await client.post(URL, json=BODY, headers=headers)
        assert answer.status_code == 403
    assert await all_rows(database) == []
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "https://test"}, {}):
        assert (await client.post(URL, json=BODY, headers=headers)).status_code == 201


async def test_one_address_reports_thirty_at_most_and_another_still_may(
    client: httpx.AsyncClient, database: Database
) -> None:
    for _ in range(30):
        await report(client, thema="geld")
    answer = await client.post(URL, json={"thema": "geld"})
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(await all_rows(database)) == 30
    app = client._transport.app  # type: ignore[attr-defined]
    elsewhere = httpx.ASGITransport(app, client=("192.0.2.7", 50_000))
    async with httpx.AsyncClient(transport=elsewhere, base_url="https://test") as other:
        await report(other, thema="geld")


async def test_the_redactie_reads_how_often_each_was_reported_most_often_first(
    client: httpx.AsyncClient, editor: Headers
) -> None:
    await report(client, **BODY)
    for _ in range(3):
        await report(client, thema="vervoer", wijk="holtenbroek")
    for _ in range(2):
        await report(client, thema="vervoer", dagdeel="avond")
    answer = await client.get(URL, headers=editor)
    assert answer.headers["cache-control"] == "private, no-cache"
    day = {"laatstGemeldOp": today().isoformat()}
    assert answer.json() == {
        "resultaten": [
            {"thema": "vervoer", "wijk": HOLTENBROEK, "aantal": 3, **day},
            {"thema": "vervoer", "dagdeel": "avond", "aantal": 2, **day},
            {**BODY, "wijk": HOLTENBROEK, "aantal": 1, **day},
        ]
    }


async def add(database: Database, day: date, count: int, **codes: str) -> None:
    async with database.transaction() as session:
        session.add_all(Gat(**codes, gemeld_op=day) for _ in range(count))


async def test_the_count_is_of_a_period_and_of_equals_the_latest_comes_first(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    first, between, last = date(2026, 1, 5), date(2026, 2, 10), date(2026, 3, 31)
    await add(database, first, 2, thema="geld")
    await add(database, between, 1, thema="geld")
    await add(database, between, 3, thema="taal")
    await add(database, last, 3, thema="rouw")

    async def counts(query: str) -> list[tuple[str, int, str]]:
        answer = await client.get(f"{URL}?{query}", headers=editor)
        assert answer.status_code == 200, answer.text
        return [
            (row["thema"], row["aantal"], row["laatstGemeldOp"])
            for row in answer.json()["resultaten"]
        ]

    geld, taal, rouw = ("geld", 3, "2026-02-10"), ("taal", 3, "2026-02-10"), "2026-03-31"
    everything = await counts("")
    assert everything[0] == ("rouw", 3, rouw)
    assert sorted(everything[1:]) == [geld, taal]
    assert await counts("datumTot=2026-02-09") == [("geld", 2, "2026-01-05")]
    assert await counts("datumVan=2026-02-10&datumTot=2026-02-10") == [
        taal,
        ("geld", 1, "2026-02-10"),
    ]
    assert await counts("datumVan=2026-03-31") == [("rouw", 3, rouw)]
    assert await counts("datumVan=2026-04-01") == []


async def test_page_by_page_every_combination_comes_once(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    themas = ["geld", "taal", "rouw", "eten", "werk", "jong", "recht"]
    for number, thema in enumerate(themas):
        await add(database, today() - timedelta(days=number), 1 + number // 3, thema=thema)
    whole = (await client.get(URL, headers=editor)).json()
    assert "volgende" not in whole
    seen: list[str] = []
    query = "limit=2"
    while query:
        page = (await client.get(f"{URL}?{query}", headers=editor)).json()
        seen += [row["thema"] for row in page["resultaten"]]
        query = f"limit=2&cursor={page['volgende']}" if "volgende" in page else ""
    assert seen == [row["thema"] for row in whole["resultaten"]]
    assert sorted(seen) == sorted(themas)


async def test_a_page_passes_over_nothing_when_its_cursor_moves_up_meanwhile(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    for thema in ("geld", "taal", "rouw"):
        await add(database, today(), 2, thema=thema)
    first = (await client.get(f"{URL}?limit=2", headers=editor)).json()
    cursor = first["resultaten"][-1]["thema"]
    await add(database, today(), 1, thema=cursor)
    rest = await client.get(f"{URL}?cursor={first['volgende']}", headers=editor)
    assert {row["thema"] for row in rest.json()["resultaten"]} == {"geld", "taal", "rouw"} - {
        cursor
    }


async def test_a_list_that_cannot_be_is_refused(client: httpx.AsyncClient, editor: Headers) -> None:
    for query, field in (
        ("limit=0", "limit"),
        ("cursor=x", "cursor"),
        ("datumVan=morgen", "datumVan"),
        ("datumVan=2026-02-01&datumTot=2026-01-01", "datumTot"),
        ("thema=geld", "thema"),
    ):
        answer = await client.get(f"{URL}?{query}", headers=editor)
        assert answer.status_code == 400
        assert answer.json()["fouten"][0]["veld"] == field
    nowhere = await client.get(f"{URL}?cursor={new_id()}", headers=editor)
    assert nowhere.json() == {"resultaten": []}


async def test_the_public_and_the_wijkteam_never_read_the_counts(
    client: httpx.AsyncClient, database: Database
) -> None:
    await report(client, thema="verslaving")
    for headers in ({}, await log_in_as(database, "wijkteam")):
        answer = await client.get(URL, headers=headers)
        assert answer.status_code in {401, 403}
        assert "verslaving" not in answer.text


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({}, "ck_gat_gevuld"),
        ({"thema": "een hele zin"}, "ck_gat_thema_vorm"),
        ({"doelgroep": "jan@example.org"}, "ck_gat_doelgroep_vorm"),
        ({"dagdeel": "om acht uur"}, "ck_gat_dagdeel_vorm"),
        ({"weekdeel": "maandag"}, "ck_gat_weekdeel"),
        ({"wijk_code": "WK999999"}, "fk_gat_wijk_code_wijk"),
    ],
)
async def test_the_database_itself_keeps_no_words(
    session: AsyncSession, values: dict[str, str], constraint: str
) -> None:
    row = {"id": UUID(int=4), "gemeld_op": today(), **values}
    assert await refused(session, Gat, row) == constraint
