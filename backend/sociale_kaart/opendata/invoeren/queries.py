from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, or_, update
from sqlalchemy import select as sa_select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.queries import select_whole_aanbod
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.opendata.invoeren.models import Invoer, InvoerKoppeling, InvoerRij
from sociale_kaart.opendata.invoeren.rules import IN_THE_WORKER, NOT_RUN

Toon = Literal["alles", "nieuw", "gewijzigd", "ongewijzigd", "fouten", "gebleven"]
FAULTY = ("fout", "elders")
_TO_DO = and_(
    col(InvoerRij.uitkomst).in_(("nieuw", "gewijzigd")), col(InvoerRij.gedaan_op).is_(None)
)


async def lock_invoer(session: AsyncSession, invoer_id: UUID) -> Invoer | None:
    """The import, held until the transaction ends."""
    return await session.scalar(select(Invoer).where(col(Invoer.id) == invoer_id).with_for_update())


async def lock_next(session: AsyncSession) -> Invoer | None:
    """The import that waits longest for the worker; one that another worker holds is passed by."""
    return await session.scalar(
        select(Invoer)
        .where(col(Invoer.stand).in_(IN_THE_WORKER))
        .order_by(col(Invoer.beurt_op))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def list_of_organisatie(
    session: AsyncSession, organisatie_id: UUID, page: PageRequest
) -> Sequence[Invoer]:
    """The latest first; one more than the page holds."""
    query = (
        select(Invoer)
        .where(col(Invoer.organisatie_id) == organisatie_id)
        .order_by(col(Invoer.id).desc())
        .limit(page.limit + 1)
    )
    if page.after is not None:
        query = query.where(col(Invoer.id) < page.after)
    return (await session.scalars(query)).all()


async def count_open(session: AsyncSession, organisatie_id: UUID) -> int:
    """How many files wait for somebody to decide about them."""
    query = select(func.count()).where(
        col(Invoer.organisatie_id) == organisatie_id, col(Invoer.stand).in_(NOT_RUN)
    )
    return await session.scalar(query) or 0


async def tallies(
    session: AsyncSession, invoer_ids: Iterable[UUID]
) -> list[tuple[UUID, str | None, bool, bool, str | None, int]]:
    """Rows counted by import, outcome, whether the redactie looks, whether done, and way back."""
    done = col(InvoerRij.gedaan_op).is_not(None)
    columns = (
        col(InvoerRij.invoer_id),
        col(InvoerRij.uitkomst),
        col(InvoerRij.wacht),
        done,
        col(InvoerRij.terug),
    )
    query = sa_select(*columns, func.count()).where(col(InvoerRij.invoer_id).in_(list(invoer_ids)))
    rows = await session.execute(query.group_by(*columns))
    return [
        (key, outcome, waits, is_done, back, n) for key, outcome, waits, is_done, back, n in rows
    ]


async def list_rows(
    session: AsyncSession, invoer_id: UUID, toon: Toon, after: int, limit: int
) -> Sequence[InvoerRij]:
    """Rows in the order of the file, after this number."""
    query = (
        select(InvoerRij)
        .where(col(InvoerRij.invoer_id) == invoer_id, col(InvoerRij.nummer) > after)
        .order_by(col(InvoerRij.nummer))
        .limit(limit)
    )
    if toon == "fouten":
        query = query.where(col(InvoerRij.uitkomst).in_(FAULTY))
    elif toon == "gebleven":
        query = query.where(col(InvoerRij.terug) == toon)
    elif toon != "alles":
        query = query.where(col(InvoerRij.uitkomst) == toon)
    return (await session.scalars(query)).all()


async def texts_in_column(
    session: AsyncSession, invoer_id: UUID, at: int, limit: int
) -> list[tuple[str, int]]:
    """What stands in a column, the most frequent first, with how often."""
    text: ColumnElement[Any] = col(InvoerRij.cellen)[at].astext
    query = (
        select(text, func.count())
        .where(col(InvoerRij.invoer_id) == invoer_id, func.btrim(text) != "")
        .group_by(text)
        .order_by(func.count().desc(), text)
        .limit(limit)
    )
    return [(found, count) for found, count in await session.execute(query)]


async def forget_outcomes(session: AsyncSession, invoer_id: UUID) -> None:
    """Has all rows looked at again."""
    await session.execute(
        update(InvoerRij)
        .where(col(InvoerRij.invoer_id) == invoer_id)
        .values(uitkomst=None, sleutel=None, titel=None, aanbod_id=None, versie=None, status=None)
    )


async def rows_to_look_at(
    session: AsyncSession, invoer_id: UUID, limit: int
) -> Sequence[InvoerRij]:
    query = (
        select(InvoerRij)
        .where(col(InvoerRij.invoer_id) == invoer_id, col(InvoerRij.uitkomst).is_(None))
        .order_by(col(InvoerRij.nummer))
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def numbers_to_do(
    session: AsyncSession, invoer_id: UUID, limit: int, *, back: bool
) -> Sequence[int]:
    """The numbers of rows that are to be brought in, or taken back (the last one first)."""
    if back:
        condition = and_(col(InvoerRij.gedaan_op).is_not(None), col(InvoerRij.terug).is_(None))
        order: ColumnElement[Any] = col(InvoerRij.nummer).desc()
    else:
        condition, order = _TO_DO, col(InvoerRij.nummer).asc()
    query = select(col(InvoerRij.nummer)).where(col(InvoerRij.invoer_id) == invoer_id, condition)
    return (await session.scalars(query.order_by(order).limit(limit))).all()


async def lock_row(session: AsyncSession, invoer_id: UUID, nummer: int) -> InvoerRij | None:
    return await session.scalar(
        select(InvoerRij)
        .where(col(InvoerRij.invoer_id) == invoer_id, col(InvoerRij.nummer) == nummer)
        .with_for_update()
    )


async def own_listings(
    session: AsyncSession, organisatie_id: UUID, keys: Collection[str], titles: Collection[str]
) -> Sequence[Aanbod]:
    """Whole listings of an organisation that have one of these keys, or one of these titles."""
    ids = [key for key in map(as_uuid, keys) if key is not None]
    found = await session.scalars(
        select(col(Aanbod.id)).where(
            col(Aanbod.organisatie_id) == organisatie_id,
            or_(
                col(Aanbod.extern_id).in_(keys),
                col(Aanbod.id).in_(ids),
                func.lower(col(Aanbod.titel)).in_(titles),
            ),
        )
    )
    return (await session.scalars(select_whole_aanbod(found))).all()


async def keys_of_others(
    session: AsyncSession, organisatie_id: UUID, bron: str, keys: Collection[str]
) -> set[str]:
    """Which of these keys are those of listings that another organisation has."""
    ids = [key for key in map(as_uuid, keys) if key is not None]
    rows = await session.execute(
        select(col(Aanbod.id), col(Aanbod.extern_id)).where(
            col(Aanbod.organisatie_id) != organisatie_id,
            or_(
                col(Aanbod.id).in_(ids),
                and_(col(Aanbod.bron) == bron, col(Aanbod.extern_id).in_(keys)),
            ),
        )
    )
    found = {key for aanbod_id, extern_id in rows for key in (str(aanbod_id), extern_id)}
    return {key for key in keys if key in found or str(as_uuid(key) or "") in found}


async def voorstellen_of(session: AsyncSession, ids: Iterable[UUID]) -> dict[UUID, AanbodVoorstel]:
    """The changes that wait for the redactie, by listing."""
    rows = await session.scalars(
        select(AanbodVoorstel).where(
            col(AanbodVoorstel.aanbod_id).in_(list(ids)), col(AanbodVoorstel.besluit).is_(None)
        )
    )
    return {row.aanbod_id: row for row in rows}


async def earlier_rows(
    session: AsyncSession,
    invoer_id: UUID,
    before: int,
    keys: Collection[str],
    aanbod_ids: Collection[UUID],
) -> list[tuple[int, str | None, UUID | None]]:
    """The rows before this number that are about the same things: number, key and listing."""
    rows = await session.execute(
        select(col(InvoerRij.nummer), col(InvoerRij.sleutel), col(InvoerRij.aanbod_id))
        .where(
            col(InvoerRij.invoer_id) == invoer_id,
            col(InvoerRij.nummer) < before,
            or_(col(InvoerRij.sleutel).in_(keys), col(InvoerRij.aanbod_id).in_(aanbod_ids)),
        )
        .order_by(col(InvoerRij.nummer))
    )
    return [(nummer, sleutel, aanbod_id) for nummer, sleutel, aanbod_id in rows]


async def find_koppeling(session: AsyncSession, organisatie_id: UUID) -> InvoerKoppeling | None:
    return await session.get(InvoerKoppeling, organisatie_id)


async def delete_old(session: AsyncSession, undone: datetime, done: datetime) -> None:
    """Removes what was never run since the one moment, and what was run before the other."""
    await session.execute(
        delete(Invoer).where(
            or_(
                and_(col(Invoer.stand).in_(NOT_RUN), col(Invoer.beurt_op) < undone),
                col(Invoer.klaar_op) < done,
            )
        )
    )
