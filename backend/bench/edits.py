"""How long a change takes to be found."""

import asyncio
import time

from sqlalchemy import select
from sqlmodel import col

from bench.client import Connection, request_bytes
from bench.generate import compound_of
from bench.load import EDITED
from bench.machine import Api
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.db import Database

_PAUSE_SECONDS = 0.01
_LONGEST_SECONDS = 60


async def seconds_until_found(database: Database, api: Api, number: int) -> list[float]:
    """Renames listings one after another; the seconds from each commit until it is found so."""
    connection = await Connection.to(api.url)
    # The first one finds the worker still starting.
    taken = [await _until_found(database, connection, turn) for turn in range(number + 1)][1:]
    connection.close()
    return taken


async def _until_found(database: Database, connection: Connection, turn: int) -> float:
    word = f"veranderd{compound_of(turn)}"
    async with database.transaction() as session:
        imported = select(Aanbod).where(col(Aanbod.bron) == EDITED).order_by(col(Aanbod.id))
        row = await session.scalar(imported.offset(turn).limit(1))
        assert row is not None
        row.titel = titel = f"{row.titel} {word}"
    began = time.perf_counter()
    request = request_bytes("GET", f"/api/v1/zoeken?q={word}&pageSize=1")
    async with asyncio.timeout(_LONGEST_SECONDS):
        # Nobody tells who searches that something changed.
        while titel.encode() not in await connection.ask(request):  # noqa: ASYNC110
            await asyncio.sleep(_PAUSE_SECONDS)
    return time.perf_counter() - began
