"""Listings as the ranking needs them, kept in memory by the version that the engine names."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.meaning.vectors import from_bytes
from sociale_kaart.zoeken.ranking.listing import Listing
from sociale_kaart.zoeken.sent import Candidate

# Some 10 kB each.
_KEPT = 10_000
_READ = """
SELECT z.id::text AS id, z.document, z.termen, z.gewichten, z.lengte, b.vector
FROM zoek_rij AS z LEFT JOIN zoek_betekenis AS b ON b.id = z.id AND b.model = $2
WHERE z.id = ANY($1::uuid[])
"""


class ListingStore:
    """Reads listings once for each version; whoever changed gets another version."""

    def __init__(self, database: Database, model: str | None) -> None:
        self._database = database
        self._model = model
        self._kept: OrderedDict[str, tuple[str, Listing]] = OrderedDict()

    async def read(self, candidates: Sequence[Candidate]) -> list[Listing]:
        """The listings in the order of the candidates, without those that are gone by now."""
        missing = [
            key
            for key, version in candidates
            if (kept := self._kept.get(key)) is None or kept[0] != version
        ]
        fresh: dict[str, Listing] = {}
        if missing:
            async with self._database.reader() as connection:
                rows = await connection.fetch(_READ, [UUID(key) for key in missing], self._model)
            fresh = {row["id"]: _listing(row) for row in rows}
        gone = set(missing) - fresh.keys()
        found = []
        for key, version in candidates:
            if key in gone:
                continue
            listing = fresh.get(key) or self._kept[key][1]
            self._kept[key] = (version, listing)
            self._kept.move_to_end(key)
            found.append(listing)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def _listing(row: asyncpg.Record | Mapping[str, Any]) -> Listing:
    document = orjson.loads(row["document"])
    vector = row["vector"]
    return Listing.of(
        (row["termen"], row["gewichten"], row["lengte"]),
        None if vector is None else from_bytes(vector),
        document,
        orjson.dumps(document["kaart"]),
    )
