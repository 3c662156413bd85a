from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from sociale_kaart.core.fields import Email
from sociale_kaart.core.schema import Schema


class Inloggen(Schema):
    email: Email
    # A password may begin or end with a space, so it is taken as it stands.
    wachtwoord: Annotated[
        str, StringConstraints(strip_whitespace=False, min_length=1, max_length=200)
    ]


class SessieUit(Schema):
    account_id: UUID
    naam: str
    email: str | None = None
    rol: Literal["lid", "wijkteam", "wijkredacteur", "redactie", "beheer"]
    # Where this person logs in, when that is at a provider of their own organisation.
    inlogdienst: str | None = None
    verloopt_op: datetime
