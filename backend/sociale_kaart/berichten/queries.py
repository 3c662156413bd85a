from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.berichten.models import Bericht


async def lock_next(session: AsyncSession, now: datetime) -> Bericht | None:
    """The mail whose turn it is, held until the transaction ends; others take the next one."""
    return await session.scalar(
        select(Bericht)
        .where(
            col(Bericht.status) == "wacht",
            col(Bericht.volgende_poging_op) <= now,
            col(Bericht.geldig_tot) > now,
        )
        .order_by(col(Bericht.volgende_poging_op))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def expire(session: AsyncSession, now: datetime) -> None:
    """Empties what could not be sent in time."""
    await session.execute(
        update(Bericht)
        .where(col(Bericht.status) == "wacht", col(Bericht.geldig_tot) <= now)
        .values(status="verlopen", inhoud=None, afgehandeld_op=now)
    )


async def delete_waiting(session: AsyncSession, begin: str) -> None:
    await session.execute(
        delete(Bericht).where(
            col(Bericht.status) == "wacht",
            col(Bericht.sleutel).startswith(begin, autoescape=True),
        )
    )


async def delete_waiting_to(session: AsyncSession, aan: str, soort: str) -> None:
    await session.execute(
        delete(Bericht).where(
            col(Bericht.status) == "wacht",
            func.lower(col(Bericht.aan)) == aan,
            col(Bericht.soort) == soort,
        )
    )


async def delete_finished_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(Bericht).where(col(Bericht.afgehandeld_op) < moment))


async def list_waiting(
    session: AsyncSession, aan: str | None, now: datetime, limit: int
) -> Sequence[Bericht]:
    """What has still to be sent, the latest first; only to one address when it is given."""
    query = (
        select(Bericht)
        .where(col(Bericht.status) == "wacht", col(Bericht.geldig_tot) > now)
        .order_by(col(Bericht.aangemaakt_op).desc(), col(Bericht.id).desc())
        .limit(limit)
    )
    if aan is not None:
        query = query.where(col(Bericht.aan) == aan)
    return (await session.scalars(query)).all()
