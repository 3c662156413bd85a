"""Serves the built SPA: hashed files that may be kept for ever, and one page for all addresses."""

import re
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.problems import NotFoundError

LANGUAGES = ("en", "ar", "uk", "tr", "pl")
"""The first part of an address in a language other than Dutch, as in frontend/src/i18n."""

_PAGES = re.compile(
    rf"^(/|(/({'|'.join(LANGUAGES)}))?"
    r"(/(zoeken|mijn-lijst|lijst|over|situaties|(aanbod|organisaties|situaties|wijken)/[^/]+))?)$"
)
_NOT_BUILT = (
    "<!doctype html><html lang=nl><meta charset=utf-8><title>Sociale kaart</title>"
    "<h1>De website is nog niet gebouwd</h1><p>Draai eerst <code>make build</code>. "
    "De API werkt wel: <a href=/api/v1/openapi.json>/api/v1</a>.</p></html>"
)


class HashedFiles(StaticFiles):
    """Files whose name changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def add_site(app: FastAPI, folder: Path = PROJECT_ROOT / "frontend" / "dist") -> None:
    """Adds the site's routes; they come last, so that they never hide an API route."""
    page = folder / "index.html"
    if (folder / "assets").is_dir():
        app.mount("/assets", HashedFiles(directory=folder / "assets"))

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    def site(request: Request, path: str) -> Response:
        if path.startswith("api/"):
            raise NotFoundError("Dit adres bestaat niet in de API.")
        found = _file(folder, path)
        if found is not None:
            return FileResponse(found, headers={"Cache-Control": "no-cache"})
        if not page.is_file():
            return HTMLResponse(_NOT_BUILT, status_code=503)
        known = _PAGES.match(request.url.path) is not None
        return FileResponse(
            page, status_code=200 if known else 404, headers={"Cache-Control": "no-cache"}
        )


def _file(folder: Path, path: str) -> Path | None:
    """The file of the site that has this path; never one outside its folder."""
    try:
        found = (folder / path).resolve()
        inside = found.is_relative_to(folder.resolve())
        return found if path and inside and found.is_file() else None
    except OSError:  # a name that no file can have, as it is too long
        return None
