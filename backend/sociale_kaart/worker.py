"""Drains the outbox and does what the clock asks for."""

import asyncio
import contextlib
import signal
from datetime import date

import asyncpg
import structlog
from sqlalchemy.exc import SQLAlchemyError

from sociale_kaart.aanbod.queries import ids_computed_before
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.outbox import touch
from sociale_kaart.zoeken.engine import Engine, EngineAwayError
from sociale_kaart.zoeken.sync import discard_outbox, drain_outbox, needs_rebuild, rebuild

log = structlog.get_logger()

_IDLE_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 10.0
_CHECK_SECONDS = 60.0
_DOCUMENTS_AT_ONCE = 200
_AWAY = (EngineAwayError, SQLAlchemyError, asyncpg.PostgresError, OSError)


async def run_worker(database: Database, engine: Engine | None) -> None:
    """Works until it gets SIGTERM or SIGINT; what it was doing is finished or undone."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    sync = _discard(database, stopping) if engine is None else _sync(database, engine, stopping)
    await asyncio.gather(sync, _keep_dates(database, stopping))


async def _discard(database: Database, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await discard_outbox(database)
        except _AWAY as error:
            log.warning("sync_waits", reason=type(error).__name__)
        await _pause(stopping, _LONGEST_WAIT_SECONDS)


async def _sync(database: Database, engine: Engine, stopping: asyncio.Event) -> None:
    wait = _IDLE_SECONDS
    next_check = 0.0
    clock = asyncio.get_running_loop().time
    while not stopping.is_set():
        try:
            if clock() >= next_check:
                if await needs_rebuild(database, engine):
                    await rebuild(database, engine)
                next_check = clock() + _CHECK_SECONDS
            handled = await drain_outbox(database, engine)
        except _AWAY as error:
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
            # An engine that comes back may come back empty.
            next_check = 0.0
            log.warning("sync_waits", reason=type(error).__name__, seconds=wait)
        else:
            wait = 0 if handled else _IDLE_SECONDS
        await _pause(stopping, wait)


async def _keep_dates(database: Database, stopping: asyncio.Event) -> None:
    """Spells out the coming times again when a new day has begun."""
    while not stopping.is_set():
        try:
            renewed = await renew_documents(database, today())
        except _AWAY as error:
            log.warning("renewal_waits", reason=type(error).__name__)
            renewed = 0
        await _pause(stopping, 0 if renewed else _CHECK_SECONDS)


async def renew_documents(database: Database, day: date) -> int:
    """Writes some documents anew that were computed before this day; returns how many."""
    async with database.transaction() as session:
        ids = await ids_computed_before(session, day, _DOCUMENTS_AT_ONCE)
        touch(session.sync_session, [("aanbod", key) for key in ids])
    return len(ids)


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), timeout=seconds)
