from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.beoordelen.differences import Verschil
from sociale_kaart.aanbod.beoordelen.rules import Hindernis, Wachtsoort
from sociale_kaart.aanbod.beoordelen.schemas import LaatsteBesluit
from sociale_kaart.core.schema import Schema


class BeoordeeldAanbod(Schema):
    """Which listing it is about, as it is now."""

    id: UUID
    slug: str
    titel: str
    versie: int
    wijken: Annotated[list[str], Field(description="De namen; leeg is heel de stad of onbekend.")]


class BeoordeeldeOrganisatie(Schema):
    id: UUID
    slug: str
    naam: str
    vertrouwd: bool
    gecontroleerd: Annotated[
        bool, Field(description="Of de redactie naar deze organisatie zelf heeft gekeken.")
    ]


class TeBeoordelen(Schema):
    """A new listing, or a change of one, that waits for the redactie."""

    soort: Wachtsoort
    sinds: AwareDatetime
    aanbod: BeoordeeldAanbod
    organisatie: BeoordeeldeOrganisatie
    verschillen: list[Verschil]
    laatste_besluit: LaatsteBesluit | None = None
    hindernis: Annotated[
        Hindernis | None, Field(description="Waarom goedkeuren nu niet kan; zonder: het kan.")
    ] = None
    samen_goed_te_keuren: Annotated[
        bool, Field(description="Of het zo klein is dat het met andere tegelijk goedgekeurd mag.")
    ]


class Beoordelingen(Schema):
    resultaten: list[TeBeoordelen]
    totaal: Annotated[int, Field(description="Hoeveel er wacht, met deze filters.")]
    volgende: str | None = None
