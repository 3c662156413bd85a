from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.aanbod.models import Aanbod, Moment
from sociale_kaart.accounts.models import Account
from sociale_kaart.organisaties.models import Lidmaatschap


async def lock_bron(session: AsyncSession, bron_id: UUID) -> Agendabron | None:
    """The calendar, held until the transaction ends."""
    return await session.scalar(
        select(Agendabron).where(col(Agendabron.id) == bron_id).with_for_update()
    )


async def lock_next(session: AsyncSession, now: datetime) -> Agendabron | None:
    """The calendar that waits longest to be read; one that another worker holds is passed by."""
    return await session.scalar(
        select(Agendabron)
        .where(col(Agendabron.volgende_op) <= now)
        .order_by(col(Agendabron.volgende_op))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def list_of_organisatie(session: AsyncSession, organisatie_id: UUID) -> Sequence[Agendabron]:
    return (
        await session.scalars(
            select(Agendabron)
            .where(col(Agendabron.organisatie_id) == organisatie_id)
            .order_by(col(Agendabron.id))
        )
    ).all()


async def count_of_organisatie(session: AsyncSession, organisatie_id: UUID) -> int:
    query = select(func.count()).where(col(Agendabron.organisatie_id) == organisatie_id)
    return await session.scalar(query) or 0


async def connected_ids(session: AsyncSession, bron_id: UUID) -> Sequence[UUID]:
    """The listings that take their times from a calendar, in the order in which rows are held."""
    return (
        await session.scalars(
            select(col(Aanbod.id))
            .where(col(Aanbod.agendabron_id) == bron_id)
            .order_by(col(Aanbod.id))
        )
    ).all()


async def connected(
    session: AsyncSession, bron_ids: Iterable[UUID]
) -> list[tuple[UUID, Aanbod, int]]:
    """Calendar and listing of each connection, with how many times the listing has now."""
    rows = await session.execute(
        select(Aanbod, func.count(col(Moment.id)))
        .outerjoin(Moment, col(Moment.aanbod_id) == col(Aanbod.id))
        .where(col(Aanbod.agendabron_id).in_(list(bron_ids)))
        .group_by(col(Aanbod.id))
        .order_by(col(Aanbod.titel), col(Aanbod.id))
    )
    return [
        (aanbod.agendabron_id, aanbod, number)
        for aanbod, number in rows
        if aanbod.agendabron_id is not None
    ]


async def titles_of(
    session: AsyncSession, organisatie_id: UUID, ids: Iterable[UUID]
) -> dict[UUID, str]:
    """What these listings are called, as far as they are of this organisation."""
    rows = await session.execute(
        select(col(Aanbod.id), col(Aanbod.titel)).where(
            col(Aanbod.organisatie_id) == organisatie_id, col(Aanbod.id).in_(list(ids))
        )
    )
    return {row.id: row.titel for row in rows}


async def owners_of(session: AsyncSession, organisatie_id: UUID) -> Sequence[str]:
    """Where the owners of an organisation read their mail."""
    found = await session.scalars(
        select(col(Account.email))
        .join(Lidmaatschap, col(Lidmaatschap.account_id) == col(Account.id))
        .where(
            col(Lidmaatschap.organisatie_id) == organisatie_id,
            col(Lidmaatschap.rol) == "eigenaar",
        )
        # All who write to several people do it in this order, so that they never wait for each other.
        .order_by(col(Account.email))
    )
    return [email for email in found if email is not None]
