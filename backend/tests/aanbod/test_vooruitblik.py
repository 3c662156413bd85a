"""Who fills in when something is sees the sentence and the dates that residents will see."""

from datetime import date, time, timedelta
from itertools import combinations
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.recurrence import Schedule, expand
from sociale_kaart.aanbod.rrule import WEEKDAYS
from sociale_kaart.aanbod.schedule_text import describe
from sociale_kaart.aanbod.schemas import MomentInvoer
from sociale_kaart.aanbod.vooruitblik.rules import WEEKS, look_ahead, schedule_from
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from tests.aanbod.strategies import beginnings, rules
from tests.people import log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/vooruitblikken"
MONDAY = date(2026, 11, 30)


schedules = st.builds(
    Schedule,
    rrule=rules(),
    begin=st.none() | beginnings,
    van=st.none() | st.sampled_from([time(0, 0), time(2, 30), time(19, 0)]),
    behalve=st.lists(st.dates(MONDAY, date(2027, 1, 25)), max_size=20).map(tuple),
)


def remarks(day: date = MONDAY, **moment: Any) -> tuple[str, ...]:
    return look_ahead(schedule_from(MomentInvoer(**moment)), [], day).remarks


def days(*found: Any) -> list[date]:
    return [keer.dag for keer in found]


@given(schedules)
def test_it_is_what_the_listing_itself_says(schedule: Schedule) -> None:
    found = look_ahead(schedule, [], MONDAY)
    expected = expand(schedule, MONDAY, MONDAY + timedelta(weeks=WEEKS))
    assert list(found.coming) == expected[:60]
    assert found.text == describe(schedule)
    if expected:
        assert found.following == expected[0]


def test_what_a_free_day_or_a_closing_takes_away_is_told_apart() -> None:
    schedule = Schedule(rrule="FREQ=WEEKLY;BYDAY=TU", behalve=(date(2026, 12, 29),))
    closed = [(date(2026, 12, 8), date(2026, 12, 15))]
    found = look_ahead(schedule, closed, MONDAY)
    assert days(*found.cancelled) == [date(2026, 12, n) for n in (8, 15, 29)]
    assert days(*found.coming)[:3] == [date(2026, 12, 1), date(2026, 12, 22), date(2027, 1, 5)]


def test_it_says_what_is_odd() -> None:
    weekly = "FREQ=WEEKLY;BYDAY=TU"
    assert remarks(rrule=weekly) == ("zonder-einde",)
    assert remarks(rrule=weekly, eind=date(2027, 6, 1)) == ()
    assert remarks(rrule=f"{weekly};COUNT=900") == ()
    assert remarks(rrule=f"{weekly};UNTIL=20270601") == ()
    assert remarks(rrule=weekly, eind=date(2026, 11, 24)) == ("voorbij",)
    assert remarks(begin=date(2026, 11, 29)) == ("voorbij",)
    assert remarks(begin=MONDAY) == ()
    assert remarks(begin=date(2027, 4, 27)) == ("later",)
    assert remarks(rrule=weekly, begin=date(2027, 9, 1)) == ("later", "zonder-einde")
    assert remarks(rrule="FREQ=WEEKLY") == ("dag-onbekend",)
    assert remarks(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU") == ("week-onbekend", "zonder-einde")
    every_day_off = [date(2026, 12, 1) + timedelta(days=n) for n in range(7)]
    closed = {"begin": every_day_off[0], "eind": every_day_off[-1], "behalve": every_day_off}
    assert remarks(**closed) == ("nooit",)
    until_further_notice = [(MONDAY, date.max)]
    shut = look_ahead(Schedule(rrule=weekly, eind=date(2027, 6, 1)), until_further_notice, MONDAY)
    assert shut.remarks == ("dicht",)
    assert shut.following is None


def test_each_rule_that_can_be_clicked_together_is_kept_as_it_is() -> None:
    some_days = [days for size in range(1, 8) for days in combinations(WEEKDAYS, size)]
    ranks = [found for size in range(1, 6) for found in combinations((1, 2, 3, 4, -1), size)]
    for chosen in some_days:
        for rhythm in ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"):
            rule = f"{rhythm};BYDAY={','.join(chosen)}"
            assert MomentInvoer(rrule=rule).rrule == rule
        for found in ranks:
            pairs = ",".join(f"{rank}{day}" for rank in found for day in chosen)
            rule = f"FREQ=MONTHLY;BYDAY={pairs}"
            assert MomentInvoer(rrule=rule).rrule == rule


def test_a_rule_that_comes_after_many_years_is_not_looked_for_any_further() -> None:
    rule = "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29"
    found = look_ahead(Schedule(rrule=rule, begin=date(2028, 2, 29)), [], MONDAY)
    assert days(found.following) == [date(2028, 2, 29)]
    assert remarks(date(2028, 3, 1), rrule=rule, begin=date(2028, 2, 29)) == (
        "voorbij",
        "zonder-einde",
    )


async def test_it_answers_as_the_listing_does_once_it_is_kept(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    day = WEEKDAYS[today().weekday()]
    free = (today() + timedelta(weeks=1)).isoformat()
    moment = {"rrule": f"FREQ=WEEKLY;BYDAY={day}", "van": "22:00", "tot": "00:30"}
    vraag = {"momenten": [{**moment, "behalve": [free]}], "sluitingen": []}
    answer = await client.post(URL, json=vraag, headers=editor)
    assert answer.status_code == 200, answer.text
    (found,) = answer.json()["momenten"]
    made = await publish(client, editor, await make_organisatie(database), **vraag)
    kept = (await client.get(f"/api/v1/aanbod/{made['id']}")).json()
    assert found["tekst"] == kept["momenten"][0]["tekst"]
    assert found["komende"][: len(kept["komende"])] == kept["komende"]
    assert [keer["dag"] for keer in found["vervallen"]] == [free]
    assert found["komende"][0]["tot"][:10] == (today() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("moment", "veld", "part"),
    [
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2"}, "momenten.0.rrule", "nooit"),
        ({"rrule": "FREQ=HOURLY"}, "momenten.0.rrule", "FREQ=DAILY"),
        ({"van": "19:00"}, "momenten.0", "herhaling"),
        ({"rrule": "FREQ=WEEKLY", "begin": "2026-12-02", "eind": "2026-12-01"}, "momenten.0", ""),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU", "tot": "21:00"}, "momenten.0", "begintijd"),
        ({"begin": "2026-02-30"}, "momenten.0.begin", "datum"),
    ],
)
async def test_what_cannot_be_is_a_fault_in_words(
    client: httpx.AsyncClient, database: Database, moment: dict[str, str], veld: str, part: str
) -> None:
    member = await log_in_as(database)
    answer = await client.post(URL, json={"momenten": [moment]}, headers=member)
    assert answer.status_code == 400
    (fault,) = answer.json()["fouten"]
    assert fault["veld"] == veld
    assert part in fault["melding"]
