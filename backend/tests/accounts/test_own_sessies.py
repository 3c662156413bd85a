"""Seeing where one is logged in, and ending that."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.accounts.models import Sessie
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from tests.people import account_of, log_in_as, make_sessie

pytestmark = pytest.mark.anyio

SESSIES = "/api/v1/sessies"


async def ids(database: Database, account_id: UUID) -> set[UUID]:
    async with database.transaction() as session:
        found = await session.scalars(select(Sessie.id).where(col(Sessie.account_id) == account_id))
        return set(found)


async def test_the_list_has_ones_own_sessions_and_says_which_is_this_one(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    account_id = await account_of(database, headers)
    older = await make_sessie(database, account_id, aangemaakt_op=utc_now() - timedelta(hours=3))
    await make_sessie(database, account_id, verloopt_op=utc_now() - timedelta(seconds=1))
    await log_in_as(database)
    answer = await client.get(SESSIES, headers=headers)
    assert answer.headers["cache-control"] == "no-store"
    first, second = answer.json()["resultaten"]
    assert (first["huidig"], second["huidig"]) == (True, False)
    assert second["id"] == str(older)
    # Nothing of a device, a network or a secret.
    assert set(first) == {"id", "aangemaaktOp", "gebruiktOp", "verlooptOp", "huidig"}


async def test_the_day_of_use_moves_along(client: httpx.AsyncClient, database: Database) -> None:
    headers = await log_in_as(database)
    async with database.transaction() as session:
        await session.execute(update(Sessie).values(gebruikt_op=today() - timedelta(days=1)))
    answer = await client.get(SESSIES, headers=headers)
    assert answer.json()["resultaten"][0]["gebruiktOp"] == today().isoformat()


async def test_ending_one_ends_that_one(client: httpx.AsyncClient, database: Database) -> None:
    headers = await log_in_as(database)
    account_id = await account_of(database, headers)
    stays, goes = await make_sessie(database, account_id), await make_sessie(database, account_id)
    assert (await client.delete(f"{SESSIES}/{goes}", headers=headers)).status_code == 204
    assert stays in await ids(database, account_id)
    assert goes not in await ids(database, account_id)
    assert (await client.delete(f"{SESSIES}/{goes}", headers=headers)).status_code == 404


async def test_ending_the_others_leaves_this_one_and_other_people(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers, other = await log_in_as(database), await log_in_as(database)
    account_id = await account_of(database, headers)
    await make_sessie(database, account_id)
    assert (await client.delete(f"{SESSIES}/andere", headers=headers)).status_code == 204
    assert len(await ids(database, account_id)) == 1
    for each in (headers, other):
        assert (await client.get(f"{SESSIES}/huidige", headers=each)).status_code == 200


@pytest.mark.parametrize("key", ["018f0000-0000-7000-8000-000000000000", "geen-id"])
async def test_a_session_that_is_not_ones_own_cannot_be_named(
    client: httpx.AsyncClient, database: Database, key: str
) -> None:
    headers = await log_in_as(database)
    answer = await client.delete(f"{SESSIES}/{key}", headers=headers)
    assert answer.status_code in {400, 404}
