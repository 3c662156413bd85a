"""The light check of the redactie: letting in, refusing, or joining to what was there."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aansluiten.models import Aansluitverzoek
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Organisatie
from tests.aansluiten.joining import (
    NIEUW,
    VERA,
    email_of,
    emails,
    join,
    logged,
    mails,
    members,
    words_to,
)
from tests.people import create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

LIST = "/api/v1/aanmeldingen"


def address_of(key: UUID | str) -> str:
    return f"/api/v1/organisaties/{key}/controles"


async def register(
    client: httpx.AsyncClient, database: Database, **changes: Any
) -> tuple[str, dict[str, str]]:
    """The id of an organisation that somebody just registered, and the headers of an editor."""
    made = await join(client, database, nieuw={**NIEUW, **changes})
    client.cookies.clear()
    return made["organisatie"]["id"], await log_in_as(database, "redactie")


async def test_the_redactie_sees_who_asks_what_since_when_and_what_is_like_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(database, naam="Stichting Soep op de Stoep")
    await make_organisatie(database, naam="Soep op straat", gecontroleerd_op=None)
    key, editor = await register(client, database, omschrijving="Samen soep eten.")
    *_, found = (await client.get(LIST, headers=editor)).json()["nieuw"]
    assert found["organisatie"]["id"] == key
    assert found["organisatie"]["omschrijving"] == "Samen soep eten."
    assert [(one["naam"], one["email"]) for one in found["mensen"]] == [("Vera", VERA)]
    assert found["aanbod"] == 0
    assert found["aangemeldOp"]
    alike = {one["naam"]: one["redenen"] for one in found["gelijkend"]}
    assert alike == {"Stichting Soep op de Stoep": ["zelfde-naam"], "Soep op straat": ["naam"]}


async def test_what_is_let_in_is_public_at_once_with_what_was_published(
    client: httpx.AsyncClient, database: Database
) -> None:
    key, editor = await register(client, database)
    listing = await publish(client, editor, UUID(key))
    assert (await client.get(f"/api/v1/aanbod/{listing['id']}")).status_code == 404
    answer = await client.post(address_of(key), json={"besluit": "goedgekeurd"}, headers=editor)
    assert answer.status_code == 204
    assert (await client.get(f"/api/v1/organisaties/{key}")).status_code == 200
    assert (await client.get(f"/api/v1/aanbod/{listing['id']}")).status_code == 200
    assert "Welkom!" in await words_to(database, VERA)
    assert (await client.get(LIST, headers=editor)).json()["nieuw"] == []
    assert (await logged(database))[-1].handeling == "goedgekeurd"


async def test_two_of_the_redactie_cannot_decide_both(
    client: httpx.AsyncClient, database: Database
) -> None:
    key, editor = await register(client, database)
    await client.post(address_of(key), json={"besluit": "goedgekeurd"}, headers=editor)
    no = {"besluit": "afgewezen", "reden": "Nee."}
    answer = await client.post(address_of(key), json=no, headers=editor)
    assert answer.status_code == 409
    assert (await client.get(f"/api/v1/organisaties/{key}")).status_code == 200


async def test_a_refusal_is_mailed_with_its_reason_and_leaves_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    key, editor = await register(client, database)
    await create_aanbod(client, editor, UUID(key))
    bare = await client.post(address_of(key), json={"besluit": "afgewezen"}, headers=editor)
    assert [fault["veld"] for fault in bare.json()["fouten"]] == ["reden"]
    no = {"besluit": "afgewezen", "reden": "Dit is een winkel."}
    assert (await client.post(address_of(key), json=no, headers=editor)).status_code == 204
    assert "Dit is een winkel." in await words_to(database, VERA)
    assert VERA not in await emails(database)
    async with database.transaction() as session:
        assert (await session.scalars(select(col(Organisatie.id)))).all() == []
        assert (await session.scalars(select(col(Aanbod.id)))).all() == []


async def test_a_refusal_leaves_an_account_that_is_there_for_something_else(
    client: httpx.AsyncClient, database: Database
) -> None:
    first, editor = await register(client, database)
    await register(client, database, naam="Brood op de stoep")
    no = {"besluit": "afgewezen", "reden": "Dubbel."}
    assert (await client.post(address_of(first), json=no, headers=editor)).status_code == 204
    assert VERA in await emails(database)


async def test_joined_to_what_was_there_people_and_drafts_go_along_and_owners_hear_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    there = await make_organisatie(database, naam="Stichting Soep")
    owner = await log_in_as(database, eigenaar=there)
    key, editor = await register(client, database)
    draft = await create_aanbod(client, editor, UUID(key), titel="Soep op maandag")
    body = {"besluit": "aangesloten", "bij": str(there)}
    assert (await client.post(address_of(key), json=body, headers=editor)).status_code == 204
    assert (await members(database, there))[VERA] == "medebewerker"
    read = await client.get(f"/api/v1/aanbod/{draft['id']}", headers=owner)
    assert read.json()["organisatie"]["naam"] == "Stichting Soep"
    assert read.json()["status"] == "concept"
    assert (await client.get(f"/api/v1/organisaties/{key}", headers=editor)).status_code == 404
    assert "Die stond al op de kaart als Stichting Soep" in await words_to(database, VERA)
    assert "heeft iemand aangesloten" in await words_to(database, await email_of(database, owner))


async def test_joined_to_an_organisation_without_owner_somebody_becomes_its_owner(
    client: httpx.AsyncClient, database: Database
) -> None:
    there = await make_organisatie(database)
    key, editor = await register(client, database)
    body = {"besluit": "aangesloten", "bij": str(there)}
    assert (await client.post(address_of(key), json=body, headers=editor)).status_code == 204
    assert await members(database, there) == {VERA: "eigenaar"}


@pytest.mark.parametrize("bij", ["zelf", "verborgen", "verzonnen", None])
async def test_it_joins_nothing_that_is_not_there(
    client: httpx.AsyncClient, database: Database, bij: str | None
) -> None:
    hidden = await make_organisatie(database, gecontroleerd_op=None)
    key, editor = await register(client, database)
    other = {"zelf": key, "verborgen": str(hidden), "verzonnen": str(uuid4()), None: None}[bij]
    body = {"besluit": "aangesloten", "bij": other}
    answer = await client.post(address_of(key), json=body, headers=editor)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["bij"]
    assert await members(database, key) == {VERA: "eigenaar"}


async def test_who_registered_cannot_let_themselves_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    made = await join(client, database)
    answer = await client.post(
        address_of(made["organisatie"]["id"]), json={"besluit": "goedgekeurd"}
    )
    assert answer.status_code == 403
    assert (await client.get(LIST)).status_code == 403


async def test_requests_are_for_the_redactie_when_no_owner_is_there_or_answers(
    client: httpx.AsyncClient, database: Database
) -> None:
    empty, owned = await make_organisatie(database), await make_organisatie(database)
    await log_in_as(database, eigenaar=owned)
    await join(client, database, organisatie=str(empty))
    await join(client, database, organisatie=str(owned))
    client.cookies.clear()
    editor = await log_in_as(database, "redactie")
    [found] = (await client.get(LIST, headers=editor)).json()["verzoeken"]
    assert (found["organisatie"]["id"], found["waarom"]) == (str(empty), "geen-eigenaar")
    async with database.transaction() as session:
        week_ago = utc_now() - timedelta(days=7)
        await session.execute(update(Aansluitverzoek).values(gevraagd_op=week_ago))
    found = (await client.get(LIST, headers=editor)).json()["verzoeken"]
    assert {one["waarom"] for one in found} == {"geen-eigenaar", "geen-antwoord"}
    person = found[0]["persoon"]["accountId"]
    decide = f"/api/v1/organisaties/{empty}/aansluitverzoeken/{person}/besluiten"
    yes = {"besluit": "goedgekeurd"}
    assert (await client.post(decide, json=yes, headers=editor)).status_code == 204
    assert await members(database, empty) == {VERA: "eigenaar"}
    assert [mail.soort for mail in await mails(database, VERA)][-1] == "aangesloten"
