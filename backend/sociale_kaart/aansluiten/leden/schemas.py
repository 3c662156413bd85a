from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from sociale_kaart.aansluiten.schemas import MelderNaam, OrganisatieBijVerzoek, Persoon, Rol
from sociale_kaart.core.fields import Email
from sociale_kaart.core.schema import Schema


class Lid(Persoon):
    rol: Rol


class UitnodigingInLijst(Schema):
    id: UUID
    email: str
    rol: Rol
    verloopt_op: datetime


class VerzoekInLijst(Schema):
    """Somebody who asks to join."""

    persoon: Persoon
    gevraagd_op: datetime


class OverdrachtUit(Schema):
    """A handover that nobody has accepted yet."""

    van: UUID
    naar: UUID
    gevraagd_op: datetime
    verloopt_op: datetime


class Leden(Schema):
    """Who works for an organisation, and what waits; the last two lists are for owners."""

    leden: list[Lid]
    overdracht: OverdrachtUit | None = None
    uitnodigingen: list[UitnodigingInLijst] = []
    verzoeken: list[VerzoekInLijst] = []


class UitnodigingInvoer(Schema):
    email: Email
    rol: Rol = "medebewerker"


class UitnodigingUit(Schema):
    """What an invitation is for, for who opens the link in the mail."""

    organisatie: OrganisatieBijVerzoek
    email: str
    rol: Rol
    verloopt_op: datetime
    kent_je: Annotated[bool, Field(description="Of dit adres al een account heeft.")]


class Aanvaarding(Schema):
    naam: Annotated[
        MelderNaam | None, Field(description="Hoe je heet, als je nog geen account hebt.")
    ] = None


class Aanvaard(Schema):
    organisatie: OrganisatieBijVerzoek
    ingelogd: Annotated[
        bool, Field(description="Zo niet, dan is er een mail met een inloglink onderweg.")
    ]


class Rolwijziging(Schema):
    rol: Rol


class Vertrek(Schema):
    naar_redactie: Annotated[
        bool, Field(description="Je bent de enige eigenaar, en de redactie neemt het over.")
    ] = False


class OverdrachtInvoer(Schema):
    naar: Annotated[UUID, Field(description="Het account van een collega die al meewerkt.")]
