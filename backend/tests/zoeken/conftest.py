"""The demo listings in a database and an index of their own, once for every worker."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import pytest

from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import Engine, EngineAddress
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import TEMPLATE, admin, url_of
from tests.zoeken.asking import Visitor, visitors

_NAME = "demo"
_PREFIX = "demo-"


@dataclass(frozen=True)
class Demo:
    database_url: str
    prefix: str


def own_engine(prefix: str, timeout_seconds: float = 10, url: str | None = None) -> Engine:
    """An engine of one's own, at the server of the tests or at what stands in front of that."""
    return Engine(
        EngineAddress(
            url=url or os.environ["TEST_MEILI_URL"],
            key=os.environ["TEST_MEILI_KEY"],
            prefix=prefix,
            timeout_seconds=timeout_seconds,
        )
    )


@pytest.fixture(scope="session")
def demo() -> Demo:
    """The same for all workers; nobody changes anything in it."""
    asyncio.run(_fill_once())
    return Demo(url_of(_NAME), _PREFIX)


async def _fill_once() -> None:
    async with one_at_a_time(_NAME) as known:
        if _NAME in known:
            return
        unfinished = f"{_NAME}_onaf"
        await admin(f"DROP DATABASE IF EXISTS {unfinished}")
        await admin(f"CREATE DATABASE {unfinished} TEMPLATE {TEMPLATE}")
        database, engine = Database(url_of(unfinished), PROJECTORS), own_engine(_PREFIX)
        report = await Importer(database, "demo").run(demo_rows())
        assert not report.faults
        await rebuild(database, engine)
        await engine.close()
        await database.close()
        await admin(f"ALTER DATABASE {unfinished} RENAME TO {_NAME}")


@asynccontextmanager
async def one_at_a_time(name: str) -> AsyncIterator[set[str]]:
    """Workers take their turn; gives the names of the databases that there are."""
    connection = await asyncpg.connect(os.environ["TEST_DATABASE_URL"].replace("+asyncpg", ""))
    try:
        await connection.execute("SELECT pg_advisory_lock(hashtext($1))", name)
        yield {row["datname"] for row in await connection.fetch("SELECT datname FROM pg_database")}
    finally:
        await connection.close()


@pytest.fixture
async def both(demo: Demo, anyio_backend: str) -> AsyncIterator[tuple[Visitor, Visitor]]:
    """Two visitors of the demo: one is answered by Meilisearch, the other by PostgreSQL."""
    database, engine = Database(demo.database_url, PROJECTORS), own_engine(demo.prefix)
    async with visitors(database, engine) as pair:
        yield pair
    await database.close()
    await engine.close()


@pytest.fixture(params=["meilisearch", "postgresql"])
def visitor(request: pytest.FixtureRequest, both: tuple[Visitor, Visitor]) -> Visitor:
    """Each test that asks for this runs twice, as the answers must be the same."""
    return both[0] if request.param == "meilisearch" else both[1]
