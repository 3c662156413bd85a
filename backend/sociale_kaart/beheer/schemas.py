from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from sociale_kaart.aanbod.meldingen.models import MAX_TOELICHTING
from sociale_kaart.beheer.rules import check_without_person
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

Soort = Literal["fout", "gestopt", "dubbel", "contact", "tijden", "anders"]
Veld = Literal["wat", "voor-wie", "wanneer", "waar", "kosten", "meedoen", "plek", "contact"]
MeldingStatus = Literal["open", "afgehandeld"]


class MeldingInvoer(Schema):
    """What does not hold. On purpose there is no field for who reports it."""

    soort: Soort
    velden: Annotated[
        list[Veld], Field(max_length=8, description="Welke delen van de bladzijde het zijn.")
    ] = []
    toelichting: (
        Annotated[
            Text,
            Field(
                min_length=1,
                max_length=MAX_TOELICHTING,
                description="Zonder telefoonnummer, e-mailadres, burgerservicenummer of"
                " geboortedatum; die worden geweigerd.",
            ),
            AfterValidator(check_without_person),
        ]
        | None
    ) = None


class MeldingKern(Schema):
    """All that is kept of a report."""

    soort: Soort
    velden: list[Veld]
    toelichting: str | None = None
    gemeld_op: date


class AanbodBijMelding(Schema):
    id: UUID
    slug: str
    titel: str
    organisatie: UUID


class MeldingUit(MeldingKern):
    """A report as those see it who can mend the listing."""

    id: UUID
    aanbod: AanbodBijMelding
    status: MeldingStatus
    afgehandeld_op: date | None = None


class Meldingen(Schema):
    resultaten: list[MeldingUit]
    volgende: str | None = None
