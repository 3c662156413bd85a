"""An organisation whose changes wait, and the redactie that decides about them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.core.db import Database
from tests.people import Headers, aanbod_body, account_of, log_in_as, make_organisatie, publish

URL = "/api/v1/aanbod"


@dataclass
class Desk:
    """Who is at the table: an organisation with two people, and somebody of the redactie."""

    client: httpx.AsyncClient
    database: Database
    organisatie: UUID
    redactie: Headers
    eigenaar: Headers
    medebewerker: Headers

    async def live(self, **changes: Any) -> dict[str, Any]:
        """A listing on the map."""
        return await publish(self.client, self.redactie, self.organisatie, **changes)

    async def propose(
        self, aanbod: dict[str, Any], headers: Headers | None = None, **changes: Any
    ) -> httpx.Response:
        """Hands a change of it in, as the medebewerker unless somebody else is named."""
        return await self.client.put(
            f"{URL}/{aanbod['id']}",
            json=aanbod_body(**changes),
            headers={**(headers or self.medebewerker), "If-Match": f'"{aanbod["versie"]}"'},
        )

    async def decide(
        self, aanbod: dict[str, Any], besluit: str, reden: str | None = None, **more: Any
    ) -> httpx.Response:
        body = {"besluit": besluit, **({"reden": reden} if reden else {}), **more}
        return await self.client.post(
            f"{URL}/{aanbod['id']}/voorstel/besluiten", json=body, headers=self.redactie
        )

    async def step(
        self, aanbod: dict[str, Any], handeling: str, headers: Headers, reden: str | None = None
    ) -> httpx.Response:
        body = {"handeling": handeling, **({"reden": reden} if reden else {})}
        return await self.client.post(
            f"{URL}/{aanbod['id']}/stappen",
            json=body,
            headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
        )

    async def stand(self, aanbod: dict[str, Any], headers: Headers | None = None) -> dict[str, Any]:
        answer = await self.client.get(
            f"{URL}/{aanbod['id']}/beoordeling", headers=headers or self.medebewerker
        )
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def mails(self) -> list[Bericht]:
        """Mails about decisions that wait to be sent, in the order in which they came."""
        async with self.database.transaction() as session:
            return list(
                await session.scalars(
                    select(Bericht)
                    .where(col(Bericht.soort) == "beoordeling")
                    .order_by(col(Bericht.id))
                )
            )

    async def address_of(self, headers: Headers) -> str:
        key = await account_of(self.database, headers)
        async with self.database.transaction() as session:
            account = await session.get(Account, key)
            assert account is not None
            assert account.email is not None
            return account.email


async def open_desk(client: httpx.AsyncClient, database: Database, **organisatie: Any) -> Desk:
    key = await make_organisatie(database, **organisatie)
    return Desk(
        client,
        database,
        key,
        redactie=await log_in_as(database, "redactie"),
        eigenaar=await log_in_as(database, eigenaar=key),
        medebewerker=await log_in_as(database, medebewerker=key),
    )
