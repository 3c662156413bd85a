from datetime import datetime
from uuid import UUID

import asyncpg
from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.beelden.models import Beeld

_VERSION = "SELECT inhoud FROM beeld_versie WHERE beeld_id = $1 AND breedte = $2"


async def find_beeld(session: AsyncSession, beeld_id: UUID) -> Beeld | None:
    return await session.get(Beeld, beeld_id)


async def count_since(session: AsyncSession, organisatie_id: UUID, since: datetime) -> int:
    """How many pictures an organisation sent since a moment."""
    query = (
        select(func.count())
        .select_from(Beeld)
        .where(col(Beeld.organisatie_id) == organisatie_id, col(Beeld.gemaakt_op) >= since)
    )
    return await session.scalar(query) or 0


async def find_versie(reader: asyncpg.Connection, beeld_id: UUID, breedte: int) -> bytes | None:
    """The WebP of a picture in this width."""
    found: bytes | None = await reader.fetchval(_VERSION, beeld_id, breedte)
    return found
