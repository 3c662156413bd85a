"""What nobody means to ask is answered or refused, as the table of odd questions says."""

import os
from collections.abc import Iterator
from uuid import uuid4

import pytest

from bench.client import Connection
from bench.load import read_material
from bench.machine import Api
from bench.odd import OddTarget, odd_targets
from sociale_kaart.core.db import Database
from tests.serving import Server, serving

pytestmark = pytest.mark.anyio

REFUSED = {"2,000 words", "200 choices in one filter", "bytes that are no text"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    prefix = f"t{uuid4().hex[:12]}-"
    address = {
        "MEILI_URL": os.environ["TEST_MEILI_URL"],
        "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
        "MEILI_INDEX_PREFIX": prefix,
    }
    with serving(tmp_path_factory.mktemp("server") / "log", prefix, address) as server:
        yield server


async def test_each_is_answered_or_refused(server: Server, own_database: Database) -> None:
    material = await read_material(own_database)
    api = Api(f"http://127.0.0.1:{server.port}", 0)
    targets = odd_targets(api, material.codes)
    for name, target in targets.items():
        await target.ask(4)
        assert target.statuses == {400 if name in REFUSED else 200}, name


async def test_another_answer_ends_the_measurement(server: Server) -> None:
    target = OddTarget(f"http://127.0.0.1:{server.port}", [])
    connection = await Connection.to(target.url)
    with pytest.raises(RuntimeError, match="404"):
        await target.exchange(connection, b"GET /api/v1/niets HTTP/1.1\r\nHost: bench\r\n\r\n")
    connection.close()
