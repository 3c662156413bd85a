"""The worker as it runs: sends what changes, renews what ages, rebuilds, and stops at once."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from sociale_kaart import worker
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.uitgaand import Uitgaand
from sociale_kaart.worker import discard, renew_documents, run_worker, sync
from sociale_kaart.zoeken.engine import AANBOD, Engine
from tests.conftest import url_of
from tests.factories import import_rows
from tests.zoeken.asking import eventually, listing
from tests.zoeken.conftest import own_engine
from tests.zoeken.servers import gate_before
from tests.zoeken.test_sync import change, drain, in_database, in_index, remove, waiting

pytestmark = pytest.mark.anyio

# It takes about one; the rest is for a machine that is busy with other tests.
_SECONDS_TO_STOP = 10


@asynccontextmanager
async def working(work: Any, stopping: asyncio.Event) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    yield
    stopping.set()
    async with asyncio.timeout(5):
        await task


async def agree(database: Database, engine: Engine) -> bool:
    """Whether the index says what the database says, and nothing waits."""
    if await waiting(database) or await engine.count(AANBOD) is None:
        return False
    return await in_index(engine) == await in_database(database)


async def test_it_builds_the_index_and_keeps_it_true(
    own_database: Database, engine: Engine
) -> None:
    await import_rows(own_database, listing("a"), listing("b"))
    stopping = asyncio.Event()
    async with working(sync(own_database, engine, stopping), stopping):
        await eventually(lambda: agree(own_database, engine))
        await change(own_database, "a", titel="Anders")
        await remove(own_database, "b")
        await eventually(lambda: agree(own_database, engine))
        assert [hit["titel"] for hit in (await in_index(engine)).values()] == ["Anders"]


async def test_a_change_is_sent_when_it_is_told_and_not_when_it_is_looked_for(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await import_rows(own_database, listing("a"))
    monkeypatch.setattr(worker, "_IDLE_SECONDS", 3_600)
    stopping = asyncio.Event()
    async with working(sync(own_database, engine, stopping), stopping):
        await eventually(lambda: agree(own_database, engine))
        for number in range(3):
            await change(own_database, "a", titel=f"Anders {number}")
            await eventually(lambda: agree(own_database, engine))


async def test_a_change_that_nobody_told_of_is_sent_too(
    own_database: Database, engine: Engine
) -> None:
    await import_rows(own_database, listing("a"))
    stopping = asyncio.Event()
    async with working(sync(own_database, engine, stopping), stopping):
        await eventually(lambda: agree(own_database, engine))
        async with own_database.transaction() as session:
            await session.execute(
                text("INSERT INTO outbox (soort, subject_id) SELECT 'aanbod', id FROM aanbod")
            )
        await eventually(lambda: agree(own_database, engine))


async def test_it_goes_on_after_meilisearch_was_away(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_LONGEST_WAIT_SECONDS", 0.3)
    await import_rows(own_database, listing("a"))
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        through = own_engine(engine.uid(""), url=gate.url)
        stopping = asyncio.Event()
        async with working(sync(own_database, through, stopping), stopping):
            await eventually(lambda: agree(own_database, engine))
            await gate.vanish()
            await change(own_database, "a", titel="Intussen anders")
            await import_rows(own_database, listing("b"))
            await asyncio.sleep(0.5)
            assert await waiting(own_database) > 0
            await gate.appear()
            await eventually(lambda: agree(own_database, engine))
        await through.close()


async def test_an_index_that_went_is_built_again(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_CHECK_SECONDS", 0.2)
    await import_rows(own_database, listing("a"))
    stopping = asyncio.Event()
    async with working(sync(own_database, engine, stopping), stopping):
        await eventually(lambda: agree(own_database, engine))
        await engine.drop_index(AANBOD)
        await eventually(lambda: agree(own_database, engine))
        await engine.delete_documents(AANBOD, list(await in_index(engine)))
        await eventually(lambda: agree(own_database, engine))


async def test_without_an_engine_the_outbox_does_not_grow(own_database: Database) -> None:
    stopping = asyncio.Event()
    await import_rows(own_database, listing("a"))
    async with working(discard(own_database, stopping), stopping):

        async def empty() -> bool:
            return await waiting(own_database) == 0

        await eventually(empty)


async def test_a_new_day_spells_out_new_times(own_database: Database, engine: Engine) -> None:
    await import_rows(own_database, *(listing(f"n{number}") for number in range(7)))
    await worker.rebuild(own_database, engine)
    await drain(own_database, engine)
    assert await renew_documents(own_database, today()) == 0
    # As if all this was written yesterday.
    yesterday = today() - timedelta(days=1)
    async with own_database.transaction() as session:
        await session.execute(
            text("UPDATE aanbod_document SET berekend_op = :day, inhoud = '{}'"),
            {"day": yesterday},
        )
        await session.execute(
            text("UPDATE zoek_rij SET document = '{\"id\": \"' || id || '\"}', data = '{}'")
        )
    assert await renew_documents(own_database, today()) == 7
    assert await renew_documents(own_database, today()) == 0
    # The index hears of it too, but nobody's number of listings changed.
    async with own_database.transaction() as session:
        kinds = set(await session.scalars(text("SELECT DISTINCT soort FROM outbox")))
    assert kinds == {"aanbod"}
    await drain(own_database, engine)
    documents = await in_index(engine)
    assert documents == await in_database(own_database)
    async with own_database.transaction() as session:
        cards = await session.scalars(text("SELECT document::json -> 'kaart' FROM zoek_rij"))
        assert all(card["komende"] for card in cards)
    # Thirteen weeks of a Tuesday, and one more when today is one.
    expected = 14 if today().weekday() == 1 else 13
    assert all(len(document["data"]) == expected for document in documents.values())


async def test_renewing_is_done_some_at_a_time(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_DOCUMENTS_AT_ONCE", 3)
    await import_rows(own_database, *(listing(f"n{number}") for number in range(7)))
    tomorrow = today() + timedelta(days=1)
    monkeypatch.setattr("sociale_kaart.aanbod.documents.today", lambda: tomorrow)
    renewed = [await renew_documents(own_database, tomorrow) for _ in range(4)]
    assert renewed == [3, 3, 1, 0]


async def _worker_process(
    database: Database, engine: Engine, meili_url: str | None = None
) -> asyncio.subprocess.Process:
    name = database.engine.url.database
    assert name is not None
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from sociale_kaart.cli import app; app()", "worker"),
        env={
            **os.environ,
            "DATABASE_URL": url_of(name),
            "MEILI_URL": meili_url or os.environ["TEST_MEILI_URL"],
            "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
            "MEILI_INDEX_PREFIX": engine.uid(""),
            "LOG_LEVEL": "warning",
        },
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_in_the_middle_of_its_work(
    own_database: Database, engine: Engine, number: signal.Signals
) -> None:
    await import_rows(own_database, *(listing(f"n{number}") for number in range(150)))
    process = await _worker_process(own_database, engine)

    async def begun() -> bool:
        return await engine.count(f"{AANBOD}-nieuw") is not None or await agree(
            own_database, engine
        )

    await eventually(begun, seconds=30)
    process.send_signal(number)
    async with asyncio.timeout(_SECONDS_TO_STOP):
        assert await process.wait() == 0
    # Whatever was half done is done by the next.
    await worker.rebuild(own_database, engine)
    await drain(own_database, engine)
    assert await agree(own_database, engine)


async def test_it_stops_while_meilisearch_hangs(own_database: Database, engine: Engine) -> None:
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        gate.hang()
        process = await _worker_process(own_database, engine, gate.url)

        async def waits_for_it() -> bool:
            return gate.connections > 0

        await eventually(waits_for_it, seconds=30)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(_SECONDS_TO_STOP):
            assert await process.wait() == 0


async def test_a_fault_of_our_own_ends_it_with_an_error(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_args: Any) -> int:
        raise ValueError("dit hoort nooit")

    # The supervisor starts it again and says so; going on silently would help nobody.
    monkeypatch.setattr(worker, "renew_documents", fail)
    with pytest.raises(ValueError, match="dit hoort nooit"):
        async with asyncio.timeout(10):
            await run_worker(
                own_database, engine, public_url="https://test", uitgaand=Uitgaand(1, "test")
            )
