"""The one place that talks to Meilisearch.

Searching goes over kept-alive aiohttp connections, because a client library costs more than the
search itself (docs/adr). What may take its time (settings, documents, swaps, tasks) goes through
the `meilisearch` client, in a thread and with a time-out for each call.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import meilisearch
import orjson
from meilisearch.errors import MeilisearchApiError, MeilisearchError
from meilisearch.index import Index

from sociale_kaart.core.config import Settings
from sociale_kaart.zoeken.meaning.choice import model_of
from sociale_kaart.zoeken.meaning.embedder import Model

AANBOD = "aanbod"
ORGANISATIES = "organisaties"
_ADMIN_TIMEOUT_SECONDS = 30
_TASK_TIMEOUT_SECONDS = 600.0
_POLL_SECONDS = (0.005, 0.25)
_KEY_STATUSES = {401, 403}
# Meilisearch takes up to 100 MB at once; a tenth of that keeps its memory low.
_MAX_PAYLOAD_BYTES = 8_000_000

# How its error codes begin when a document cannot be indexed as it is.
_DOCUMENT_FAULTS = (
    "invalid_document", "missing_document", "malformed_payload", "payload_too_large",
    "max_fields_limit",
)  # fmt: skip

Query = dict[str, Any]


class EngineAwayError(Exception):
    """Meilisearch does not answer, or does not have the index (yet)."""


class EngineRefusedError(EngineAwayError):
    """Meilisearch works, but will not do this one thing: there is a fault in what it was sent."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code

    @property
    def is_about_document(self) -> bool:
        return self.code.startswith(_DOCUMENT_FAULTS)


class _KeyRefusedError(EngineAwayError):
    pass


@dataclass(frozen=True)
class EngineAddress:
    url: str
    key: str | None
    prefix: str = ""
    timeout_seconds: float = 2.0


