"""Listings as the ranking needs them, kept in memory by the version that the engine names."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.meaning.vectors import from_bytes
from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.listing import Listing, Terms
from sociale_kaart.zoeken.ranking.table import Table
from sociale_kaart.zoeken.sent import Sleutel, id_in

# Some 4 kB each.
_KEPT = 120_000
# Each takes a fifth of a millisecond, and others are waiting.
_READ_AT_ONCE = 200
_READ = """
SELECT z.id::text AS id, z.document, z.tags, z.termen, z.gewichten, z.lengte, b.vector
FROM zoek_rij AS z LEFT JOIN zoek_betekenis AS b ON b.id = z.id AND b.model = $2
WHERE z.id = ANY($1::uuid[])
"""


class ListingStore:
    """Reads listings once for each version; whoever changed gets another version."""

    def __init__(self, database: Database, model: str | None) -> None:
        self._database = database
        self._model = model
        self._table = Table()
        self._rows: dict[Sleutel, int] = {}

    async def read(self, named: Sequence[Sleutel]) -> Batch:
        """The listings in the order of their names, without those that are gone by now."""
        if len(self._table) > _KEPT:
            # Older versions and what is never asked for go; whoever is asked for is soon back.
            self._table, self._rows = Table(), {}
        table, rows = self._table, self._rows
        missing = [sleutel for sleutel in named if sleutel not in rows]
        for begin in range(0, len(missing), _READ_AT_ONCE):
            for sleutel, listing in await self._fetch(missing[begin : begin + _READ_AT_ONCE]):
                # Meanwhile another question may have read it.
                if sleutel not in rows:
                    rows[sleutel] = table.add(listing)
        return Batch(table, [rows[sleutel] for sleutel in named if sleutel in rows])

    async def _fetch(self, missing: Sequence[Sleutel]) -> list[tuple[Sleutel, Listing]]:
        by_id = {id_in(sleutel): sleutel for sleutel in missing}
        async with self._database.reader() as connection:
            rows = await connection.fetch(_READ, [UUID(key) for key in by_id], self._model)
        return [(by_id[row["id"]], _listing(row)) for row in rows]


def _listing(row: asyncpg.Record | Mapping[str, Any]) -> Listing:
    document = orjson.loads(row["document"])
    vector = row["vector"]
    return Listing.of(
        Terms(row["termen"], row["gewichten"], row["lengte"]),
        row["tags"],
        None if vector is None else from_bytes(vector),
        document,
        orjson.dumps(document["kaart"]),
    )
