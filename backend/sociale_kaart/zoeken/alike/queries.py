from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

import asyncpg


class Asked(NamedTuple):
    """The listing that others are compared with, as far as the database compares."""

    id: UUID
    themas: Sequence[str]
    doelgroepen: Sequence[str]
    niveau: int


_VECTOR = "SELECT vector FROM zoek_betekenis WHERE id = $1 AND model = $2"
# What shares most is read whole; which of these are most alike is for the rules to say.
_CANDIDATES = """
SELECT z.id, z.document, b.vector
FROM (
    SELECT id FROM zoek_rij
    WHERE tags && $2::text[] AND id <> $1 AND rang_niveau <= $4
    ORDER BY 2 * cardinality(ARRAY(SELECT unnest(tags) INTERSECT SELECT unnest($2::text[])))
        + cardinality(ARRAY(SELECT unnest(tags) INTERSECT SELECT unnest($3::text[]))) DESC,
        rang_niveau, id
    LIMIT $6
) AS most
JOIN zoek_rij AS z ON z.id = most.id
LEFT JOIN zoek_betekenis AS b ON b.id = z.id AND b.model = $5
ORDER BY z.id
"""


async def find_vector(
    connection: asyncpg.Connection, aanbod_id: UUID, model: str | None
) -> bytes | None:
    """The stored vector of a listing; None when it has none, as when it has stopped."""
    vector: bytes | None = await connection.fetchval(_VECTOR, aanbod_id, model)
    return vector


async def find_candidates(
    connection: asyncpg.Connection, asked: Asked, model: str | None, limit: int
) -> list[asyncpg.Record]:
    """Listings on the map (id, document, vector) that share a theme and are no heavier."""
    rows: list[asyncpg.Record] = await connection.fetch(
        _CANDIDATES, asked.id, asked.themas, asked.doelgroepen, asked.niveau, model, limit
    )
    return rows
