from collections.abc import AsyncIterator

import httpx
import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.wiring import PROJECTORS
from tests.conftest import serve

# The demo listings are filled in once, for every test that reads them.
from tests.zoeken.conftest import Demo, demo

__all__ = ["demo"]


@pytest.fixture
async def reader(demo: Demo, anyio_backend: str) -> AsyncIterator[httpx.AsyncClient]:
    """A visitor of the demo; the agenda needs no search engine."""
    database = Database(demo.database_url, PROJECTORS)
    async with serve(database) as client:
        yield client
    await database.close()
