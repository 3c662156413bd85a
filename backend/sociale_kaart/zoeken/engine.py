"""The one place that talks to Meilisearch.

Searching goes over a kept-alive aiohttp connection, because a client library costs more than
the search itself (docs/adr). Everything that may take its time — settings, documents, tasks,
swaps — goes through the `meilisearch` client in a thread.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import meilisearch
import orjson
from meilisearch.errors import MeilisearchApiError, MeilisearchError

from sociale_kaart.core.config import Settings

AANBOD = "aanbod"
ORGANISATIES = "organisaties"
_TASK_TIMEOUT_MS = 600_000

Query = dict[str, Any]


class EngineAwayError(Exception):
    """Meilisearch does not answer, or does not have the index (yet)."""


@dataclass(frozen=True)
class EngineAddress:
    url: str
    key: str | None
    prefix: str = ""
    timeout_seconds: float = 2.0


class Engine:
    """One Meilisearch server. Index names get a prefix, so that tests can share a server."""

    def __init__(self, address: EngineAddress) -> None:
        self._address = address
        self._admin = meilisearch.Client(address.url, address.key, timeout=30)
        self._http: aiohttp.ClientSession | None = None

    def uid(self, naam: str) -> str:
        return f"{self._address.prefix}{naam}"

    async def multi_search(self, queries: Sequence[Query]) -> list[dict[str, Any]]:
        """The answers to several queries in one round trip, in their order.

        Each query names its index by `indexUid` without prefix. Raises EngineAwayError.
        """
        named = [{**query, "indexUid": self.uid(query["indexUid"])} for query in queries]
        body = orjson.dumps({"queries": named})
        try:
            try:
                payload = await self._post("/multi-search", body)
            except aiohttp.ServerDisconnectedError:
                # A kept connection that the server closed meanwhile; a new one will do.
                payload = await self._post("/multi-search", body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise EngineAwayError(str(error)) from error
        results: list[dict[str, Any]] = orjson.loads(payload)["results"]
        return results

    async def is_healthy(self) -> bool:
        """Whether the server answers and has an index of listings to search in."""
        try:
            return await self.count(AANBOD) is not None
        except EngineAwayError:
            return False

    async def put_documents(self, naam: str, documents: Sequence[dict[str, Any]]) -> None:
        """Adds or replaces documents and waits until they are findable."""
        if documents:
            await self._task(
                lambda: self._admin.index(self.uid(naam)).add_documents(
                    list(documents), primary_key="id"
                )
            )

    async def delete_documents(self, naam: str, ids: Sequence[str]) -> None:
        if ids:
            await self._task(lambda: self._admin.index(self.uid(naam)).delete_documents(list(ids)))

    async def create_index(self, naam: str, settings: dict[str, Any]) -> None:
        """An empty index with these settings; one that stood there is removed first."""
        await self.drop_index(naam)
        await self._task(lambda: self._admin.create_index(self.uid(naam), {"primaryKey": "id"}))
        await self._task(lambda: self._admin.index(self.uid(naam)).update_settings(settings))

    async def drop_index(self, naam: str) -> None:
        if await self.count(naam) is not None:
            await self._task(lambda: self._admin.delete_index(self.uid(naam)))

    async def swap(self, naam: str, fresh: str) -> None:
        """Puts the fresh index in the place of the old one, in one step for searchers."""
        if await self.count(naam) is None:
            await self._task(lambda: self._admin.create_index(self.uid(naam), {"primaryKey": "id"}))
        pair = {"indexes": [self.uid(naam), self.uid(fresh)]}
        await self._task(lambda: self._admin.swap_indexes([pair]))

    async def count(self, naam: str) -> int | None:
        """How many documents the index has; None when there is no such index."""

        def ask() -> int | None:
            try:
                return int(self._admin.index(self.uid(naam)).get_stats().number_of_documents)
            except MeilisearchApiError as error:
                if error.code == "index_not_found":
                    return None
                raise

        found: int | None = await self._in_thread(ask)
        return found

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def _post(self, path: str, body: bytes) -> bytes:
        session = await self._connected()
        async with session.post(path, data=body) as answer:
            payload = await answer.read()
            if answer.status >= 400:  # noqa: PLR2004
                raise EngineAwayError(payload[:300].decode(errors="replace"))
            return payload

    async def _connected(self) -> aiohttp.ClientSession:
        if self._http is None:
            headers = {
                "Content-Type": "application/json",
                # A compressed answer waits 40 ms for Nagle and a delayed ACK.
                "Accept-Encoding": "identity",
            }
            key = await self._search_key()
            if key:
                headers["Authorization"] = f"Bearer {key}"
            self._http = aiohttp.ClientSession(
                base_url=self._address.url,
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=self._address.timeout_seconds),
                connector=aiohttp.TCPConnector(limit=64, keepalive_timeout=60),
            )
        return self._http

    async def _search_key(self) -> str | None:
        """A key that can only search, so that the public route cannot do more than that.

        The key of the settings is used as it is when it may not list keys: then it was made
        for one purpose already.
        """
        if self._address.key is None:
            return None

        def ask() -> str | None:
            try:
                keys = self._admin.get_keys({"limit": 100}).results
            except MeilisearchApiError:
                return self._address.key
            only_search = (key.key for key in keys if key.actions == ["search"])
            return next(only_search, self._address.key)

        found: str | None = await self._in_thread(ask)
        return found

    async def _task(self, start: Callable[[], Any]) -> None:
        """Starts a task and waits until Meilisearch says that it succeeded."""

        def run() -> None:
            task = self._admin.wait_for_task(
                start().task_uid, timeout_in_ms=_TASK_TIMEOUT_MS, interval_in_ms=20
            )
            if task.status != "succeeded":
                raise EngineAwayError(f"{task.type}: {task.error}")

        await self._in_thread(run)

    async def _in_thread(self, call: Callable[[], Any]) -> Any:
        try:
            return await asyncio.to_thread(call)
        except (MeilisearchError, OSError) as error:
            raise EngineAwayError(str(error)) from error


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
