from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.beoordelen.differences import Veldverschil
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


class Meegelopen(Schema):
    """That a change of a copy came along with its original, where it is on the map already."""

    origineel: BeoordeeldAanbod
    geheel: Annotated[
        bool, Field(description="Of alles wat verandert bij het origineel al zo op de kaart staat.")
    ]


class TeBeoordelen(Schema):
    """A new listing, or a change of one, that waits for the redactie."""

    soort: Wachtsoort
    sinds: AwareDatetime
    aanbod: BeoordeeldAanbod
    organisatie: BeoordeeldeOrganisatie
    verschillen: list[Veldverschil]
    meegelopen: Annotated[
        Meegelopen | None,
        Field(description="Bij een kopie: wat er bij het origineel al zo op de kaart staat."),
    ] = None
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


class GoedkeuringInvoer(Schema):
    """A change that was seen in the queue, by the moment from which it waits."""

    aanbod_id: UUID
    ingediend_op: AwareDatetime


class GoedkeuringenInvoer(Schema):
    wijzigingen: Annotated[list[GoedkeuringInvoer], Field(min_length=1, max_length=50)]


class GoedkeuringUit(Schema):
    aanbod_id: UUID
    goedgekeurd: bool
    melding: Annotated[str | None, Field(description="Waarom het niet kon.")] = None


class GoedkeuringenUit(Schema):
    resultaten: list[GoedkeuringUit]
