from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sociale_kaart.core.fields import Email, LongText, Phone, Text, Website, shaped
from sociale_kaart.core.schema import Schema

Categorie = Literal["initiatief", "vrijwilligersorganisatie", "voorziening"]
Relatie = Literal["gesubsidieerd", "gecontracteerd", "vrij"]

KvkNummer = Annotated[str, *shaped(r"[0-9]{8}", "Een KvK-nummer heeft acht cijfers.")]


class OrganisatieInvoer(Schema):
    """What a member fills in about an organisation; what is absent is unknown."""

    naam: Annotated[Text, Field(min_length=2, max_length=120)]
    categorie: Categorie
    omschrijving: LongText | None = None
    website: Website | None = None
    telefoon: Phone | None = None
    email: Email | None = None
    kvk: KvkNummer | None = None
    relatie_gemeente: Relatie | None = None


class OrganisatieUit(Schema):
    id: UUID
    slug: str
    naam: str
    categorie: Categorie
    omschrijving: str | None = None
    website: str | None = None
    telefoon: str | None = None
    email: str | None = None
    kvk: str | None = None
    relatie_gemeente: Relatie | None = None
    bron: str | None = None
    extern_id: str | None = None
    versie: int
    gewijzigd_op: datetime


class Organisaties(Schema):
    resultaten: list[OrganisatieUit]
    volgende: str | None = None


class LocatieUit(Schema):
    """A place; without address and point when it is secret."""

    id: UUID
    naam: str | None = None
    straat: str | None = None
    postcode: str | None = None
    plaats: str | None = None
    lat: float | None = None
    lon: float | None = None
    wijk: str | None = None
    buurt: str | None = None


class Locaties(Schema):
    resultaten: list[LocatieUit]
    volgende: str | None = None


class OrganisatieBijLid(Schema):
    id: UUID
    slug: str
    naam: str
    vertrouwd: Annotated[bool, Field(description="Of wat je verandert meteen op de kaart staat.")]
    gecontroleerd: Annotated[
        bool, Field(description="Of de redactie ernaar keek; eerder staat er niets op de kaart.")
    ]


class LidmaatschapUit(Schema):
    """That you work for an organisation, and as what."""

    organisatie: OrganisatieBijLid
    rol: Literal["eigenaar", "medebewerker"]


class Lidmaatschappen(Schema):
    resultaten: list[LidmaatschapUit]


class Vertrouwen(Schema):
    """Whether what an organisation changes is on the map at once."""

    vertrouwd: bool


class VertrouwenUit(Vertrouwen):
    gecontroleerd: Annotated[
        bool, Field(description="Of de redactie ernaar keek; eerder kan zij niet vertrouwd zijn.")
    ]
