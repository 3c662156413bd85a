"""What somebody might use instead, with the same listings, filters and counts."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import asyncpg

from bench.load import Made
from sociale_kaart.zoeken.tags import FACETS, tag

# A question: its words, and the tags of which a listing needs one of each group.
Asked = tuple[list[str], dict[str, list[str]]]
Answer = tuple[int, list[str], dict[str, int]]
_PAGE = 20


@dataclass(frozen=True)
class Text:
    id: str
    title: str
    rest: str
    tags: list[str]


def text_of(made: Made) -> Text:
    row = made.search
    rest = f"{row['tekst_onderwerp']} {row['tekst_rest']}"
    return Text(str(row["id"]), row["tekst_titel"], rest, row["tags"])


def asked_of(params: dict[str, Any]) -> Asked:
    groups = {
        facet: [tag(facet, code) for code in codes]
        for facet, codes in params.items()
        if facet in FACETS
    }
    return params["q"].split(), groups


class Peer(Protocol):
    async def fill(self, texts: Sequence[Text]) -> None: ...

    async def finish(self) -> None: ...

    async def ask(self, asked: Asked) -> Answer:
        """How many there are, the first page, and the counts (of what each choice would give)."""
        ...


class PostgresPeer:
    """Full text with Dutch stems, an index on words and one on tags."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def start(self) -> None:
        await self._connection.execute(
            "CREATE TABLE peer (id text PRIMARY KEY, words tsvector NOT NULL, tags text[] NOT NULL)"
        )

    async def fill(self, texts: Sequence[Text]) -> None:
        await self._connection.executemany(
            "INSERT INTO peer VALUES ($1, setweight(to_tsvector('dutch', $2), 'A')"
            " || to_tsvector('dutch', $3), $4)",
            [(one.id, one.title, one.rest, one.tags) for one in texts],
        )

    async def finish(self) -> None:
        await self._connection.execute(
            "CREATE INDEX ON peer USING gin (words); CREATE INDEX ON peer USING gin (tags);"
            " ANALYZE peer"
        )

    async def ask(self, asked: Asked) -> Answer:
        words, groups = asked
        text = " ".join(words)
        where, values = _conditions(groups)
        rows = await self._connection.fetch(
            "SELECT id, count(*) OVER () AS total FROM peer"  # noqa: S608 (only places)
            f" WHERE words @@ plainto_tsquery('dutch', $1){where}"
            f" ORDER BY ts_rank(words, plainto_tsquery('dutch', $1)) DESC LIMIT {_PAGE}",
            text,
            *values,
        )
        counts: dict[str, int] = {}
        for facet in (None, *groups):
            where, values = _conditions({k: v for k, v in groups.items() if k != facet})
            found = await self._connection.fetch(
                "SELECT one, count(*) AS number FROM peer, unnest(tags) AS one"  # noqa: S608 (only places)
                f" WHERE words @@ plainto_tsquery('dutch', $1){where} GROUP BY one",
                text,
                *values,
            )
            for row in found:
                kind = row["one"].partition(":")[0]
                if kind == facet or (facet is None and kind not in groups):
                    counts[row["one"]] = row["number"]
        return (rows[0]["total"] if rows else 0), [row["id"] for row in rows], counts


def _conditions(groups: dict[str, list[str]]) -> tuple[str, list[list[str]]]:
    places = "".join(f" AND tags && ${number}" for number in range(2, len(groups) + 2))
    return places, list(groups.values())


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

    async def fill(self, texts: Sequence[Text]) -> None:
        for one in texts:
            cursor = self._base.execute("INSERT INTO ids (id) VALUES (?)", (one.id,))
            key = cursor.lastrowid
            self._base.execute(
                "INSERT INTO words (rowid, title, rest) VALUES (?, ?, ?)",
                (key, one.title, one.rest),
            )
            self._base.executemany("INSERT INTO tags VALUES (?, ?)", [(key, t) for t in one.tags])

    async def finish(self) -> None:
        self._base.executescript("CREATE INDEX by_tag ON tags (tag, listing); ANALYZE")

    async def ask(self, asked: Asked) -> Answer:
        words, groups = asked
        text = " ".join(f'"{word}"' for word in words)
        where, values = _having(groups)
        page = self._base.execute(
            "SELECT id FROM words JOIN ids ON ids.listing = words.rowid"  # noqa: S608 (only places)
            f" WHERE words MATCH ?{where} ORDER BY bm25(words, 3.0, 1.0) LIMIT {_PAGE}",
            (text, *values),
        ).fetchall()
        [total] = self._base.execute(
            f"SELECT count(*) FROM words WHERE words MATCH ?{where}",  # noqa: S608 (only places)
            (text, *values),
        ).fetchone()
        counts: dict[str, int] = {}
        for facet in (None, *groups):
            where, values = _having({k: v for k, v in groups.items() if k != facet})
            for one, number in self._base.execute(
                "SELECT tag, count(*) FROM words JOIN tags ON tags.listing = words.rowid"  # noqa: S608 (only places)
                f" WHERE words MATCH ?{where} GROUP BY tag",
                (text, *values),
            ):
                kind = one.partition(":")[0]
                if kind == facet or (facet is None and kind not in groups):
                    counts[one] = number
        return total, [row[0] for row in page], counts


def _having(groups: dict[str, list[str]]) -> tuple[str, list[str]]:
    clauses = "".join(
        " AND EXISTS (SELECT 1 FROM tags AS own WHERE own.listing = words.rowid"  # noqa: S608 (only places)
        f" AND own.tag IN ({', '.join('?' * len(tags))}))"
        for tags in groups.values()
    )
    return clauses, [one for tags in groups.values() for one in tags]
