from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.schemas import Status
from sociale_kaart.core.fields import Code, Text
from sociale_kaart.core.schema import Schema
from sociale_kaart.opendata.invoeren.models import Stand, Terug, Uitkomst

_MOST_COLUMNS = 100
_MOST_VALUES = 2_000


class OrganisatieBijInvoer(Schema):
    id: UUID
    slug: str
    naam: str
    vertrouwd: Annotated[bool, Field(description="Of nieuw aanbod meteen op de kaart komt.")]


class RijTellingen(Schema):
    """How many rows would have, or had, each outcome."""

    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    fout: int = 0
    elders: Annotated[int, Field(description="Van een andere organisatie.")] = 0


class Teruggedraaid(Schema):
    verwijderd: int = 0
    hersteld: int = 0
    gebleven: Annotated[
        int, Field(description="Iemand heeft het daarna veranderd, dus het bleef staan.")
    ] = 0


class InvoerUit(Schema):
    """A file that somebody brings in, and how far it is."""

    id: UUID
    organisatie: OrganisatieBijInvoer
    bestandsnaam: str
    soort: Literal["csv", "xlsx"]
    stand: Stand
    versie: int
    aangemaakt_op: AwareDatetime
    klaar_op: AwareDatetime | None = None
    verwijderd_op: Annotated[
        AwareDatetime, Field(description="Dan gaat dit weg, en kan het niet meer terug.")
    ]
    rijen: int
    nagekeken: int
    tellingen: RijTellingen
    wachtend: Annotated[int, Field(description="Nieuw of gewijzigd, en eerst naar de redactie.")]
    gedaan: Annotated[int, Field(description="Rijen die binnen zijn.")]
    teruggedraaid: Teruggedraaid


class Invoeren(Schema):
    resultaten: list[InvoerUit]
    volgende: str | None = None


class Kolom(Schema):
    kop: str
    voorbeelden: list[str]
    gevuld: Annotated[int, Field(description="In hoeveel rijen hier iets staat.")]
    veld: Annotated[str | None, Field(description="Zonder: wordt niet overgenomen.")] = None
    zeker: Annotated[bool, Field(description="Of niemand hier meer naar hoeft te kijken.")]


class Waarde(Schema):
    """A text where a code belongs, that is neither a code nor its label."""

    veld: str
    tekst: str
    aantal: int
    code: Annotated[str | None, Field(description="Zonder: wordt niet overgenomen.")] = None
    zeker: bool


class Keuze(Schema):
    code: str
    label: str


class KoppelingUit(Schema):
    kolommen: list[Kolom]
    waarden: list[Waarde]
    velden: Annotated[list[str], Field(description="Wat een kolom kan zijn.")]
    keuzes: Annotated[dict[str, list[Keuze]], Field(description="Per veld uit `waarden`.")]
    versie: int
    onthouden: Annotated[bool, Field(description="Of jullie dit eerder zo gekoppeld hebben.")]


class WaardeInvoer(Schema):
    veld: Code
    tekst: Annotated[Text, Field(min_length=1, max_length=300)]
    code: Code | None = None


class KoppelingInvoer(Schema):
    kolommen: Annotated[
        list[Code | None],
        Field(max_length=_MOST_COLUMNS, description="Per kolom het veld, of null."),
    ]
    waarden: Annotated[list[WaardeInvoer], Field(max_length=_MOST_VALUES)] = []


class InvoerStap(Schema):
    handeling: Literal["nakijken", "uitvoeren", "terugdraaien"]


class RijWijziging(Schema):
    veld: str
    van: str | None = None
    naar: str | None = None


class RijFout(Schema):
    veld: str
    kop: Annotated[str | None, Field(description="Wat er boven de kolom staat.")] = None
    melding: str
    toegestaan: list[str] | None = None


class RijUit(Schema):
    nummer: Annotated[int, Field(description="Zoals in het bestand; de koppen zijn rij 1.")]
    titel: str | None = None
    uitkomst: Uitkomst | None = None
    status: Annotated[Status | None, Field(description="Wat het daarna is.")] = None
    wacht: Annotated[bool, Field(description="Of de redactie er eerst naar kijkt.")]
    aanbod_id: UUID | None = None
    wijzigingen: list[RijWijziging]
    fouten: list[RijFout]
    opmerkingen: list[str]
    gedaan: bool
    terug: Terug | None = None
    terug_reden: str | None = None


class Rijen(Schema):
    resultaten: list[RijUit]
    volgende: Annotated[int | None, Field(description="`na` van de volgende bladzijde.")] = None
