from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from sociale_kaart.beheer.rules import check_without_person
from sociale_kaart.core.fields import Email, LongText
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
    tweede_stap: Annotated[bool, Field(description="Of inloggen ook een code vraagt.")]
    ik: Annotated[bool, Field(description="Of je dit zelf bent.")]


class StapverwijderingInvoer(Schema):
    """Why beheer turns a second step off; whose it is reads it in a mail."""

    reden: Annotated[
        LongText,
        StringConstraints(min_length=1, max_length=1000),
        AfterValidator(check_without_person),
    ]


class AccountZoekopdracht(Schema):
    email: Email


class BeheerAccounts(Schema):
    resultaten: list[BeheerAccount]
    volgende: str | None = None
