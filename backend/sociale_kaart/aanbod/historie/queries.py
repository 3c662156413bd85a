from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.models import AanbodHistorie
from sociale_kaart.accounts.models import Account
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.models import Lidmaatschap


async def list_regels(
    session: AsyncSession, aanbod_id: UUID, page: PageRequest
) -> Sequence[AanbodHistorie]:
    """What happened, the latest first; one more than the page holds."""
    query = (
        select(AanbodHistorie)
        .where(col(AanbodHistorie.aanbod_id) == aanbod_id)
        .order_by(col(AanbodHistorie.id).desc())
        .limit(page.limit + 1)
    )
    if page.after is not None:
        query = query.where(col(AanbodHistorie.id) < page.after)
    return (await session.scalars(query)).all()


async def list_since(
    session: AsyncSession, aanbod_id: UUID, regel_id: UUID
) -> Sequence[AanbodHistorie]:
    """This line and all after it, the latest first; nothing when it is not of this listing."""
    is_of = (col(AanbodHistorie.aanbod_id) == aanbod_id, col(AanbodHistorie.id) >= regel_id)
    query = select(AanbodHistorie).where(*is_of).order_by(col(AanbodHistorie.id).desc())
    rows = (await session.scalars(query)).all()
    return rows if rows and rows[-1].id == regel_id else ()


async def accounts_by_id(session: AsyncSession, ids: Iterable[UUID]) -> Mapping[UUID, Account]:
    rows = await session.scalars(select(Account).where(col(Account.id).in_(list(ids))))
    return {row.id: row for row in rows}


async def leden_of(session: AsyncSession, organisatie_id: UUID) -> frozenset[UUID]:
    """The accounts of those who work for this organisation."""
    return frozenset(
        await session.scalars(
            select(col(Lidmaatschap.account_id)).where(
                col(Lidmaatschap.organisatie_id) == organisatie_id
            )
        )
    )
