"""How fresh the map is, counted by organisation, wijk and theme."""

from datetime import UTC, datetime, time
from typing import Any

import httpx
import pytest
from dateutil.relativedelta import relativedelta

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.clock import AMSTERDAM, today
from sociale_kaart.core.db import Database
from tests.people import Headers, log_in_as, make_organisatie, publish, set_aanbod

pytestmark = pytest.mark.anyio


async def checked(database: Database, aanbod: dict[str, Any], months: int | None) -> None:
    """Has a listing been looked at so many months ago, at noon; None is never."""

    def change(row: Aanbod) -> None:
        if months is None:
            row.bevestigd_op = None
        else:
            # By the day here: just past midnight it is still the day before in UTC.
            day = today() - relativedelta(months=months)
            row.bevestigd_op = datetime.combine(day, time(12), AMSTERDAM).astimezone(UTC)

    await set_aanbod(database, aanbod["id"], change)


async def versheid(client: httpx.AsyncClient, headers: Headers, per: str) -> dict[str, Any]:
    answer = await client.get("/api/v1/versheid", params={"per": per}, headers=headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def numbers(row: dict[str, Any]) -> tuple[int, int, int, int]:
    return row["totaal"], row["opTijd"], row["teLaat"], row["nooit"]


async def test_each_group_and_the_whole_are_counted(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    brug = await make_organisatie(database, naam="De Brug")
    anders = await make_organisatie(database, naam="anders")
    fresh = await publish(client, editor, brug, themas=["ontmoeten", "rouw"])
    late = await publish(client, editor, brug, intervalMaanden=3)
    never = await publish(client, editor, anders, werkgebied=["aa-landen"])
    await checked(database, fresh, 5)
    await checked(database, late, 4)
    await checked(database, never, None)

    found = await versheid(client, editor, "organisatie")
    assert numbers(found["geheel"]) == (3, 1, 1, 1)
    assert [(row["naam"], numbers(row)) for row in found["rijen"]] == [
        ("anders", (1, 0, 0, 1)),
        ("De Brug", (2, 1, 1, 0)),
    ]
    per_wijk = {
        row["naam"]: numbers(row) for row in (await versheid(client, editor, "wijk"))["rijen"]
    }
    # The place of all three is in Holtenbroek; that is one of the two wijken of the last.
    assert per_wijk == {"Holtenbroek": (3, 1, 1, 1), "Aa-landen": (1, 0, 0, 1)}
    per_thema = {
        row["code"]: numbers(row) for row in (await versheid(client, editor, "thema"))["rijen"]
    }
    assert per_thema == {"ontmoeten": (3, 1, 1, 1), "rouw": (1, 1, 0, 0)}


async def test_what_residents_do_not_see_does_not_count(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    assert await versheid(client, editor, "thema") == {
        "geheel": {"totaal": 0, "opTijd": 0, "teLaat": 0, "nooit": 0},
        "rijen": [],
    }
    hidden = await make_organisatie(database, gecontroleerd_op=None)
    await publish(client, editor, hidden)
    stopped = await publish(client, editor, await make_organisatie(database))

    def stop(row: Aanbod) -> None:
        row.status = "gestopt"

    await set_aanbod(database, stopped["id"], stop)
    assert (await versheid(client, editor, "organisatie"))["geheel"]["totaal"] == 0


async def test_the_last_day_is_in_time(client: httpx.AsyncClient, database: Database) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    await checked(database, made, 6)
    assert numbers((await versheid(client, editor, "wijk"))["geheel"]) == (1, 1, 0, 0)


async def test_nonsense_is_refused(client: httpx.AsyncClient, database: Database) -> None:
    editor = await log_in_as(database, "beheer")
    answer = await client.get("/api/v1/versheid", params={"per": "straat"}, headers=editor)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["per"]
