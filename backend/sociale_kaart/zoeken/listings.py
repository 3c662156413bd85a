"""Listings as the ranking needs them, kept in memory by the version that the engine names."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.meaning.vectors import from_bytes
from sociale_kaart.zoeken.ranking.listing import Listing, Terms
from sociale_kaart.zoeken.sent import Sleutel, id_in

# Some 5 kB each.
_KEPT = 50_000
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
        self._kept: dict[Sleutel, Listing] = {}

    async def read(self, named: Sequence[Sleutel]) -> list[Listing]:
        """The listings in the order of their names, without those that are gone by now."""
        kept = self._kept
        found = [kept.get(sleutel) for sleutel in named]
        if None in found:
            await self._fetch(
                [sleutel for sleutel, one in zip(named, found, strict=True) if not one]
            )
            found = [kept.get(sleutel) for sleutel in named]
        if len(kept) > _KEPT:
            # Those that came first; whoever is still asked for is soon back.
            for sleutel in list(islice(kept, len(kept) - _KEPT // 2)):
                del kept[sleutel]
        return [one for one in found if one is not None]

    async def _fetch(self, missing: Sequence[Sleutel]) -> None:
        by_id = {id_in(sleutel): sleutel for sleutel in missing}
        async with self._database.reader() as connection:
            rows = await connection.fetch(_READ, [UUID(key) for key in by_id], self._model)
        for row in rows:
            self._kept[by_id[row["id"]]] = _listing(row)


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
