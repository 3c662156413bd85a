"""Beheer ends sessions and closes accounts; whatever is taken away counts at the next request."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import delete, update
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.beheer.accounts import service
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.problems import ForbiddenError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Lidmaatschap
from tests.people import Headers, account_of, log_in_as, make_organisatie, make_sessie

pytestmark = pytest.mark.anyio

URL = "/api/v1/accounts"
HUIDIGE = "/api/v1/sessies/huidige"


@pytest.fixture
async def beheer(database: Database) -> Headers:
    return await log_in_as(database, "beheer")


async def act(
    client: httpx.AsyncClient, headers: Headers, account_id: UUID, what: str
) -> dict[str, Any]:
    answer = await client.post(f"{URL}/{account_id}/{what}", headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return dict(answer.json())


async def lines(client: httpx.AsyncClient, beheer: Headers, account_id: UUID) -> list[Any]:
    asked = {"onderwerp": "account", "onderwerpId": str(account_id)}
    answer = await client.get("/api/v1/logboekregels", params=asked, headers=beheer)
    return [(line["handeling"], line["naam"]) for line in answer.json()["resultaten"]]


async def test_the_list_has_staff_and_no_members(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    await log_in_as(database)
    redactie = await account_of(database, await log_in_as(database, "redactie"))
    await make_sessie(database, redactie)
    answer = await client.get(URL, headers=beheer)
    assert answer.headers["cache-control"] == "no-store"
    found = {one["rol"]: one for one in answer.json()["resultaten"]}
    assert set(found) == {"beheer", "redactie"}
    assert (found["beheer"]["ik"], found["redactie"]["ik"]) == (True, False)
    assert found["redactie"]["sessies"] == 2
    assert not found["redactie"]["geblokkeerd"]


async def test_the_list_comes_in_pages(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    for _ in range(2):
        await log_in_as(database, "wijkteam")
    first = (await client.get(URL, params={"limit": 2}, headers=beheer)).json()
    asked = {"limit": 2, "cursor": first["volgende"]}
    second = (await client.get(URL, params=asked, headers=beheer)).json()
    rollen = [one["rol"] for page in (first, second) for one in page["resultaten"]]
    assert rollen == ["beheer", "wijkteam", "wijkteam"]
    assert "volgende" not in second


async def test_a_member_is_found_by_their_whole_address_only(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    member = await account_of(database, await log_in_as(database))
    async with database.transaction() as session:
        account = await session.get(Account, member)
        assert account is not None
        account.email = "vera@example.org"
    for email, expected in (("Vera@Example.org", [str(member)]), ("era@example.org", [])):
        answer = await client.post(f"{URL}/zoekopdrachten", json={"email": email}, headers=beheer)
        assert [one["id"] for one in answer.json()["resultaten"]] == expected


async def test_ending_all_sessions_counts_at_the_next_request_and_lets_others_be(
    client: httpx.AsyncClient, database: Database, beheer: Headers
) -> None:
    headers, other = await log_in_as(database, "redactie"), await log_in_as(database, "redactie")
    account_id = await account_of(database, headers)
    await make_sessie(database, account_id)
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 200
    body = await act(client, beheer, account_id, "uitloggingen")
    assert (body["sessies"], body["geblokkeerd"]) == (0, False)
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 401
    assert (await client.get(HUIDIGE, headers=other)).status_code == 200
    assert await lines(client, beheer, account_id) == [("overal-uitgelogd", "redactie")]


@pytest.mark.parametrize("rol", ["lid", "wijkteam", "redactie", "beheer"])
async def test_a_closed_account_is_out_at_once_and_its_sessions_stay_ended(
    client: httpx.AsyncClient, database: Database, beheer: Headers, rol: str
) -> None:
    headers = await log_in_as(database, rol)
    account_id = await account_of(database, headers)
    for _ in range(2):
        assert (await act(client, beheer, account_id, "blokkeringen"))["geblokkeerd"]
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 401
    assert not (await act(client, beheer, account_id, "deblokkeringen"))["geblokkeerd"]
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 401
    assert [handeling for handeling, _ in await lines(client, beheer, account_id)] == [
        "gedeblokkeerd",
        "geblokkeerd",
    ]


@pytest.mark.parametrize("what", ["uitloggingen", "blokkeringen", "deblokkeringen"])
async def test_nobody_closes_their_own_account_and_an_unknown_one_is_not_there(
    client: httpx.AsyncClient, database: Database, beheer: Headers, what: str
) -> None:
    own = await account_of(database, beheer)
    answer = await client.post(f"{URL}/{own}/{what}", headers=beheer)
    assert answer.status_code == 409
    answer = await client.post(f"{URL}/{new_id()}/{what}", headers=beheer)
    assert answer.status_code == 404
    assert (await client.get(HUIDIGE, headers=beheer)).status_code == 200


async def test_who_was_closed_while_they_asked_does_nothing_more(
    database: Database, beheer: Headers
) -> None:
    """Two of beheer who close each other at once: the second finds their own account closed."""
    own = await account_of(database, beheer)
    other = await account_of(database, await log_in_as(database, "beheer"))
    async with database.transaction() as session:
        await session.execute(update(Account).where(col(Account.id) == own).values(actief=False))
    async with database.transaction() as session:
        with pytest.raises(ForbiddenError):
            await service.close(session, other, Actor(own, "beheer"))
    async with database.transaction() as session:
        found = await session.get(Account, other)
        assert found is not None
        assert found.actief


async def test_a_membership_that_ended_counts_at_the_next_request_of_every_session(
    client: httpx.AsyncClient, database: Database
) -> None:
    organisatie = await make_organisatie(database)
    headers = await log_in_as(database, eigenaar=organisatie)
    leden = f"/api/v1/organisaties/{organisatie}/leden"
    assert (await client.get(leden, headers=headers)).status_code == 200
    async with database.transaction() as session:
        await session.execute(delete(Lidmaatschap))
    assert (await client.get(leden, headers=headers)).status_code == 403
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 200


async def test_a_role_that_was_taken_away_counts_at_the_next_request_of_every_session(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database, "redactie")
    account_id = await account_of(database, headers)
    assert (await client.get("/api/v1/aanmeldingen", headers=headers)).status_code == 200
    async with database.transaction() as session:
        account = await session.get(Account, account_id)
        assert account is not None
        account.rol = "wijkteam"
    assert (await client.get("/api/v1/aanmeldingen", headers=headers)).status_code == 403
    async with database.transaction() as session:
        assert len((await session.scalars(select(Sessie))).all()) == 1
