"""Staff log in at a real provider, and get here what their claims give."""

from datetime import timedelta
from http.cookies import SimpleCookie

import anyio
import httpx
import pytest
from sqlalchemy import update
from sqlmodel import select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc.models import Identiteit, Inlogpoging
from sociale_kaart.accounts.oidc.routes import ATTEMPT_COOKIE
from sociale_kaart.accounts.routes import SESSION_COOKIE
from sociale_kaart.core.db import Database
from tests.accounts.oidc.conftest import serving
from tests.accounts.oidc.provider import (
    PEOPLE,
    RealProvider,
    asked,
    begin,
    give_up_there,
    log_in,
    log_in_there,
    log_out_there,
    melding_of,
)
from tests.factories import make_account
from tests.people import log_in_as

pytestmark = pytest.mark.anyio

HUIDIGE = "/api/v1/sessies/huidige"


async def accounts(database: Database) -> list[Account]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Account).order_by(Account.naam)))


async def count(database: Database, table: type) -> int:
    async with database.transaction() as session:
        return len((await session.scalars(select(table))).all())


async def test_somebody_of_the_redactie_logs_in_and_lands_where_they_were_going(
    client: httpx.AsyncClient, database: Database
) -> None:
    answer = await log_in(client, "anna", "/mijn/wachtrij?soort=nieuw")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/mijn/wachtrij?soort=nieuw"
    assert answer.headers["cache-control"] == "no-store"
    body = (await client.get(HUIDIGE)).json()
    [account] = await accounts(database)
    assert body.pop("verlooptOp")
    assert body == {
        "accountId": str(account.id),
        "naam": "Anna de Vries",
        "rol": "redactie",
        "inlogdienst": "gemeente",
    }
    assert (await client.get("/api/v1/synoniemen")).status_code == 200


async def test_the_provider_is_asked_with_pkce_a_state_and_a_nonce_that_are_new_each_time(
    client: httpx.AsyncClient, provider: RealProvider
) -> None:
    first, second = asked(await begin(client)), asked(await begin(client))
    for secret in ("state", "nonce", "code_challenge"):
        assert len(first[secret]) >= 43
        assert first[secret] != second[secret]
    assert first["code_challenge_method"] == "S256"
    assert first["response_type"] == "code"
    assert first["scope"] == "openid profile"
    assert first["redirect_uri"] == "https://test/inloggen/gemeente/antwoord"


