"""Writes what was counted, now and then and all at once."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import structlog
from sqlalchemy.exc import SQLAlchemyError

from sociale_kaart.core.clock import today
from sociale_kaart.core.counting import Counts, month_of
from sociale_kaart.core.db import Database
from sociale_kaart.inzicht.bereik import queries
from sociale_kaart.inzicht.bereik.rules import DREMPEL, KEPT
from sociale_kaart.inzicht.bereik.vragen import Vragen

log = structlog.get_logger()

_AWAY = (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)


@asynccontextmanager
async def writing(
    database: Database, counts: Counts, vragen: Vragen, seconds: float
) -> AsyncIterator[None]:
    """Writes once in so many seconds while the block runs, and at its end."""
    job = asyncio.create_task(_keep_writing(database, counts, vragen, seconds))
    yield
    job.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await job
    await write_counts(database, counts, vragen)


async def _keep_writing(database: Database, counts: Counts, vragen: Vragen, seconds: float) -> None:
    """All processes write at the same moment, as each time kept answers are made anew."""
    while True:
        await asyncio.sleep(seconds - time.time() % seconds)
        await write_counts(database, counts, vragen)


async def write_counts(database: Database, counts: Counts, vragen: Vragen) -> None:
    """Adds to the database what was counted; what cannot be written now waits for the next time."""
    bereik, gevraagd = counts.take(), vragen.counts.take()
    written = False
    try:
        async with database.transaction() as session:
            await queries.add_bereik(session, bereik)
            await queries.add_vragen(session, gevraagd, DREMPEL)
            known = await queries.known_vragen(session, month_of(today()))
        written = True
        vragen.know(known)
    except _AWAY as error:
        log.warning("counts_wait", reason=type(error).__name__)
    finally:
        # Also when it was stopped half-way: then it is done again at the end.
        if not written:
            counts.give_back(bereik)
            vragen.counts.give_back(gevraagd)


async def forget_old_counts(database: Database) -> None:
    """Counts of no month are kept longer than three years."""
    async with database.transaction() as session:
        await queries.delete_before(session, month_of(today()) - KEPT)
