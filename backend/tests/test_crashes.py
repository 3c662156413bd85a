"""kill -9 in the middle of writing: nothing acknowledged is missing, nothing deleted remains.

Real processes in a data folder of their own: PostgreSQL and Meilisearch as children that are
started again when they die, and a worker as another process.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.db import Database, is_away
from sociale_kaart.core.embedded import Servers, open_servers
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.connection import EngineAwayError
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, EngineAddress
from tests.factories import import_rows
from tests.zoeken.asking import eventually, listing, owner
from tests.zoeken.test_sync import in_database, in_index, waiting

pytestmark = pytest.mark.anyio

WORKER = (sys.executable, "-c", "from sociale_kaart.cli import app; app()", "worker")
GONE = None


@dataclass(frozen=True)
class Place:
    folder: Path
    servers: Servers

    def pid_of(self, name: str) -> int:
        """The process of PostgreSQL's postmaster or of Meilisearch that serves this folder."""
        if name == "postgres":
            return int((self.folder / "postgres" / "postmaster.pid").read_text().split()[0])
        for found in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                arguments = found.read_text()
            except OSError:
                continue
            if str(self.folder / "meilisearch" / "data.ms") in arguments:
                return int(found.parent.name)
        raise ProcessLookupError(name)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("crash")
    with open_servers(folder, say=lambda _text: None) as servers:
        asyncio.run(_prepare(servers))
        yield Place(folder, servers)


async def _prepare(servers: Servers) -> None:
    database = Database(servers.database_url, PROJECTORS)
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
    await database.close()


