from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.beoordelen.differences import Veldverschil
from sociale_kaart.aanbod.beoordelen.queue_schemas import BeoordeeldAanbod, BeoordeeldeOrganisatie
from sociale_kaart.aanbod.beoordelen.schemas import Reden
from sociale_kaart.core.schema import Schema

Onderwerp = Literal["aanbod", "organisatie"]
Versie = Annotated[int, Field(ge=1, description="De versie die je bekeek.")]


class NakijkpuntUit(Schema):
    """What is on the map already and nobody of the redactie has seen."""

    soort: Annotated[
        Literal["nieuw", "wijziging", "organisatie"],
        Field(description="Nieuw aanbod, veranderd aanbod, of een organisatie zelf."),
    ]
    sinds: AwareDatetime
    versie: Versie
    aanbod: BeoordeeldAanbod | None = None
    organisatie: BeoordeeldeOrganisatie
    verschillen: list[Veldverschil]


class Nakijkpunten(Schema):
    resultaten: list[NakijkpuntUit]
    totaal: int
    volgende: str | None = None


class AfvinkInvoer(Schema):
    """What was seen, as it was then."""

    onderwerp: Onderwerp
    id: UUID
    versie: Versie


class AfvinkingenInvoer(Schema):
    punten: Annotated[list[AfvinkInvoer], Field(min_length=1, max_length=50)]


class AfvinkUit(Schema):
    onderwerp: Onderwerp
    id: UUID
    gezien: bool
    melding: Annotated[str | None, Field(description="Waarom het niet kon.")] = None


class AfvinkingenUit(Schema):
    resultaten: list[AfvinkUit]


class TerugdraaiInvoer(Schema):
    """Why what is on the map goes back to what was there; the organisation reads it."""

    versie: Versie
    reden: Reden


class TerugdraaiUit(Schema):
    """What became of it: the earlier text is back, or a new listing is off the map."""

    uitkomst: Literal["teruggedraaid", "van-de-kaart"]
