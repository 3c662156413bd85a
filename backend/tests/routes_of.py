from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount, Route


def routes_of(app: FastAPI) -> Iterator[str]:
    """Each method and path that the application answers, also of routers that are included."""
    for path, item in app.openapi()["paths"].items():
        for method in item:
            if method in {"get", "put", "post", "delete", "patch"}:
                yield f"{method.upper()} /api/v1{path}"
    for route in _flat(app.routes):
        if isinstance(route, Mount):
            yield f"MOUNT {route.path}"
        elif isinstance(route, APIRoute) and not route.include_in_schema:
            yield from (f"{method} {route.path}" for method in route.methods)
        elif isinstance(route, Route) and not isinstance(route, APIRoute):
            yield from (
                f"{method} {route.path}" for method in (route.methods or ()) if method != "HEAD"
            )


def _flat(routes: Any) -> Iterator[Any]:
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is None:
            yield route
        else:
            yield from _flat(inner.routes)
