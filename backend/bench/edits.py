"""How long a change takes to be found."""

import asyncio
import time

from sqlalchemy import select
from sqlmodel import col

from bench.client import Connection, request_bytes
from bench.generate import compound_of
from bench.machine import Api
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.db import Database

_PAUSE_SECONDS = 0.01


async def seconds_until_found(database: Database, api: Api, number: int) -> list[float]:
    """Renames listings one after another; the seconds from each commit until it is found so."""
    connection = await Connection.to(api.url)
    taken = []
    for turn in range(number + 1):
        word = f"veranderd{compound_of(turn)}"
        async with database.transaction() as session:
            row = await session.scalar(
                select(Aanbod).order_by(col(Aanbod.id)).offset(turn * 3).limit(1)
            )
            assert row is not None
            row.titel = titel = f"Titel {word}"
        began = time.perf_counter()
        request = request_bytes("GET", f"/api/v1/zoeken?q={word}&pageSize=1")
        async with asyncio.timeout(60):
            # Nobody tells who searches that something changed.
            while titel.encode() not in await connection.ask(request):  # noqa: ASYNC110
                await asyncio.sleep(_PAUSE_SECONDS)
        taken.append(time.perf_counter() - began)
    connection.close()
    # The first one finds the worker still starting.
    return taken[1:]
