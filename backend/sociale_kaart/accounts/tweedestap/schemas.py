from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from sociale_kaart.accounts.tweedestap.rules import DIGITS
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

# Apps show it in two groups, and people type what they see.
Code = Annotated[
    Text,
    StringConstraints(max_length=20),
    Field(description=f"De {DIGITS} cijfers die de app nu toont; spaties mogen."),
]


class TweedeStapUit(Schema):
    """How it stands with your own second step."""

    beschikbaar: Annotated[bool, Field(description="Of je hem aan kunt zetten.")]
    aan_sinds: datetime | None = None
    herstelcodes: Annotated[int, Field(description="Hoeveel er nog niet zijn gebruikt.")]


class TweedeStapBegin(Schema):
    """What an app has to know; it counts from the first code on."""

    geheim: Annotated[str, Field(description="Base32, in groepjes om over te typen.")]
    adres: Annotated[str, Field(description="Hetzelfde voor een QR-code: otpauth://…")]


class CodeInvoer(Schema):
    code: Code


class BewijsInvoer(Schema):
    """Either a code of the app, or a recovery code, which then works no more."""

    code: Code | None = None
    herstelcode: Annotated[Text, StringConstraints(max_length=60)] | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.code is None) == (self.herstelcode is None):
            raise ValueError("Geef een code, of een herstelcode.")
        return self


class Herstelcodes(Schema):
    """Shown this once: afterwards nobody can read them, we neither."""

    herstelcodes: list[str]


class HalveSessieUit(Schema):
    """The link was right, and this account asks for a code as well."""

    verloopt_op: datetime
