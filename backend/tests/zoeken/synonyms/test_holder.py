"""The synonyms in memory follow the rows, without a restart."""

import asyncio

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.synonyms import holder as module
from sociale_kaart.zoeken.synonyms.expansions import Synonyms
from sociale_kaart.zoeken.synonyms.holder import SynonymsHolder
from sociale_kaart.zoeken.synonyms.models import Synoniem
from tests.people import make_synoniem

pytestmark = pytest.mark.anyio


def make_holder(database: Database, seconds: float = 0.0) -> SynonymsHolder:
    return SynonymsHolder(database, lambda word: word, seconds)


def leads_to(synonyms: Synonyms, word: str) -> set[str]:
    return {to for one in synonyms.expansions([word]) for to in one.naar}


async def test_a_row_that_comes_changes_or_goes_is_noticed(database: Database) -> None:
    holder = make_holder(database)
    empty = await holder.current()
    assert leads_to(empty, "bieb") == set()
    key = await make_synoniem(database, woord="bieb", betekent="bibliotheek")
    assert leads_to(await holder.current(), "bieb") == {"bibliotheek"}
    assert leads_to(empty, "bieb") == set()
    async with database.transaction() as session:
        row = await session.get(Synoniem, key)
        assert row is not None
        row.betekent_kaal, row.versie = "boeken", 2
    assert leads_to(await holder.current(), "bieb") == {"boeken"}
    other = await make_synoniem(database, woord="poes", betekent="dieren")
    async with database.transaction() as session:
        await session.delete(await session.get(Synoniem, key))
    found = await holder.current()
    assert (leads_to(found, "bieb"), leads_to(found, "poes")) == (set(), {"dieren"})
    # One goes while another comes: as many rows, and versions that add up to the same.
    async with database.transaction() as session:
        await session.delete(await session.get(Synoniem, other))
    await make_synoniem(database, woord="kat", betekent="dieren")
    found = await holder.current()
    assert (leads_to(found, "poes"), leads_to(found, "kat")) == (set(), {"dieren"})


async def test_nothing_is_built_again_while_nothing_changes(database: Database) -> None:
    await make_synoniem(database, woord="bieb", betekent="bibliotheek")
    holder = make_holder(database)
    assert await holder.current() is await holder.current()


async def test_the_database_is_asked_once_in_a_while_however_many_search(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    real = module.read_fingerprint

    async def count(connection: object) -> str:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0)
        return await real(connection)

    monkeypatch.setattr(module, "read_fingerprint", count)
    holder = make_holder(database, seconds=60)
    await make_synoniem(database, woord="bieb", betekent="bibliotheek")
    found = await asyncio.gather(*(holder.current() for _ in range(20)))
    assert asked == 1
    assert all(leads_to(synonyms, "bieb") == {"bibliotheek"} for synonyms in found)


async def test_while_the_database_is_away_the_last_known_synonyms_hold(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = make_holder(database)
    await make_synoniem(database, woord="bieb", betekent="bibliotheek")
    before = await holder.current()

    async def away(_connection: object) -> str:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(module, "read_fingerprint", away)
        assert await holder.current() is before
        fresh = make_holder(database)
        assert leads_to(await fresh.current(), "bieb") == set()
    assert leads_to(await fresh.current(), "bieb") == {"bibliotheek"}
