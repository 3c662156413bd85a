from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sociale_kaart.core.fields import Email
from sociale_kaart.core.schema import Schema


class BeheerAccount(Schema):
    """An account as beheer sees it."""

    id: UUID
    naam: str
    email: str | None = None
    rol: Literal["lid", "wijkteam", "wijkredacteur", "redactie", "beheer"]
    wijken: Annotated[list[str], Field(description="Alleen van een wijkredacteur.")]
    inlogdienst: Annotated[
        str | None, Field(description="Waar iemand inlogt, als dat niet hier is.")
    ] = None
    gezien_op: date
    sessies: Annotated[int, Field(description="Op hoeveel plekken iemand nu is ingelogd.")]
    geblokkeerd: bool
    ik: Annotated[bool, Field(description="Of je dit zelf bent.")]


class AccountZoekopdracht(Schema):
    email: Email


class BeheerAccounts(Schema):
    resultaten: list[BeheerAccount]
    volgende: str | None = None
