from typing import Annotated
from uuid import UUID

from pydantic import Field

from sociale_kaart.aanbod.schemas import Contact, LocatieInvoer, MomentInvoer, WerkgebiedInvoer
from sociale_kaart.beheer.dubbel.rules import Reden, Zekerheid
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema


class GelijkAanbodVraag(Schema):
    """What somebody is about to add; only the title is needed."""

    titel: Annotated[Text, Field(min_length=2, max_length=200)]
    organisatie: UUID | None = None
    locatie: LocatieInvoer | None = None
    werkgebied: WerkgebiedInvoer | None = None
    contact: Contact | None = None
    momenten: Annotated[list[MomentInvoer], Field(max_length=60)] = []
    behalve: Annotated[
        UUID | None, Field(description="Het aanbod zelf, als het al op de kaart staat.")
    ] = None


class GelijkAanbod(Schema):
    """A listing on the map that may be the same, and why."""

    id: UUID
    slug: str
    titel: str
    samenvatting: str | None = None
    organisatie: str
    organisatie_id: UUID
    plek: str | None = None
    zekerheid: Zekerheid
    redenen: list[Reden]


class GelijkAanbodLijst(Schema):
    resultaten: list[GelijkAanbod]


class AanbodInPaar(Schema):
    id: UUID
    slug: str
    titel: str
    samenvatting: str | None = None
    organisatie: str
    plek: str | None = None
    bron: str | None = None
    versie: int


class Dubbel(Schema):
    """Two listings that look like the same one."""

    een: AanbodInPaar
    ander: AanbodInPaar
    zekerheid: Zekerheid
    redenen: list[Reden]


class Dubbelen(Schema):
    resultaten: list[Dubbel]
    volgende: str | None = None


class SamenvoegingInvoer(Schema):
    """The listing that goes into this one, in the version that was looked at."""

    oud: UUID
    oud_versie: Annotated[int, Field(ge=1)]
    overnemen: Annotated[
        list[str],
        Field(max_length=60, description="Velden waarvan de waarde van het oude blijft."),
    ] = []


class OnderscheidInvoer(Schema):
    """Two listings that are not the same."""

    een: UUID
    ander: UUID
