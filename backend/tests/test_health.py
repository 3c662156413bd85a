"""Whether the health checks tell the truth about what they check."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.outbox import OutboxRij
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import Engine, EngineAddress
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import serve
from tests.factories import aanbod_row, import_rows

pytestmark = pytest.mark.anyio


async def test_a_process_that_answers_is_healthy_whatever_is_away(tmp_path: Path) -> None:
    database = Database(f"postgresql+asyncpg:///x?host={tmp_path}", PROJECTORS)
    async with serve(database) as client:
        answer = await client.get("/gezond")
    await database.close()
    assert (answer.status_code, answer.json()) == (200, {"status": "goed"})


async def test_everything_that_works_is_said_to_work(database: Database, engine: Engine) -> None:
    await import_rows(database, aanbod_row())
    await rebuild(database, engine)
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM outbox"))
    async with serve(database, engine) as client:
        answer = await client.get("/gereed")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert (body["status"], body["database"]) == ("goed", "goed")
    assert body["index"] == {"status": "goed", "aanbod": 1}
    assert body["aanbod"] == 1
    assert body["outbox"] == {"wachtend": 0, "oudsteSeconden": 0}


async def test_an_index_that_misses_listings_is_said_to_be_behind(
    database: Database, engine: Engine
) -> None:
    await rebuild(database, engine)
    await import_rows(database, aanbod_row())
    async with serve(database, engine) as client:
        on_its_way = (await client.get("/gereed")).json()
        async with database.transaction() as session:
            await session.execute(text("DELETE FROM outbox"))
        behind = (await client.get("/gereed")).json()
    assert (on_its_way["status"], on_its_way["index"]["status"]) == ("goed", "goed")
    assert (behind["status"], behind["index"]["status"]) == ("beperkt", "achter")
    assert (behind["aanbod"], behind["index"]["aanbod"]) == (1, 0)


async def test_without_an_index_the_engine_is_no_use_yet(
    database: Database, engine: Engine
) -> None:
    async with serve(database, engine) as client:
        body = (await client.get("/gereed")).json()
    assert (body["status"], body["index"]) == ("beperkt", {"status": "weg"})


async def test_without_a_search_engine_it_serves_with_limits(client: httpx.AsyncClient) -> None:
    answer = await client.get("/gereed")
    assert answer.status_code == 200
    assert answer.json()["status"] == "beperkt"
    assert answer.json()["index"]["status"] == "geen"


async def test_a_search_engine_that_is_away_is_said_to_be_away(database: Database) -> None:
    away = Engine(EngineAddress(url="http://127.0.0.1:9", key="x", prefix="x-", timeout_seconds=1))
    async with serve(database, away) as client:
        answer = await client.get("/gereed")
    assert answer.status_code == 200
    assert answer.json()["status"] == "beperkt"
    assert answer.json()["index"]["status"] == "weg"


async def test_what_waits_is_counted_and_too_long_a_wait_is_said(
    database: Database, engine: Engine
) -> None:
    await rebuild(database, engine)
    async with database.transaction() as session:
        for minutes in (0, 2):
            session.add(
                OutboxRij(
                    soort="aanbod",
                    subject_id=new_id(),
                    aangemaakt_op=utc_now() - timedelta(minutes=minutes),
                )
            )
    async with serve(database, engine) as client:
        body = (await client.get("/gereed")).json()
        assert body["outbox"]["wachtend"] == 2
        assert 120 <= body["outbox"]["oudsteSeconden"] < 150
        assert body["status"] == "goed"
        async with database.transaction() as session:
            late = text("UPDATE outbox SET aangemaakt_op = now() - interval '6 minutes'")
            await session.execute(late)
        answer = await client.get("/gereed")
    assert answer.status_code == 200
    assert answer.json()["status"] == "beperkt"
    assert answer.json()["outbox"]["oudsteSeconden"] >= 360


async def test_without_a_database_it_is_not_ready(tmp_path: Path) -> None:
    database = Database(f"postgresql+asyncpg:///x?host={tmp_path}", PROJECTORS)
    async with serve(database) as client:
        answer = await client.get("/gereed")
    await database.close()
    assert answer.status_code == 503
    body = answer.json()
    assert (body["status"], body["database"]) == ("niet-gereed", "weg")
    assert body["outbox"] is None


async def test_a_database_without_tables_is_not_ready(own_database: Database) -> None:
    async with own_database.transaction() as session:
        await session.execute(text("DROP TABLE outbox"))
    async with serve(own_database) as client:
        answer = await client.get("/gereed")
    assert answer.status_code == 503
