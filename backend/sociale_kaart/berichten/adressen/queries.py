from typing import Any

from sqlalchemy import any_, exists, func, literal
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select

from sociale_kaart.berichten.adressen.models import Mailadres
from sociale_kaart.berichten.soorten import Berichtsoort


async def find_adres(session: AsyncSession, aan: str) -> Mailadres | None:
    return await session.scalar(select(Mailadres).where(col(Mailadres.adres) == aan.lower()))


async def find_by_sleutel(session: AsyncSession, sleutel: str) -> Mailadres | None:
    return await session.scalar(select(Mailadres).where(col(Mailadres.sleutel) == sleutel))


async def put_adres(session: AsyncSession, aan: str) -> None:
    """Makes the row of this address when there is none; of two who make it one does."""
    await session.execute(
        insert(Mailadres)
        .values(Mailadres(adres=aan.lower()).model_dump())
        .on_conflict_do_nothing(index_elements=["adres"])
    )


async def lock_adres(session: AsyncSession, aan: str) -> Mailadres:
    """The row of this address, held until the transaction ends, so that changes take turns."""
    await put_adres(session, aan)
    return (
        await session.scalars(
            select(Mailadres)
            .where(col(Mailadres.adres) == aan.lower())
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).one()


def has_stopped(adres: Any, soort: Berichtsoort) -> ColumnElement[bool]:
    """Whether this column has an address where such mail is not wanted."""
    return exists().where(
        col(Mailadres.adres) == func.lower(adres), literal(soort) == any_(col(Mailadres.afgemeld))
    )
