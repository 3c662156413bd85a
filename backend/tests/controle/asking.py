"""Organisations with listings that have to be looked at, and the mails that ask for it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from dateutil.relativedelta import relativedelta
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.controle.service import ask_owners
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Organisatie
from tests.factories import aanbod_row, import_rows, organisatie_row

SITE = "https://kaart.example.org"
FORTNIGHT = timedelta(days=14)
ADDRESS = "/api/v1/controleverzoeken/huidig"


@dataclass(frozen=True)
class Owner:
    """An organisation, and its listings by external id."""

    id: UUID
    aanbod: dict[str, UUID]


def months_ago(number: int) -> str:
    return (utc_now() - relativedelta(months=number)).isoformat()


async def make_owner(
    database: Database, name: str = "org-1", *, due: int = 1, fresh: int = 0, **organisatie: Any
) -> Owner:
    """So many listings whose time was up a month ago, and so many that were just confirmed."""
    values = {"naam": f"Buurthuis {name}", "email": f"{name}@example.org", **organisatie}
    owner = organisatie_row(externId=name, **{k: v for k, v in values.items() if v is not None})
    rows = [
        aanbod_row(
            externId=f"{name}-{number}",
            titel=f"Koffie {number}",
            organisatie=owner,
            bevestigdOp=months_ago(7 if number < due else 0),
        )
        for number in range(due + fresh)
    ]
    await import_rows(database, *rows)
    async with database.transaction() as session:
        key = await session.scalar(
            select(col(Organisatie.id)).where(col(Organisatie.extern_id) == name)
        )
        assert key is not None
        found = await session.scalars(
            select(Aanbod).where(col(Aanbod.organisatie_id) == key).order_by(col(Aanbod.titel))
        )
        return Owner(key, {row.extern_id or "": row.id for row in found})


async def ask(database: Database, now: datetime | None = None) -> int:
    async with database.transaction() as session:
        return await ask_owners(session, SITE, now or utc_now())


async def mails(database: Database) -> list[Bericht]:
    """What waits to be sent, in the order of asking."""
    async with database.transaction() as session:
        return list(
            await session.scalars(
                select(Bericht).where(col(Bericht.soort) == "controle").order_by(col(Bericht.id))
            )
        )


def token_in(mail: Bericht) -> str:
    assert mail.inhoud is not None
    found = re.fullmatch(rf"{SITE}/mijn/klopt-nog#([\w-]+)", mail.inhoud["knoppen"][0]["adres"])
    assert found, mail.inhoud
    return found[1]


async def asked_token(database: Database, now: datetime | None = None) -> str:
    """Asks, and gives the token of the one mail that this made."""
    before = len(await mails(database))
    assert await ask(database, now) == 1
    return token_in((await mails(database))[before])


class Reader:
    """Somebody with a mail on a phone, who is logged in nowhere."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self.client = client
        self.headers = {"Controle-Token": token}

    async def look(self) -> dict[str, dict[str, Any]]:
        """The questions of the mail, by the id of the listing."""
        answer = await self.client.get(ADDRESS, headers=self.headers)
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        return {vraag["aanbodId"]: vraag for vraag in answer.json()["vragen"]}

    async def stand(self, aanbod_id: UUID) -> tuple[str, bool]:
        vraag = (await self.look())[str(aanbod_id)]
        return vraag["stand"], vraag["eigenAntwoord"]

    async def say(self, antwoord: str, aanbod_id: UUID) -> int:
        answer = await self.client.post(
            f"{ADDRESS}/antwoorden",
            json={"aanbodId": str(aanbod_id), "antwoord": antwoord},
            headers=self.headers,
        )
        return answer.status_code

    async def undo(self, aanbod_id: UUID) -> int:
        answer = await self.client.post(
            f"{ADDRESS}/intrekkingen", json={"aanbodId": str(aanbod_id)}, headers=self.headers
        )
        return answer.status_code
