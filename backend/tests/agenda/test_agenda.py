"""What is on when: in order, page after page, with what is off, and nothing that is not public."""

from datetime import datetime, time, timedelta
from typing import Any

import httpx
import pytest

from sociale_kaart.core.clock import AMSTERDAM, today
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import Problem
from tests.agenda.asking import URL, agenda, coming, every, titles, told
from tests.factories import aanbod_row, import_rows
from tests.people import log_in_as, make_organisatie, publish, step

pytestmark = pytest.mark.anyio

MONDAY, TUESDAY, FRIDAY, SATURDAY = 0, 1, 4, 5


def row(key: str, *momenten: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return aanbod_row(externId=key, titel=key, momenten=list(momenten), **changes)


def weekly(day: str, van: str | None = None, tot: str | None = None, **more: Any) -> dict[str, Any]:
    times = {name: value for name, value in (("van", van), ("tot", tot)) if value}
    return {"rrule": f"FREQ=WEEKLY;BYDAY={day}", **times, **more}


async def test_times_come_in_order_and_those_without_a_time_end_their_day(
    client: httpx.AsyncClient, database: Database
) -> None:
    await import_rows(
        database,
        row("avond", weekly("TU", "19:00", "21:00")),
        row("zonder tijd", weekly("TU")),
        row("ochtend", weekly("TU", "09:30"), weekly("MO", "10:00", "12:00")),
    )
    monday = coming(MONDAY)
    tuesday = (monday + timedelta(days=1)).isoformat()
    found = await agenda(client, datumVan=monday, datumTot=tuesday)
    assert told(found["resultaten"]) == [
        (monday.isoformat(), "10:00", "ochtend"),
        (tuesday, "09:30", "ochtend"),
        (tuesday, "19:00", "avond"),
        (tuesday, None, "zonder tijd"),
    ]
    assert (found["datumVan"], found["datumTot"]) == (monday.isoformat(), tuesday)
    last = found["resultaten"][2]
    assert datetime.fromisoformat(last["tot"]).timetz().strftime("%H:%M%z")[:5] == "21:00"
    assert last["aanbod"]["locatie"]["naam"] == "De Proef"
    assert last["aanbod"]["kosten"] == "gratis"


async def test_the_usual_period_is_seven_days_from_today(
    client: httpx.AsyncClient, database: Database
) -> None:
    await import_rows(database, row("elke dag", {"rrule": "FREQ=DAILY", "van": "12:00"}))
    keren = await every(client)
    days = [today() + timedelta(days=number) for number in range(7)]
    assert [keer["dag"] for keer in keren] == [day.isoformat() for day in days]


async def test_pages_join_without_gap_or_double_also_between_equal_times(
    client: httpx.AsyncClient, database: Database
) -> None:
    same = [row(f"om tien {number}", weekly("MO,TU", "10:00")) for number in range(7)]
    unknown = [row(f"zonder {number}", weekly("MO,TU")) for number in range(5)]
    await import_rows(database, *same, *unknown)
    asked = {"datumVan": coming(MONDAY), "datumTot": coming(MONDAY) + timedelta(days=1)}
    whole = (await agenda(client, **asked))["resultaten"]
    assert len(whole) == 24
    for limit in (1, 5, 12, 24):
        assert await every(client, **asked, limit=limit) == whole


async def test_a_time_on_the_other_side_of_midnight_belongs_to_the_evening_it_begins(
    client: httpx.AsyncClient, database: Database
) -> None:
    await import_rows(database, row("feest", weekly("SA", "22:00", "02:00")))
    saturday = coming(SATURDAY)
    [keer] = await every(client, datumVan=saturday, datumTot=saturday)
    assert datetime.fromisoformat(keer["tot"]).date() == saturday + timedelta(days=1)
    assert (
        await every(
            client, datumVan=saturday + timedelta(days=1), datumTot=saturday + timedelta(days=1)
        )
        == []
    )


async def test_what_is_off_says_so_and_why(client: httpx.AsyncClient, database: Database) -> None:
    editor = await log_in_as(database, "redactie")
    first = coming(TUESDAY)
    second, third, fourth = (first + timedelta(weeks=number) for number in (1, 2, 3))
    await publish(
        client, editor, await make_organisatie(database),
        momenten=[weekly("TU", "10:00", "12:00", behalve=[first.isoformat()], toelichting="Met taart.")],
        sluitingen=[{"van": second.isoformat(), "tot": second.isoformat(), "reden": "Verbouwing"}],
    )  # fmt: skip
    keren = await every(client, datumVan=first, datumTot=fourth)
    assert [(keer["dag"], keer["vervalt"], keer.get("reden")) for keer in keren] == [
        (first.isoformat(), True, None),
        (second.isoformat(), True, "Verbouwing"),
        (third.isoformat(), False, None),
        (fourth.isoformat(), False, None),
    ]
    assert {keer["toelichting"] for keer in keren} == {"Met taart."}


async def test_what_is_closed_until_further_notice_has_no_times(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    first = coming(TUESDAY)
    await publish(
        client, editor, await make_organisatie(database),
        sluitingen=[{"van": (first + timedelta(weeks=1)).isoformat()}],
    )  # fmt: skip
    keren = await every(client, datumVan=first, datumTot=first + timedelta(weeks=3))
    assert [keer["dag"] for keer in keren] == [first.isoformat()]


async def test_the_agenda_follows_every_change(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    asked = {"datumVan": coming(TUESDAY), "datumTot": coming(TUESDAY)}
    [before] = await every(client, **asked)
    assert before["momentId"] == made["momenten"][0]["id"]
    body = {
        name: made[name]
        for name in ("titel", "samenvatting", "soort", "ambities", "openVoor", "aanmelden")
    }
    moved = {**body, "momenten": [weekly("TU", "20:00")]}
    answer = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=moved,
        headers={**editor, "If-Match": f'"{made["versie"]}"'},
    )
    assert answer.status_code == 200, answer.text
    [after] = await every(client, **asked)
    assert told([after])[0][1] == "20:00"
    assert after["momentId"] == before["momentId"]
    await step(client, editor, answer.json(), "stoppen")
    assert await every(client, **asked) == []


async def test_drafts_and_secret_addresses_stay_out(
    client: httpx.AsyncClient, database: Database
) -> None:
    secret = {
        "naam": "Opvang",
        "straat": "Stille weg 1",
        "lat": 52.527,
        "lon": 6.084,
        "geheim": True,
    }
    await import_rows(
        database,
        row("concept", weekly("TU", "10:00"), status="concept"),
        row("opvang", weekly("TU", "10:00"), locatie=secret),
    )
    answer = await client.get(URL, params={"datumVan": coming(TUESDAY), "bij": "52.5,6.1"})
    assert titles(answer.json()["resultaten"]) == ["opvang"]
    assert "Stille weg" not in answer.text
    assert "52.527" not in answer.text
    assert "afstandMeter" not in answer.text


async def test_when_there_is_nothing_the_next_day_with_something_is_told(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    friday = coming(FRIDAY)
    following = friday + timedelta(weeks=1)
    await publish(
        client, editor, await make_organisatie(database),
        momenten=[weekly("FR", "19:00", behalve=[friday.isoformat()])],
    )  # fmt: skip
    thursday = friday - timedelta(days=1)
    found = await agenda(client, datumVan=thursday, datumTot=thursday)
    assert (found["resultaten"], found["eerstvolgende"]) == ([], following.isoformat())
    assert "eerstvolgende" not in await agenda(client, datumVan=friday, datumTot=friday)
    with_filter = await agenda(client, datumVan=thursday, datumTot=thursday, dagdeel="ochtend")
    assert "eerstvolgende" not in with_filter


async def test_from_an_hour_on_what_is_over_by_then_is_left_out(
    client: httpx.AsyncClient, database: Database
) -> None:
    await import_rows(
        database,
        row("voorbij", weekly("TU", "09:00", "11:00")),
        row("bezig", weekly("TU", "10:00", "13:00")),
        row("begonnen, wie weet tot wanneer", weekly("TU", "11:00")),
        row("moet nog", weekly("TU", "14:00")),
        row("hele dag", weekly("TU")),
    )
    tuesday = coming(TUESDAY)
    noon = datetime.combine(tuesday, time(12), AMSTERDAM).isoformat()
    keren = await every(client, datumVan=tuesday, datumTot=tuesday, vanaf=noon)
    assert titles(keren) == ["bezig", "moet nog", "hele dag"]


async def test_what_is_asked_wrongly_is_refused_with_what_is_wrong(
    client: httpx.AsyncClient,
) -> None:
    far = today() + timedelta(weeks=14)
    for asked, veld in (
        ({"datumVan": "2026-12-01", "datumTot": "2026-11-01"}, "inhoud"),
        ({"datumVan": today(), "datumTot": today() + timedelta(days=31)}, "inhoud"),
        ({"datumTot": today() - timedelta(days=1)}, "inhoud"),
        ({"datumVan": "9999-12-31"}, "datumVan"),
        ({"datumVan": far}, "datumVan"),
        ({"cursor": "1"}, "cursor"),
        ({"cursor": "2026-12-01_x_0"}, "cursor"),
        ({"vanaf": "2026-12-01T10:00:00"}, "vanaf"),
        ({"thema": "bestaat-niet"}, "thema"),
        ({"limit": "0"}, "limit"),
        ({"straal": "2"}, "inhoud"),
        ({"q": "koffie"}, "q"),
    ):
        answer = await client.get(URL, params=asked)
        assert answer.status_code == 400, asked
        faults = Problem.model_validate(answer.json()).fouten or []
        assert [fault.veld for fault in faults] == [veld], asked


async def test_what_was_on_yesterday_is_not_in_it_any_more(
    client: httpx.AsyncClient, database: Database
) -> None:
    await import_rows(database, row("elke dag", {"rrule": "FREQ=DAILY"}))
    yesterday = today() - timedelta(days=1)
    keren = await every(client, datumVan=yesterday, datumTot=today())
    assert [keer["dag"] for keer in keren] == [today().isoformat()]
