"""A commit is heard by who listens, also after the connection was cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress

import pytest
from sqlalchemy import text

from sociale_kaart.core.db import Database
from sociale_kaart.core.listening import Listener

pytestmark = pytest.mark.anyio

# Who is told nothing waits for ever, and the test ends here.
_LONG = 3_600
_AT_MOST_SECONDS = 10


@pytest.fixture
async def listener(own_database: Database) -> AsyncIterator[Listener]:
    async with aclosing(Listener(own_database, "proef")) as made:
        # The first time it has just begun to listen, and what was told before is not known.
        await made.wait(asyncio.Event(), _LONG)
        yield made


async def tell(database: Database, channel: str = "proef") -> None:
    async with database.transaction() as session:
        await session.execute(text("SELECT pg_notify(:channel, '')"), {"channel": channel})


async def hears(listener: Listener) -> None:
    async with asyncio.timeout(_AT_MOST_SECONDS):
        await listener.wait(asyncio.Event(), _LONG)


async def test_a_commit_is_heard(own_database: Database, listener: Listener) -> None:
    waiting = asyncio.create_task(hears(listener))
    await tell(own_database)
    await waiting


async def test_what_is_told_while_nobody_waits_is_heard_once(
    own_database: Database, listener: Listener
) -> None:
    await tell(own_database)
    await hears(listener)
    await listener.wait(asyncio.Event(), 0)
    waiting = asyncio.create_task(listener.wait(asyncio.Event(), _LONG))
    await tell(own_database, "een ander")
    done, _ = await asyncio.wait([waiting], timeout=0.2)
    assert not done
    waiting.cancel()


async def test_what_is_rolled_back_is_not_heard(own_database: Database, listener: Listener) -> None:
    waiting = asyncio.create_task(listener.wait(asyncio.Event(), _LONG))
    with suppress(RuntimeError):
        async with own_database.transaction() as session:
            await session.execute(text("SELECT pg_notify('proef', '')"))
            raise RuntimeError
    done, _ = await asyncio.wait([waiting], timeout=0.2)
    assert not done
    waiting.cancel()


async def test_after_its_connection_was_cut_it_listens_again(
    own_database: Database, listener: Listener
) -> None:
    cut = asyncio.Event()
    assert listener._connection is not None
    listener._connection.add_termination_listener(lambda _: cut.set())
    async with own_database.transaction() as session:
        await session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
            )
        )
    async with asyncio.timeout(_AT_MOST_SECONDS):
        await cut.wait()
    # It connects anew when it next waits, and as it may have missed something that counts as heard.
    await hears(listener)
    await tell(own_database)
    await hears(listener)


async def test_it_stops_waiting_when_one_has_to_stop(listener: Listener) -> None:
    stopping = asyncio.Event()
    waiting = asyncio.create_task(listener.wait(stopping, _LONG))
    stopping.set()
    async with asyncio.timeout(_AT_MOST_SECONDS):
        await waiting


async def test_without_a_database_it_waits_as_long_as_it_was_told() -> None:
    nowhere = Database("postgresql+asyncpg://niemand@127.0.0.1:9/niets")
    async with aclosing(Listener(nowhere, "proef")) as listener:
        async with asyncio.timeout(_AT_MOST_SECONDS):
            await listener.wait(asyncio.Event(), 0.01)
    await nowhere.close()
