"""Asks as a visitor does, and checks the shape of every answer on the way."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.schemas import Suggesties, ZoekAntwoord
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import serve
from tests.factories import aanbod_row, import_rows, organisatie_row

Answer = dict[str, Any]


class Visitor:
    """Somebody who searches; `degraded` is what every answer has to say about itself."""

    def __init__(self, client: httpx.AsyncClient, *, degraded: bool) -> None:
        self.client = client
        self.degraded = degraded

    async def search(self, q: str = "", **filters: Any) -> Answer:
        answer = await self.client.get("/api/v1/zoeken", params={"q": q, **filters})
        assert answer.status_code == 200, answer.text
        found: Answer = answer.json()
        ZoekAntwoord.model_validate(found)
        assert found["gedegradeerd"] is self.degraded
        return found

    async def ids(self, q: str = "", **filters: Any) -> list[str]:
        """The external ids of everything that is found, page after page."""
        ids: list[str] = []
        page = 1
        while True:
            found = await self.search(q, page=page, pageSize=100, **filters)
            ids += [result["externId"] for result in found["resultaten"]]
            if page * 100 >= found["totaal"]:
                assert len(ids) == found["totaal"]
                assert len(set(ids)) == len(ids)
                return ids
            page += 1

    async def total(self, q: str = "", **filters: Any) -> int:
        return int((await self.search(q, pageSize=1, **filters))["totaal"])

    async def suggest(self, q: str, **params: Any) -> list[Answer]:
        answer = await self.client.get("/api/v1/suggesties", params={"q": q, **params})
        assert answer.status_code == 200, answer.text
        found = answer.json()
        Suggesties.model_validate(found)
        # What is no word needs no engine, so then nobody is missed.
        assert found["gedegradeerd"] is (self.degraded and bool(words_of(q)))
        suggestions: list[Answer] = found["suggesties"]
        for suggestion in suggestions:
            assert joined(suggestion["markering"]) == suggestion["titel"]
        return suggestions


@asynccontextmanager
async def visitors(database: Database, engine: Engine) -> AsyncIterator[tuple[Visitor, Visitor]]:
    """One who is answered by Meilisearch, and one by PostgreSQL."""
    async with serve(database, engine) as with_engine, serve(database) as without:
        yield Visitor(with_engine, degraded=False), Visitor(without, degraded=True)


@asynccontextmanager
async def map_with(
    database: Database, engine: Engine, *rows: Answer
) -> AsyncIterator[tuple[Visitor, Visitor]]:
    """Two visitors of a map with these listings alone."""
    await import_rows(database, *rows)
    await rebuild(database, engine)
    async with visitors(database, engine) as pair:
        yield pair


async def eventually(holds: Callable[[], Awaitable[bool]], seconds: float = 10) -> None:
    """Waits until something is so; a test that waits in vain fails."""
    async with asyncio.timeout(seconds):
        while True:
            if await holds():
                return
            await asyncio.sleep(0.02)


def listing(extern_id: str, **changes: Any) -> Answer:
    return aanbod_row(externId=extern_id, **changes)


def owner(extern_id: str, naam: str) -> Answer:
    return organisatie_row(externId=extern_id, naam=naam)


def joined(pieces: list[Answer]) -> str:
    return "".join(piece["tekst"] for piece in pieces)


def marked(pieces: list[Answer]) -> list[str]:
    return [piece["tekst"] for piece in pieces if piece["raak"]]
