"""Answers that were not meant for this browser, and tokens that are not what they seem."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import select

from sociale_kaart.accounts.expiry import forget_expired
from sociale_kaart.accounts.limieten.service import SharedLimit
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc import routes
from sociale_kaart.accounts.oidc.models import Inlogpoging
from sociale_kaart.accounts.oidc.routes import ATTEMPT_COOKIE
from sociale_kaart.accounts.routes import SESSION_COOKIE
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.accounts.oidc.conftest import serving
from tests.accounts.oidc.provider import (
    CALLBACK,
    RealProvider,
    asked,
    begin,
    log_in,
    log_in_there,
    melding_of,
)

pytestmark = pytest.mark.anyio


async def check_nothing_came_of_it(client: httpx.AsyncClient, database: Database) -> None:
    assert SESSION_COOKIE not in client.cookies
    async with database.transaction() as session:
        assert (await session.scalars(select(Account))).all() == []
        assert (await session.scalars(select(Sessie))).all() == []


async def test_an_answer_serves_once(client: httpx.AsyncClient, database: Database) -> None:
    address = await log_in_there(await begin(client), "anna")
    cookie = {"Cookie": f"{ATTEMPT_COOKIE}={client.cookies[ATTEMPT_COOKIE]}"}
    assert (await client.get(address)).headers["location"] == "/mijn"
    client.cookies.clear()
    assert melding_of(await client.get(address, headers=cookie)) == "verlopen"
    assert SESSION_COOKIE not in client.cookies


async def test_a_code_that_was_used_serves_no_other_attempt(
    client: httpx.AsyncClient, database: Database
) -> None:
    used = asked(await log_in_there(await begin(client), "anna"))
    await client.get(CALLBACK, params=used)
    client.cookies.clear()
    state = asked(await begin(client))["state"]
    answer = await client.get(CALLBACK, params={**used, "state": state})
    assert melding_of(answer) == "mislukt"
    assert SESSION_COOKIE not in client.cookies


async def test_a_code_of_somebody_elses_attempt_is_refused_by_pkce(
    client: httpx.AsyncClient, database: Database
) -> None:
    stolen = asked(await log_in_there(await begin(client), "anna"))
    client.cookies.clear()
    state = asked(await begin(client))["state"]
    answer = await client.get(CALLBACK, params={**stolen, "state": state})
    assert melding_of(answer) == "mislukt"
    await check_nothing_came_of_it(client, database)


@pytest.mark.parametrize("state", ["", "x", "é", "a" * 43])
async def test_a_wrong_state_ends_the_attempt(
    client: httpx.AsyncClient, database: Database, state: str
) -> None:
    address = await log_in_there(await begin(client), "anna")
    answer = await client.get(CALLBACK, params={**asked(address), "state": state})
    assert melding_of(answer) == "verlopen"
    assert melding_of(await client.get(address)) == "verlopen"
    await check_nothing_came_of_it(client, database)


async def test_another_browser_cannot_end_what_this_one_began(
    client: httpx.AsyncClient, database: Database
) -> None:
    address = await log_in_there(await begin(client), "anna")
    client.cookies.clear()
    assert melding_of(await client.get(address)) == "verlopen"
    made_up = {"Cookie": f"{ATTEMPT_COOKIE}=zelf-bedacht"}
    assert melding_of(await client.get(address, headers=made_up)) == "verlopen"
    await check_nothing_came_of_it(client, database)


async def test_an_attempt_of_more_than_ten_minutes_ago_is_over(
    client: httpx.AsyncClient, database: Database
) -> None:
    address = await log_in_there(await begin(client), "anna")
    await make_old(database)
    assert melding_of(await client.get(address)) == "verlopen"
    await check_nothing_came_of_it(client, database)


async def test_attempts_that_never_come_back_are_gone_with_the_next_one_or_within_the_hour(
    client: httpx.AsyncClient, database: Database
) -> None:
    await begin(client)
    await make_old(database)
    await begin(client)
    assert await count_pogingen(database) == 1
    await forget_expired(database)
    assert await count_pogingen(database) == 1
    await make_old(database)
    await forget_expired(database)
    assert await count_pogingen(database) == 0


async def count_pogingen(database: Database) -> int:
    async with database.transaction() as session:
        return len((await session.scalars(select(Inlogpoging))).all())


async def make_old(database: Database) -> None:
    async with database.transaction() as session:
        past = utc_now() - timedelta(seconds=1)
        await session.execute(update(Inlogpoging).values(verloopt_op=past))


@pytest.mark.parametrize(
    "token",
    [
        {"claims": {"nonce": "van een andere keer"}},
        {"claims": {"iss": "https://elders.example.org"}},
        {"claims": {"aud": "een andere kaart"}},
        {"claims": {"aud": ["sociale kaart", "een andere kaart"]}},
        {"claims": {"aud": ["sociale kaart"], "azp": "een andere kaart"}},
        {"claims": {"exp": 1_700_000_000}},
        {"claims": {"exp": "morgen"}},
        {"claims": {"iat": 4_000_000_000}},
        {"claims": {"iat": []}},
        {"claims": {"sub": ""}},
        {"claims": {"sub": 7}},
        {"claims": {"nonce": None}},
        {"signWith": "another key"},
        {"signWith": "another key", "header": {"kid": "onbekend"}},
        {"signWith": "nothing", "header": {"alg": "none"}},
        {"signWith": "nothing", "header": {"alg": "None"}},
        {"signWith": "nothing", "header": {"alg": "RS256"}},
        {"signWith": "the public key", "header": {"alg": "HS256"}},
        {"signWith": "the client secret", "header": {"alg": "HS256"}},
        {"signWith": "key", "header": {"alg": "ES256"}},
        {"signWith": "key", "header": {"alg": 256}},
        {"signWith": "key", "header": {"kid": 1}},
        {"signWith": "key", "header": {"crit": ["b64"], "b64": False}},
    ],
    ids=str,
)
async def test_a_token_that_is_not_right_lets_nobody_in(
    client: httpx.AsyncClient, database: Database, provider: RealProvider, token: dict[str, Any]
) -> None:
    await provider.be(idToken=token)
    assert melding_of(await log_in(client, "anna")) == "mislukt"
    await check_nothing_came_of_it(client, database)


async def test_a_token_that_says_the_same_as_the_right_one_lets_somebody_in(
    client: httpx.AsyncClient, provider: RealProvider
) -> None:
    """What keeps the test above honest: it is the change that is refused, not the forging."""
    token = {"claims": {"aud": ["sociale kaart", "een andere kaart"], "azp": "sociale kaart"}}
    await provider.be(idToken=token)
    assert (await log_in(client, "anna")).headers["location"] == "/mijn"


async def test_an_answer_that_names_another_issuer_is_not_for_us(
    client: httpx.AsyncClient, database: Database
) -> None:
    for iss in ({"iss": "https://elders.example.org"}, {}):
        answer = asked(await log_in_there(await begin(client), "anna"))
        assert answer.pop("iss")
        assert melding_of(await client.get(CALLBACK, params={**answer, **iss})) == "mislukt"
    await check_nothing_came_of_it(client, database)


async def test_an_issuer_that_is_not_in_the_settings_is_nobody(
    client: httpx.AsyncClient,
) -> None:
    for path in ("", "/antwoord"):
        answer = await client.get(f"/inloggen/elders{path}")
        assert melding_of(answer) == "onbekende-dienst"
    assert melding_of(await client.get("/inloggen/elders/uit")) == "alleen-hier-uit"


async def test_a_server_that_says_it_is_another_issuer_is_not_believed(
    database: Database, provider: RealProvider
) -> None:
    issuer = f"http://localhost:{provider.port}"
    async with serving(database, provider, issuer=issuer) as client:
        assert melding_of(await client.get("/inloggen/gemeente")) == "dienst-weg"


async def test_an_answer_of_one_provider_ends_no_attempt_at_another(
    database: Database, provider: RealProvider
) -> None:
    async with serving(database, provider, code="elders") as elders:
        await elders.get("/inloggen/elders")
        cookie = f"{ATTEMPT_COOKIE}={elders.cookies[ATTEMPT_COOKIE]}"
    async with serving(database, provider) as client:
        answer = await client.get(
            CALLBACK, params={"code": "x", "state": "y"}, headers={"Cookie": cookie}
        )
        assert melding_of(answer) == "verlopen"


@pytest.mark.parametrize(
    "terug",
    [
        "https://elders.example.org",
        "//elders.example.org",
        "/\\elders.example.org",
        "\\\\elders.example.org",
        "/\t/elders.example.org",
        "/\n/elders.example.org",
        "javascript:alert(1)",
        "mijn",
        "",
        "/inloggen/gemeente",
        "/api/v1/sessies/huidige",
        "/é",
        "/" + "a" * 600,
    ],
)
async def test_nobody_is_sent_to_another_site_afterwards(
    client: httpx.AsyncClient, terug: str
) -> None:
    assert (await log_in(client, "anna", terug)).headers["location"] == "/mijn"


async def test_who_begins_too_often_has_to_wait(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "_BEGIN_LIMIT", SharedLimit("proef", limit=0, seconds=300))
    assert melding_of(await client.get("/inloggen/gemeente")) == "te-vaak"
    assert ATTEMPT_COOKIE not in client.cookies


@pytest.mark.parametrize(
    ("error", "melding"),
    [
        ("access_denied", "afgebroken"),
        ("temporarily_unavailable", "dienst-weg"),
        ("server_error", "dienst-weg"),
        ("invalid_request", "mislukt"),
        ("<script>", "mislukt"),
    ],
)
async def test_what_the_provider_says_went_wrong_is_told_in_our_words(
    client: httpx.AsyncClient, provider: RealProvider, error: str, melding: str
) -> None:
    said = {"error": error, "iss": provider.issuer, "state": asked(await begin(client))["state"]}
    answer = await client.get(CALLBACK, params=said)
    assert melding_of(answer) == melding
    assert "script" not in answer.headers["location"]
