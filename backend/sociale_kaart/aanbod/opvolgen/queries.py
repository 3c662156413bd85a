from collections.abc import Sequence
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.models import AanbodDocument
from sociale_kaart.aanbod.opvolgen.models import Opvolger

# From what stopped to the first after it that is on the map. UNION keeps no row twice, which ends
# a circle of listings that all stopped; what became a draft again leads nowhere.
_ENDS = """
WITH RECURSIVE keten (begin, id) AS (
    SELECT aanbod_id, opvolger_id FROM opvolger WHERE aanbod_id = ANY({ids})
    UNION
    SELECT keten.begin, verder.opvolger_id
    FROM keten
    JOIN aanbod_document d ON d.id = keten.id AND d.openbaar AND NOT d.zichtbaar
    JOIN opvolger verder ON verder.aanbod_id = keten.id
)
SELECT keten.begin, d.inhoud FROM keten JOIN aanbod_document d USING (id) WHERE d.zichtbaar
"""
_FOR_READERS = _ENDS.format(ids="$1::uuid[]")
_FOR_SESSIONS = text(_ENDS.format(ids="CAST(:ids AS uuid[])"))


async def find_end(connection: asyncpg.Connection, aanbod_id: UUID) -> dict[str, Any] | None:
    """The public document of where people can go now; None when that is nowhere (any more)."""
    row = await connection.fetchrow(_FOR_READERS, [aanbod_id])
    return None if row is None else dict(orjson.loads(row["inhoud"]))


async def ends_of(session: AsyncSession, aanbod_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """The same of many, by the id of what stopped."""
    rows = await session.execute(_FOR_SESSIONS, {"ids": list(aanbod_ids)})
    return {begin: dict(orjson.loads(inhoud)) for begin, inhoud in rows}


async def is_on_the_map(session: AsyncSession, aanbod_id: UUID) -> bool:
    return bool(
        await session.scalar(
            select(AanbodDocument.zichtbaar).where(col(AanbodDocument.id) == aanbod_id)
        )
    )


async def list_leading_to(session: AsyncSession, aanbod_id: UUID) -> Sequence[Opvolger]:
    query = select(Opvolger).where(col(Opvolger.opvolger_id) == aanbod_id)
    return (await session.scalars(query)).all()
