"""Invitations: for one address, once, for two weeks, and of no use to anybody else."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import select

from sociale_kaart.aansluiten.leden.models import Uitnodiging
from sociale_kaart.accounts.inloglinks.models import InloglinkAanvraag
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.aansluiten.joining import VERA, emails, logged, mails, members, words_to
from tests.aansluiten.test_leden import Place, make_place, post
from tests.conftest import serve
from tests.factories import make_account
from tests.people import Headers, log_in_as, make_aansluitverzoek

pytestmark = pytest.mark.anyio

CURRENT = "/api/v1/uitnodigingen/huidig"


async def invited(
    client: httpx.AsyncClient, database: Database, place: Place, email: str = VERA, **body: Any
) -> str:
    """The secret in the mail to somebody who is invited."""
    sent = {"email": email, **body}
    assert await post(client, f"{place.url}/uitnodigingen", place.owner, sent) == 204
    *_, mail = await mails(database, email.lower())
    assert mail.inhoud is not None
    address, _, token = mail.inhoud["knoppen"][0]["adres"].partition("#")
    assert address.endswith("/mijn/uitnodiging")
    return str(token)


async def accept(
    client: httpx.AsyncClient, token: str, naam: str | None = "Vera", who: Headers | None = None
) -> httpx.Response:
    headers = {**(who or {}), "Uitnodiging-Token": token}
    body = {"naam": naam} if naam else {}
    return await client.post(f"{CURRENT}/aanvaardingen", json=body, headers=headers)


async def test_somebody_new_becomes_a_colleague_and_gets_a_link_to_log_in_by(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database, naam="De Brug")
    token = await invited(client, database, place, "Vera@Example.org")
    assert "De Brug" in await words_to(database, VERA)
    for _ in range(3):
        seen = await client.get(CURRENT, headers={"Uitnodiging-Token": token})
        assert (seen.json()["email"], seen.json()["kentJe"]) == (VERA, False)
        assert seen.json()["organisatie"]["naam"] == "De Brug"
    answer = await accept(client, token)
    assert (answer.status_code, answer.json()["ingelogd"]) == (201, False)
    assert "set-cookie" not in answer.headers
    assert (await members(database, place.key))[VERA] == "medebewerker"
    async with database.transaction() as session:
        [asked] = await session.scalars(select(InloglinkAanvraag))
        assert asked.email == VERA
    assert VERA not in str([line.wijzigingen for line in await logged(database)])


async def test_a_mail_that_was_passed_on_lets_nobody_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    """Whoever holds the link can make its reader a colleague, and gets nothing themselves."""
    place = await make_place(database)
    token = await invited(client, database, place)
    thief = await log_in_as(database)
    answer = await accept(client, token, who=thief)
    assert answer.status_code == 403
    assert answer.json()["detail"] == "Deze uitnodiging is voor een ander mailadres. Log eerst uit."
    assert VERA not in await emails(database)
    # It was not used up by that.
    async with database.transaction() as session:
        before = len((await session.scalars(select(Sessie.id))).all())
    assert (await accept(client, token, "Dief")).status_code == 201
    async with database.transaction() as session:
        assert len((await session.scalars(select(Sessie.id))).all()) == before
    assert VERA in await members(database, place.key)


async def test_who_is_logged_in_as_that_address_is_in_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    other = await make_place(database)
    token = await invited(client, database, place, other.owner_mail, rol="eigenaar")
    seen = await client.get(CURRENT, headers={"Uitnodiging-Token": token})
    assert seen.json()["kentJe"] is True
    answer = await accept(client, token, None, other.owner)
    assert answer.json()["ingelogd"] is True
    assert (await members(database, place.key))[other.owner_mail] == "eigenaar"
    async with database.transaction() as session:
        assert (await session.scalars(select(InloglinkAanvraag))).all() == []


async def test_forged_used_old_replaced_and_revoked_invitations_get_the_same_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    replaced = await invited(client, database, place)
    used = await invited(client, database, place)
    assert (await accept(client, used)).status_code == 201
    old = await invited(client, database, place, "oud@example.org")
    async with database.transaction() as session:
        past = utc_now() - timedelta(seconds=1)
        await session.execute(update(Uitnodiging).values(verloopt_op=past))
    revoked = await invited(client, database, place, "weg@example.org")
    seen = (await client.get(f"{place.url}/leden", headers=place.owner)).json()
    [waiting] = seen["uitnodigingen"]
    back = f"{place.url}/uitnodigingen/{waiting['id']}/intrekkingen"
    assert await post(client, back, place.owner) == 204
    assert await post(client, back, place.owner) == 404
    tokens = (replaced, used, old, revoked, "verzonnen", "'--")
    answers = [await accept(client, token) for token in tokens]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    for token in tokens:
        seen = await client.get(CURRENT, headers={"Uitnodiging-Token": token})
        assert seen.status_code == 404


async def test_of_two_who_accept_at_once_one_does(own_database: Database) -> None:
    async with serve(own_database) as client:
        place = await make_place(own_database)
        token = await invited(client, own_database, place)
        answers = await asyncio.gather(*(accept(client, token) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 404, 404, 404]


async def test_somebody_new_says_who_they_are(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    token = await invited(client, database, place)
    answer = await accept(client, token, None)
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["naam"]
    assert (await accept(client, token)).status_code == 201


@pytest.mark.parametrize(
    ("change", "status"), [({"rol": "redactie"}, 409), ({"actief": False}, 404)]
)
async def test_staff_and_closed_accounts_do_not_accept(
    client: httpx.AsyncClient, database: Database, change: dict[str, Any], status: int
) -> None:
    await make_account(database, email=VERA)
    async with database.transaction() as session:
        await session.execute(update(Account).values(**change))
    place = await make_place(database)
    token = await invited(client, database, place)
    assert (await accept(client, token)).status_code == status
    assert VERA not in await members(database, place.key)


async def test_nobody_lets_us_say_a_name_to_strangers_that_nobody_looked_at(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database, naam="Win duizend euro", gecontroleerd_op=None)
    await invited(client, database, place)
    assert "duizend" not in await words_to(database, VERA)


async def test_who_works_here_is_not_invited(client: httpx.AsyncClient, database: Database) -> None:
    place = await make_place(database)
    here = {"email": place.worker_mail.upper()}
    assert await post(client, f"{place.url}/uitnodigingen", place.owner, here) == 409


async def test_nobody_invites_the_whole_town_also_not_by_trying_in_vain(
    own_database: Database,
) -> None:
    place, other = await make_place(own_database), await make_place(own_database)
    address = f"{place.url}/uitnodigingen"
    async with serve(own_database) as client:
        assert await post(client, address, place.owner, {"email": place.worker_mail}) == 409
        for number in range(19):
            sent = {"email": f"buur{number}@example.org"}
            assert await post(client, address, place.owner, sent) == 204
        assert await post(client, address, place.owner, {"email": "nog@example.org"}) == 429
        sent = {"email": "zelfde@example.org"}
        for _ in range(5):
            assert await post(client, f"{other.url}/uitnodigingen", other.owner, sent) == 204
        assert await post(client, f"{other.url}/uitnodigingen", other.owner, sent) == 429


async def test_an_invitation_answers_the_request_of_who_asked(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    asking = await make_aansluitverzoek(database, place.key)
    async with database.transaction() as session:
        account = await session.get(Account, asking)
        assert account is not None
        assert account.email is not None
    token = await invited(client, database, place, account.email)
    assert (await accept(client, token, None)).status_code == 201
    seen = (await client.get(f"{place.url}/leden", headers=place.owner)).json()
    assert seen["verzoeken"] == []
