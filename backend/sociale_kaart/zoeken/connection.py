"""How Meilisearch is reached: its connections, its key, its errors.

Searching goes over kept-alive aiohttp connections, because a client library costs more than the
search itself (docs/adr). What may take its time goes through the `meilisearch` client, in a thread
and with a time-out for each call.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any

import aiohttp
import meilisearch
import orjson
from meilisearch.errors import MeilisearchApiError, MeilisearchError

ADMIN_TIMEOUT_SECONDS = 30
_KEY_STATUSES = {401, 403}

# How its error codes begin when a document cannot be indexed as it is.
_DOCUMENT_FAULTS = (
    "invalid_document", "missing_document", "malformed_payload", "payload_too_large",
    "max_fields_limit",
)  # fmt: skip


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


class KeyRefusedError(EngineAwayError):
    """The key is not, or no longer, one that this server knows."""


class Connection:
    """One server, asked with one key."""

    def __init__(self, url: str, key: str | None) -> None:
        self.key = key
        self._root = url.rstrip("/")
        self._http: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Gives up the connections; asking something later makes new ones."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def admin(self, call: Callable[[meilisearch.Client], Any]) -> Any:
        """One call of the client, which blocks, in a thread; its errors become ours."""
        # A client of its own: one client used by two threads mixes up its headers.
        admin = meilisearch.Client(self._root, self.key, timeout=ADMIN_TIMEOUT_SECONDS)
        try:
            return await _in_own_thread(lambda: call(admin))
        except MeilisearchApiError as error:
            if error.status_code in _KEY_STATUSES:
                raise KeyRefusedError("de sleutel past niet") from error
            raise error_from(vars(error)) from error
        except (MeilisearchError, OSError) as error:
            raise EngineAwayError(str(error)) from error

    async def send(
        self, method: str, path: str, key: str | None, body: bytes | None = None
    ) -> bytes:
        """One exchange, tried again when a kept connection turns out to be closed.

        Has no time-out of its own. Raises EngineAwayError.
        """
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
            raise KeyRefusedError("de sleutel past niet")
        if answer.status >= 400:  # noqa: PLR2004
            raise error_from(_parsed(payload))
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


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(payload)
    except orjson.JSONDecodeError:
        content = None
    return content if isinstance(content, dict) else {}


def error_from(problem: dict[str, Any]) -> EngineAwayError:
    """What Meilisearch said as an exception: only a faulty request is a refusal.

    A full disk or a fault of its own ('system', 'internal') passes, and then it is tried again.
    """
    code, message = str(problem.get("code")), str(problem.get("message"))
    if problem.get("type") == "invalid_request":
        return EngineRefusedError(code, message)
    return EngineAwayError(f"{code}: {message}")
