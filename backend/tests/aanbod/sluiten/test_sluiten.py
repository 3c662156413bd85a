"""Closing for a while from the telephone, and opening again."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.documents import coming_occurrences
from sociale_kaart.aanbod.recurrence import Schedule
from sociale_kaart.aanbod.schemas import SluitingInvoer
from sociale_kaart.aanbod.sluiten.rules import closed_from, closed_on, closed_or_next, open_from
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from tests.aanbod.beoordelen.deciding import Desk, open_desk
from tests.people import Headers, create_aanbod, log_in_as

pytestmark = pytest.mark.anyio

AANBOD = "/api/v1/aanbod"
DAY = timedelta(days=1)


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def send(
    desk: Desk, aanbod: dict[str, Any], what: str, headers: Headers | None = None, **body: Any
) -> httpx.Response:
    return await desk.client.post(
        f"{AANBOD}/{aanbod['id']}/{what}", json=body or None, headers=headers or desk.medebewerker
    )


async def shut(desk: Desk, aanbod: dict[str, Any], **body: Any) -> httpx.Response:
    return await desk.client.post(
        f"{AANBOD}/{aanbod['id']}/sluitingen", json=body, headers=desk.medebewerker
    )


async def periods(desk: Desk, aanbod: dict[str, Any]) -> list[dict[str, Any]]:
    return list((await desk.client.get(f"{AANBOD}/{aanbod['id']}")).json()["sluitingen"])


async def eigen(desk: Desk) -> dict[str, Any]:
    answer = await desk.client.get(
        f"/api/v1/organisaties/{desk.organisatie}/aanbod", headers=desk.medebewerker
    )
    return dict(answer.json()["resultaten"][0])


async def test_it_is_closed_at_once_and_looked_at_afterwards(desk: Desk) -> None:
    live = await desk.live(momenten=[{"rrule": "FREQ=DAILY", "van": "10:00"}])
    tot = (today() + 6 * DAY).isoformat()
    answer = await shut(desk, live, tot=tot, reden="We verven de zaal.")
    assert answer.status_code == 200, answer.text
    closed = {"van": today().isoformat(), "tot": tot, "reden": "We verven de zaal."}
    assert await periods(desk, live) == [closed]
    assert (await eigen(desk))["sluiting"] == closed
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    # It opens by itself: the first time is on the day after.
    assert shown["komende"][0]["dag"] == (today() + 7 * DAY).isoformat()
    seen = await desk.client.get("/api/v1/nakijkpunten", headers=desk.redactie)
    [point] = seen.json()["resultaten"]
    assert [verschil["veld"] for verschil in point["verschillen"]] == ["sluitingen"]


async def test_it_opens_again_and_what_is_planned_stays(desk: Desk) -> None:
    first, last = today() + 30 * DAY, today() + 40 * DAY
    planned = {"van": first.isoformat(), "tot": last.isoformat(), "reden": "Vakantie"}
    live = await desk.live(sluitingen=[planned])
    assert (await eigen(desk))["sluiting"] == planned
    await shut(desk, live)
    assert await periods(desk, live) == [{"van": today().isoformat()}]
    assert (await send(desk, live, "openingen")).status_code == 200
    assert await periods(desk, live) == []
    again = await send(desk, live, "openingen")
    assert again.status_code == 409
    assert again.json()["detail"] == "Dit is niet dicht."


async def test_taking_back_brings_all_that_was_planned_back(desk: Desk) -> None:
    planned = {"van": (today() + 30 * DAY).isoformat(), "reden": "Verbouwing"}
    live = await desk.live(sluitingen=[planned])
    await shut(desk, live)
    assert (await send(desk, live, "sluitingen/intrekkingen")).status_code == 200
    assert await periods(desk, live) == [planned]
    # It was taken back already.
    assert (await send(desk, live, "sluitingen/intrekkingen")).status_code == 409
    await shut(desk, live)
    somebody_else = await send(desk, live, "sluitingen/intrekkingen", desk.eigenaar)
    assert somebody_else.status_code == 409
    await send(desk, live, "openingen", desk.eigenaar)
    assert (await send(desk, live, "sluitingen/intrekkingen", desk.eigenaar)).status_code == 200
    assert await periods(desk, live) == [{"van": today().isoformat()}]


@pytest.mark.parametrize(
    ("body", "veld", "words"),
    [
        ({"tot": (today() - DAY).isoformat()}, "tot", "al voorbij"),
        ({"tot": (today() + 800 * DAY).isoformat()}, "tot", "langer dan een jaar"),
        ({"tot": "morgen"}, "tot", "een datum zijn"),
        ({"reden": "Kijk op www.elders.example"}, "reden", "geen website"),
        ({"reden": "x" * 161}, "reden", "te lang"),
    ],
)
async def test_bad_input_is_said_and_changes_nothing(
    desk: Desk, body: dict[str, Any], veld: str, words: str
) -> None:
    live = await desk.live()
    answer = await shut(desk, live, **body)
    assert answer.status_code == 400
    [fault] = answer.json()["fouten"]
    assert fault["veld"] == veld
    assert words in fault["melding"]
    assert await periods(desk, live) == []


async def test_what_is_not_on_the_map_cannot_be_closed(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    answer = await shut(desk, draft)
    assert answer.status_code == 409
    assert "niet op de kaart" in answer.json()["detail"]


async def test_a_change_that_waits_can_still_be_agreed_to_and_keeps_it_closed(desk: Desk) -> None:
    live = await desk.live()
    assert (await desk.propose(live, titel="Thee")).status_code == 202
    await shut(desk, live, reden="We verven de zaal.")
    queue = await desk.client.get("/api/v1/beoordelingen", headers=desk.redactie)
    [row] = queue.json()["resultaten"]
    assert "hindernis" not in row
    assert [verschil["veld"] for verschil in row["verschillen"]] == ["titel"]
    assert (await desk.decide(live, "goedgekeurd")).status_code == 200
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    assert shown["titel"] == "Thee"
    assert shown["sluitingen"] == [{"van": today().isoformat(), "reden": "We verven de zaal."}]


async def test_a_change_that_waits_with_a_closing_of_its_own_takes_this_one_too(
    desk: Desk,
) -> None:
    live = await desk.live()
    planned = {"van": (today() + 30 * DAY).isoformat(), "tot": (today() + 40 * DAY).isoformat()}
    await desk.propose(live, sluitingen=[planned])
    tot = (today() + 2 * DAY).isoformat()
    await shut(desk, live, tot=tot)
    await desk.decide(live, "goedgekeurd")
    assert await periods(desk, live) == [{"van": today().isoformat(), "tot": tot}, planned]


async def test_taking_back_leaves_the_closing_of_a_change_that_waits(desk: Desk) -> None:
    live = await desk.live()
    planned = {"van": (today() + 30 * DAY).isoformat(), "tot": (today() + 40 * DAY).isoformat()}
    await desk.propose(live, sluitingen=[planned])
    await shut(desk, live, tot=(today() + 2 * DAY).isoformat())
    assert (await send(desk, live, "sluitingen/intrekkingen")).status_code == 200
    await desk.decide(live, "goedgekeurd")
    assert await periods(desk, live) == [planned]


async def test_who_is_writing_in_it_is_not_asked_about_the_door(desk: Desk) -> None:
    live = await desk.live()
    url = f"{AANBOD}/{live['id']}/bewerking"

    async def keep(writing: dict[str, Any], **changes: Any) -> httpx.Response:
        body = {
            "inhoud": {**writing["inhoud"], **changes},
            "basisVersie": writing["basisVersie"],
        }
        headers = {**desk.eigenaar, "If-Match": f'"{writing["versie"]}"'}
        return await desk.client.put(url, json=body, headers=headers)

    fresh = (await desk.client.get(url, headers=desk.eigenaar)).json()
    kept = (await keep(fresh, titel="Thee")).json()
    await shut(desk, live, reden="We verven de zaal.")
    # The page of who writes hears of it, and takes it over as it does what a colleague wrote.
    late = await keep(kept, titel="Thee met koek")
    assert late.status_code == 412
    now = late.json()["nu"]
    assert now["inhoud"]["titel"] == "Thee"
    assert now["inhoud"]["sluitingen"] == await periods(desk, live)
    assert now["verschillen"] == []
    # Who wrote other periods is asked.
    planned = {"van": (today() + 30 * DAY).isoformat()}
    mine = (await keep(now, sluitingen=[planned])).json()
    await shut(desk, live, reden="Het duurt langer.")
    asked = (await desk.client.get(url, headers=desk.eigenaar)).json()
    assert asked["versie"] == mine["versie"]
    assert [each["veld"] for each in asked["verschillen"]] == ["sluitingen"]


async def test_others_close_nothing(desk: Desk) -> None:
    live = await desk.live()
    stranger = await log_in_as(desk.database)
    for what in ("sluitingen", "openingen", "sluitingen/intrekkingen"):
        assert (await send(desk, live, what, stranger, tot=None)).status_code in {400, 403}
    assert await periods(desk, live) == []


NOW = date(2026, 12, 1)
DAYS = st.integers(-60, 60).map(lambda days: NOW + days * DAY)


@st.composite
def apart(draw: st.DrawFn) -> list[SluitingInvoer]:
    """Closed periods that do not overlap; the last one may have no end."""
    edges = sorted(draw(st.sets(DAYS, min_size=0, max_size=8)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    found = [SluitingInvoer(van=van, tot=tot, reden=str(van)) for van, tot in pairs]
    if found and draw(st.booleans()):
        found[-1] = SluitingInvoer(van=found[-1].van, reden="open eind")
    return found


def closed_days(found: list[SluitingInvoer]) -> set[date]:
    days = (NOW + n * DAY for n in range(-70, 70))
    return {day for day in days if closed_on(found, day)}


@given(apart(), st.one_of(st.none(), st.integers(0, 60)))
def test_closing_closes_these_days_and_no_other(found: list[SluitingInvoer], n: int | None) -> None:
    tot = None if n is None else NOW + n * DAY
    now = closed_on(found, NOW)
    new = closed_from(found, NOW, tot, "dicht")
    added = {NOW + k * DAY for k in range(70) if n is None or k <= n}
    others = closed_days([one for one in found if one is not now])
    before = {day for day in closed_days(found) if day < NOW}
    assert closed_days(new) == others | added | before
    for one, other in pairwise(new):
        assert one.tot is not None
        assert one.tot < other.van
    held = closed_on(new, NOW)
    assert held is not None
    assert held.reden == "dicht"


@given(apart())
def test_opening_opens_from_now_until_what_is_planned(found: list[SluitingInvoer]) -> None:
    now = closed_on(found, NOW)
    new = open_from(found, NOW)
    later = closed_days([one for one in found if one is not now])
    assert closed_days(new) == {d for d in closed_days(found) if d < NOW} | later
    assert closed_on(new, NOW) is None
    coming = closed_or_next(new, NOW)
    assert coming is None or coming.van > NOW


def test_what_is_closed_opens_without_anybody_doing_anything() -> None:
    every_day = Schedule(rrule="FREQ=DAILY")
    [until] = closed_from([], NOW, NOW + 3 * DAY, None)
    assert until.tot is not None
    keren = coming_occurrences([every_day], [(until.van, until.tot)], NOW, NOW + 5 * DAY)
    assert [keer.dag for keer in keren] == [NOW + 4 * DAY, NOW + 5 * DAY]
