"""The interchange format (docs/uitwisselformaat.md): one row is one listing with its owner."""

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.schemas import AanbodInvoer, Status
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema
from sociale_kaart.opendata.columns import OBJECT_LISTS, OBJECTS
from sociale_kaart.organisaties.schemas import OrganisatieInvoer

ExternId = Annotated[Text, Field(min_length=1, max_length=200)]

# Further off is a slip of the keyboard, and further on nothing counts with it.
Tijdstip = Annotated[
    AwareDatetime,
    Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC)),
]


class OrganisatieRij(OrganisatieInvoer):
    """The owner, repeated on each of its listings."""

    extern_id: ExternId


class AanbodRij(AanbodInvoer):
    """A listing as it travels between systems; what is absent or null is unknown.

    Without a status a new listing is published, and one that was there keeps its status.
    """

    extern_id: ExternId
    organisatie: OrganisatieRij
    status: Status = "gepubliceerd"
    bevestigd_op: Tijdstip | None = None
    bijgewerkt: Tijdstip | None = None
    licentie: Annotated[Text, Field(max_length=200)] | None = None


def key_of(field_name: str, schema: type[Schema] = AanbodRij) -> str:
    """The key under which a field travels."""
    info = schema.model_fields[field_name]
    return info.serialization_alias or info.alias or field_name


KEYS = frozenset(key_of(name) for name in AanbodRij.model_fields)
OWN_COLUMNS = frozenset(AanbodRij.model_fields) - frozenset(AanbodInvoer.model_fields)


def column_names() -> list[str]:
    """The columns of a table, in the order of the documentation."""
    names: list[str] = []
    for field in ("extern_id", "organisatie", *AanbodRij.model_fields):
        key = key_of(field)
        inner = OBJECTS.get(key) or OBJECT_LISTS.get(key)
        found = [f"{key}.{part}" for part in inner] if inner else [key]
        names += [name for name in found if name not in names]
    return names


def to_row(rij: AanbodRij) -> dict[str, Any]:
    """The row as JSON data without what is unknown or empty."""
    data = rij.model_dump(mode="json", by_alias=True, exclude_none=True)
    row = {key: value for key, value in data.items() if value != []}
    place = row.get("locatie", {})
    if not place.get("geheim", True):
        del place["geheim"]
    for moment in row.get("momenten", ()):
        if not moment["behalve"]:
            del moment["behalve"]
    return row
