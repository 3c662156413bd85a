"""Meilisearch goes and comes back: searching goes on, says so, and nobody waits for long."""

import asyncio
import os
import time
from collections.abc import AsyncIterator

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import AANBOD, Engine, EngineAddress
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import serve
from tests.factories import import_rows
from tests.zoeken.asking import Answer, eventually, listing
from tests.zoeken.servers import Gate, gate_before

pytestmark = pytest.mark.anyio

TIMEOUT = 1.0


@pytest.fixture
async def gate() -> AsyncIterator[Gate]:
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        yield gate


@pytest.fixture
async def kept(
    own_database: Database, engine: Engine, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Database, Engine]]:
    """A map with one listing, and an engine that is reached through the gate."""
    monkeypatch.setattr("sociale_kaart.zoeken.searcher._REST_SECONDS", 0.2)
    await import_rows(own_database, listing("a"))
    await rebuild(own_database, engine)
    address = EngineAddress(
        url=gate.url,
        key=os.environ["TEST_MEILI_KEY"],
        prefix=engine.uid(""),
        timeout_seconds=TIMEOUT,
    )
    through = Engine(address)
    yield own_database, through
    await through.close()


async def test_it_falls_back_and_comes_back_by_itself(
    kept: tuple[Database, Engine], gate: Gate
) -> None:
    async with serve(*kept) as client:

        async def ask() -> Answer:
            answer = await client.get("/api/v1/zoeken", params={"q": "koffie"})
            assert answer.status_code == 200
            found: Answer = answer.json()
            assert found["totaal"] == 1
            return found

        async def is_back() -> bool:
            return not (await ask())["gedegradeerd"]

        assert await is_back()
        for _ in range(2):
            await gate.vanish()
            assert (await ask())["gedegradeerd"] is True
            suggested = (await client.get("/api/v1/suggesties", params={"q": "koff"})).json()
            assert suggested["gedegradeerd"] is True
            assert suggested["suggesties"]
            ready = await client.get("/gereed")
            assert (ready.status_code, ready.json()["status"]) == (200, "beperkt")
            assert ready.json()["index"]["status"] == "weg"
            await gate.appear()
            await eventually(is_back)
            assert (await client.get("/gereed")).json()["index"]["status"] == "goed"


async def test_nobody_waits_longer_than_the_time_out(
    kept: tuple[Database, Engine], gate: Gate
) -> None:
    async with serve(*kept) as client:

        async def seconds() -> float:
            started = time.monotonic()
            answer = await client.get("/api/v1/zoeken", params={"q": "koffie"})
            assert answer.json()["totaal"] == 1
            return time.monotonic() - started

        await seconds()
        gate.hang()
        first = await asyncio.gather(*(seconds() for _ in range(4)))
        # The machine that tests this is slow; what counts is that it is not twice the time-out.
        assert TIMEOUT <= max(first) < 2 * TIMEOUT
        resting = await asyncio.gather(*(seconds() for _ in range(8)))
        assert max(resting) < TIMEOUT
        await asyncio.sleep(0.25)
        trying = sorted(await asyncio.gather(*(seconds() for _ in range(8))))
        # One tries whether it is back, the others do not wait for that.
        assert trying[-1] >= TIMEOUT > trying[-2]


async def test_a_question_that_is_refused_turns_nothing_off(
    kept: tuple[Database, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve(*kept) as client:
        with monkeypatch.context() as broken:
            broken.setattr("sociale_kaart.zoeken.query._SORTS", {"titel": "onzin:asc"})
            answer = await client.get("/api/v1/zoeken", params={"sort": "titel"})
        assert answer.json()["totaal"] == 1
        assert answer.json()["gedegradeerd"] is True
        answer = await client.get("/api/v1/zoeken")
        assert answer.json()["gedegradeerd"] is False


async def test_an_index_that_is_not_there_yet_is_degraded(
    kept: tuple[Database, Engine], engine: Engine
) -> None:
    await engine.drop_index(AANBOD)
    async with serve(*kept) as client:
        found = (await client.get("/api/v1/zoeken")).json()
        assert found["totaal"] == 1
        assert found["gedegradeerd"] is True
        await rebuild(*kept)

        async def is_back() -> bool:
            return not (await client.get("/api/v1/zoeken")).json()["gedegradeerd"]

        await eventually(is_back)
