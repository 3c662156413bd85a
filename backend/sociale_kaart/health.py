"""Two questions from whoever runs this: does it live, and can it serve?"""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy import text

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.connection import EngineAwayError
from sociale_kaart.zoeken.engine import AANBOD
from sociale_kaart.zoeken.meaning.queries import count_waiting
from sociale_kaart.zoeken.queries import count_search_documents, outbox_state
from sociale_kaart.zoeken.searcher import Searcher

router = APIRouter(include_in_schema=False)

# Longer than this and the worker must have stopped: an edit is normally handled in a second.
_OUTBOX_LATE_SECONDS = 300


@router.get("/gezond")
async def gezond() -> dict[str, str]:
    """The process answers; says nothing about what it depends on."""
    return {"status": "goed"}


@router.get("/gereed")
async def gereed(request: Request) -> JSONResponse:
    """Whether it can serve visitors: 503 without database.

    Without index or with an outbox that stands still it serves on, and says 'beperkt'. Listings
    that wait for their vector are counted; they are found by their words.
    """
    searcher: Searcher = request.app.state.searcher
    database = await _database(request.app.state.database)
    index = await _index(searcher, database)
    late = (database.get("outbox") or {}).get("oudsteSeconden", 0) > _OUTBOX_LATE_SECONDS
    if database["status"] != "goed":
        status = "niet-gereed"
    elif index["status"] != "goed" or late:
        status = "beperkt"
    else:
        status = "goed"
    body = {
        "status": status,
        "database": database["status"],
        "index": index,
        "outbox": database.get("outbox"),
        "aanbod": database.get("aanbod"),
        "betekenis": {
            "status": "geen" if request.app.state.embedder is None else "goed",
            "wachtend": database.get("betekenis"),
        },
    }
    return JSONResponse(
        body,
        status_code=503 if status == "niet-gereed" else 200,
        headers={"Cache-Control": "no-store"},
    )


async def _database(database: Database) -> dict[str, Any]:
    try:
        async with database.transaction() as session:
            await session.execute(text("SELECT 1"))
            waiting, oldest = await outbox_state(session)
            return {
                "status": "goed",
                "outbox": {"wachtend": waiting, "oudsteSeconden": _age_seconds(oldest)},
                "aanbod": await count_search_documents(session),
                "betekenis": await count_waiting(session),
            }
    except Exception:  # noqa: BLE001 (whatever is wrong, the answer is that it is not ready)
        return {"status": "weg"}


async def _index(searcher: Searcher, database: dict[str, Any]) -> dict[str, Any]:
    if searcher.engine is None:
        return {"status": "geen"}
    try:
        healthy = await searcher.engine.is_healthy()
        count = await searcher.engine.count(AANBOD) if healthy else None
    except EngineAwayError:
        count = None
    if count is None:
        return {"status": "weg"}
    waiting = (database.get("outbox") or {}).get("wachtend")
    # With nothing on its way to the index, it has to hold what the database has.
    behind = waiting == 0 and count != database["aanbod"]
    return {"status": "achter" if behind else "goed", "aanbod": count}


def _age_seconds(moment: datetime | None) -> int:
    return 0 if moment is None else int((utc_now() - moment).total_seconds())
