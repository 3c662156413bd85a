from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.beoordelen.differences import Veldverschil
from sociale_kaart.aanbod.models import Wijze
from sociale_kaart.core.schema import Schema

Wie = Literal["jij", "organisatie", "redactie", "niemand"]


class HistorieRegel(Schema):
    """One thing that happened to a listing."""

    id: UUID
    op: AwareDatetime
    handeling: str
    wie: Annotated[
        Wie,
        Field(description="Iemand van de organisatie of van de redactie; 'niemand' is vanzelf."),
    ]
    naam: Annotated[str | None, Field(description="Van wie; alleen voor de redactie.")] = None
    wijze: Wijze | None = None
    reden: str | None = None
    verschillen: list[Veldverschil]
    herstelbaar: Annotated[
        bool, Field(description="Of je kunt terugzetten wat er voor deze stap stond.")
    ]


class Historie(Schema):
    resultaten: list[HistorieRegel]
    volgende: str | None = None
