"""Real servers for the tests: one PostgreSQL and one Meilisearch for the whole run.

Each worker clones a migrated template database; each test works in a transaction that is rolled
back. Tests that need real commits (workers, crashes) get a clone of their own.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import hypothesis
import pytest
from sqlalchemy import NullPool, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

import sociale_kaart.tables  # noqa: F401 (tests know every table)
from sociale_kaart.app import create_app
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded import open_servers
from sociale_kaart.core.outbox import ProjectingSession
from sociale_kaart.taxonomie.reference import Reference, load_reference
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import Engine, EngineAddress
from tests.settings import SECRET_KEY

# A slow machine is no fault, and whoever is first waits for the dictionaries to be read.
hypothesis.settings.register_profile("zonder-klok", deadline=None)
hypothesis.settings.load_profile("zonder-klok")

TEMPLATE = "sjabloon"
_STACK = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Starts the servers once, before any worker; workers find them in the environment."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    folder = Path(tempfile.mkdtemp(prefix="sk-test-"))
    _STACK.callback(shutil.rmtree, folder, ignore_errors=True)
    servers = _STACK.enter_context(open_servers(folder, say=lambda _text: None))
    os.environ["TEST_DATABASE_URL"] = servers.database_url
    os.environ["TEST_MEILI_URL"] = servers.meili_url or ""
    os.environ["TEST_MEILI_KEY"] = servers.meili_key or ""
    # Tests of meaning ask for a model themselves; the others have no use for its work.
    os.environ["EMBEDDING"] = "geen"
    asyncio.run(_make_template())


def pytest_unconfigure(config: pytest.Config) -> None:
    _STACK.close()


def url_of(name: str) -> str:
    url = make_url(os.environ["TEST_DATABASE_URL"])
    return url.set(database=name).render_as_string(hide_password=False)


async def admin(statement: str) -> None:
    """Runs a statement outside any transaction, on the server's own database."""
    url = make_url(os.environ["TEST_DATABASE_URL"])
    connection = await asyncpg.connect(
        host=url.query["host"], user=url.username, database=url.database
    )
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _make_template() -> None:
    await admin(f"CREATE DATABASE {TEMPLATE}")
    database = Database(url_of(TEMPLATE), PROJECTORS)
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
    await database.close()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def worker_database() -> Iterator[str]:
    """The URL of this worker's clone of the template."""
    name = f"werk_{uuid4().hex[:12]}"
    asyncio.run(admin(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
    yield url_of(name)
    asyncio.run(admin(f"DROP DATABASE {name} WITH (FORCE)"))


class RolledBackDatabase(Database):
    """Everything on one connection, in a transaction that never ends well."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.engine = connection.engine
        self._connection = connection
        self._sessions = async_sessionmaker(
            connection,
            sync_session_class=ProjectingSession,
            expire_on_commit=False,
            join_transaction_mode="create_savepoint",
            info={"projectors": PROJECTORS},
        )

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[asyncpg.Connection]:
        raw = await self._connection.get_raw_connection()
        yield raw.driver_connection

    async def close(self) -> None:
        """The fixture closes the connection."""


@pytest.fixture
async def database(worker_database: str, anyio_backend: str) -> AsyncIterator[Database]:
    """A database whose changes are gone after the test."""
    engine = create_async_engine(worker_database, poolclass=NullPool)
    async with engine.connect() as connection:
        transaction = await connection.begin()
        # Begins it there too, so that also what a bare connection does is gone afterwards.
        await connection.execute(text("SELECT 1"))
        yield RolledBackDatabase(connection)
        await transaction.rollback()
    await engine.dispose()


@pytest.fixture
async def own_database(anyio_backend: str) -> AsyncIterator[Database]:
    """A clone of the template for one test that needs real commits."""
    name = f"eigen_{uuid4().hex[:12]}"
    await admin(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    database = Database(url_of(name), PROJECTORS)
    yield database
    await database.close()
    await admin(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    async with database.transaction() as session:
        yield session


@pytest.fixture
async def reference(database: Database) -> Reference:
    async with database.transaction() as session:
        return await load_reference(session)


@pytest.fixture
async def engine(anyio_backend: str) -> AsyncIterator[Engine]:
    """Meilisearch with index names that no other test has."""
    engine = Engine(
        EngineAddress(
            url=os.environ["TEST_MEILI_URL"],
            key=os.environ["TEST_MEILI_KEY"],
            prefix=f"t{uuid4().hex[:12]}-",
            timeout_seconds=10,
        )
    )
    yield engine
    for naam in ("aanbod", "organisaties"):
        await engine.drop_index(naam)
    await engine.close()


@asynccontextmanager
async def serve(
    database: Database, engine: Engine | None = None, **options: Any
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on this database and engine, with these settings beside."""
    given = {"secret_key": SECRET_KEY, **options}
    settings = Settings(
        database_url="postgresql:///", meili_url=None, log_level="critical", **given
    )
    app = create_app(settings, database, engine)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="https://test") as client,
    ):
        yield client


@pytest.fixture
async def client(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """A visitor of the application without search engine."""
    async with serve(database) as client:
        yield client
