"""Asks the server that draws pages (frontend/server), and does without when it is away or slow."""

from dataclasses import dataclass
from time import monotonic

import aiohttp
import structlog
from yarl import URL

from sociale_kaart.core.answers import etag_of

log = structlog.get_logger()

# After a failure it is left alone this long, so that visitors do not wait for it.
_REST_SECONDS = 2.0
_REDIRECT = 301


class NotDrawnError(Exception):
    """No page came: the server is away, slow, too busy, or it broke on this page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is kept, compressed; or the address of where it is now.

    Not `lasting` when something was away while it was drawn. `shows` are the ids of the listings
    that answer something on it.
    """

    status: int
    body: bytes
    etag: str
    lasting: bool
    location: str | None = None
    shows: tuple[str, ...] = ()


class Renderer:
    """One per process.

    Args:
        url: where the server that draws pages listens.
        timeout_seconds: how long a visitor may wait for it.
    """

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._url = url.rstrip("/")
        self._timeout = timeout_seconds
        self._http: aiohttp.ClientSession | None = None
        self._rest_until: float | None = None

    async def draw(self, address: str) -> Page:
        """The page at an address, path and query as they were asked for; or NotDrawnError.

        After a failure one visitor at a time tries whether it is back; the others do not wait.
        """
        if self._rest_until is not None:
            if monotonic() < self._rest_until:
                raise NotDrawnError
            self._rest_until = monotonic() + _REST_SECONDS + self._timeout
        try:
            page = await self._ask(address)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            self._leave_alone(error)
            raise NotDrawnError from error
        if self._rest_until is not None:
            self._rest_until = None
            log.info("renderer_back")
        if page is None:
            raise NotDrawnError
        return page

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    def _leave_alone(self, error: Exception) -> None:
        if self._rest_until is None:
            # Once, until it is back. Not the message: it may hold the address, and in it what
            # somebody asked.
            log.warning("renderer_away", reason=type(error).__name__)
        self._rest_until = monotonic() + _REST_SECONDS

    async def _ask(self, address: str) -> Page | None:
        """None when it is there, but does not draw this page now."""
        url = URL(self._url + address, encoded=True)
        async with self._session().get(url, allow_redirects=False) as answer:
            body = await answer.read()
        if answer.status == _REDIRECT:
            # Not lasting: kept pages are counted by their size, and this has none.
            return Page(answer.status, b"", "", lasting=False, location=answer.headers["Location"])
        if answer.content_type != "text/html":
            # Too busy, too late or broken on this page: that says nothing about the next one.
            log.warning("page_not_drawn", status=answer.status)
            return None
        lasting = answer.headers.get("Cache-Control") != "no-store"
        shows = tuple(answer.headers.get("X-Shows", "").split())
        return Page(answer.status, body, etag_of(body), lasting=lasting, shows=shows)

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            self._http = aiohttp.ClientSession(
                headers={"Accept-Encoding": "gzip"},
                auto_decompress=False,
                timeout=aiohttp.ClientTimeout(total=self._timeout),
                connector=aiohttp.TCPConnector(limit=64, keepalive_timeout=60),
            )
        return self._http
