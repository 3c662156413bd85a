"""Work that is done again and again until the worker stops."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import asyncpg
import structlog
from sqlalchemy.exc import SQLAlchemyError

from sociale_kaart.core.listening import Listener
from sociale_kaart.zoeken.connection import EngineAwayError

log = structlog.get_logger()

# What is said by something that will be back.
AWAY = (EngineAwayError, SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)


async def repeat(
    step: Callable[[], Awaitable[int | None]],
    stopping: asyncio.Event,
    idle: float,
    *,
    waits: str,
    told: Listener | None = None,
) -> None:
    """Does a piece of work again and again, at once while there is more of it.

    Args:
        step: does a piece and says whether it did anything; while something is away it waits too.
        stopping: set when there is to be no next time.
        idle: seconds until it looks again when there was nothing to do.
        waits: what the log says while something is away.
        told: who hears that there is work, so that it need not be waited for.
    """
    while not stopping.is_set():
        worked: int | None = None
        try:
            worked = await step()
        except AWAY as error:
            log.warning(waits, reason=type(error).__name__)
        wait = 0 if worked else idle
        await (pause(stopping, wait) if told is None else told.wait(stopping, wait))


async def pause(stopping: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), timeout=seconds)
