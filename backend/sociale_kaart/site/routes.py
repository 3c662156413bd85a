"""Serves the built site: hashed files that may be kept for ever, and the pages."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.site.encodings import takes
from sociale_kaart.site.pages import HEADERS, Pages, count_shown, page_response
from sociale_kaart.site.shell import about_page, fill_outline
from sociale_kaart.site.sitemap import robots, sitemap

_NOT_BUILT = (
    "<!doctype html><html lang=nl><meta charset=utf-8><title>Sociale kaart</title>"
    "<h1>De website is nog niet gebouwd</h1><p>Draai eerst <code>make build</code>. "
    "De API werkt wel: <a href=/api/v1/openapi.json>/api/v1</a>.</p></html>"
)

_HIDDEN = {"X-Robots-Tag": "noindex"}
# The pages of who logs in: a site of their own, which only the browser draws (docs/adr/0030).
_OWN_PAGES = "mijn"

# As the build writes them beside each file (frontend/scripts/compress-assets.mjs), smallest first.
_COMPRESSED = {"br": ".br", "gzip": ".gz"}


class HashedFiles(StaticFiles):
    """Files whose name changes with their content, compressed where they are so on disk."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await self._smallest(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["Vary"] = "Accept-Encoding"
        return response

    async def _smallest(self, path: str, scope: Scope) -> Response:
        accepted = Headers(scope=scope).get("accept-encoding", "")
        for encoding, ending in _COMPRESSED.items():
            _, found = self.lookup_path(path + ending) if takes(accepted, encoding) else ("", None)
            if found is not None:
                response = await super().get_response(path + ending, scope)
                response.headers["Content-Encoding"] = encoding
                return response
        return await super().get_response(path, scope)


def add_site(app: FastAPI, folder: Path = PROJECT_ROOT / "frontend" / "dist") -> None:
    """Adds the site's routes; they come last, so that they never hide an API route.

    They find in the application's state the drawn pages and the database; without the one they
    send the outline, which a browser fills in, without the other they know less about it.
    """
    outline, own_outline = folder / "index.html", folder / "mijn.html"
    if (folder / "assets").is_dir():
        app.mount("/assets", HashedFiles(directory=folder / "assets"))

    @app.api_route("/robots.txt", methods=["GET", "HEAD"], include_in_schema=False)
    async def robots_txt() -> Response:
        return PlainTextResponse(robots(app.state.public_url), headers=HEADERS)

    @app.api_route("/sitemap.xml", methods=["GET", "HEAD"], include_in_schema=False)
    async def sitemap_xml(request: Request) -> Response:
        body = await sitemap(app.state.database, app.state.public_url)
        return json_answer(request, body, media_type="application/xml")

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def site(request: Request, path: str) -> Response:
        if path.startswith("api/"):
            raise NotFoundError("Dit adres bestaat niet in de API.")
        found = _file(folder, path)
        if found is not None:
            # The outline itself is for the service worker: it is a page only without a connection.
            hidden = _HIDDEN if found in {outline, own_outline} else {}
            return FileResponse(found, headers=HEADERS | hidden)
        is_own = path.split("/", 1)[0] == _OWN_PAGES
        if not (own_outline if is_own else outline).is_file():
            return HTMLResponse(_NOT_BUILT, status_code=503)
        if is_own:
            # Nobody keeps it: after logging out, going back must not bring it up as it was.
            return FileResponse(own_outline, headers={"Cache-Control": "no-store"} | _HIDDEN)
        pages: Pages | None = getattr(app.state, "pages", None)
        page = await pages.get(request) if pages else None
        if page is not None:
            count_shown(request, page)
            return page_response(request, page)
        about = await about_page(request.url.path, getattr(app.state, "database", None))
        return HTMLResponse(fill_outline(outline, about), about.status, headers=HEADERS)


def _file(folder: Path, path: str) -> Path | None:
    """The file of the site that has this path; never one outside its folder."""
    try:
        found = (folder / path).resolve()
        inside = found.is_relative_to(folder.resolve())
        return found if path and inside and found.is_file() else None
    except OSError:  # a name that no file can have, as it is too long
        return None
