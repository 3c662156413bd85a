"""The one place that talks to Meilisearch: what it is asked, and what it is told."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import meilisearch
import orjson
from meilisearch.index import Index

from sociale_kaart.core.config import Settings
from sociale_kaart.zoeken.connection import (
    ADMIN_TIMEOUT_SECONDS,
    Connection,
    EngineAwayError,
    EngineRefusedError,
    KeyRefusedError,
    error_from,
)
from sociale_kaart.zoeken.meaning.choice import model_of
from sociale_kaart.zoeken.meaning.embedder import Model

AANBOD = "aanbod"
ORGANISATIES = "organisaties"
_TASK_TIMEOUT_SECONDS = 600.0
_POLL_SECONDS = (0.005, 0.25)
# Meilisearch takes up to 100 MB at once; a tenth of that keeps its memory low.
_MAX_PAYLOAD_BYTES = 8_000_000

Query = dict[str, Any]


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
        self._connection = Connection(address.url, address.key)
        self._prefix = address.prefix
        self._search_key: str | None = None

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
            stats = await self._connection.admin(lambda admin: self._index(admin, naam).get_stats())
        except EngineRefusedError as error:
            if error.code == "index_not_found":
                return None
            raise
        return int(stats.number_of_documents)

    async def close(self) -> None:
        """Gives up the connections; asking something later makes new ones."""
        await self._connection.close()

    async def _search(self, body: bytes) -> bytes:
        try:
            return await self._connection.send(
                "POST", "multi-search", await self.search_key(), body
            )
        except KeyRefusedError:
            # A server that began anew with an empty folder gives out other keys.
            self._search_key = None
            return await self._connection.send(
                "POST", "multi-search", await self.search_key(), body
            )

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
        if self._connection.key is None:
            return ""
        try:
            keys = (
                await self._connection.admin(lambda admin: admin.get_keys({"limit": 100}))
            ).results
        except (EngineRefusedError, KeyRefusedError):
            return self._connection.key
        only_search = (str(key.key) for key in keys if key.actions == ["search"])
        return next(only_search, self._connection.key)

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
        started = await self._connection.admin(start)
        try:
            async with asyncio.timeout(_TASK_TIMEOUT_SECONDS):
                task = await self._finished(started.task_uid)
        except TimeoutError as error:
            raise EngineAwayError(f"taak {started.task_uid} duurt te lang") from error
        if task["status"] != "succeeded":
            raise error_from(task["error"] or {"message": task["status"]})

    async def _finished(self, uid: int) -> dict[str, Any]:
        pause, longest = _POLL_SECONDS
        while True:
            try:
                # Without the client, which takes a thread and a connection each time.
                async with asyncio.timeout(ADMIN_TIMEOUT_SECONDS):
                    payload = await self._connection.send(
                        "GET", f"tasks/{uid}", self._connection.key
                    )
            except (EngineRefusedError, TimeoutError) as error:
                # Not a fault of what was sent: the server lost its tasks, or says nothing.
                raise EngineAwayError(str(error)) from error
            task: dict[str, Any] = orjson.loads(payload)
            if task["status"] not in {"enqueued", "processing"}:
                return task
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, longest)


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
