"""Turning a second step on and off, by whose it is and by beheer."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update
from sqlmodel import col

from sociale_kaart.accounts.expiry import forget_expired
from sociale_kaart.accounts.tweedestap import rules
from sociale_kaart.accounts.tweedestap.models import Herstelcode, TweedeStap
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel
from tests.conftest import serve
from tests.people import Headers, account_of, log_in_as
from tests.second_step import App, turn_on

pytestmark = pytest.mark.anyio

STEPS = "/api/v1/tweedestappen"
OWN = f"{STEPS}/eigen"


async def begin(client: httpx.AsyncClient, headers: Headers) -> App:
    answer = await client.post(STEPS, headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return App(rules.secret_of(answer.json()["geheim"]), ())


async def send(
    client: httpx.AsyncClient, headers: Headers, what: str, **body: str
) -> httpx.Response:
    return await client.post(f"{OWN}/{what}", json=body, headers=headers)


async def own(client: httpx.AsyncClient, headers: Headers) -> dict[str, Any]:
    return dict((await client.get(OWN, headers=headers)).json())


async def happened(database: Database, account_id: UUID) -> list[str]:
    """What the log book has of an account, and how many mails went."""
    async with database.transaction() as session:
        lines = select(LogRegel).where(col(LogRegel.onderwerp_id) == str(account_id))
        return [line.handeling for line in await session.scalars(lines.order_by(col(LogRegel.id)))]


async def subjects(database: Database) -> list[str]:
    async with database.transaction() as session:
        found = await session.scalars(select(Bericht).order_by(col(Bericht.id)))
        return [mail.inhoud["onderwerp"] for mail in found if mail.inhoud]


async def test_a_code_turns_it_on_and_recovery_codes_are_shown_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    account_id = await account_of(database, headers)
    assert await own(client, headers) == {"beschikbaar": True, "herstelcodes": 0}
    app = await begin(client, headers)
    assert "aanSinds" not in await own(client, headers)
    code = app.code()
    done = await send(client, headers, "bevestigingen", code=code)
    assert done.status_code == 201
    assert done.headers["cache-control"] == "no-store"
    codes = done.json()["herstelcodes"]
    assert len(set(codes)) == 10
    now = await own(client, headers)
    assert now["herstelcodes"] == 10
    assert now["aanSinds"]
    # The code that turned it on has been used.
    again = await send(client, headers, "uitzettingen", code=code)
    assert again.json()["fouten"][0]["melding"].startswith("Deze code is al gebruikt")
    assert await happened(database, account_id) == ["tweede-stap-aan"]
    assert await subjects(database) == ["Inloggen gaat nu in twee stappen"]


async def test_nothing_that_is_kept_lets_anybody_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    app = await begin(client, headers)
    codes = (await send(client, headers, "bevestigingen", code=app.code())).json()["herstelcodes"]
    async with database.transaction() as session:
        kept = str([row.model_dump() for row in await session.scalars(select(TweedeStap))])
        kept += str([row.model_dump() for row in await session.scalars(select(Herstelcode))])
        kept += str([row.model_dump() for row in await session.scalars(select(LogRegel))])
        kept += str([row.model_dump() for row in await session.scalars(select(Bericht))])
    assert str(app.geheim)[2:-1] not in kept
    assert rules.spelled(app.geheim).replace(" ", "") not in kept
    assert not any(code in kept or rules.bare_recovery_code(code) in kept for code in codes)


async def test_a_wrong_code_turns_nothing_on(client: httpx.AsyncClient, database: Database) -> None:
    headers = await log_in_as(database)
    app = await begin(client, headers)
    assert (await send(client, headers, "bevestigingen", code=app.wrong_code())).status_code == 400
    assert "aanSinds" not in await own(client, headers)


async def test_beginning_again_makes_another_secret(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    first, second = await begin(client, headers), await begin(client, headers)
    assert first.geheim != second.geheim
    assert (await send(client, headers, "bevestigingen", code=first.code())).status_code == 400
    assert (await send(client, headers, "bevestigingen", code=second.code())).status_code == 201
    again = await client.post(STEPS, headers=headers)
    assert (again.status_code, again.json()["detail"]) == (
        409,
        "De tweede stap staat al aan. Zet hem eerst uit.",
    )


async def test_a_secret_that_was_left_behind_is_forgotten(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    app = await begin(client, headers)
    async with database.transaction() as session:
        await session.execute(update(TweedeStap).values(begonnen_op=utc_now() - timedelta(hours=2)))
    assert (await send(client, headers, "bevestigingen", code=app.code())).status_code == 409
    await forget_expired(database)
    async with database.transaction() as session:
        assert (await session.scalars(select(TweedeStap))).all() == []


async def test_of_two_who_confirm_at_once_one_gets_the_codes(own_database: Database) -> None:
    headers = await log_in_as(own_database)
    async with serve(own_database) as client:
        app = await begin(client, headers)
        answers = await asyncio.gather(
            *(send(client, headers, "bevestigingen", code=app.code(later)) for later in (0, 1))
        )
        assert sorted(answer.status_code for answer in answers) == [201, 409]
        assert (await own(client, headers))["herstelcodes"] == 10


async def test_new_recovery_codes_take_the_place_of_the_old(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    account_id = await account_of(database, headers)
    app = await turn_on(database, account_id)
    # A recovery code makes no others: who found one would have ten.
    one = app.herstelcodes[0]
    assert (await send(client, headers, "herstelcodes", herstelcode=one)).status_code == 400
    made = await send(client, headers, "herstelcodes", code=app.code())
    assert made.status_code == 201
    new = made.json()["herstelcodes"]
    assert (await send(client, headers, "uitzettingen", herstelcode=one)).status_code == 400
    assert (await send(client, headers, "uitzettingen", herstelcode=new[0])).status_code == 204
    assert await happened(database, account_id) == [
        "herstelcodes-vernieuwd",
        "herstelcode-gebruikt",
        "tweede-stap-uit",
    ]
    assert await subjects(database) == [
        "Je hebt nieuwe herstelcodes",
        "Er is een herstelcode gebruikt",
        "Inloggen gaat weer in één stap",
    ]


async def test_turning_it_off_asks_for_a_fresh_code(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    app = await turn_on(database, await account_of(database, headers))
    for body in ({}, {"code": app.code(), "herstelcode": app.herstelcodes[0]}):
        assert (await send(client, headers, "uitzettingen", **body)).status_code == 400
    assert (await send(client, headers, "uitzettingen", code=app.wrong_code())).status_code == 400
    assert (await send(client, headers, "uitzettingen", code=app.code())).status_code == 204
    assert await own(client, headers) == {"beschikbaar": True, "herstelcodes": 0}
    # And on again, with another secret.
    assert (await begin(client, headers)).geheim != app.geheim


async def test_who_took_over_a_session_cannot_guess_it_off(own_database: Database) -> None:
    headers = await log_in_as(own_database)
    app = await turn_on(own_database, await account_of(own_database, headers))
    async with serve(own_database) as client:
        for _ in range(5):
            await send(client, headers, "uitzettingen", code=app.wrong_code())
        assert (await send(client, headers, "uitzettingen", code=app.code())).status_code == 429


@pytest.mark.parametrize("rol", ["wijkteam", "redactie", "beheer"])
async def test_staff_have_none_here(
    client: httpx.AsyncClient, database: Database, rol: str
) -> None:
    headers = await log_in_as(database, rol)
    assert (await own(client, headers))["beschikbaar"] is False
    assert (await client.post(STEPS, headers=headers)).status_code == 403


async def test_without_a_key_nobody_can_turn_it_on(database: Database) -> None:
    headers = await log_in_as(database)
    async with serve(database, secret_key=None) as client:
        assert (await own(client, headers))["beschikbaar"] is False
        assert (await client.post(STEPS, headers=headers)).status_code == 409


async def test_beheer_turns_it_off_with_a_reason_that_is_mailed(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers, beheer = await log_in_as(database), await log_in_as(database, "beheer")
    account_id = await account_of(database, headers)
    await turn_on(database, account_id)
    url = f"/api/v1/accounts/{account_id}/tweedestap/verwijderingen"
    for reden in ("", "   ", "Bel 06 12 34 56 78 even."):
        refused = await client.post(url, json={"reden": reden}, headers=beheer)
        assert refused.status_code == 400
    why = {"reden": "Telefoon en codes kwijt, aan de balie gezien."}
    done = await client.post(url, json=why, headers=beheer)
    assert done.status_code == 200
    assert done.json()["tweedeStap"] is False
    assert (await client.post(url, json=why, headers=beheer)).status_code == 409
    async with database.transaction() as session:
        [line] = await session.scalars(select(LogRegel))
        [mail] = await session.scalars(select(Bericht))
    assert line.handeling == "tweede-stap-weggehaald"
    assert line.account_id == await account_of(database, beheer)
    assert line.wijzigingen == {"reden": [None, why["reden"]]}
    assert mail.inhoud is not None
    assert any(why["reden"] in alinea for alinea in mail.inhoud["alineas"])
    assert any("niet mee eens" in alinea for alinea in mail.inhoud["alineas"])
