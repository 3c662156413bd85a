"""'Klopt dit niet?': by anybody, with nothing about them, for whoever can mend the listing."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from tests.people import (
    Headers,
    create_aanbod,
    log_in_as,
    make_melding,
    make_organisatie,
    publish,
    step,
)
from tests.refusals import refused

pytestmark = pytest.mark.anyio

URL = "/api/v1/meldingen"


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


@pytest.fixture
async def owner(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def aanbod(client: httpx.AsyncClient, editor: Headers, owner: UUID) -> dict[str, Any]:
    return await publish(client, editor, owner)


def url_for(aanbod: dict[str, Any], by: str = "id") -> str:
    return f"/api/v1/aanbod/{aanbod[by]}/meldingen"


async def all_rows(database: Database) -> list[Melding]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Melding)))


async def test_what_is_kept_is_told_and_is_codes_words_and_a_day(
    client: httpx.AsyncClient, database: Database, aanbod: dict[str, Any]
) -> None:
    body = {"soort": "fout", "velden": ["waar", "kosten", "waar"], "toelichting": " Nu gratis. "}
    answer = await client.post(url_for(aanbod, "slug"), json=body)
    assert answer.status_code == 201, answer.text
    kept = {
        "soort": "fout",
        "velden": ["kosten", "waar"],
        "toelichting": "Nu gratis.",
        "gemeldOp": today().isoformat(),
    }
    assert answer.json() == kept
    [row] = await all_rows(database)
    assert str(row.aanbod_id) == aanbod["id"]
    # A UUIDv7, which the other tables have, begins with the time.
    assert row.id.version == 4


async def test_nothing_in_the_table_tells_who_it_was(
    client: httpx.AsyncClient, database: Database, aanbod: dict[str, Any]
) -> None:
    headers = await log_in_as(database, "wijkteam")
    answer = await client.post(url_for(aanbod), json={"soort": "gestopt"}, headers=headers)
    assert answer.json() == {"soort": "gestopt", "velden": [], "gemeldOp": today().isoformat()}
    async with database.engine.connect() as connection:
        columns = await connection.run_sync(lambda sync: inspect(sync).get_columns("melding"))
    assert {column["name"] for column in columns} == {
        "id", "aanbod_id", "soort", "velden", "toelichting", "gemeld_op", "afgehandeld_op",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["soort"]),
        ({"soort": "stom"}, ["soort"]),
        ({"soort": "fout", "velden": ["alles"]}, ["velden.0"]),
        ({"soort": "fout", "toelichting": "x" * 201}, ["toelichting"]),
        ({"soort": "fout", "naam": "Anna"}, ["naam"]),
        ({"soort": "stom", "toelichting": "bel 06 12 34 56 78"}, ["soort", "toelichting"]),
        ({"soort": "contact", "toelichting": "anna@example.org"}, ["toelichting"]),
        ({"soort": "anders", "toelichting": "bsn 111222333"}, ["toelichting"]),
        ({"soort": "anders", "toelichting": "mijn moeder (12-05-1941)"}, ["toelichting"]),
    ],
)
async def test_what_may_not_be_kept_is_refused_with_every_fault(
    client: httpx.AsyncClient,
    database: Database,
    aanbod: dict[str, Any],
    body: dict[str, Any],
    fields: list[str],
) -> None:
    answer = await client.post(url_for(aanbod), json=body)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == fields
    assert await all_rows(database) == []


async def test_the_refusal_says_what_to_take_out_and_repeats_none_of_it(
    client: httpx.AsyncClient, aanbod: dict[str, Any]
) -> None:
    words = "Bel 06 12 34 56 78 of mail anna@example.org"
    answer = await client.post(url_for(aanbod), json={"soort": "fout", "toelichting": words})
    [fault] = answer.json()["fouten"]
    assert fault["melding"] == (
        "Hier staat een telefoonnummer en een e-mailadres in. Haal dat weg: we bewaren niets over"
        " mensen."
    )
    assert "anna" not in answer.text
    assert "06 12" not in answer.text


async def test_a_listing_that_stopped_can_be_reported_and_a_draft_does_not_exist(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, aanbod: dict[str, Any]
) -> None:
    await step(client, editor, aanbod, "stoppen")
    stopped = await client.post(url_for(aanbod), json={"soort": "fout"})
    assert stopped.status_code == 201
    draft = await create_aanbod(client, editor, owner)
    for address in (url_for(draft), url_for(draft, "slug"), url_for({"id": str(uuid4())})):
        answer = await client.post(address, json={"soort": "fout"}, headers=editor)
        assert answer.status_code == 404


async def test_one_address_cannot_go_on_reporting_for_ever(
    client: httpx.AsyncClient, aanbod: dict[str, Any]
) -> None:
    found = [
        (await client.post(url_for(aanbod), json={"soort": "dubbel"})).status_code
        for _ in range(31)
    ]
    assert found == [201] * 30 + [429]


async def test_each_sees_the_reports_about_what_they_may_change(
    client: httpx.AsyncClient, database: Database, editor: Headers, aanbod: dict[str, Any]
) -> None:
    other = await make_organisatie(database)
    elsewhere = await publish(client, editor, other)
    ours = str(await make_melding(database, aanbod["id"]))
    theirs = str(await make_melding(database, elsewhere["id"]))

    async def seen(headers: Headers) -> set[str]:
        answer = await client.get(URL, headers=headers)
        assert answer.status_code == 200, answer.text
        assert answer.headers["Cache-Control"] == "private, no-cache"
        return {row["id"] for row in answer.json()["resultaten"]}

    assert await seen(editor) == {ours, theirs}
    organisatie = UUID(aanbod["organisatie"]["id"])
    assert await seen(await log_in_as(database, medebewerker=organisatie)) == {ours}
    assert await seen(await log_in_as(database, eigenaar=other)) == {theirs}
    assert await seen(await log_in_as(database, "wijkteam")) == set()


async def test_dealt_with_is_told_and_the_words_are_gone(
    client: httpx.AsyncClient, database: Database, aanbod: dict[str, Any]
) -> None:
    key = await make_melding(database, aanbod["id"], toelichting="Om tien uur.", velden=["wanneer"])
    member = await log_in_as(database, medebewerker=UUID(aanbod["organisatie"]["id"]))
    listed = (await client.get(f"{URL}?status=open", headers=member)).json()["resultaten"]
    before = {
        "id": str(key),
        "aanbod": {
            "id": aanbod["id"],
            "slug": aanbod["slug"],
            "titel": aanbod["titel"],
            "organisatie": aanbod["organisatie"]["id"],
        },
        "soort": "tijden",
        "velden": ["wanneer"],
        "toelichting": "Om tien uur.",
        "gemeldOp": today().isoformat(),
        "status": "open",
    }
    assert listed == [before]
    del before["toelichting"]
    after = {**before, "status": "afgehandeld", "afgehandeldOp": today().isoformat()}
    for _again in range(2):
        closed = await client.post(f"{URL}/{key}/afhandelingen", headers=member)
        assert closed.json() == after
    assert (await client.get(f"{URL}?status=open", headers=member)).json() == {"resultaten": []}
    done = await client.get(f"{URL}?status=afgehandeld", headers=member)
    assert done.json()["resultaten"] == [after]


async def test_who_works_elsewhere_closes_nothing(
    client: httpx.AsyncClient, database: Database, aanbod: dict[str, Any]
) -> None:
    key = await make_melding(database, aanbod["id"])
    elsewhere = await log_in_as(database, eigenaar=await make_organisatie(database))
    answer = await client.post(f"{URL}/{key}/afhandelingen", headers=elsewhere)
    assert answer.status_code == 403
    [row] = await all_rows(database)
    assert row.afgehandeld_op is None
    unknown = await client.post(f"{URL}/{uuid4()}/afhandelingen", headers=elsewhere)
    assert unknown.status_code == 404


async def test_page_by_page_every_report_comes_once_the_latest_first(
    client: httpx.AsyncClient, database: Database, editor: Headers, aanbod: dict[str, Any]
) -> None:
    days = [today() - timedelta(days=number // 3) for number in range(7)]
    for day in days:
        await make_melding(database, aanbod["id"], gemeld_op=day)
    seen: list[dict[str, Any]] = []
    query = "limit=2"
    while query:
        page = (await client.get(f"{URL}?{query}", headers=editor)).json()
        seen += page["resultaten"]
        query = f"limit=2&cursor={page['volgende']}" if "volgende" in page else ""
    assert [row["gemeldOp"] for row in seen] == [day.isoformat() for day in days]
    assert len({row["id"] for row in seen}) == len(days)
    nowhere = await client.get(f"{URL}?cursor={uuid4()}", headers=editor)
    assert nowhere.json() == {"resultaten": []}


async def test_a_listing_that_is_removed_takes_its_reports_along(
    client: httpx.AsyncClient, database: Database, editor: Headers, aanbod: dict[str, Any]
) -> None:
    await make_melding(database, aanbod["id"])
    headers = {**editor, "If-Match": f'"{aanbod["versie"]}"'}
    answer = await client.delete(f"/api/v1/aanbod/{aanbod['id']}", headers=headers)
    assert answer.status_code == 204
    assert await all_rows(database) == []


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"soort": "stom"}, "ck_melding_soort"),
        ({"velden": ["Jan de Vries"]}, "ck_melding_velden"),
        ({"toelichting": "jan@example.org"}, "ck_melding_toelichting_zonder_persoon"),
        ({"toelichting": "0612345678"}, "ck_melding_toelichting_zonder_persoon"),
        (
            {"toelichting": "Om tien uur.", "afgehandeld_op": date(2026, 11, 30)},
            "ck_melding_afgehandeld_zonder_woorden",
        ),
        ({"aanbod_id": UUID(int=7)}, "fk_melding_aanbod_id_aanbod"),
    ],
)
async def test_the_database_itself_refuses_what_may_not_be_kept(
    session: AsyncSession,
    aanbod: dict[str, Any],
    values: dict[str, Any],
    constraint: str,
) -> None:
    row = {
        "id": UUID(int=4),
        "aanbod_id": UUID(aanbod["id"]),
        "soort": "fout",
        "velden": [],
        "gemeld_op": today(),
        **values,
    }
    assert await refused(session, Melding, row) == constraint
