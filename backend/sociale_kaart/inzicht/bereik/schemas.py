from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

# What a browser may report; that something stood in a list of answers is seen by the server.
Gemeld = Literal["geopend", "gebeld", "gemaild", "website", "route"]
Maand = Annotated[
    str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", max_length=7, examples=["2026-10"])
]
Bron = Annotated[str | None, Field(description="'demo': dan zijn de cijfers verzonnen.")]


class BereikInvoer(Schema):
    """What a browser tells of somebody who looks at a listing; nothing about who that is."""

    soort: Gemeld
    vraag: Annotated[
        Annotated[Text, Field(max_length=100)] | None,
        Field(description="De zoekvraag die ernaartoe leidde. Alleen geteld, bewaard vanaf tien."),
    ] = None


class Getal(Schema):
    """A count; a small one only as what it is less than."""

    aantal: int | None = None
    minder_dan: int | None = None


class Aantallen(Schema):
    """How often something happened with a listing in a month.

    Each by itself and nothing added up: from a sum and its parts a small count would follow.
    """

    getoond: Getal
    geopend: Getal
    gebeld: Getal
    gemaild: Getal
    website: Getal
    route: Getal


SOORTEN = tuple(Aantallen.model_fields)


class VraagBereik(Schema):
    """A question that led to it, and how often."""

    vraag: str
    aantal: int


class MaandBereik(Aantallen):
    maand: Maand
    vragen: list[VraagBereik]


class BereikUit(Schema):
    """What a listing brought, the latest month first; that month is not over."""

    aanbod_id: UUID
    slug: str
    titel: str
    status: str
    organisatie_id: UUID
    bron: Bron = None
    drempel: int
    maanden: list[MaandBereik]


class AanbodInMaand(Aantallen):
    id: UUID
    titel: str


class OrganisatieBereik(Schema):
    """What the listings of an organisation brought in a month, what was seen most first."""

    organisatie_id: UUID
    naam: str
    bron: Bron = None
    drempel: int
    maand: Maand
    maanden: Annotated[list[Maand], Field(description="Waaruit te kiezen is, de nieuwste eerst.")]
    resultaten: list[AanbodInMaand]
