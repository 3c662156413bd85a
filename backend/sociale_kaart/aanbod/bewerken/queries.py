from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import select_whole_aanbod


async def find_whole_aanbod(session: AsyncSession, aanbod_id: UUID) -> Aanbod | None:
    """A listing with all its parts, for who only reads."""
    return await session.scalar(select_whole_aanbod([aanbod_id]))


async def find_bewerking(session: AsyncSession, aanbod_id: UUID) -> AanbodBewerking | None:
    return await session.get(AanbodBewerking, aanbod_id)


async def empty_bewerkingen(session: AsyncSession, aanbod_ids: Sequence[UUID]) -> None:
    """Forgets what was being written of these listings; no page can keep over it by accident."""
    await session.execute(
        update(AanbodBewerking)
        .where(col(AanbodBewerking.aanbod_id).in_(aanbod_ids))
        .values(inhoud=None, basis=None, versie=col(AanbodBewerking.versie) + 1)
    )