class Worker:
    """The worker as a process that can be killed and started again."""

    def __init__(self, servers: Servers, prefix: str) -> None:
        self._env = {
            **os.environ,
            "DATABASE_URL": servers.database_url,
            "MEILI_URL": servers.meili_url or "",
            "MEILI_KEY": servers.meili_key or "",
            "MEILI_INDEX_PREFIX": prefix,
            "LOG_LEVEL": "error",
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(*WORKER, env=self._env)

    async def kill(self) -> None:
        assert self._process is not None
        assert self._process.returncode is None, "the worker gave up by itself"
        self._process.kill()
        await self._process.wait()


@dataclass
class Stage:
    """A map, its index, and what everybody was told about every listing."""

    place: Place
    database: Database
    engine: Engine
    worker: Worker
    # The title that was acknowledged, or GONE; what nobody was told about is left out.
    told: dict[str, str | None] = field(default_factory=dict)

    async def acknowledged(
        self, expected: dict[str, str | None], work: Callable[[], Awaitable[object]]
    ) -> bool:
        """Does it, and keeps what was promised; without an answer either outcome is right."""
        for key in expected:
            self.told.pop(key, None)
        try:
            await work()
        except (SQLAlchemyError, OSError) as error:
            if not is_away(error):
                raise
            return False
        self.told.update(expected)
        return True

    async def write(self, number: int, random: Random) -> None:
        """One of the things that editors do all day, to a listing that was promised."""
        known = sorted(key for key, title in self.told.items() if title is not GONE)
        kind = random.choice(["new", "change", "change", "stop", "delete"]) if known else "new"
        if kind == "new":
            rows = {f"r{number}-{part}": f"Nieuw {number} {part}" for part in range(6)}
            club = owner(f"o{number % 7}", f"Organisatie {number % 7}")
            await self.acknowledged(
                dict(rows),
                lambda: import_rows(
                    self.database,
                    *(listing(key, titel=rows[key], organisatie=club) for key in rows),
                ),
            )
            return
        key = random.choice(known)
        title = f"Anders {number}"
        expected = title if kind == "change" else GONE
        await self.acknowledged({key: expected}, lambda: self._edit(key, kind, title))

    async def _edit(self, key: str, kind: str, title: str) -> None:
        async with self.database.transaction() as session:
            aanbod = await session.scalar(select(Aanbod).where(col(Aanbod.extern_id) == key))
            assert aanbod is not None, f"{key} was promised and is not there"
            if kind == "delete":
                await session.delete(aanbod)
            elif kind == "stop":
                aanbod.status = "gestopt"
            else:
                aanbod.titel = title

    async def is_true(self) -> bool:
        """Whether nothing waits and the index says exactly what the database says."""
        try:
            if await waiting(self.database):
                return False
            if await in_index(self.engine) != await in_database(self.database):
                return False
            shown = {
                hit["id"]: hit["aantalAanbod"]
                for hit in (await in_index(self.engine, ORGANISATIES)).values()
            }
            return shown == await self._owners()
        except (SQLAlchemyError, OSError, EngineAwayError):
            return False

    async def _owners(self) -> dict[str, int]:
        async with self.database.transaction() as session:
            rows = await session.execute(
                text(
                    "SELECT organisatie_id::text, count(*) FROM aanbod_document"
                    " WHERE zichtbaar GROUP BY organisatie_id"
                )
            )
            return {row[0]: row[1] for row in rows}

    async def check(self) -> None:
        """Everything that was acknowledged is found, and nothing that went."""
        await eventually(self.is_true, seconds=45)
        async with self.database.transaction() as session:
            rows = await session.execute(text("SELECT id::text, extern_id FROM aanbod"))
            names = {row[0]: row[1] for row in rows}
        found = {names[key]: hit["titel"] for key, hit in (await in_index(self.engine)).items()}
        for key, title in self.told.items():
            assert found.get(key) == title, key
        assert len(self.told) > 20


@pytest.fixture
async def stage(place: Place, anyio_backend: str) -> AsyncIterator[Stage]:
    async with _stage(place) as stage:
        yield stage


@asynccontextmanager
async def _stage(place: Place) -> AsyncIterator[Stage]:
    database = Database(place.servers.database_url, PROJECTORS)
    async with database.transaction() as session:
        await session.execute(text("TRUNCATE organisatie, aanbod, outbox, zoek_index CASCADE"))
    prefix = f"c{uuid4().hex[:8]}-"
    assert place.servers.meili_url is not None
    engine = Engine(
        EngineAddress(place.servers.meili_url, place.servers.meili_key, prefix, timeout_seconds=10)
    )
    worker = Worker(place.servers, prefix)
    await worker.start()
    try:
        yield Stage(place, database, engine, worker)
    finally:
        await worker.kill()
        await engine.close()
        await database.close()


async def _index_answers(stage: Stage) -> None:
    async def built() -> bool:
        try:
            return await stage.engine.count(ORGANISATIES) is not None
        except EngineAwayError:
            # The test before this one may have killed it just now.
            return False

    await eventually(built, seconds=45)


async def test_kill_9_of_the_worker(stage: Stage) -> None:
    random = Random(1)
    killed_at_work = 0
    await _index_answers(stage)
    for number in range(120):
        await stage.write(number, random)
        if number % 30 == 29:
            # Something waits now that the worker has, or is about to have, in its hands.
            killed_at_work += await waiting(stage.database) > 0
            await stage.worker.kill()
            await stage.write(1000 + number, random)
            await stage.worker.start()
    await stage.check()
    assert killed_at_work


async def test_kill_9_of_the_worker_during_a_rebuild(stage: Stage) -> None:
    random = Random(2)
    for number in range(40):
        await stage.write(number, random)
    await eventually(stage.is_true, seconds=45)
    for _ in range(2):
        async with stage.database.transaction() as session:
            await session.execute(text("DELETE FROM zoek_index"))
        await stage.worker.kill()
        await stage.worker.start()

        async def rebuilding() -> bool:
            async with stage.database.transaction() as session:
                done = await session.scalar(text("SELECT count(*) FROM zoek_index"))
            return bool(done) or await stage.engine.count(f"{AANBOD}-nieuw") is not None

        await eventually(rebuilding, seconds=45)
        await stage.write(random.randint(100, 900), random)
        await stage.worker.kill()
        await stage.worker.start()
    await stage.check()


async def test_kill_9_of_meilisearch(stage: Stage) -> None:
    random = Random(3)
    await _index_answers(stage)
    for number in range(90):
        await stage.write(number, random)
        if number in {30, 60}:
            # Back from the kill before: thirty writes can be done sooner than it starts.
            await _index_answers(stage)
            os.kill(stage.place.pid_of("meilisearch"), signal.SIGKILL)
    await stage.check()


async def test_kill_9_of_postgresql(stage: Stage) -> None:
    random = Random(4)
    await _index_answers(stage)
    for number in range(90):
        await stage.write(number, random)
        if number in {30, 60}:
            os.kill(stage.place.pid_of("postgres"), signal.SIGKILL)

            async def back() -> bool:
                # Writes meanwhile fail, and say so.
                await stage.write(random.randint(1000, 9000), random)
                return await stage.acknowledged({}, lambda: waiting(stage.database))

            await eventually(back, seconds=45)
    await stage.check()


async def test_meilisearch_comes_back_with_an_empty_folder(stage: Stage) -> None:
    random = Random(5)
    for number in range(40):
        await stage.write(number, random)
    await eventually(stage.is_true, seconds=45)
    data = stage.place.folder / "meilisearch" / "data.ms"
    # Out of the way before the kill: the keeper starts it again at once, in a new folder.
    data.rename(data.with_name("verloren.ms"))
    os.kill(stage.place.pid_of("meilisearch"), signal.SIGKILL)
    await stage.write(500, random)
    await stage.check()
