from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.models import Locatie, Organisatie


async def find_organisatie(session: AsyncSession, id_or_slug: str) -> Organisatie | None:
    key = as_uuid(id_or_slug)
    condition = col(Organisatie.slug) == id_or_slug if key is None else col(Organisatie.id) == key
    return await session.scalar(select(Organisatie).where(condition))


async def lock_organisatie(session: AsyncSession, organisatie_id: UUID) -> Organisatie | None:
    """The row, held until the transaction ends, so that two editors come one after another."""
    return await session.scalar(
        select(Organisatie).where(col(Organisatie.id) == organisatie_id).with_for_update()
    )


async def list_organisaties(
    session: AsyncSession, page: PageRequest, categorie: str | None = None
) -> Sequence[Organisatie]:
    """One more than the page holds, so that the caller knows whether there is a next one."""
    query = select(Organisatie).order_by(col(Organisatie.id)).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(col(Organisatie.id) > page.after)
    if categorie is not None:
        query = query.where(col(Organisatie.categorie) == categorie)
    return (await session.scalars(query)).all()


async def list_locaties(
    session: AsyncSession, page: PageRequest, wijk_code: str | None
) -> Sequence[Locatie]:
    query = select(Locatie).order_by(col(Locatie.id)).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(col(Locatie.id) > page.after)
    if wijk_code is not None:
        query = query.where(col(Locatie.wijk_code) == wijk_code)
    return (await session.scalars(query)).all()


async def find_equal_locatie(session: AsyncSession, locatie: Locatie) -> Locatie | None:
    """The row that already says exactly this, also where it says nothing."""
    query: Select[Any] = select(Locatie)
    for column in ("naam", "straat", "postcode", "plaats", "lat", "lon", "wijk_code", "geheim"):
        query = query.where(getattr(Locatie, column).is_not_distinct_from(getattr(locatie, column)))
    found: Locatie | None = await session.scalar(query)
    return found


async def find_by_source(
    session: AsyncSession, bron: str, extern_ids: Iterable[str]
) -> dict[str, Organisatie]:
    """Organisations of one source by their external id."""
    rows = await session.scalars(
        select(Organisatie).where(
            col(Organisatie.bron) == bron, col(Organisatie.extern_id).in_(list(extern_ids))
        )
    )
    return {row.extern_id: row for row in rows if row.extern_id is not None}


async def taken_slugs(session: AsyncSession, candidates: Iterable[str]) -> set[str]:
    """Which of these slugs organisations have already."""
    return set(
        await session.scalars(
            select(Organisatie.slug).where(col(Organisatie.slug).in_(list(candidates)))
        )
    )
