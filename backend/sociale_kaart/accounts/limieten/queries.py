from datetime import date, datetime, timedelta

import asyncpg
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.accounts.limieten.models import Limiet, Limietgeheim

# One statement, so that of many who try at once each is counted.
_COUNT = """
INSERT INTO limiet AS l (sleutel_hash, aantal, tot) VALUES ($1, 1, now() + $2)
ON CONFLICT (sleutel_hash) DO UPDATE SET
    aantal = CASE WHEN l.tot <= now() THEN 1 ELSE l.aantal + 1 END,
    tot = CASE WHEN l.tot <= now() THEN excluded.tot ELSE l.tot END
RETURNING aantal
"""
_FORGET = "DELETE FROM limiet WHERE sleutel_hash = $1"
_NEW_DAY = "INSERT INTO limietgeheim (dag, geheim) VALUES ($1, $2) ON CONFLICT DO NOTHING"
_OF_DAY = "SELECT geheim FROM limietgeheim WHERE dag = $1"


async def count_try(connection: asyncpg.Connection, sleutel_hash: bytes, window: timedelta) -> int:
    """How many tries there were, with this one, since the first that still counts."""
    number: int = await connection.fetchval(_COUNT, sleutel_hash, window)
    return number


async def forget_tries(connection: asyncpg.Connection, sleutel_hash: bytes) -> None:
    await connection.execute(_FORGET, sleutel_hash)


async def secret_of(connection: asyncpg.Connection, day: date, offered: bytes) -> bytes:
    """The secret of this day, which is the offered one when there was none yet."""
    await connection.execute(_NEW_DAY, day, offered)
    secret: bytes = await connection.fetchval(_OF_DAY, day)
    return secret


async def delete_ended(session: AsyncSession, now: datetime, day: date) -> None:
    """Removes tries that do not count any more, and the secrets of earlier days."""
    await session.execute(delete(Limiet).where(col(Limiet.tot) <= now))
    await session.execute(delete(Limietgeheim).where(col(Limietgeheim.dag) < day))
