"""The one place that talks to Meilisearch.

Everything goes over kept-alive aiohttp connections: a client library costs more than the search
itself, and one that blocks a thread cannot be stopped half-way (docs/adr).
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from sociale_kaart.core.config import Settings

AANBOD = "aanbod"
ORGANISATIES = "organisaties"
_ADMIN_TIMEOUT_SECONDS = 30.0
_TASK_TIMEOUT_SECONDS = 600.0
_POLL_SECONDS = (0.005, 0.25)
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
    """One Meilisearch server. Index names get a prefix, so that tests can share a server."""

    def __init__(self, address: EngineAddress) -> None:
        self.timeout_seconds = address.timeout_seconds
        self._root = address.url.rstrip("/")
        self._key = address.key
        self._prefix = address.prefix
        self._search_url = f"{self._root}/multi-search"
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
            path = f"/indexes/{self.uid(naam)}/documents?primaryKey=id"
            await self._task("POST", path, lines, "application/x-ndjson")

    async def delete_documents(self, naam: str, ids: Sequence[str]) -> None:
        if ids:
            path = f"/indexes/{self.uid(naam)}/documents/delete-batch"
            await self._task("POST", path, orjson.dumps(list(ids)))

    async def create_index(self, naam: str, settings: dict[str, Any]) -> None:
        """An empty index with these settings; one that stood there is removed first."""
        await self.drop_index(naam)
        new = {"uid": self.uid(naam), "primaryKey": "id"}
        await self._task("POST", "/indexes", orjson.dumps(new))
        path = f"/indexes/{self.uid(naam)}/settings"
        await self._task("PATCH", path, orjson.dumps(settings))

    async def drop_index(self, naam: str) -> None:
        try:
            await self._task("DELETE", f"/indexes/{self.uid(naam)}")
        except EngineRefusedError as error:
            if error.code != "index_not_found":
                raise

    async def replace(self, naam: str, fresh: str) -> None:
        """Puts the fresh index in the place of the old one, in one step for searchers."""
        # Without an old one it only gets its name: an empty index would give empty answers.
        swap = {
            "indexes": [self.uid(fresh), self.uid(naam)],
            "rename": await self.count(naam) is None,
        }
        await self._task("POST", "/swap-indexes", orjson.dumps([swap]))
        await self.drop_index(fresh)

    async def count(self, naam: str) -> int | None:
        """How many documents the index has; None when there is no such index."""
        try:
            stats = await self._admin("GET", f"/indexes/{self.uid(naam)}/stats")
        except EngineRefusedError as error:
            if error.code == "index_not_found":
                return None
            raise
        return int(stats["numberOfDocuments"])

    async def close(self) -> None:
        """Gives up the connections; asking something later makes new ones."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def _search(self, body: bytes) -> bytes:
        if self._search_key is None:
            self._search_key = await self._find_search_key()
        try:
            return await self._send("POST", self._search_url, body, self._search_key)
        except _KeyRefusedError:
            # A server that began anew with an empty folder gives out other keys.
            self._search_key = await self._find_search_key()
            return await self._send("POST", self._search_url, body, self._search_key)

    async def _find_search_key(self) -> str:
        """A key that can only search, so that the public route cannot do more than that.

        The key of the settings is used as it is when it may not list keys: then it was made
        for one purpose already.
        """
        if self._key is None:
            return ""
        try:
            keys = (await self._admin("GET", "/keys?limit=100"))["results"]
        except (EngineRefusedError, _KeyRefusedError):
            return self._key
        only_search = (str(key["key"]) for key in keys if key["actions"] == ["search"])
        return next(only_search, self._key)

    async def _task(
        self, method: str, path: str, body: bytes = b"", content_type: str = "application/json"
    ) -> None:
        """Starts a task and waits until Meilisearch says that it succeeded."""
        started = await self._admin(method, path, body, content_type)
        try:
            async with asyncio.timeout(_TASK_TIMEOUT_SECONDS):
                task = await self._finished(started["taskUid"])
        except TimeoutError as error:
            raise EngineAwayError(f"{method} {path} duurt te lang") from error
        if task["status"] != "succeeded":
            raise _error_from(task.get("error") or {"message": task["status"]})

    async def _finished(self, uid: int) -> dict[str, Any]:
        pause, longest = _POLL_SECONDS
        while True:
            try:
                task = await self._admin("GET", f"/tasks/{uid}")
            except EngineRefusedError as error:
                # Not a fault of what was sent: the server lost its tasks.
                raise EngineAwayError(str(error)) from error
            if task["status"] not in {"enqueued", "processing"}:
                return task
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, longest)

    async def _admin(
        self, method: str, path: str, body: bytes = b"", content_type: str = "application/json"
    ) -> dict[str, Any]:
        try:
            async with asyncio.timeout(_ADMIN_TIMEOUT_SECONDS):
                url = self._root + path
                payload = await self._send(method, url, body, self._key or "", content_type)
        except TimeoutError as error:
            raise EngineAwayError("geen antwoord binnen de tijd") from error
        found: dict[str, Any] = orjson.loads(payload)
        return found

    async def _send(
        self,
        method: str,
        url: str,
        body: bytes,
        key: str,
        content_type: str = "application/json",
    ) -> bytes:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        if body:
            headers["Content-Type"] = content_type
        try:
            return await self._exchange(method, url, body, headers)
        except aiohttp.ClientConnectorError as error:
            raise EngineAwayError(str(error)) from error
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            # A kept connection that the server closed meanwhile; a new one will do. Sending the
            # same documents twice does no harm.
            pass
        except (aiohttp.ClientError, OSError) as error:
            raise EngineAwayError(str(error)) from error
        try:
            return await self._exchange(method, url, body, headers)
        except (aiohttp.ClientError, OSError) as error:
            raise EngineAwayError(str(error)) from error

    async def _exchange(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> bytes:
        session = self._session()
        async with session.request(method, url, data=body or None, headers=headers) as answer:
            payload = await answer.read()
        if answer.status in {401, 403}:
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
        )
    )