async def test_both_cookies_stay_out_of_reach_of_scripts_and_other_sites(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/inloggen/gemeente")
    attempt = SimpleCookie(answer.headers["set-cookie"])[ATTEMPT_COOKIE]
    assert attempt["max-age"] == "600"
    answer = await client.get(await log_in_there(answer.headers["location"], "anna"))
    cookies = SimpleCookie()
    for header in answer.headers.get_list("set-cookie"):
        cookies.load(header)
    assert cookies[ATTEMPT_COOKIE]["max-age"] == "0"
    assert int(cookies[SESSION_COOKIE]["max-age"]) == 4 * 3600
    for cookie in (attempt, cookies[SESSION_COOKIE]):
        assert cookie.key.startswith("__Host-")
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"].lower() == "lax"
        assert (cookie["path"], cookie["domain"]) == ("/", "")


@pytest.mark.parametrize(
    ("name", "rol", "naam"),
    [
        ("anna", "redactie", "Anna de Vries"),
        ("bram", "wijkredacteur", "Bram Bakker"),
        # Of two roles the one with most rights; a claim may also be one text.
        ("chris", "beheer", "Chris Smit"),
        ("eva", "wijkteam", "Medewerker"),
    ],
)
async def test_the_claim_says_which_role_somebody_has(
    client: httpx.AsyncClient, name: str, rol: str, naam: str
) -> None:
    await log_in(client, name)
    body = (await client.get(HUIDIGE)).json()
    assert (body["rol"], body["naam"]) == (rol, naam)


async def test_somebody_without_a_role_here_gets_nothing_and_nothing_is_kept(
    client: httpx.AsyncClient, database: Database
) -> None:
    answer = await log_in(client, "dirk")
    assert melding_of(answer) == "geen-rol"
    assert SESSION_COOKIE not in client.cookies
    assert await accounts(database) == []
    assert await count(database, Inlogpoging) == 0


async def test_a_second_log_in_is_the_same_account_with_what_the_claims_say_now(
    client: httpx.AsyncClient, database: Database, provider: RealProvider
) -> None:
    await log_in(client, "bram")
    [before] = await accounts(database)
    assert before.wijken == ["WK019330"]
    changed = {"name": "Bram de Boer", "roles": ["kaart-wijkredactie"], "wijken": ["WK019310"]}
    await provider.be(people={**PEOPLE, "bram": changed})
    await log_in(client, "bram")
    [after] = await accounts(database)
    assert after.id == before.id
    assert (after.naam, after.rol, after.wijken) == ("Bram de Boer", "wijkredacteur", ["WK019310"])
    await provider.be(people={**PEOPLE, "bram": {**changed, "roles": ["kaart-redactie"]}})
    await log_in(client, "bram")
    [promoted] = await accounts(database)
    assert (promoted.rol, promoted.wijken) == ("redactie", [])


async def test_who_has_no_role_any_more_loses_it_and_every_session(
    client: httpx.AsyncClient, database: Database, provider: RealProvider
) -> None:
    await log_in(client, "bram")
    elsewhere = {"Cookie": f"{SESSION_COOKIE}={client.cookies[SESSION_COOKIE]}"}
    await provider.be(people={**PEOPLE, "bram": {"name": "Bram Bakker", "roles": []}})
    answer = await log_in(client, "bram")
    assert melding_of(answer) == "geen-rol"
    [account] = await accounts(database)
    assert (account.rol, account.wijken) == ("lid", [])
    assert (await client.get(HUIDIGE, headers=elsewhere)).status_code == 401
    assert await count(database, Sessie) == 0


async def test_a_role_that_changed_there_counts_in_sessions_that_were_open_already(
    client: httpx.AsyncClient, provider: RealProvider
) -> None:
    await log_in(client, "anna")
    elsewhere = {"Cookie": f"{SESSION_COOKIE}={client.cookies[SESSION_COOKIE]}"}
    assert (await client.get("/api/v1/synoniemen", headers=elsewhere)).status_code == 200
    demoted = {**PEOPLE["anna"], "roles": ["kaart-wijkteam"]}
    await provider.be(people={**PEOPLE, "anna": demoted})
    await log_in(client, "anna")
    assert (await client.get("/api/v1/synoniemen", headers=elsewhere)).status_code == 403


async def test_the_provider_is_asked_again_when_the_session_is_as_old_as_the_settings_say(
    database: Database, provider: RealProvider
) -> None:
    async with serving(database, provider, staff_session_hours=2) as client:
        await log_in(client, "anna")
        async with database.transaction() as session:
            [sessie] = await session.scalars(select(Sessie))
            assert sessie.verloopt_op - sessie.aangemaakt_op <= timedelta(hours=2, seconds=1)
            # The same session, used all the time, two hours and a second later.
            sessie.verloopt_op -= timedelta(hours=2, seconds=1)
        await provider.be(people={**PEOPLE, "anna": {"name": "Anna", "roles": []}})
        assert (await client.get(HUIDIGE)).status_code == 401
        assert melding_of(await log_in(client, "anna")) == "geen-rol"


async def test_beheer_ends_every_session_and_the_provider_lets_them_in_anew(
    client: httpx.AsyncClient, database: Database
) -> None:
    await log_in(client, "anna")
    [account] = await accounts(database)
    beheer = await log_in_as(database, "beheer")
    path = f"/api/v1/accounts/{account.id}/uitloggingen"
    answer = await client.post(path, headers=beheer)
    assert (answer.json()["inlogdienst"], answer.json()["sessies"]) == ("Gemeente Proefstad", 0)
    assert (await client.get(HUIDIGE)).status_code == 401
    await log_in(client, "anna")
    assert (await client.get(HUIDIGE)).json()["rol"] == "redactie"


async def test_an_account_that_was_closed_here_stays_closed(
    client: httpx.AsyncClient, database: Database
) -> None:
    await log_in(client, "anna")
    async with database.transaction() as session:
        await session.execute(update(Account).values(actief=False))
    assert melding_of(await log_in(client, "anna")) == "geen-rol"
    assert (await client.get(HUIDIGE)).status_code == 401
    [account] = await accounts(database)
    assert not account.actief


async def test_an_account_with_the_same_e_mail_address_is_somebody_else(
    client: httpx.AsyncClient, database: Database, provider: RealProvider
) -> None:
    member = await make_account(database, "lid", "anna@example.org")
    person = {**PEOPLE["anna"], "email": "anna@example.org", "email_verified": True}
    await provider.be(people={"anna": person})
    await log_in(client, "anna")
    assert (await client.get(HUIDIGE)).json()["accountId"] != str(member.id)
    async with database.transaction() as session:
        [identiteit] = await session.scalars(select(Identiteit))
        account = await session.get(Account, identiteit.account_id)
    assert (identiteit.issuer, identiteit.subject) == (provider.issuer, "anna")
    assert account is not None
    assert (account.email, account.wachtwoord_hash) == (None, None)


async def test_who_presses_cancel_gets_a_page_that_says_so(
    client: httpx.AsyncClient, database: Database
) -> None:
    answer = await client.get(await give_up_there(await begin(client)))
    assert melding_of(answer) == "afgebroken"
    assert await accounts(database) == []
    assert await count(database, Inlogpoging) == 0


async def test_logging_out_here_ends_the_session_and_the_provider_can_end_its_own(
    client: httpx.AsyncClient, provider: RealProvider
) -> None:
    await log_in(client, "anna")
    assert (await client.get("/inloggen/gemeente/uit")).status_code == 303
    assert (await client.get(HUIDIGE)).status_code == 200, "a link ends no session here"
    assert (await client.delete(HUIDIGE)).status_code == 204
    assert (await client.get(HUIDIGE)).status_code == 401
    place = (await client.get("/inloggen/gemeente/uit")).headers["location"]
    assert place.startswith(f"{provider.issuer}/session/end?")
    assert await log_out_there(place) == "https://test/mijn"


async def test_the_log_in_page_learns_which_providers_there_are(
    client: httpx.AsyncClient, database: Database, provider: RealProvider
) -> None:
    answer = await client.get("/api/v1/inlogdiensten")
    assert answer.json() == {
        "resultaten": [
            {
                "code": "gemeente",
                "naam": "Gemeente Proefstad",
                "adres": "/inloggen/gemeente",
            }
        ]
    }
    assert "geheim" not in answer.text


async def test_a_person_who_logs_in_twice_at_once_is_one_account(
    own_database: Database, provider: RealProvider
) -> None:
    async with serving(own_database, provider) as one, serving(own_database, provider) as two:
        addresses = [await log_in_there(await begin(who), "anna") for who in (one, two)]
        async with anyio.create_task_group() as group:
            for who, address in zip((one, two), addresses, strict=True):
                group.start_soon(who.get, address)
        assert [(await who.get(HUIDIGE)).status_code for who in (one, two)] == [200, 200]
    assert len(await accounts(own_database)) == 1
