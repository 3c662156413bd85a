from collections.abc import Sequence

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.situaties.models import Situatie


async def list_situaties(session: AsyncSession, *, hidden: bool) -> Sequence[Situatie]:
    """In the order of the redactie; with `hidden` also those that are kept for later."""
    statement = select(Situatie).order_by(col(Situatie.volgorde), col(Situatie.titel))
    if not hidden:
        statement = statement.where(col(Situatie.zichtbaar))
    return (await session.scalars(statement)).all()


async def find_situatie(session: AsyncSession, slug: str) -> Situatie | None:
    return await session.get(Situatie, slug)


async def lock_situatie(session: AsyncSession, slug: str) -> Situatie | None:
    return await session.get(Situatie, slug, with_for_update=True)


async def add_missing(session: AsyncSession, rows: Sequence[dict[str, object]]) -> None:
    """Those whose slug is not there yet; what the redactie made of the others stays."""
    await session.execute(insert(Situatie).values(list(rows)).on_conflict_do_nothing())
