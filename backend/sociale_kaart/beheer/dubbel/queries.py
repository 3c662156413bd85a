from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import PHONE_FIGURES, Samenvoeging
from sociale_kaart.beheer.dubbel.rules import ALIKE, Kenmerken

# Of a meeting place with very many listings those with the titles most alike are enough.
_MOST = 60
_NEAR_METRES = 100
_METRES_PER_DEGREE = 111_320

# What is less alike counts for nothing; without this most of the time went to looking at it.
_THRESHOLD = f"SET LOCAL pg_trgm.similarity_threshold = {ALIKE}"
# What may be the same, each by an index of its own; what it really is, the rules say.
_CANDIDATES = f"""
WITH gevonden AS (
    SELECT id FROM aanbod WHERE titel % $1
    UNION SELECT id FROM aanbod WHERE lower(contact_email) = $2
    UNION SELECT id FROM aanbod WHERE {PHONE_FIGURES} = $3
    UNION SELECT aanbod.id FROM locatie JOIN aanbod ON aanbod.locatie_id = locatie.id
          WHERE NOT geheim AND lat BETWEEN $4 AND $5 AND lon BETWEEN $6 AND $7
)
SELECT d.inhoud, similarity(a.titel, $1) AS titels
FROM gevonden JOIN aanbod a USING (id) JOIN aanbod_document d USING (id)
WHERE d.zichtbaar AND id <> ALL($8::uuid[])
ORDER BY titels DESC, id LIMIT {_MOST}
"""  # noqa: S608 (our own text)


@dataclass(frozen=True)
class Candidate:
    """A listing on the map that may be the same one; `titels` is how alike the titles are."""

    document: dict[str, Any]
    titels: float


async def list_candidates(
    connection: asyncpg.Connection, titel: str, asked: Kenmerken, without: Iterable[UUID]
) -> list[Candidate]:
    """Listings with something in common with this one, the most alike title first."""
    around: tuple[float | None, ...] = (None, None, None, None)
    if asked.punt is not None:
        lat, lon = asked.punt
        high = _NEAR_METRES / _METRES_PER_DEGREE
        wide = high / max(cos(radians(lat)), 0.01)
        around = (lat - high, lat + high, lon - wide, lon + wide)
    async with connection.transaction():
        await connection.execute(_THRESHOLD)
        rows = await connection.fetch(
            _CANDIDATES, titel, asked.email, asked.telefoon, *around, list(without)
        )
    return [Candidate(orjson.loads(row["inhoud"]), row["titels"]) for row in rows]


async def list_newest(
    connection: asyncpg.Connection, since: datetime, after: UUID | None, limit: int
) -> list[dict[str, Any]]:
    """The documents of what came on the map, or was said to be double, since then; newest first."""
    rows = await connection.fetch(
        """
        SELECT d.inhoud FROM aanbod a JOIN aanbod_document d USING (id)
        WHERE d.zichtbaar AND ($2::uuid IS NULL OR a.id < $2) AND (
            a.aangemaakt_op >= $1 OR EXISTS (
                SELECT FROM melding m
                WHERE m.aanbod_id = a.id AND m.soort = 'dubbel' AND m.afgehandeld_op IS NULL
            )
        )
        ORDER BY a.id DESC LIMIT $3
        """,
        since,
        after,
        limit,
    )
    return [orjson.loads(row["inhoud"]) for row in rows]


async def not_double_with(
    connection: asyncpg.Connection, ids: Sequence[UUID]
) -> set[tuple[UUID, UUID]]:
    """The pairs with one of these that are not the same: somebody said so, or made the copy.

    A copy at another place is alike because it was meant to be, and so are two of one original.
    """
    rows = await connection.fetch(
        """
        WITH familie AS (
            SELECT kopie_id AS id, origineel_id FROM plekkopie
            UNION SELECT origineel_id, origineel_id FROM plekkopie
        )
        SELECT een_id, ander_id FROM geen_dubbel
        WHERE een_id = ANY($1::uuid[]) OR ander_id = ANY($1::uuid[])
        UNION
        SELECT een.id, ander.id FROM familie een JOIN familie ander USING (origineel_id)
        WHERE een.id < ander.id AND (een.id = ANY($1::uuid[]) OR ander.id = ANY($1::uuid[]))
        """,
        list(ids),
    )
    return {(row["een_id"], row["ander_id"]) for row in rows}


async def list_meldingen_of(session: AsyncSession, aanbod_id: UUID) -> Sequence[Melding]:
    return (await session.scalars(select(Melding).where(col(Melding.aanbod_id) == aanbod_id))).all()


async def list_earlier(session: AsyncSession, aanbod_id: UUID) -> Sequence[Samenvoeging]:
    """What went into this listing before."""
    query = select(Samenvoeging).where(col(Samenvoeging.aanbod_id) == aanbod_id)
    return (await session.scalars(query)).all()
