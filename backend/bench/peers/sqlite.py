import sqlite3
from collections.abc import AsyncIterable

from bench.peers.peer import PAGE, TITLE_WEIGHT, Answer, Asked, Text, counted, others_of


class SqlitePeer:
    """FTS5 in this process, in memory, with an index on tags."""

    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.executescript(
            "CREATE VIRTUAL TABLE words USING fts5(title, rest, tokenize='unicode61');"
            "CREATE TABLE tags (listing INTEGER, tag TEXT, PRIMARY KEY (listing, tag))"
            " WITHOUT ROWID;"
            "CREATE TABLE ids (listing INTEGER PRIMARY KEY, id TEXT)"
        )

    async def fill(self, texts: AsyncIterable[Text]) -> None:
        async for one in texts:
            cursor = self._base.execute("INSERT INTO ids (id) VALUES (?)", (one.id,))
            key = cursor.lastrowid
            self._base.execute(
                "INSERT INTO words (rowid, title, rest) VALUES (?, ?, ?)",
                (key, one.title, one.rest),
            )
            self._base.executemany("INSERT INTO tags VALUES (?, ?)", [(key, t) for t in one.tags])
        self._base.executescript("CREATE INDEX by_tag ON tags (tag, listing); ANALYZE")

    async def ask(self, asked: Asked) -> Answer:
        words, groups = asked
        text = " ".join(f'"{word}"' for word in words)
        where, values = _having(groups)
        page = self._base.execute(
            "SELECT id FROM words JOIN ids ON ids.listing = words.rowid"  # noqa: S608 (only places)
            f" WHERE words MATCH ?{where}"
            f" ORDER BY bm25(words, {TITLE_WEIGHT}, 1.0) LIMIT {PAGE}",
            (text, *values),
        ).fetchall()
        [total] = self._base.execute(
            f"SELECT count(*) FROM words WHERE words MATCH ?{where}",  # noqa: S608 (only places)
            (text, *values),
        ).fetchone()
        counts: dict[str, int] = {}
        for facet in (None, *groups):
            where, values = _having(others_of(facet, groups))
            rows = self._base.execute(
                "SELECT tag, count(*) FROM words JOIN tags ON tags.listing = words.rowid"  # noqa: S608 (only places)
                f" WHERE words MATCH ?{where} GROUP BY tag",
                (text, *values),
            )
            counts |= counted(facet, groups, rows)
        return total, [row[0] for row in page], counts


def _having(groups: dict[str, list[str]]) -> tuple[str, list[str]]:
    clauses = "".join(
        " AND EXISTS (SELECT 1 FROM tags AS own WHERE own.listing = words.rowid"  # noqa: S608 (only places)
        f" AND own.tag IN ({', '.join('?' * len(tags))}))"
        for tags in groups.values()
    )
    return clauses, [one for tags in groups.values() for one in tags]
