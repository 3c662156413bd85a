"""Logging in and out, as a browser and as somebody who guesses."""

import time
from datetime import timedelta
from http.cookies import SimpleCookie

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.accounts.routes import SESSION_COOKIE
from sociale_kaart.accounts.service import create_account
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import TooManyRequestsError
from tests.factories import PASSWORD, make_account
from tests.people import log_in_as

pytestmark = pytest.mark.anyio

SESSIES = "/api/v1/sessies"
HUIDIGE = "/api/v1/sessies/huidige"


async def log_in(client: httpx.AsyncClient, email: str, wachtwoord: str) -> httpx.Response:
    return await client.post(SESSIES, json={"email": email, "wachtwoord": wachtwoord})


async def test_the_cookie_of_a_session_stays_out_of_reach_of_scripts_and_other_sites(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "redactie", "koekje@example.org")
    answer = await log_in(client, "koekje@example.org", PASSWORD)
    assert answer.status_code == 201
    cookie = SimpleCookie(answer.headers["set-cookie"])[SESSION_COOKIE]
    assert SESSION_COOKIE.startswith("__Host-")
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"].lower() == "lax"
    assert (cookie["path"], cookie["domain"]) == ("/", "")
    assert int(cookie["max-age"]) == 12 * 3600
    assert len(cookie.value) >= 43
    assert cookie.value not in answer.text
    assert answer.headers["cache-control"] == "no-store"


async def test_logging_in_tells_who_you_are_and_nothing_secret(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await make_account(database, "wijkteam", "wie@example.org")
    body = (await log_in(client, " WIE@example.org ", PASSWORD)).json()
    verloopt_op = body.pop("verlooptOp")
    assert verloopt_op > utc_now().isoformat()
    assert body == {
        "accountId": str(account.id),
        "naam": "wijkteam",
        "email": "wie@example.org",
        "rol": "wijkteam",
    }
    assert (await client.get(HUIDIGE)).json()["accountId"] == str(account.id)


async def test_a_leaked_table_holds_no_token_and_no_password(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "lid", "tabel@example.org")
    await log_in(client, "tabel@example.org", PASSWORD)
    token = client.cookies[SESSION_COOKIE]
    async with database.transaction() as session:
        [sessie] = await session.scalars(select(Sessie))
        [account] = await session.scalars(select(Account))
    assert len(sessie.token_hash) == 32
    assert token.encode() not in sessie.token_hash
    assert account.wachtwoord_hash.startswith("$argon2id$")


async def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "lid", "bekend@example.org")
    wrong = await log_in(client, "bekend@example.org", "verkeerd")
    unknown = await log_in(client, "onbekend@example.org", "verkeerd")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.content == unknown.content
    assert "set-cookie" not in wrong.headers
    assert wrong.json()["detail"] == "Dit e-mailadres en wachtwoord horen niet bij elkaar."


async def test_an_account_that_was_closed_cannot_log_in_and_its_session_ends(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "redactie", "dicht@example.org")
    await log_in(client, "dicht@example.org", PASSWORD)
    assert (await client.get(HUIDIGE)).status_code == 200
    async with database.transaction() as session:
        await session.execute(update(Account).values(actief=False))
    assert (await client.get(HUIDIGE)).status_code == 401
    assert (await log_in(client, "dicht@example.org", PASSWORD)).status_code == 401


async def test_a_session_that_has_ended_is_no_session(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database, "redactie")
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 200
    async with database.transaction() as session:
        past = utc_now() - timedelta(seconds=1)
        await session.execute(update(Sessie).values(verloopt_op=past))
    answer = await client.get(HUIDIGE, headers=headers)
    assert answer.status_code == 401
    assert answer.json()["detail"] == "Log eerst in en probeer het dan opnieuw."
    body = {"naam": "Te laat", "categorie": "initiatief"}
    answer = await client.post("/api/v1/organisaties", json=body, headers=headers)
    assert answer.status_code == 401


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 5_000, "'; DROP TABLE sessie; --"])
async def test_a_cookie_that_was_made_up_is_no_session(
    client: httpx.AsyncClient, token: str
) -> None:
    headers = {"Cookie": f"{SESSION_COOKIE}={token}".encode()}
    assert (await client.get(HUIDIGE, headers=headers)).status_code == 401


async def test_after_logging_out_the_token_opens_nothing_any_more(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "redactie", "uit@example.org")
    await log_in(client, "uit@example.org", PASSWORD)
    kept = {"Cookie": f"{SESSION_COOKIE}={client.cookies[SESSION_COOKIE]}"}
    answer = await client.delete(HUIDIGE)
    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert "Secure" in answer.headers["set-cookie"]
    client.cookies.clear()
    assert (await client.get(HUIDIGE, headers=kept)).status_code == 401
    assert (await client.delete(HUIDIGE, headers=kept)).status_code == 204


async def test_logging_out_ends_only_ones_own_session(
    client: httpx.AsyncClient, database: Database
) -> None:
    mine, other = await log_in_as(database), await log_in_as(database)
    await client.delete(HUIDIGE, headers=mine)
    assert (await client.get(HUIDIGE, headers=other)).status_code == 200


async def test_a_password_keeps_the_spaces_it_begins_and_ends_with(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.transaction() as session:
        await create_account(
            session, email="spatie@example.org", naam="Sp", wachtwoord="  een zin met spaties "
        )
    good = await log_in(client, "spatie@example.org", "  een zin met spaties ")
    assert good.status_code == 201
    assert (await log_in(client, "spatie@example.org", "een zin met spaties")).status_code == 401


async def test_the_eleventh_guess_has_to_wait_also_when_it_is_right(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "beheer", "raden@example.org")
    for _ in range(10):
        assert (await log_in(client, "Raden@example.org", "fout")).status_code == 401
    answer = await log_in(client, "raden@example.org", PASSWORD)
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Dat waren te veel pogingen"
    assert (await log_in(client, "iemand-anders@example.org", "fout")).status_code == 401


async def test_logging_in_well_gives_new_guesses(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_account(database, "lid", "goed@example.org")
    for _ in range(2):
        for _ in range(5):
            assert (await log_in(client, "goed@example.org", "fout")).status_code == 401
        assert (await log_in(client, "goed@example.org", PASSWORD)).status_code == 201


async def test_all_faults_of_a_log_in_are_told_and_the_password_is_not_repeated(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post(
        SESSIES, json={"email": "geen adres", "wachtwoord": "", "rol": "beheer"}
    )
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["email", "wachtwoord", "rol"]
    secret = "geheim" * 100
    answer = await log_in(client, "a@example.org", secret)
    assert answer.status_code == 400
    assert "geheim" not in answer.text


async def test_deleting_an_account_ends_its_sessions(database: Database) -> None:
    await log_in_as(database)
    async with database.transaction() as session:
        account = await session.scalar(select(Account))
        await session.delete(account)
    async with database.transaction() as session:
        assert (await session.scalars(select(Sessie.account_id))).all() == []
        assert (await session.scalars(select(col(Account.id)))).all() == []


def test_a_limit_counts_per_key_and_forgets_after_its_time() -> None:
    limit = RateLimit(limit=2, seconds=0.05)
    limit.count("a")
    limit.count("a")
    with pytest.raises(TooManyRequestsError):
        limit.count("a")
    limit.count("b")
    time.sleep(0.06)
    limit.count("a")


def test_a_limit_keeps_no_more_keys_than_it_may() -> None:
    limit = RateLimit(limit=1, seconds=60, max_keys=3)
    for number in range(1_000):
        limit.count(str(number))
    limit.count("0")
    with pytest.raises(TooManyRequestsError):
        limit.count("999")
