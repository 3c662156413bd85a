"""Beheer reads who did what; nobody else does."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.logboek import log
from tests.people import (
    Headers,
    account_of,
    log_in_as,
    make_melding,
    make_organisatie,
    publish,
    situatie_body,
)

pytestmark = pytest.mark.anyio

URL = "/api/v1/logboekregels"


@pytest.fixture
async def beheer(database: Database) -> Headers:
    return await log_in_as(database, "beheer")


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


async def lines(client: httpx.AsyncClient, headers: Headers, **asked: Any) -> list[dict[str, Any]]:
    answer = await client.get(URL, params=asked, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    return list(answer.json()["resultaten"])


async def add_line(database: Database, **values: Any) -> None:
    async with database.transaction() as session:
        given = {"account_id": None, "onderwerp": "organisatie", "onderwerp_id": new_id()}
        log(session, **{**given, "handeling": "rol-gewijzigd", **values})


async def test_it_says_who_did_what_to_what_and_what_it_was(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    organisatie = await make_organisatie(database, naam="De Brug")
    owner = await log_in_as(database, eigenaar=organisatie)
    await add_line(
        database,
        account_id=await account_of(database, owner),
        onderwerp_id=organisatie,
        wijzigingen={"rol": ["medebewerker", "eigenaar"]},
    )
    (line,) = await lines(client, beheer)
    assert line["wie"]["naam"] == "lid"
    assert (line["onderwerp"], line["naam"]) == ("organisatie", "De Brug")
    assert line["handeling"] == "rol-gewijzigd"
    assert line["wijzigingen"] == [{"veld": "rol", "van": "medebewerker", "naar": "eigenaar"}]


async def test_what_happened_to_listings_stands_between_the_rest(
    client: httpx.AsyncClient, database: Database, editor: Headers, beheer: Headers
) -> None:
    await add_line(database)
    made = await publish(client, editor, await make_organisatie(database), titel="Soep")
    found = await lines(client, beheer)
    assert [line["handeling"] for line in found] == ["publiceren", "aangemaakt", "rol-gewijzigd"]
    assert [line.get("naam") for line in found] == ["Soep", "Soep", None]
    assert found[0]["wijze"] == "ingelogd"
    only = await lines(client, beheer, onderwerp="aanbod", onderwerpId=made["id"])
    assert [line["id"] for line in only] == [line["id"] for line in found[:2]]


async def test_an_account_that_has_gone_is_a_number_of_nobody(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    who = new_id()
    await add_line(database, account_id=who)
    (line,) = await lines(client, beheer)
    assert line["wie"] == {"accountId": str(who)}
    assert await lines(client, beheer, accountId=str(new_id())) == []
    assert len(await lines(client, beheer, accountId=str(who))) == 1


async def test_days_are_days_here(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    await add_line(database)
    day = today()
    assert len(await lines(client, beheer, datumVan=str(day), datumTot=str(day))) == 1
    assert await lines(client, beheer, datumVan=str(day + timedelta(days=1))) == []
    assert await lines(client, beheer, datumTot=str(day - timedelta(days=1))) == []
    answer = await client.get(
        URL,
        params={"datumVan": str(day), "datumTot": str(day - timedelta(days=1))},
        headers=beheer,
    )
    assert (answer.status_code, answer.json()["fouten"][0]["veld"]) == (400, "datumTot")


async def test_it_comes_in_pages(
    client: httpx.AsyncClient, database: Database, editor: Headers, beheer: Headers
) -> None:
    for _ in range(3):
        await add_line(database)
    await publish(client, editor, await make_organisatie(database))
    whole = [line["id"] for line in await lines(client, beheer)]
    first = await client.get(URL, params={"limit": 2}, headers=beheer)
    read = [line["id"] for line in first.json()["resultaten"]]
    cursor = first.json()["volgende"]
    while cursor:
        page = (await client.get(URL, params={"limit": 2, "cursor": cursor}, headers=beheer)).json()
        read += [line["id"] for line in page["resultaten"]]
        cursor = page.get("volgende")
    assert read == whole
    assert len(whole) == 5


async def test_words_and_situations_that_the_redactie_changes_are_in_it(
    client: httpx.AsyncClient, database: Database, editor: Headers, beheer: Headers
) -> None:
    who = str(await account_of(database, editor))
    pair = {"woord": "piepers", "betekent": "aardappels"}
    made = await client.post("/api/v1/synoniemen", json=pair, headers=editor)
    url = f"/api/v1/synoniemen/{made.json()['id']}"
    held = {**editor, "If-Match": '"1"'}
    assert (await client.put(url, json={**pair, "woord": "patat"}, headers=held)).is_success
    assert (await client.delete(url, headers={**editor, "If-Match": '"2"'})).is_success
    new = situatie_body("pas-verhuisd")
    assert (await client.post("/api/v1/situaties", json=new, headers=editor)).status_code == 201
    body = situatie_body(titel="Net verhuisd")
    answer = await client.put("/api/v1/situaties/pas-verhuisd", json=body, headers=held)
    assert answer.is_success, answer.text

    found = await lines(client, beheer)
    assert {line["wie"]["accountId"] for line in found} == {who}
    acts = [(line["onderwerp"], line["handeling"]) for line in found]
    assert acts == [
        ("situatie", "gewijzigd"),
        ("situatie", "aangemaakt"),
        ("synoniem", "verwijderd"),
        ("synoniem", "gewijzigd"),
        ("synoniem", "aangemaakt"),
    ]
    assert found[0]["onderwerpId"] == "pas-verhuisd"
    titel = {"veld": "titel", "van": "Rouw in de buurt", "naar": "Net verhuisd"}
    assert found[0]["wijzigingen"] == [titel]
    assert found[3]["wijzigingen"] == [{"veld": "woord", "van": "piepers", "naar": "patat"}]


async def test_who_dealt_with_a_report_is_in_it_and_its_words_are_not(
    client: httpx.AsyncClient, database: Database, editor: Headers, beheer: Headers
) -> None:
    made = await publish(client, editor, await make_organisatie(database))
    melding: UUID = await make_melding(database, made["id"], toelichting="Het is nu op dinsdag.")
    url = f"/api/v1/meldingen/{melding}/afhandelingen"
    for _ in range(2):
        assert (await client.post(url, headers=editor)).status_code == 200
    (line,) = await lines(client, beheer, onderwerp="melding")
    assert (line["onderwerpId"], line["handeling"]) == (str(melding), "afgehandeld")
    assert line["wijzigingen"] == []
