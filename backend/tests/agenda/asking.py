"""Asks for the agenda as a visitor does, and checks the shape of every answer on the way."""

from datetime import date, datetime, timedelta
from typing import Any

import httpx

from sociale_kaart.agenda.schemas import Agenda, Tellingen
from sociale_kaart.core.clock import today

URL = "/api/v1/agenda"
Answer = dict[str, Any]


def coming(weekday: int) -> date:
    """The first such day (Monday is 0) after today, so that no test depends on the hour."""
    tomorrow = today() + timedelta(days=1)
    return tomorrow + timedelta(days=(weekday - tomorrow.weekday()) % 7)


async def agenda(client: httpx.AsyncClient, **asked: Any) -> Answer:
    answer = await client.get(URL, params=asked)
    assert answer.status_code == 200, answer.text
    found: Answer = answer.json()
    Agenda.model_validate(found)
    return found


async def every(client: httpx.AsyncClient, **asked: Any) -> list[Answer]:
    """All times of the period, page after page."""
    keren: list[Answer] = []
    cursor: Answer = {}
    while True:
        page = await agenda(client, **asked, **cursor)
        keren += page["resultaten"]
        if "volgende" not in page:
            return keren
        cursor = {"cursor": page["volgende"]}


async def counts(client: httpx.AsyncClient, **asked: Any) -> Answer:
    answer = await client.get(f"{URL}/tellingen", params=asked)
    assert answer.status_code == 200, answer.text
    found: Answer = answer.json()
    Tellingen.model_validate(found)
    return found


def told(keren: list[Answer]) -> list[tuple[str, str | None, str]]:
    """Day, time and title of each."""
    return [
        (
            keer["dag"],
            datetime.fromisoformat(keer["van"]).strftime("%H:%M") if "van" in keer else None,
            keer["aanbod"]["titel"],
        )
        for keer in keren
    ]


def titles(keren: list[Answer]) -> list[str]:
    return [keer["aanbod"]["titel"] for keer in keren]
