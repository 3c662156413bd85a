"""An organisation that the redactie has not looked at yet is nowhere, and neither is what it offers."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.controle.service import ask_owners
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.exporter import export
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.sync import drain_outbox, rebuild
from tests.conftest import serve
from tests.factories import aanbod_row, import_rows
from tests.people import create_aanbod, log_in_as, make_organisatie, publish, set_aanbod, step

pytestmark = pytest.mark.anyio

URL = "/api/v1/organisaties"
NAME = "Klaverjasclub Zilverdistel"
SLUG = "klaverjasclub-zilverdistel"
SITE = "https://kaart.example.org"


async def check(database: Database, key: Any, *, checked: bool = True) -> None:
    async with database.transaction() as session:
        organisatie = await session.get(Organisatie, key)
        assert organisatie is not None
        organisatie.gecontroleerd_op = utc_now() if checked else None


# By which a visitor might come to know of this organisation or of what it offers.
WAYS = {
    "organisaties": f"{URL}?limit=100",
    "organisatie": f"{URL}/{{owner}}",
    "organisatie bij naam": f"{URL}/{{slug}}",
    "lijst": "/api/v1/aanbod?limit=100",
    "lijst van de organisatie": "/api/v1/aanbod?organisatie={slug}",
    "lijst bij id": "/api/v1/aanbod?id={id}",
    "aanbod": "/api/v1/aanbod/{id}",
    "aanbod bij naam": "/api/v1/aanbod/kaarten-bij-de-zilverdistel",
    "momenten": "/api/v1/aanbod/{id}/momenten",
    "vergelijkbaar": "/api/v1/aanbod/{id}/vergelijkbaar",
    "kalender": "/api/v1/aanbod/{id}/kalender.ics",
    "zoeken": "/api/v1/zoeken?q=zilverdistel",
    "alles": "/api/v1/zoeken?pageSize=100",
    "suggesties": "/api/v1/suggesties?q=zilverdistel",
    "agenda": "/api/v1/agenda?limit=100",
    "kalender van de agenda": "/api/v1/agenda/kalender.ics",
    "locaties": "/api/v1/locaties",
    "sitemap": "/sitemap.xml",
}
# They say nothing of it in words: that they answer at all is enough.
_SILENT = {"momenten", "vergelijkbaar", "kalender"}


async def traces(client: httpx.AsyncClient, listing: dict[str, Any]) -> set[str]:
    found = set()
    for way, address in WAYS.items():
        values = {"id": listing["id"], "owner": listing["organisatie"]["id"], "slug": SLUG}
        answer = await client.get(address.format(**values))
        told = "ilverdistel" in answer.text or "Distelhof" in answer.text
        if answer.is_success and (told or way in _SILENT):
            found.add(way)
    return found


@pytest.mark.parametrize("with_engine", [True, False])
async def test_nothing_of_it_is_public_until_the_redactie_has_looked(
    database: Database, engine: Engine, with_engine: bool
) -> None:
    key = await make_organisatie(database, naam=NAME, slug=SLUG, gecontroleerd_op=None)
    editor = await log_in_as(database, "redactie")
    await rebuild(database, engine)
    async with serve(database, engine if with_engine else None) as client:
        listing = await publish(
            client,
            editor,
            key,
            titel="Kaarten bij de Zilverdistel",
            locatie={"naam": "De Distelhof", "lat": 52.527, "lon": 6.084},
        )
        await drain_outbox(database, engine)
        assert listing["status"] == "gepubliceerd"
        assert await traces(client, listing) == set()
        assert (await engine.count(AANBOD), await engine.count(ORGANISATIES)) == (0, 0)

        await check(database, key)
        await drain_outbox(database, engine)
        assert await traces(client, listing) == set(WAYS)

        # Whoever looks again may also change their mind.
        await check(database, key, checked=False)
        await drain_outbox(database, engine)
        assert await traces(client, listing) == set()
        assert (await engine.count(AANBOD), await engine.count(ORGANISATIES)) == (0, 0)


async def test_what_stopped_before_it_was_looked_at_has_no_page(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, gecontroleerd_op=None)
    editor = await log_in_as(database, "redactie")
    stopped = await step(client, editor, await publish(client, editor, key), "stoppen")
    assert (await client.get(f"/api/v1/aanbod/{stopped['id']}")).status_code == 404
    await check(database, key)
    assert (await client.get(f"/api/v1/aanbod/{stopped['id']}")).json()["status"] == "gestopt"


async def test_its_own_people_and_the_redactie_see_it_and_write(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    made = await client.post(URL, json={"naam": NAME, "categorie": "initiatief"}, headers=member)
    assert made.status_code == 201
    address = f"{URL}/{made.json()['id']}"
    for who in (member, await log_in_as(database, "redactie")):
        answer = await client.get(address, headers=who)
        assert answer.json()["naam"] == NAME
        assert answer.headers["cache-control"] == "private, no-cache"
    for who in ({}, await log_in_as(database), await log_in_as(database, "wijkteam")):
        answer = await client.get(address, headers=who)
        assert answer.status_code == 404
        assert answer.json()["detail"] == "Deze organisatie kennen we niet."
    [place] = (await client.get("/api/v1/lidmaatschappen", headers=member)).json()["resultaten"]
    assert place["organisatie"]["gecontroleerd"] is False
    draft = await create_aanbod(client, member, made.json()["id"])
    assert (await step(client, member, draft, "indienen"))["status"] == "ter-beoordeling"


async def test_somebody_else_cannot_tell_it_from_one_that_is_not_there(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(database, slug="nog-geheim", gecontroleerd_op=None)
    stranger = await log_in_as(database)
    for slug in ("nog-geheim", "bestaat-niet"):
        body = {"organisatie": slug, "titel": "Van mij"}
        answer = await client.post("/api/v1/aanbod", json=body, headers=stranger)
        assert answer.status_code == 400
        assert answer.json()["fouten"] == [
            {"veld": "organisatie", "melding": "Deze organisatie kennen we niet."}
        ]


async def test_it_is_in_no_file_and_its_owner_is_asked_nothing(
    client: httpx.AsyncClient, database: Database, tmp_path: Path
) -> None:
    hidden = await make_organisatie(database, gecontroleerd_op=None, email="a@example.org")
    shown = await make_organisatie(database, email="b@example.org")
    editor = await log_in_as(database, "redactie")
    old = utc_now() - timedelta(days=400)
    for key in (hidden, shown):
        listing = await publish(client, editor, key, titel=f"Koffie {key}")
        await set_aanbod(
            database, listing["id"], lambda aanbod: setattr(aanbod, "bevestigd_op", old)
        )
    file = tmp_path / "alles.jsonl"
    assert await export(database, file) == 1
    assert str(hidden) not in file.read_text()
    async with database.transaction() as session:
        assert await ask_owners(session, SITE, utc_now()) == 1


async def test_what_is_imported_or_made_by_the_redactie_counts_as_looked_at(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    body = {"naam": NAME, "categorie": "initiatief"}
    assert (await client.post(URL, json=body, headers=editor)).status_code == 201
    await import_rows(database, aanbod_row())
    async with database.transaction() as session:
        checked = await session.scalars(select(col(Organisatie.gecontroleerd_op)))
        assert all(moment is not None for moment in checked)
    assert len((await client.get(URL)).json()["resultaten"]) == 2