class Engine:
    """One Meilisearch server. Index names get a prefix, so that tests can share a server.

    `model` is whose vectors its listings have; without one it knows words only.
    """

    def __init__(self, address: EngineAddress, model: Model | None = None) -> None:
        self.model = model
        self.timeout_seconds = address.timeout_seconds
        self._root = address.url.rstrip("/")
        self._key = address.key
        self._prefix = address.prefix
        self._search_key: str | None = None
        self._http: aiohttp.ClientSession | None = None

    def uid(self, naam: str) -> str:
        return f"{self._prefix}{naam}"

    async def multi_search(self, queries: Sequence[Query]) -> list[dict[str, Any]]:
        """The answers to several queries in one round trip, in their order.

        Each query names its index by `indexUid` without prefix. Takes no longer than the
        time-out. Raises EngineAwayError.
        """
        named = [{**query, "indexUid": self.uid(query["indexUid"])} for query in queries]
        body = orjson.dumps({"queries": named})
        try:
            async with asyncio.timeout(self.timeout_seconds):
                payload = await self._search(body)
        except TimeoutError as error:
            raise EngineAwayError("geen antwoord binnen de tijd") from error
        except EngineRefusedError as error:
            if error.code == "index_not_found":
                raise EngineAwayError(str(error)) from error
            raise
        results: list[dict[str, Any]] = orjson.loads(payload)["results"]
        return results

    async def is_healthy(self) -> bool:
        """Whether the server answers in time and has an index of listings to search in."""
        try:
            async with asyncio.timeout(self.timeout_seconds):
                return await self.count(AANBOD) is not None
        except (EngineAwayError, TimeoutError):
            return False

    async def put_documents(self, naam: str, documents: Iterable[str | bytes]) -> None:
        """Adds or replaces documents (each as JSON) and waits until they are findable."""
        for lines in _payloads(documents):
            await self._task(self._adding(naam, lines))

    async def update_documents(self, naam: str, documents: Iterable[str | bytes]) -> None:
        """Changes fields of documents that are there; what these do not name stays as it is."""
        for lines in _payloads(documents):
            await self._task(self._changing(naam, lines))

    async def delete_documents(self, naam: str, ids: Sequence[str]) -> None:
        """Removes documents; those that are not there make no difference."""

        def start(admin: meilisearch.Client) -> Any:
            # Tasks of one index are done in their order, so the last one speaks for all.
            return [self._index(admin, naam).delete_document(key) for key in ids][-1]

        if ids:
            await self._task(start)

    async def create_index(self, naam: str, settings: dict[str, Any]) -> None:
        """An empty index with these settings; one that stood there is removed first."""
        await self.drop_index(naam)
        await self._task(lambda admin: admin.create_index(self.uid(naam), {"primaryKey": "id"}))
        await self._task(lambda admin: self._index(admin, naam).update_settings(settings))

    async def drop_index(self, naam: str) -> None:
        try:
            await self._task(lambda admin: admin.delete_index(self.uid(naam)))
        except EngineRefusedError as error:
            if error.code != "index_not_found":
                raise

    async def replace(self, naam: str, fresh: str) -> None:
        """Puts the fresh index in the place of the old one, in one step for searchers."""
        # Without an old one it only gets its name: an empty index would give empty answers.
        swap: dict[str, list[str] | bool] = {
            "indexes": [self.uid(fresh), self.uid(naam)],
            "rename": await self.count(naam) is None,
        }
        await self._task(lambda admin: admin.swap_indexes([swap]))
        await self.drop_index(fresh)

    async def count(self, naam: str) -> int | None:
        """How many documents the index has; None when there is no such index."""
        try:
            stats = await self._admin(lambda admin: self._index(admin, naam).get_stats())
        except EngineRefusedError as error:
            if error.code == "index_not_found":
                return None
            raise
        return int(stats.number_of_documents)

    async def close(self) -> None:
        """Gives up the connections; asking something later makes new ones."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def _search(self, body: bytes) -> bytes:
        try:
            return await self._send("POST", "multi-search", await self.search_key(), body)
        except _KeyRefusedError:
            # A server that began anew with an empty folder gives out other keys.
            self._search_key = None
            return await self._send("POST", "multi-search", await self.search_key(), body)

    async def search_key(self) -> str:
        """What searching is done with, looked up once; empty when the server asks for none."""
        if self._search_key is None:
            self._search_key = await self._find_search_key()
        return self._search_key

    async def _find_search_key(self) -> str:
        """A key that can only search, so that the public route cannot do more than that.

        The key of the settings is used as it is when it may not list keys: then it was made
        for one purpose already.
        """
        if self._key is None:
            return ""
        try:
            keys = (await self._admin(lambda admin: admin.get_keys({"limit": 100}))).results
        except (EngineRefusedError, _KeyRefusedError):
            return self._key
        only_search = (str(key.key) for key in keys if key.actions == ["search"])
        return next(only_search, self._key)

    def _index(self, admin: meilisearch.Client, naam: str) -> Index:
        return admin.index(self.uid(naam))

    def _adding(self, naam: str, lines: bytes) -> Callable[[meilisearch.Client], Any]:
        return lambda admin: self._index(admin, naam).add_documents_ndjson(lines, primary_key="id")

    def _changing(self, naam: str, lines: bytes) -> Callable[[meilisearch.Client], Any]:
        # The client asks for text here, but would send that as one long string.
        ready: Any = lines
        return lambda admin: self._index(admin, naam).update_documents_ndjson(
            ready, primary_key="id"
        )

    async def _task(self, start: Callable[[meilisearch.Client], Any]) -> None:
        """Starts a task and waits until Meilisearch says that it succeeded."""
        started = await self._admin(start)
        try:
            async with asyncio.timeout(_TASK_TIMEOUT_SECONDS):
                task = await self._finished(started.task_uid)
        except TimeoutError as error:
            raise EngineAwayError(f"taak {started.task_uid} duurt te lang") from error
        if task["status"] != "succeeded":
            raise _error_from(task["error"] or {"message": task["status"]})

    async def _finished(self, uid: int) -> dict[str, Any]:
        pause, longest = _POLL_SECONDS
        while True:
            try:
                # Without the client, which takes a thread and a connection each time.
                async with asyncio.timeout(_ADMIN_TIMEOUT_SECONDS):
                    payload = await self._send("GET", f"tasks/{uid}", self._key)
            except (EngineRefusedError, TimeoutError) as error:
                # Not a fault of what was sent: the server lost its tasks, or says nothing.
                raise EngineAwayError(str(error)) from error
            task: dict[str, Any] = orjson.loads(payload)
            if task["status"] not in {"enqueued", "processing"}:
                return task
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, longest)

    async def _admin(self, call: Callable[[meilisearch.Client], Any]) -> Any:
        """One call of the client, which blocks, in a thread; its errors become ours."""
        # A client of its own: one client used by two threads mixes up its headers.
        admin = meilisearch.Client(self._root, self._key, timeout=_ADMIN_TIMEOUT_SECONDS)
        try:
            return await _in_own_thread(lambda: call(admin))
        except MeilisearchApiError as error:
            if error.status_code in _KEY_STATUSES:
                raise _KeyRefusedError("de sleutel past niet") from error
            raise _error_from(vars(error)) from error
        except (MeilisearchError, OSError) as error:
            raise EngineAwayError(str(error)) from error

    async def _send(
        self, method: str, path: str, key: str | None, body: bytes | None = None
    ) -> bytes:
        try:
            return await self._exchange(method, path, key, body)
        except aiohttp.ClientConnectorError as error:
            raise EngineAwayError(str(error)) from error
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            # A kept connection that the server closed meanwhile; a new one will do.
            pass
        except (aiohttp.ClientError, OSError) as error:
            raise EngineAwayError(str(error)) from error
        try:
            return await self._exchange(method, path, key, body)
        except (aiohttp.ClientError, OSError) as error:
            raise EngineAwayError(str(error)) from error

    async def _exchange(self, method: str, path: str, key: str | None, body: bytes | None) -> bytes:
        headers = {"Content-Type": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        url = f"{self._root}/{path}"
        async with self._session().request(method, url, data=body, headers=headers) as answer:
            payload = await answer.read()
        if answer.status in _KEY_STATUSES:
            raise _KeyRefusedError("de sleutel past niet")
        if answer.status >= 400:  # noqa: PLR2004
            raise _error_from(_parsed(payload))
        return payload

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            self._http = aiohttp.ClientSession(
                # A compressed answer waits 40 ms for Nagle and a delayed ACK.
                headers={"Accept-Encoding": "identity"},
                # Each call has a time-out of its own, around its retry too.
                timeout=aiohttp.ClientTimeout(total=None),
                connector=aiohttp.TCPConnector(limit=64, keepalive_timeout=60),
            )
        return self._http


async def _in_own_thread(call: Callable[[], Any]) -> Any:
    """Runs a call that blocks without anything ever waiting for its end.

    The threads of asyncio are few, and a process that stops waits for them: a server that takes
    connections and says nothing would hold up both for as long as the time-out.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def settle(result: Any, error: Exception | None) -> None:
        if answer.cancelled():
            return
        if error is None:
            answer.set_result(result)
        else:
            answer.set_exception(error)

    def run() -> None:
        result, fault = None, None
        try:
            result = call()
        except Exception as error:  # noqa: BLE001 (raised again by whoever waits)
            fault = error
        with contextlib.suppress(RuntimeError):  # the loop may be gone by now
            loop.call_soon_threadsafe(settle, result, fault)

    threading.Thread(target=run, name="meilisearch", daemon=True).start()
    return await answer


