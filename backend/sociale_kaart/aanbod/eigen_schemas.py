from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.schemas import Opvolging, SluitingUit, Status
from sociale_kaart.aanbod.zekerheid.schemas import EigenZekerheid
from sociale_kaart.core.schema import Schema


class EigenAanbod(Schema):
    """A listing as those see it who keep it true, also when it is not on the map."""

    id: UUID
    slug: str
    titel: str
    status: Status
    sluiting: Annotated[
        SluitingUit | None, Field(description="Waarin het nu dicht is, of anders de eerstvolgende.")
    ] = None
    verwijst_naar: Annotated[
        Opvolging | None, Field(description="Waar mensen nu heen kunnen, als het gestopt is.")
    ] = None
    voorstel: Annotated[bool, Field(description="Of er een wijziging op de redactie wacht.")]
    bevestigd_op: AwareDatetime | None = None
    controleren_voor: Annotated[
        date | None,
        Field(description="Tot en met deze dag geldt de laatste controle; zonder: nooit gedaan."),
    ] = None
    aan_de_beurt: Annotated[
        bool, Field(description="Of het op de kaart staat en opnieuw gecontroleerd moet worden.")
    ]
    interval_maanden: int
    kopieen: Annotated[int, Field(description="Zoveel kopieën op andere plekken lopen mee.")]
    wijken: Annotated[
        list[str],
        Field(description="Codes van de wijken waar het is en geldt; leeg is de hele stad."),
    ]
    is_kopie: Annotated[bool, Field(description="Of het meeloopt met ander aanbod.")]
    zekerheid: Annotated[
        list[EigenZekerheid],
        Field(description="Per groep velden waar het aanbod iets over zegt, hoe zeker dat is."),
    ]
    gewijzigd_op: AwareDatetime
    versie: int


class EigenAanbodLijst(Schema):
    resultaten: list[EigenAanbod]
    volgende: str | None = None
