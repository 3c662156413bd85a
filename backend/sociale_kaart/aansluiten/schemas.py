from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from sociale_kaart.aansluiten.rules import Reden
from sociale_kaart.accounts.schemas import SessieUit
from sociale_kaart.core.fields import Email, Line, Text
from sociale_kaart.core.schema import Schema
from sociale_kaart.organisaties.schemas import Categorie, OrganisatieInvoer, OrganisatieUit

Uitkomst = Literal["nieuw", "wacht", "aangesloten"]
Rol = Literal["eigenaar", "medebewerker"]
MelderNaam = Annotated[Text, Field(min_length=2, max_length=80)]


class Aansluitvraag(Schema):
    """What somebody wants: a new organisation, or to join one that is there."""

    organisatie: Annotated[UUID | None, Field(description="Een organisatie die er al is.")] = None
    nieuw: Annotated[
        OrganisatieInvoer | None, Field(description="Een organisatie die er nog niet is.")
    ] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.organisatie is None) == (self.nieuw is None):
            raise ValueError("Kies één organisatie die er al is, of vul een nieuwe in.")
        return self


class AansluitlinkInvoer(Aansluitvraag):
    naam: Annotated[MelderNaam, Field(description="Hoe je zelf heet.")]
    email: Email


class AansluitlinkGevraagd(Schema):
    """The same for every address, known or not."""

    geldig_minuten: int


class OrganisatieBijVerzoek(Schema):
    id: UUID
    slug: str
    naam: str


class AansluitlinkUit(Schema):
    """What a link in a mail would do, for who opens it."""

    naam: str
    email: str
    organisatie: Annotated[
        OrganisatieBijVerzoek | None, Field(description="Waar je bij wilt horen, als die er al is.")
    ] = None
    nieuw: Annotated[OrganisatieInvoer | None, Field(description="Wat je nieuw aanmeldt.")] = None


class Aansluiting(Schema):
    """What came of it."""

    uitkomst: Annotated[
        Uitkomst,
        Field(description="`nieuw`: de redactie kijkt ernaar. `wacht`: iemand beslist nog."),
    ]
    organisatie: OrganisatieBijVerzoek


class AansluitingMetSessie(Aansluiting):
    sessie: Annotated[
        SessieUit | None,
        Field(description="Niet bij wie ook een code moet geven; die logt daarmee in."),
    ] = None


class OrganisatieGelijkenisvraag(Schema):
    """What somebody has filled in so far about an organisation."""

    naam: Annotated[Text, Field(max_length=120)] = ""
    website: Annotated[Text | None, Field(max_length=500)] = None
    telefoon: Annotated[Text | None, Field(max_length=20)] = None
    email: Annotated[Text | None, Field(max_length=254)] = None
    kvk: Annotated[Text | None, Field(max_length=8)] = None


class Gelijkend(OrganisatieBijVerzoek):
    """An organisation that may be the same one."""

    categorie: Categorie
    wijken: Annotated[list[str], Field(description="Waar haar aanbod is, hoogstens drie namen.")]
    redenen: list[Reden]
    gecontroleerd: Annotated[bool, Field(description="Onwaar ziet alleen de redactie.")]


class OrganisatieGelijkenissen(Schema):
    resultaten: list[Gelijkend]


class EigenVerzoek(Schema):
    """A request of your own that nobody has decided about."""

    organisatie: OrganisatieBijVerzoek
    gevraagd_op: datetime


class EigenVerzoeken(Schema):
    resultaten: list[EigenVerzoek]


class Verzoekbesluit(Schema):
    besluit: Literal["goedgekeurd", "afgewezen"]
    rol: Annotated[
        Rol | None,
        Field(description="Niet gegeven: medebewerker, of eigenaar als er nog geen eigenaar is."),
    ] = None
    reden: Annotated[Line | None, Field(description="Nodig als je afwijst.")] = None


class Persoon(Schema):
    """Somebody with an account, for who may decide about them."""

    account_id: UUID
    naam: str
    email: str | None = None


class NieuweAanmelding(Schema):
    """An organisation that the redactie has not looked at."""

    organisatie: OrganisatieUit
    aangemeld_op: datetime
    mensen: list[Persoon]
    aanbod: Annotated[int, Field(description="Hoeveel aanbod er al is ingevuld.")]
    gelijkend: list[Gelijkend]


class WachtendVerzoek(Schema):
    organisatie: OrganisatieBijVerzoek
    persoon: Persoon
    gevraagd_op: datetime
    waarom: Annotated[
        Literal["geen-eigenaar", "geen-antwoord"],
        Field(description="Waarom de redactie het ziet en niet alleen de eigenaar."),
    ]


class ZonderEigenaar(Schema):
    """An organisation whose last owner is gone."""

    organisatie: OrganisatieBijVerzoek
    verlaten_op: datetime | None = None
    mensen: Annotated[int, Field(description="Hoeveel mensen er nog meewerken.")]


class Aanmeldingen(Schema):
    """What waits for the redactie, the longest first."""

    nieuw: list[NieuweAanmelding]
    verzoeken: list[WachtendVerzoek]
    zonder_eigenaar: list[ZonderEigenaar]


class Controle(Schema):
    """What the redactie thinks of a new organisation."""

    besluit: Literal["goedgekeurd", "afgewezen", "aangesloten"]
    reden: Annotated[Line | None, Field(description="Nodig als je afwijst.")] = None
    bij: Annotated[
        UUID | None, Field(description="Bij welke organisatie de mensen en het aanbod gaan horen.")
    ] = None
