import asyncpg

from bench.peers.peer import PAGE, Answer, Asked, counted, others_of
from sociale_kaart.zoeken.tags import FACETS

_MAKE = """
CREATE TABLE peer AS
SELECT id::text AS id,
    ARRAY(SELECT one FROM unnest(tags) AS one WHERE split_part(one, ':', 1) = ANY($1)) AS tags,
    setweight(to_tsvector('dutch', tekst_titel), 'A')
    || to_tsvector('dutch', concat_ws(' ', tekst_onderwerp, tekst_rest)) AS words
FROM zoek_rij
"""
_FINISH = """
CREATE INDEX ON peer USING gin (words);
CREATE INDEX ON peer USING gin (tags);
ANALYZE peer
"""


class PostgresPeer:
    """Full text with Dutch stems, an index on words and one on tags."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def fill(self) -> None:
        await self._connection.execute(_MAKE, list(FACETS))
        await self._connection.execute(_FINISH)

    async def ask(self, asked: Asked) -> Answer:
        words, groups = asked
        text = " ".join(words)
        where, values = _conditions(groups)
        rows = await self._connection.fetch(
            "SELECT id, count(*) OVER () AS total FROM peer"  # noqa: S608 (only places)
            f" WHERE words @@ plainto_tsquery('dutch', $1){where}"
            f" ORDER BY ts_rank(words, plainto_tsquery('dutch', $1)) DESC LIMIT {PAGE}",
            text,
            *values,
        )
        counts: dict[str, int] = {}
        for facet in (None, *groups):
            where, values = _conditions(others_of(facet, groups))
            found = await self._connection.fetch(
                "SELECT one, count(*) AS number FROM peer, unnest(tags) AS one"  # noqa: S608 (only places)
                f" WHERE words @@ plainto_tsquery('dutch', $1){where} GROUP BY one",
                text,
                *values,
            )
            counts |= counted(facet, groups, found)
        return (rows[0]["total"] if rows else 0), [row["id"] for row in rows], counts


def _conditions(groups: dict[str, list[str]]) -> tuple[str, list[list[str]]]:
    places = "".join(f" AND tags && ${number}" for number in range(2, len(groups) + 2))
    return places, list(groups.values())
