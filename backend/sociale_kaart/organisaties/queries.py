from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, collate, or_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.core.db import DUTCH_ORDER
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.models import Locatie, Organisatie

# `rules.is_public` in the database.
IS_PUBLIC = col(Organisatie.gecontroleerd_op).is_not(None)

_LOCATIE_COLUMNS = ("naam", "straat", "postcode", "plaats", "lat", "lon", "wijk_code", "geheim")


async def find_organisatie(session: AsyncSession, id_or_slug: str) -> Organisatie | None:
    """Also one that the public may not know of: whoever asks for it has to look at that."""
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
    """Public ones; one more than the page holds, so that the caller knows whether there is a next."""
    query = select(Organisatie).where(IS_PUBLIC).order_by(col(Organisatie.id)).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(col(Organisatie.id) > page.after)
    if categorie is not None:
        query = query.where(col(Organisatie.categorie) == categorie)
    return (await session.scalars(query)).all()


async def list_by_name(session: AsyncSession, ids: Iterable[UUID]) -> Sequence[Organisatie]:
    """These organisations, in the order of a Dutch phone book."""
    return (
        await session.scalars(
            select(Organisatie)
            .where(col(Organisatie.id).in_(list(ids)))
            .order_by(collate(col(Organisatie.naam), DUTCH_ORDER), col(Organisatie.id))
        )
    ).all()


async def find_equal_locaties(
    session: AsyncSession, locaties: Iterable[Locatie]
) -> dict[tuple[Any, ...], Locatie]:
    """The rows that already say exactly this, by what they say (`locatie_key`)."""
    wanted = {locatie_key(locatie) for locatie in locaties}
    if not wanted:
        return {}
    rows = await session.scalars(select(Locatie).where(or_(*map(_says, wanted))))
    return {locatie_key(row): row for row in rows}


async def find_equal_locatie(session: AsyncSession, locatie: Locatie) -> Locatie | None:
    return (await find_equal_locaties(session, [locatie])).get(locatie_key(locatie))


def locatie_key(locatie: Locatie) -> tuple[Any, ...]:
    """What makes a place the same place as another one."""
    return tuple(getattr(locatie, column) for column in _LOCATIE_COLUMNS)


def _says(key: tuple[Any, ...]) -> ColumnElement[bool]:
    # Not IS NOT DISTINCT FROM: PostgreSQL would read the whole table instead of the index.
    return and_(
        *(getattr(Locatie, name) == value if value is not None else getattr(Locatie, name).is_(None)
          for name, value in zip(_LOCATIE_COLUMNS, key, strict=True))
    )  # fmt: skip


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
