"""Drawn pages: asked for, kept until anything changes, and sent."""

import gzip
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request, Response

from sociale_kaart.core.answer_cache import AnswerCache
from sociale_kaart.core.answers import knows
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.core.visitors import is_visitor
from sociale_kaart.site.encodings import takes
from sociale_kaart.site.renderer import NotDrawnError, Page, Renderer

# Readers may keep a page but ask each time whether it still holds.
HEADERS = {"Cache-Control": "no-cache"}
_HTML = "text/html; charset=utf-8"
_AS_IN_AN_ADDRESS = "/%:@!$&'()*+,;=-._~?"


class Pages:
    """One per process."""

    def __init__(self, renderer: Renderer, database: Database) -> None:
        self._renderer = renderer
        self._kept = AnswerCache[Page](database)

    async def get(self, request: Request) -> Page | None:
        """The page that is asked for; None when it cannot be drawn now."""
        address = _address_of(request)
        # Pages say "vanavond" and "nu": each minute has its own.
        minute = int(utc_now().timestamp()) // 60
        try:
            return await self._kept.get((address, minute), lambda: self._renderer.draw(address))
        except NotDrawnError:
            return None

    async def close(self) -> None:
        await self._renderer.close()


def open_pages(settings: Settings, database: Database) -> Pages | None:
    """None when no server that draws pages is named: then browsers do."""
    if not settings.render_url:
        return None
    return Pages(Renderer(settings.render_url, settings.render_timeout_seconds), database)


def count_shown(request: Request, page: Page) -> None:
    """Somebody sees this page, and the listings on it that answer something."""
    if page.shows and is_visitor(request):
        request.app.state.counts.add(page.shows, "getoond")


def page_response(request: Request, page: Page) -> Response:
    """The page as this reader can take it: compressed or not, or only that it is still the same."""
    if page.location is not None:
        return Response(status_code=page.status, headers={**HEADERS, "Location": page.location})
    headers = {**HEADERS, "ETag": f"W/{page.etag}", "Vary": "Accept-Encoding"}
    if not page.lasting:
        headers["Cache-Control"] = "no-store"
    if page.status == HTTPStatus.OK and knows(request, page.etag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    if takes(request.headers.get("accept-encoding", ""), "gzip"):
        headers["Content-Encoding"] = "gzip"
        return Response(page.body, page.status, headers, _HTML)
    return Response(gzip.decompress(page.body), page.status, headers, _HTML)


def _address_of(request: Request) -> str:
    path: bytes = request.scope.get("raw_path") or request.url.path.encode()
    query: bytes = request.scope["query_string"]
    # Two slashes would begin the name of another server.
    address = b"/" + path.lstrip(b"/")
    return quote(address + b"?" + query if query else address, safe=_AS_IN_AN_ADDRESS)
