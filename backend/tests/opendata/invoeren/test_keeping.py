"""Sending, listing, taking the faults along, throwing away, and what is forgotten by itself."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.invoeren.models import Invoer, InvoerRij
from sociale_kaart.opendata.invoeren.rules import KEPT_DONE, KEPT_UNDONE
from sociale_kaart.opendata.invoeren.work import forget_old
from tests.opendata.invoeren.importing import (
    HEADS,
    as_csv,
    as_xlsx,
    cells_of,
    done,
    row,
    rows_of,
    send,
    sent,
)
from tests.people import log_in_as, make_organisatie

pytestmark = pytest.mark.anyio


async def test_a_file_that_is_refused_leaves_nothing_and_says_why(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    answer = await send(client, member, owner, b"%PDF-1.7")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("Dit is een PDF.")
    larger = await send(client, member, owner, b"x" * 10_000_001)
    assert (larger.status_code, larger.json()["detail"]) == (
        413,
        "Stuur hoogstens 10 MB in één keer.",
    )
    listed = await client.get(f"/api/v1/organisaties/{owner}/invoeren", headers=member)
    assert listed.json()["resultaten"] == []


async def test_a_file_larger_than_other_bodies_may_be_is_taken(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    content = as_csv(*(row(number, Samenvatting="a" * 400) for number in range(4_000)))
    assert len(content) > 2_000_000
    answer = await send(client, member, owner, content)
    assert (answer.status_code, answer.json()["rijen"]) == (201, 4_000)


async def test_the_list_of_faults_has_the_rows_as_sent_and_nothing_in_it_computes(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    wrong = row(2, '=cmd|"/c calc"!A1', Tel="@SUM(1)", Postcode="+3")
    answer = await send(client, member, owner, as_xlsx(row(1), wrong), "aanbod.xlsx")
    invoer_id = answer.json()["id"]
    await done(client, database, member, invoer_id, "nakijken")
    answer = await client.get(f"/api/v1/invoeren/{invoer_id}/fouten.xlsx", headers=member)
    assert 'filename="fouten.xlsx"' in answer.headers["content-disposition"]
    heads, line = cells_of(answer.content)
    assert heads == [*HEADS, "Wat er mis is"]
    assert line[:2] == ["2", '=cmd|"/c calc"!A1']
    assert line[-1].splitlines() == [
        "Naam activiteit: Hier staat een formule. Zet er de uitkomst neer.",
        "Tel: Dit moet een telefoonnummer zijn, zoals 038 000 12 34.",
        "Postcode: Dit moet een postcode zijn, zoals 8031 AB of 8031.",
    ]
    again = await send(client, member, owner, answer.content, "fouten.xlsx")
    await done(client, database, member, again.json()["id"], "nakijken")
    # What was not mended is wrong in the same way, and nothing became a formula on the way.
    [rij] = await rows_of(client, member, again.json()["id"])
    assert (rij["uitkomst"], len(rij["fouten"])) == ("fout", 3)


async def test_the_example_to_begin_with_can_be_brought_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    template = await client.get("/api/v1/invoersjablonen/aanbod.xlsx")
    answer = await send(client, member, owner, template.content, "aanbod.xlsx")
    invoer_id = answer.json()["id"]
    koppeling = await client.get(f"/api/v1/invoeren/{invoer_id}/koppeling", headers=member)
    assert koppeling.json()["waarden"] == []
    await done(client, database, member, invoer_id, "nakijken")
    [rij] = await rows_of(client, member, invoer_id)
    assert (rij["uitkomst"], rij["status"], rij["fouten"]) == ("nieuw", "ter-beoordeling", [])


async def test_earlier_imports_are_listed_the_latest_first_and_can_be_thrown_away(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    first, second = [await sent(client, member, owner, row(number)) for number in (1, 2)]
    address = f"/api/v1/organisaties/{owner}/invoeren"
    page = (await client.get(address, params={"limit": 1}, headers=member)).json()
    assert [one["id"] for one in page["resultaten"]] == [second]
    params = {"limit": 1, "cursor": page["volgende"]}
    page = (await client.get(address, params=params, headers=member)).json()
    assert ([one["id"] for one in page["resultaten"]], page.get("volgende")) == ([first], None)
    for _ in range(8):
        await sent(client, member, owner, row(1))
    full = await send(client, member, owner, as_csv(row(1)))
    assert (full.status_code, full.json()["detail"]) == (
        409,
        "Er staan al 10 bestanden klaar. Rond er een af, of verwijder er een.",
    )
    for versie, status in ((2, 412), (1, 204)):
        gone = await client.delete(
            f"/api/v1/invoeren/{first}", headers={**member, "If-Match": f'"{versie}"'}
        )
        assert gone.status_code == status
    assert (await client.get(f"/api/v1/invoeren/{first}", headers=member)).status_code == 404


async def test_rows_come_a_page_at_a_time(client: httpx.AsyncClient, database: Database) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    invoer_id = await sent(client, member, owner, *(row(number) for number in range(5)))
    address = f"/api/v1/invoeren/{invoer_id}/rijen"
    answer = await client.get(address, params={"limit": 3}, headers=member)
    assert ([one["nummer"] for one in answer.json()["resultaten"]], answer.json()["volgende"]) == (
        [2, 3, 4],
        4,
    )
    answer = await client.get(address, params={"limit": 3, "na": 4}, headers=member)
    assert [one["nummer"] for one in answer.json()["resultaten"]] == [5, 6]
    assert "volgende" not in answer.json()


async def test_what_nobody_can_use_any_more_is_forgotten(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    ran, waits = [await sent(client, member, owner, row(number)) for number in (1, 2)]
    await done(client, database, member, ran, "nakijken", "uitvoeren")

    async def left(after: timedelta) -> tuple[set[str], int]:
        await forget_old(database, utc_now() + after)
        async with database.transaction() as session:
            ids = {str(key) for key in await session.scalars(select(Invoer.id))}  # type: ignore[call-overload]
            count = await session.scalar(select(func.count()).select_from(InvoerRij))
        return ids, count or 0

    hour = timedelta(hours=1)
    assert await left(KEPT_UNDONE - hour) == ({ran, waits}, 2)
    assert await left(KEPT_UNDONE + hour) == ({ran}, 1)
    assert await left(KEPT_DONE - hour) == ({ran}, 1)
    assert await left(KEPT_DONE + hour) == (set(), 0)
