"""Gives a command its database and search engine, wherever they run."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from pydantic import SecretStr

from sociale_kaart.cli.terminal import fail
from sociale_kaart.core.config import Settings, SettingsError, get_settings
from sociale_kaart.core.db import Database, is_away
from sociale_kaart.core.embedded import EmbeddedError, find_servers, open_servers
from sociale_kaart.wiring import open_database
from sociale_kaart.zoeken.engine import Engine, open_engine

Result = TypeVar("Result")


@dataclass(frozen=True)
class Tools:
    settings: Settings
    database: Database
    engine: Engine | None


def run(work: Callable[[Tools], Awaitable[Result]], *, with_engine: bool = True) -> Result:
    """Runs work with the servers of the settings, of a running start, or of its own.

    A fault in the surroundings becomes one sentence on standard error and exit status 1.
    """
    try:
        with _settings(with_engine=with_engine) as settings:
            return asyncio.run(_with_tools(settings, work))
    except (EmbeddedError, SettingsError) as error:
        fail(str(error))
    except Exception as error:
        if not is_away(error):
            raise
        fail("De database antwoordt niet. Klopt DATABASE_URL, en draait de server?")


@contextmanager
def _settings(*, with_engine: bool) -> Iterator[Settings]:
    settings = get_settings()
    if settings.database_url is not None:
        yield settings
        return
    running = find_servers(settings.data_dir)
    if running is not None:
        yield _pointed_at(settings, running.database_url, running.meili_url, running.meili_key)
        return
    with open_servers(settings.data_dir, with_meili=with_engine) as own:
        yield _pointed_at(settings, own.database_url, own.meili_url, own.meili_key)


def _pointed_at(
    settings: Settings, database_url: str, meili_url: str | None, meili_key: str | None
) -> Settings:
    return settings.model_copy(
        update={
            "database_url": database_url,
            "meili_url": meili_url,
            "meili_key": SecretStr(meili_key) if meili_key else None,
        }
    )


async def _with_tools(settings: Settings, work: Callable[[Tools], Awaitable[Result]]) -> Result:
    async with _tools(settings) as tools:
        return await work(tools)


@asynccontextmanager
async def _tools(settings: Settings) -> AsyncIterator[Tools]:
    database = open_database(settings)
    engine = open_engine(settings)
    try:
        yield Tools(settings, database, engine)
    finally:
        if engine is not None:
            await engine.close()
        await database.close()
