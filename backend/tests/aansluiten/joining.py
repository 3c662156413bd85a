"""What the tests of joining share: asking, and what came of it by mail."""

from typing import Any
from uuid import UUID

import httpx
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel
from sociale_kaart.organisaties.models import Lidmaatschap
from tests.people import account_of

LINKS = "/api/v1/aansluitlinks"
VERA = "vera@example.org"
NIEUW: dict[str, Any] = {"naam": "Soep op de stoep", "categorie": "initiatief"}


async def ask(client: httpx.AsyncClient, email: str = VERA, **changes: Any) -> httpx.Response:
    """Fills in the form; a new organisation unless `organisatie` says which."""
    wanted = {} if "organisatie" in changes else {"nieuw": NIEUW}
    return await client.post(LINKS, json={"naam": "Vera", "email": email, **wanted, **changes})


async def mailed_token(
    client: httpx.AsyncClient, database: Database, email: str = VERA, **changes: Any
) -> str:
    """The secret in the mail that comes of filling in the form."""
    answer = await ask(client, email, **changes)
    assert answer.status_code == 202, answer.text
    *_, mail = await mails(database, email.lower())
    assert mail.inhoud is not None
    address, _, token = mail.inhoud["knoppen"][0]["adres"].partition("#")
    assert address.endswith("/mijn/aansluiten")
    return str(token)


async def press(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(f"{LINKS}/huidig/bevestigingen", headers={"Aansluit-Token": token})


async def join(
    client: httpx.AsyncClient, database: Database, email: str = VERA, **changes: Any
) -> dict[str, Any]:
    """From the form to being logged in, in the client's own browser; what came of it."""
    answer = await press(client, await mailed_token(client, database, email, **changes))
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def mails(database: Database, aan: str | None = None) -> list[Bericht]:
    async with database.transaction() as session:
        query = select(Bericht).order_by(col(Bericht.id))
        if aan is not None:
            query = query.where(col(Bericht.aan) == aan)
        return list(await session.scalars(query))


async def words_to(database: Database, aan: str) -> str:
    """All that the last mail to this address says."""
    *_, mail = await mails(database, aan)
    return str(mail.inhoud)


async def members(database: Database, organisatie_id: UUID | str) -> dict[str, str]:
    """Who works for an organisation, by address, and as what."""
    async with database.transaction() as session:
        rows = await session.execute(
            select(col(Account.email), col(Lidmaatschap.rol))
            .join(Lidmaatschap, col(Lidmaatschap.account_id) == col(Account.id))
            .where(col(Lidmaatschap.organisatie_id) == UUID(str(organisatie_id)))
        )
        return {str(email): rol for email, rol in rows}


async def emails(database: Database) -> set[str]:
    """The addresses of all accounts."""
    async with database.transaction() as session:
        return {str(email) for email in await session.scalars(select(col(Account.email)))}


async def logged(database: Database) -> list[LogRegel]:
    async with database.transaction() as session:
        return list(await session.scalars(select(LogRegel).order_by(col(LogRegel.id))))


async def email_of(database: Database, headers: dict[str, str]) -> str:
    key = await account_of(database, headers)
    async with database.transaction() as session:
        account = await session.get(Account, key)
        assert account is not None
        assert account.email is not None
        return account.email
