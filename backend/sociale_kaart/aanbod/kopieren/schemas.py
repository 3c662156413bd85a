from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from sociale_kaart.aanbod.beoordelen.differences import Veldverschil
from sociale_kaart.aanbod.schemas import Status
from sociale_kaart.core.fields import Code
from sociale_kaart.core.schema import Schema

MOST = 20


class PlekkopieInvoer(Schema):
    """Where a listing is to be as well: places of the organisation itself, and wijken."""

    locaties: Annotated[list[UUID], Field(max_length=MOST)] = []
    wijken: Annotated[list[Code], Field(max_length=MOST)] = []

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not 0 < len(self.locaties) + len(self.wijken) <= MOST:
            raise ValueError(f"Kies minstens één plek of wijk, en hoogstens {MOST}.")
        return self


class Verwant(Schema):
    """The original of a copy, or one of the copies: enough to tell it apart and to go there."""

    id: UUID
    titel: str
    status: Status
    plek: Annotated[str | None, Field(description="Waar, in woorden.")] = None
    wijken: list[str]


class Plekkeuze(Schema):
    id: UUID
    plek: str
    wijk: str | None = None


class Meeloopdeel(Schema):
    """A part of a copy: whether it follows the original, and else what differs from that."""

    veld: str
    stand: Literal["loopt-mee", "wijkt-af"]
    verschillen: Annotated[
        list[Veldverschil], Field(description="Van wat het origineel zegt naar wat hier staat.")
    ]


class Plekkopieen(Schema):
    """How a listing and its copies belong together."""

    titel: str
    versie: int
    origineel: Verwant | None = None
    delen: Annotated[list[Meeloopdeel], Field(description="Alleen van een kopie.")]
    wacht: Annotated[
        bool, Field(description="Of iets van het origineel wacht tot een vraag is beantwoord.")
    ]
    kopieen: list[Verwant]
    plekken: Annotated[list[Plekkeuze], Field(description="Waar de organisatie al iets doet.")]


class Hervatting(Schema):
    """One part of a copy follows its original again."""

    veld: str


class NieuwePlekkopieen(Schema):
    resultaten: list[Verwant]
