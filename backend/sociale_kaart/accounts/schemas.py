from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import EmailStr, Field

from sociale_kaart.core.schema import Schema


class Inloggen(Schema):
    email: EmailStr
    wachtwoord: str = Field(min_length=1, max_length=200)


class SessieUit(Schema):
    account_id: UUID
    naam: str
    email: str
    rol: Literal["lid", "wijkteam", "wijkredacteur", "redactie", "beheer"]
    verloopt_op: datetime