def _payloads(documents: Iterable[str | bytes]) -> Iterator[bytes]:
    """JSON documents as lines, in parts that can be sent at once."""
    lines: list[bytes] = []
    size = 0
    for document in documents:
        line = document.encode() if isinstance(document, str) else document
        if lines and size + len(line) > _MAX_PAYLOAD_BYTES:
            yield b"\n".join(lines)
            lines, size = [], 0
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield b"\n".join(lines)


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(payload)
    except orjson.JSONDecodeError:
        content = None
    return content if isinstance(content, dict) else {}


def _error_from(problem: dict[str, Any]) -> EngineAwayError:
    """What Meilisearch said as an exception: only a faulty request is a refusal.

    A full disk or a fault of its own ('system', 'internal') passes, and then it is tried again.
    """
    code, message = str(problem.get("code")), str(problem.get("message"))
    if problem.get("type") == "invalid_request":
        return EngineRefusedError(code, message)
    return EngineAwayError(f"{code}: {message}")


def open_engine(settings: Settings) -> Engine | None:
    """The search engine of these settings, or None when there is none to use."""
    if settings.meili_url is None:
        return None
    return Engine(
        EngineAddress(
            url=settings.meili_url,
            key=settings.meili_key.get_secret_value() if settings.meili_key else None,
            prefix=settings.meili_index_prefix,
            timeout_seconds=settings.search_timeout_seconds,
        ),
        model_of(settings),
    )
