from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import delete, or_, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.core.paging import PageRequest
from sociale_kaart.zoeken.synonyms.expansions import Paar
from sociale_kaart.zoeken.synonyms.models import Synoniem, SynoniemZaad

Key = tuple[str, str]

# Every row with its version in one number, so that no change goes unseen: not one of an older
# moment that commits later, and not one row that went while another came.
_FINGERPRINT = """
SELECT count(*) || ':' || coalesce(sum(hashtextextended(id::text, versie)), 0) FROM synoniem
"""
_PAIRS = """
SELECT woord_kaal, betekent_kaal, richting, heel_woord FROM synoniem
ORDER BY woord_kaal, betekent_kaal
"""


async def list_synoniemen(
    session: AsyncSession, page: PageRequest, words: str = ""
) -> Sequence[Synoniem]:
    """One more than the page holds; with `words` (folded) only rows that have them in a side."""
    query = select(Synoniem).order_by(col(Synoniem.id)).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(col(Synoniem.id) > page.after)
    if words:
        query = query.where(
            or_(
                col(Synoniem.woord_kaal).contains(words, autoescape=True),
                col(Synoniem.betekent_kaal).contains(words, autoescape=True),
            )
        )
    return (await session.scalars(query)).all()


async def find_synoniem(session: AsyncSession, synoniem_id: UUID) -> Synoniem | None:
    return await session.get(Synoniem, synoniem_id)


async def lock_synoniem(session: AsyncSession, synoniem_id: UUID) -> Synoniem | None:
    """The row, held until the transaction ends, so that two editors come one after another."""
    return await session.scalar(
        select(Synoniem).where(col(Synoniem.id) == synoniem_id).with_for_update()
    )


async def read_fingerprint(connection: asyncpg.Connection) -> str:
    return str(await connection.fetchval(_FINGERPRINT))


async def read_pairs(connection: asyncpg.Connection) -> list[Paar]:
    return [Paar(*row) for row in await connection.fetch(_PAIRS)]


async def offered_pairs(session: AsyncSession) -> set[Key]:
    """The pairs of the list that comes with the code which were put on the map before."""
    rows = await session.execute(select(SynoniemZaad.woord_kaal, SynoniemZaad.betekent_kaal))
    return {(woord, betekent) for woord, betekent in rows}


async def untouched_synoniemen(session: AsyncSession) -> dict[Key, Synoniem]:
    """The rows that nobody changed since they came with the code; held, so that nobody does now."""
    rows = await session.scalars(
        select(Synoniem).where(col(Synoniem.herkomst) == "kaart").with_for_update()
    )
    return {(row.woord_kaal, row.betekent_kaal): row for row in rows}


async def add_offered(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """New pairs of the list; one that the redactie made itself meanwhile stays theirs."""
    if rows:
        await session.execute(insert(Synoniem).on_conflict_do_nothing(), rows)
        keys = [{key: row[key] for key in ("woord_kaal", "betekent_kaal")} for row in rows]
        await session.execute(insert(SynoniemZaad), keys)


async def drop_offered(session: AsyncSession, keys: Iterable[Key]) -> None:
    """Forgets pairs that are no longer in the list, with their untouched rows."""
    gone = list(keys)
    for table in (Synoniem, SynoniemZaad):
        pair = tuple_(col(table.woord_kaal), col(table.betekent_kaal))
        await session.execute(delete(table).where(pair.in_(gone)))
