"""Calendars to subscribe to, asked for as an agenda on somebody's telephone does."""

from datetime import date, datetime, time, timedelta
from typing import Any

import httpx
import pytest
import recurring_ical_events
from icalendar import Calendar

from sociale_kaart.core.clock import AMSTERDAM, today
from sociale_kaart.core.db import Database
from tests.agenda.asking import URL, coming, every
from tests.factories import aanbod_row, import_rows
from tests.people import create_aanbod, log_in_as, make_organisatie, publish, step

pytestmark = pytest.mark.anyio

FEED = f"{URL}/kalender.ics"
# Slug, local begin (or the day) and whether it goes on.
Time = tuple[str, datetime | date, bool]


async def calendar_at(client: httpx.AsyncClient, address: str, **asked: Any) -> Calendar:
    answer = await client.get(address, params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def times_in(calendar: Calendar, first: date, last: date) -> set[Time]:
    found = recurring_ical_events.of(calendar).between(first, last + timedelta(days=1))
    times = {
        (str(event["url"]).rpartition("/")[2], event.start, str(event["status"]) != "CANCELLED")
        for event in found
    }
    return {one for one in times if first <= _day(one[1]) <= last}


def _day(begin: datetime | date) -> date:
    return begin.astimezone(AMSTERDAM).date() if isinstance(begin, datetime) else begin


async def times_of_agenda(client: httpx.AsyncClient, **asked: Any) -> set[Time]:
    return {
        (
            keer["aanbod"]["slug"],
            datetime.fromisoformat(keer["van"])
            if "van" in keer
            else date.fromisoformat(keer["dag"]),
            not keer["vervalt"],
        )
        for keer in await every(client, limit=200, **asked)
    }


@pytest.mark.parametrize(
    "filters", [{"wijk": "holtenbroek"}, {"avondOfWeekend": "true", "kosten": "gratis"}]
)
async def test_a_filtered_agenda_has_the_times_of_the_agenda_for_thirteen_weeks(
    reader: httpx.AsyncClient, filters: dict[str, str]
) -> None:
    calendar = await calendar_at(reader, FEED, **filters)
    first = today()
    compared = 0
    while (last := first + timedelta(days=30)) <= today() + timedelta(weeks=13):
        expected = await times_of_agenda(reader, **filters, datumVan=first, datumTot=last)
        assert times_in(calendar, first, last) == expected
        compared += len(expected)
        first = last + timedelta(days=1)
    assert compared > 20
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))


async def test_every_listing_of_the_demo_has_a_calendar_with_the_times_of_the_agenda(
    reader: httpx.AsyncClient,
) -> None:
    """But for what an exception leaves out, which a series of its own does not show."""
    last = today() + timedelta(days=30)
    expected: dict[str, set[Time]] = {}
    for one in await times_of_agenda(reader, datumTot=last):
        expected.setdefault(one[0], set()).add(one)
    assert len(expected) > 100
    for slug, times in expected.items():
        calendar = await calendar_at(reader, f"/api/v1/aanbod/{slug}/kalender.ics")
        found = times_in(calendar, today(), last)
        assert found <= times, slug
        assert {one for one in times - found if one[2]} == set(), slug


async def test_a_calendar_follows_every_change_under_the_same_id(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    address = f"/api/v1/aanbod/{made['id']}/kalender.ics"
    tuesday = coming(1)
    before = await client.get(address)
    again = await client.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    body = {
        name: made[name]
        for name in ("titel", "samenvatting", "soort", "ambities", "openVoor", "aanmelden")
    }
    moved = {**body, "momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "20:00"}]}
    answer = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=moved,
        headers={**editor, "If-Match": f'"{made["versie"]}"'},
    )
    assert answer.status_code == 200, answer.text
    after = await client.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    [old], [new] = (Calendar.from_ical(one.content).walk("VEVENT") for one in (before, after))
    assert new["uid"] == old["uid"] == made["momenten"][0]["id"]
    assert new["sequence"] > old["sequence"]
    begin = datetime.combine(tuesday, time(20), AMSTERDAM)
    assert times_in(Calendar.from_ical(after.content), tuesday, tuesday) == {
        (made["slug"], begin, True)
    }
    await step(client, editor, answer.json(), "stoppen")
    stopped = await calendar_at(client, address)
    assert {one[2] for one in times_in(stopped, tuesday, tuesday)} == {False}
    assert (await calendar_at(client, FEED)).walk("VEVENT") == []


async def test_what_is_no_longer_or_not_yet_public_has_no_calendar(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    draft = await create_aanbod(client, editor, await make_organisatie(database))
    for headers in ({}, editor):
        answer = await client.get(f"/api/v1/aanbod/{draft['id']}/kalender.ics", headers=headers)
        assert answer.status_code == 404
    assert (await calendar_at(client, FEED)).walk("VEVENT") == []


async def test_a_secret_address_is_in_no_calendar(
    client: httpx.AsyncClient, database: Database
) -> None:
    secret = {
        "naam": "Opvang",
        "straat": "Stille weg 1",
        "lat": 52.527,
        "lon": 6.084,
        "geheim": True,
    }
    await import_rows(database, aanbod_row(locatie=secret))
    [listing] = (await client.get("/api/v1/aanbod")).json()["resultaten"]
    for address in (FEED, f"/api/v1/aanbod/{listing['id']}/kalender.ics"):
        calendar = (await client.get(address)).text
        assert "LOCATION:Opvang" in calendar
        assert "Stille weg" not in calendar
        assert "GEO" not in calendar


@pytest.mark.parametrize(
    ("asked", "veld"),
    [({"thema": "bestaat-niet"}, "thema"), ({"datumVan": "2026-12-01"}, "datumVan")],
)
async def test_what_a_calendar_does_not_know_is_refused(
    client: httpx.AsyncClient, asked: dict[str, str], veld: str
) -> None:
    answer = await client.get(FEED, params=asked)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == [veld]


async def test_a_calendar_is_named_after_its_filters(reader: httpx.AsyncClient) -> None:
    calendar = await calendar_at(reader, FEED, wijk="aa-landen", avondOfWeekend="true")
    assert str(calendar["x-wr-calname"]) == "Sociale kaart: Aa-landen, avond en weekend"
