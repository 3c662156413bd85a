from datetime import datetime
from typing import NamedTuple

import asyncpg

# Listings that can be found, who offers them, what is written about, and every wijk and theme that
# has something. The order is the same each time, so that an unchanged map has an unchanged answer.
_ADDRESSES = """
SELECT '/aanbod/' || document.slug, aanbod.gewijzigd_op
    FROM aanbod_document AS document JOIN aanbod USING (id) WHERE document.zichtbaar
UNION ALL SELECT '/organisaties/' || slug, gewijzigd_op FROM organisatie WHERE EXISTS (
    SELECT FROM aanbod_document WHERE organisatie_id = organisatie.id AND zichtbaar)
UNION ALL SELECT '/situaties/' || slug, gewijzigd_op FROM situatie WHERE zichtbaar
UNION ALL SELECT '/wijken/' || slug, NULL FROM wijk
UNION ALL SELECT '/zoeken?thema=' || code, NULL FROM term
    WHERE lijst = 'thema' AND actief AND EXISTS (
    SELECT FROM aanbod_document WHERE zichtbaar AND tags @> ARRAY['thema:' || code])
ORDER BY 1 LIMIT $1
"""


class Address(NamedTuple):
    """A page in Dutch, from the root, and when what it shows was last changed, if that is known."""

    address: str
    changed: datetime | None


async def list_addresses(connection: asyncpg.Connection, limit: int) -> list[Address]:
    """What search engines may know of, beside the pages that are always there."""
    return [Address(*row) for row in await connection.fetch(_ADDRESSES, limit)]
