"""A provider that is down, slow or has changed its keys: a kind page, and nothing else suffers."""

import httpx
import pytest
from sqlmodel import select

from sociale_kaart.accounts.oidc.models import Inlogpoging
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded.ports import free_port
from tests.accounts.oidc.conftest import serving
from tests.accounts.oidc.provider import RealProvider, begin, log_in, log_in_there, melding_of

pytestmark = pytest.mark.anyio


async def test_a_provider_that_is_down_gives_a_page_that_says_so(database: Database) -> None:
    async with serving(database, RealProvider(free_port())) as client:
        assert melding_of(await client.get("/inloggen/gemeente")) == "dienst-weg"
        assert melding_of(await client.get("/inloggen/gemeente/uit")) == "alleen-hier-uit"
        assert (await client.get("/api/v1/inlogdiensten")).status_code == 200
    async with database.transaction() as session:
        assert (await session.scalars(select(Inlogpoging))).all() == []


async def test_a_provider_that_takes_too_long_is_not_waited_for(
    database: Database, provider: RealProvider
) -> None:
    async with (
        serving(database, provider) as client,
        serving(database, provider, timeout_seconds=1) as hasty,
    ):
        address = await log_in_there(await begin(client), "anna")
        hasty.cookies = client.cookies
        await provider.be(delayMs=60_000)
        assert melding_of(await hasty.get(address)) == "dienst-weg"
        await provider.be()
        assert (await log_in(client, "anna")).headers["location"] == "/mijn"


async def test_new_keys_of_the_provider_are_found_at_the_first_token_that_needs_them(
    client: httpx.AsyncClient, provider: RealProvider
) -> None:
    assert (await log_in(client, "anna")).headers["location"] == "/mijn"
    await provider.be(newKeys=True)
    assert (await log_in(client, "anna")).headers["location"] == "/mijn"


async def test_a_wrong_client_secret_is_no_log_in(
    database: Database, provider: RealProvider
) -> None:
    async with serving(database, provider, clientSecret="een ander geheim") as client:
        assert melding_of(await log_in(client, "anna")) == "mislukt"
