"""Who is asked, about what, and how often; and whom the redactie calls in the end."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.rules import due_day
from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.adressen.service import set_wanted
from sociale_kaart.controle.queries import last_day
from sociale_kaart.controle.rules import REMEMBERED
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.wiring import PROJECTORS
from tests.conftest import serve
from tests.controle.asking import (
    FORTNIGHT,
    Reader,
    ask,
    asked_token,
    mails,
    make_owner,
    months_ago,
    token_in,
)
from tests.factories import aanbod_row, import_rows, organisatie_row
from tests.people import account_of, log_in_as

pytestmark = pytest.mark.anyio


async def test_a_member_is_asked_in_one_mail_about_what_is_due(database: Database) -> None:
    owner = await make_owner(database, due=3, fresh=2)
    account_id = await account_of(database, await log_in_as(database, medebewerker=owner.id))
    assert await ask(database) == 1
    [mail] = await mails(database)
    async with database.transaction() as session:
        account = await session.get(Account, account_id)
    assert account is not None
    assert mail.aan == account.email
    assert mail.inhoud is not None
    assert mail.inhoud["onderwerp"] == "Klopt het nog? 3 van je 5 zijn aan de beurt"
    parts = mail.inhoud["onderdelen"]
    assert [part["titel"] for part in parts] == ["Koffie 0", "Koffie 1", "Koffie 2"]
    endings = [knop["adres"].partition("&")[2] for knop in parts[0]["knoppen"]]
    first = owner.aanbod["org-1-0"]
    assert endings == [f"{first}&klopt", f"{first}&aanpassen", f"{first}&gestopt"]


async def test_a_mail_names_what_does_not_work_and_what_is_least_sure(
    client: httpx.AsyncClient, database: Database
) -> None:
    contact = {"website": "https://weg.example.org"}
    row = aanbod_row(
        organisatie=organisatie_row(email="org-1@example.org"),
        contact=contact,
        capaciteit="plek",
        intervalMaanden=1,
        bevestigdOp=months_ago(1),
    )
    await import_rows(database, row)
    async with database.transaction() as session:
        [aanbod] = (await session.scalars(select(Aanbod))).all()
        aanbod.website_stuk_sinds = today() - timedelta(days=3)
        aanbod_id = aanbod.id
    for _ in range(3):
        url = f"/api/v1/aanbod/{aanbod_id}/meldingen"
        assert (await client.post(url, json={"soort": "tijden"})).status_code == 201
    assert await ask(database) == 1
    [mail] = await mails(database)
    assert mail.inhoud is not None
    said = mail.inhoud["onderdelen"][0]["tekst"]
    assert said.partition(". ")[2] == (
        "De website https://weg.example.org werkt niet. Bewoners meldden een fout in: de tijden."
        " Kijk vooral naar: de tijden en of er plek is."
    )


async def test_an_organisation_without_members_is_asked_at_its_own_address(
    database: Database,
) -> None:
    owner = await make_owner(database)
    gone = await account_of(database, await log_in_as(database, eigenaar=owner.id))
    async with database.transaction() as session:
        account = await session.get(Account, gone)
        assert account is not None
        account.actief = False
    assert await ask(database) == 1
    assert [mail.aan for mail in await mails(database)] == ["org-1@example.org"]


async def test_the_same_day_nobody_is_asked_again(database: Database) -> None:
    await make_owner(database, due=2)
    assert await ask(database) == 1
    assert await ask(database) == 0
    assert await ask(database, utc_now() + FORTNIGHT - timedelta(hours=1)) == 0


async def test_what_was_never_confirmed_is_due_and_what_is_not_on_the_map_is_not(
    database: Database,
) -> None:
    await make_owner(database)
    async with database.transaction() as session:
        await session.execute(text("UPDATE aanbod SET bevestigd_op = NULL"))
    assert await ask(database) == 1
    async with database.transaction() as session:
        for aanbod in await session.scalars(select(Aanbod)):
            aanbod.status = "concept"
    assert await ask(database, utc_now() + FORTNIGHT) == 0


async def test_two_workers_ask_everybody_once(own_database: Database) -> None:
    for number in range(5):
        await make_owner(own_database, f"org-{number}")
    url = own_database.engine.url.render_as_string(hide_password=False)
    other = Database(url, PROJECTORS)
    numbers = await asyncio.gather(ask(own_database), ask(other))
    await other.close()
    assert sorted(numbers) == [0, 5]
    assert len({mail.aan for mail in await mails(own_database)}) == 5


async def test_after_two_silences_the_redactie_calls(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database, due=2, telefoon="038 000 12 34")
    begin = utc_now() - 2 * FORTNIGHT
    assert await ask(database, begin) == 1
    assert await to_call(client, database) == []
    assert await ask(database, begin + FORTNIGHT) == 1
    second = (await mails(database))[1]
    assert second.inhoud is not None
    assert "bellen we je" in str(second.inhoud["alineas"])
    [entry] = await to_call(client, database)
    assert entry["naam"] == "Buurthuis org-1"
    assert entry["telefoon"] == "038 000 12 34"
    assert [each["reden"] for each in entry["aanbod"]] == ["geen-antwoord"] * 2
    # A third time nobody is asked, and an answer takes it off the list.
    assert await ask(database) == 0
    reader = Reader(client, token_in(second))
    assert await reader.say("klopt", owner.aanbod["org-1-0"]) == 204
    [entry] = await to_call(client, database)
    assert [each["titel"] for each in entry["aanbod"]] == ["Koffie 1"]
    assert await reader.say("gestopt", owner.aanbod["org-1-1"]) == 204
    assert await to_call(client, database) == []


async def test_the_second_silence_has_its_two_weeks_too(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_owner(database)
    begin = utc_now() - 2 * FORTNIGHT + timedelta(hours=1)
    await ask(database, begin)
    await ask(database, begin + FORTNIGHT)
    assert await to_call(client, database) == []


async def test_who_cannot_be_reached_by_mail_is_called_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_owner(database, "zonder", email=None)
    await make_owner(database, "weigert")
    assert await ask(database) == 1
    async with database.transaction() as session:
        await session.execute(
            text("UPDATE bericht SET status = 'geweigerd', inhoud = NULL, afgehandeld_op = now()")
        )
    found = {
        entry["naam"]: entry["aanbod"][0]["reden"] for entry in await to_call(client, database)
    }
    assert found == {"Buurthuis zonder": "geen-adres", "Buurthuis weigert": "mail-geweigerd"}


async def test_the_list_comes_in_pages(client: httpx.AsyncClient, database: Database) -> None:
    for number in range(3):
        await make_owner(database, f"org-{number}", email=None)
    editor = await log_in_as(database, "redactie")
    first = (await client.get("/api/v1/belverzoeken?limit=2", headers=editor)).json()
    rest = await client.get(
        "/api/v1/belverzoeken", params={"cursor": first["volgende"]}, headers=editor
    )
    names = [entry["naam"] for page in (first, rest.json()) for entry in page["resultaten"]]
    assert names == ["Buurthuis org-0", "Buurthuis org-1", "Buurthuis org-2"]
    assert "volgende" not in rest.json()


async def test_after_half_a_year_it_is_as_if_never_asked(database: Database) -> None:
    await make_owner(database)
    begin = utc_now()
    await ask(database, begin)
    await ask(database, begin + FORTNIGHT)
    assert await ask(database, begin + 2 * FORTNIGHT) == 0
    token = await asked_token(database, begin + FORTNIGHT + REMEMBERED + timedelta(days=1))
    async with serve(database) as client:
        assert len(await Reader(client, token).look()) == 1
    async with database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM controleverzoek")) == 1


async def test_the_database_and_the_rule_agree_on_the_last_day(own_database: Database) -> None:
    moments = ["2026-08-31T21:59:59Z", "2026-08-31T22:00:00Z", "2024-02-29T12:00:00Z",
               "2026-03-28T23:30:00Z", "2026-12-31T23:30:00Z", months_ago(3)]  # fmt: skip
    rows = [
        aanbod_row(externId=f"{at}-{interval}", bevestigdOp=moment, intervalMaanden=interval)
        for at, moment in enumerate(moments)
        for interval in (1, 3, 6, 12)
    ]
    await import_rows(own_database, *rows)
    async with own_database.transaction() as session:
        found = await session.execute(
            select(col(Aanbod.bevestigd_op), col(Aanbod.interval_maanden), last_day())
        )
        checked = 0
        for bevestigd_op, interval, day in found:
            assert due_day(bevestigd_op, interval) == day
            checked += 1
    assert checked == len(rows)


async def to_call(client: httpx.AsyncClient, database: Database) -> list[dict[str, Any]]:
    editor = await log_in_as(database, "redactie")
    answer = await client.get("/api/v1/belverzoeken", headers=editor)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["resultaten"])


async def stop_mail(database: Database, aan: str) -> None:
    async with database.transaction() as session:
        await set_wanted(session, aan, "controle", gewenst=False)


async def test_who_stopped_these_mails_is_not_asked_and_called_as_soon_as_its_time_is_up(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_owner(database, "zonder-lid", email="Info@example.org")
    await stop_mail(database, "info@example.org")
    met_lid = await make_owner(database, "met-lid")
    account_id = await account_of(database, await log_in_as(database, eigenaar=met_lid.id))
    async with database.transaction() as session:
        account = await session.get(Account, account_id)
        assert account is not None
        assert account.email is not None
        await set_wanted(session, account.email, "controle", gewenst=False)
    # The address of the organisation is no way around what its own people said.
    assert await ask(database) == 0
    found = {
        entry["naam"]: entry["aanbod"][0]["reden"] for entry in await to_call(client, database)
    }
    assert found == {"Buurthuis zonder-lid": "afgemeld", "Buurthuis met-lid": "afgemeld"}
    # What is not due yet is nobody's trouble.
    async with database.transaction() as session:
        await session.execute(text("UPDATE aanbod SET bevestigd_op = now()"))
    assert await to_call(client, database) == []


async def test_while_a_colleague_still_wants_them_nobody_is_called(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    emails = []
    for _ in range(2):
        account_id = await account_of(database, await log_in_as(database, medebewerker=owner.id))
        async with database.transaction() as session:
            account = await session.get(Account, account_id)
            assert account is not None
            emails.append(account.email or "")
    await stop_mail(database, emails[0])
    assert await ask(database) == 1
    assert [mail.aan for mail in await mails(database)] == [emails[1]]
    assert await to_call(client, database) == []
