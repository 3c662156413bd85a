"""How Meilisearch is spoken to: with which key, for how long, and what a refusal means."""

import asyncio
import os
import time
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from sociale_kaart.zoeken.connection import EngineAwayError, EngineRefusedError
from sociale_kaart.zoeken.engine import AANBOD, Engine, EngineAddress
from tests.zoeken.servers import Gate, gate_before

pytestmark = pytest.mark.anyio

SEARCH = [{"indexUid": AANBOD, "q": ""}]


def engine_at(gate: Gate, timeout_seconds: float = 5) -> Engine:
    return Engine(
        EngineAddress(
            url=gate.url,
            key=os.environ["TEST_MEILI_KEY"],
            prefix=f"t{uuid4().hex[:12]}-",
            timeout_seconds=timeout_seconds,
        )
    )


async def _status(method: str, path: str, key: str, body: Any = None) -> int:
    headers = {"Authorization": f"Bearer {key}"}
    async with (
        aiohttp.ClientSession(os.environ["TEST_MEILI_URL"], headers=headers) as session,
        session.request(method, path, json=body) as answer,
    ):
        return answer.status


async def test_searching_uses_a_key_that_can_do_nothing_else(engine: Engine) -> None:
    await engine.create_index(AANBOD, {})
    await engine.multi_search(SEARCH)
    key = engine._search_key
    assert key
    assert key != os.environ["TEST_MEILI_KEY"]
    uid = engine.uid(AANBOD)
    assert await _status("POST", f"/indexes/{uid}/search", key, {"q": ""}) == 200
    assert await _status("POST", f"/indexes/{uid}/documents", key, [{"id": 1}]) == 403
    assert await _status("DELETE", f"/indexes/{uid}", key) == 403
    assert await _status("GET", f"/indexes/{uid}/documents", key) == 403
    assert await _status("GET", "/keys", key) == 403


async def test_a_key_that_went_is_asked_for_again(engine: Engine) -> None:
    await engine.create_index(AANBOD, {})
    engine._search_key = "van een server die opnieuw begon"
    assert await engine.multi_search(SEARCH)


async def test_a_key_that_is_no_good_is_away(engine: Engine) -> None:
    stranger = Engine(EngineAddress(url=os.environ["TEST_MEILI_URL"], key="x" * 32))
    with pytest.raises(EngineAwayError):
        await stranger.multi_search(SEARCH)
    assert not await stranger.is_healthy()
    await stranger.close()


async def test_no_index_is_away_and_not_healthy(engine: Engine) -> None:
    with pytest.raises(EngineAwayError) as caught:
        await engine.multi_search(SEARCH)
    assert not isinstance(caught.value, EngineRefusedError)
    assert not await engine.is_healthy()
    assert await engine.count(AANBOD) is None
    await engine.drop_index(AANBOD)


async def test_a_faulty_question_is_a_refusal(engine: Engine) -> None:
    await engine.create_index(AANBOD, {})
    with pytest.raises(EngineRefusedError) as caught:
        await engine.multi_search([{**SEARCH[0], "filter": "onzin = 1"}])
    assert caught.value.code == "invalid_search_filter"
    assert not caught.value.is_about_document


async def test_a_faulty_document_is_a_refusal(engine: Engine) -> None:
    await engine.create_index(AANBOD, {})
    for faulty in ('{"id": "met spatie"}', '{"titel": "zonder id"}', "{"):
        with pytest.raises(EngineRefusedError) as caught:
            await engine.put_documents(AANBOD, [faulty])
        assert caught.value.is_about_document, caught.value
    assert await engine.count(AANBOD) == 0


async def test_many_documents_go_in_parts(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sociale_kaart.zoeken.engine._MAX_PAYLOAD_BYTES", 1_000)
    await engine.create_index(AANBOD, {})
    await engine.put_documents(AANBOD, [f'{{"id": {number}}}' for number in range(300)])
    assert await engine.count(AANBOD) == 300
    await engine.put_documents(AANBOD, [])
    await engine.delete_documents(AANBOD, [])
    await engine.delete_documents(AANBOD, ["1", "2", "is er niet"])
    assert await engine.count(AANBOD) == 298


async def test_an_index_that_hangs_is_given_up_after_the_time_out() -> None:
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        engine = engine_at(gate, timeout_seconds=0.3)
        gate.hang()
        started = time.monotonic()
        with pytest.raises(EngineAwayError):
            # The first question also has to ask for a key; both share the time.
            await engine.multi_search(SEARCH)
        assert time.monotonic() - started < 1
        assert not await engine.is_healthy()
        await engine.close()


async def test_a_kept_connection_that_was_cut_is_replaced_unnoticed() -> None:
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        engine = engine_at(gate)
        await engine.create_index(AANBOD, {})
        await engine.multi_search(SEARCH)
        seen = gate.connections
        gate.cut()
        assert await engine.multi_search(SEARCH)
        assert gate.connections > seen
        await engine.drop_index(AANBOD)
        await engine.close()


async def test_connections_are_kept(engine: Engine) -> None:
    async with gate_before(os.environ["TEST_MEILI_URL"]) as gate:
        through = engine_at(gate)
        await through.create_index(AANBOD, {})
        await through.multi_search(SEARCH)
        seen = gate.connections
        for _ in range(20):
            await through.multi_search(SEARCH)
        assert gate.connections == seen
        await asyncio.gather(*(through.multi_search(SEARCH) for _ in range(20)))
        assert gate.connections <= seen + 20
        await through.drop_index(AANBOD)
        await through.close()
