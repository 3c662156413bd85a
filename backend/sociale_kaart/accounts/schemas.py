from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Discriminator, Field, StringConstraints, Tag

from sociale_kaart.core.fields import Email
from sociale_kaart.core.schema import Schema


class Inloggen(Schema):
    email: Email
    # A password may begin or end with a space, so it is taken as it stands.
    wachtwoord: Annotated[
        str, StringConstraints(strip_whitespace=False, min_length=1, max_length=200)
    ]


class InloggenMetLink(Schema):
    """The secret of a link that was mailed: what stands behind its '#'."""

    token: Annotated[str, Field(min_length=1, max_length=200)]


def _way_in(body: Any) -> str:
    return "=link" if isinstance(body, dict) and "token" in body else "=wachtwoord"


# Told apart beforehand, so that a fault is about the way that was meant; a tag with '=' is left
# out of the name of the field in a fault.
Inlogwijze = Annotated[
    Annotated[Inloggen, Tag("=wachtwoord")] | Annotated[InloggenMetLink, Tag("=link")],
    Discriminator(_way_in),
]


class SessieUit(Schema):
    account_id: UUID
    naam: str
    email: str | None = None
    rol: Literal["lid", "wijkteam", "wijkredacteur", "redactie", "beheer"]
    # Where this person logs in, when that is at a provider of their own organisation.
    inlogdienst: str | None = None
    verloopt_op: datetime


class SessieInLijst(Schema):
    """One of somebody's own sessions."""

    id: UUID
    aangemaakt_op: datetime
    gebruikt_op: Annotated[date, Field(description="De laatste dag waarop hij gebruikt is.")]
    verloopt_op: datetime
    huidig: Annotated[bool, Field(description="Of dit de sessie is waarmee je dit vraagt.")]


class Sessies(Schema):
    resultaten: list[SessieInLijst]
