"""What a few nights of looking come to, for listings and for what is kept of addresses."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.links.looking import Looker
from sociale_kaart.aanbod.links.models import Adrescontrole
from sociale_kaart.aanbod.links.service import look_at_some
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from tests.aanbod.links.net import Net, open_net
from tests.people import Headers, aanbod_body, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio
TONIGHT = today()


def night(number: int) -> date:
    return TONIGHT + timedelta(days=number)


async def look(database: Database, looker: Looker, day: date) -> int:
    """A whole night; returns how many addresses were looked at."""
    total = 0
    while looked := await look_at_some(database, looker, day):
        total += looked
    return total


async def read(client: httpx.AsyncClient, aanbod: dict[str, Any]) -> dict[str, Any]:
    answer = await client.get(f"/api/v1/aanbod/{aanbod['id']}")
    assert answer.status_code == 200, answer.text
    contact: dict[str, Any] = answer.json()["zekerheid"]["contact"]
    return contact


async def with_contact(
    client: httpx.AsyncClient, database: Database, net: Net, path: str, domein: str
) -> tuple[dict[str, Any], Headers]:
    editor = await log_in_as(database, "redactie")
    owner = await make_organisatie(database)
    contact = {
        "telefoon": "038 000 12 34",
        "website": net.url(path),
        "email": f"Anna.Bakker@{domein}",
    }
    return await publish(client, editor, owner, contact=contact), editor


async def kept(database: Database) -> dict[str, tuple[int, str | None]]:
    async with database.transaction() as session:
        rows = await session.scalars(select(Adrescontrole))
        return {row.adres: (row.mislukt_dagen, row.reden) for row in rows}


async def test_a_dead_link_counts_after_two_nights_and_a_good_one_makes_it_good(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        net.statuses["/weg"] = 404
        aanbod, _ = await with_contact(client, database, net, "/weg", "met-mx.example.org")
        first = await read(client, aanbod)
        assert await look(database, looker, night(0)) == 2
        assert await look(database, looker, night(0)) == 0
        assert (await read(client, aanbod))["werktNiet"] == []
        # What works is left alone for a week.
        assert await look(database, looker, night(1)) == 1
        dead = await read(client, aanbod)
        assert dead["werktNiet"] == ["website"]
        assert dead["waarde"] < first["waarde"]
        net.statuses["/weg"] = 200
        await look(database, looker, night(2))
        assert await read(client, aanbod) == first
        assert await look(database, looker, night(8)) == 1


async def test_of_a_mail_address_only_the_domain_is_kept_and_its_end_is_told(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        aanbod, _ = await with_contact(client, database, net, "/", "bestaat-niet.example.org")
        for number in range(2):
            await look(database, looker, night(number))
        assert (await read(client, aanbod))["werktNiet"] == ["email"]
        assert await kept(database) == {
            net.url("/"): (0, None),
            "bestaat-niet.example.org": (2, "naam-onbekend"),
        }


async def test_another_address_is_not_the_one_that_did_not_work(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        net.statuses["/weg"] = 404
        aanbod, editor = await with_contact(client, database, net, "/weg", "met-mx.example.org")
        for number in range(2):
            await look(database, looker, night(number))
        body = aanbod_body(contact={"website": net.url("/nieuw")})
        answer = await client.put(
            f"/api/v1/aanbod/{aanbod['id']}",
            json=body,
            headers={**editor, "If-Match": f'"{aanbod["versie"]}"'},
        )
        assert answer.status_code == 200, answer.text
        assert answer.json()["zekerheid"]["contact"]["werktNiet"] == []
        await look(database, looker, night(2))
        await look(database, looker, night(3))
        # Nobody has the other two any more.
        assert set(await kept(database)) == {net.url("/nieuw")}


async def test_a_night_without_network_is_held_against_nobody(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        await with_contact(client, database, net, "/", "met-mx.example.org")
        await look(database, looker, night(0))
    # Both servers are gone now, as from a machine that lost its network.
    assert await look_at_some(database, looker, night(8)) == 0
    assert await kept(database) == {net.url("/"): (0, None), "met-mx.example.org": (0, None)}


async def test_what_is_the_only_one_to_fail_is_noticed_although_nothing_else_is_asked(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        aanbod, _ = await with_contact(client, database, net, "/", "met-mx.example.org")
        other, _ = await with_contact(client, database, net, "/", "met-mx.example.org")
        async with database.transaction() as session:
            row = await session.get(Aanbod, UUID(other["id"]))
            assert row is not None
            row.contact_website = "http://127.0.0.1:1/"
        for number in range(2):
            await look(database, looker, night(number))
        assert (await read(client, other))["werktNiet"] == ["website"]
        assert (await read(client, aanbod))["werktNiet"] == []


async def test_only_what_is_on_the_map_is_asked(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        aanbod, _ = await with_contact(client, database, net, "/", "met-mx.example.org")
        async with database.transaction() as session:
            row = await session.get(Aanbod, UUID(aanbod["id"]))
            assert row is not None
            row.status = "concept"
        assert await look(database, looker, night(0)) == 0
        assert net.asked == []


async def test_what_was_found_changes_no_version_and_no_history(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with open_net() as (net, looker):
        net.statuses["/weg"] = 404
        aanbod, _ = await with_contact(client, database, net, "/weg", "met-mx.example.org")
        count = text("SELECT count(*) FROM aanbod_historie")
        async with database.transaction() as session:
            before = await session.scalar(count)
        for number in range(2):
            await look(database, looker, night(number))
        async with database.transaction() as session:
            assert await session.scalar(count) == before
            versie = select(col(Aanbod.versie)).where(col(Aanbod.id) == UUID(aanbod["id"]))
            assert await session.scalar(versie) == aanbod["versie"]
