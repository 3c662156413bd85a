"""The interchange format (docs/uitwisselformaat.md): one row is one listing with its owner."""

from typing import Annotated, Any

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.schemas import AanbodInvoer, Status
from sociale_kaart.core.fields import Email, LongText, Phone, Text, Website
from sociale_kaart.core.schema import Schema
from sociale_kaart.organisaties.schemas import Categorie, Relatie

ExternId = Annotated[str, Field(min_length=1, max_length=200)]


class OrganisatieRij(Schema):
    """The owner, repeated on each of its listings."""

    extern_id: ExternId
    naam: Annotated[Text, Field(min_length=2, max_length=120)]
    categorie: Categorie
    omschrijving: LongText | None = None
    website: Website | None = None
    telefoon: Phone | None = None
    email: Email | None = None
    kvk: Annotated[str, Field(pattern=r"^[0-9]{8}$")] | None = None
    relatie_gemeente: Relatie | None = None


class AanbodRij(AanbodInvoer):
    """A listing as it travels between systems; what is absent or null is unknown."""

    extern_id: ExternId
    organisatie: OrganisatieRij
    status: Status = "gepubliceerd"
    bevestigd_op: AwareDatetime | None = None
    bijgewerkt: AwareDatetime | None = None
    licentie: Annotated[Text, Field(max_length=200)] | None = None


def key_of(field_name: str) -> str:
    """The key under which a field of AanbodRij travels."""
    info = AanbodRij.model_fields[field_name]
    return info.serialization_alias or info.alias or field_name


KEYS = frozenset(key_of(name) for name in AanbodRij.model_fields)
OWN_COLUMNS = frozenset(AanbodRij.model_fields) - frozenset(AanbodInvoer.model_fields)


def to_row(rij: AanbodRij) -> dict[str, Any]:
    """The row as JSON data without what is unknown or empty."""
    data = rij.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {key: value for key, value in data.items() if value != []}
