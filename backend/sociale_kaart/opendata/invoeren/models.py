from datetime import datetime
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id

# What is done with it: somebody maps its columns, the worker looks at its rows, somebody decides,
# the worker brings it in, and perhaps takes it back.
Stand = Literal["koppelen", "nakijken", "nagekeken", "uitvoeren", "klaar", "terug", "teruggedraaid"]
Uitkomst = Literal["nieuw", "gewijzigd", "ongewijzigd", "fout", "elders"]
# What became of a row when its import was undone.
Terug = Literal["verwijderd", "hersteld", "gebleven"]


def _one_of(column: str, kinds: Any) -> str:
    return f"{column} IN ({', '.join(f'{kind!r}' for kind in get_args(kinds))})"


def _json(default: str) -> Column[Any]:
    return Column(JSONB, nullable=False, server_default=default)


class Invoer(SQLModel, table=True):
    """A file with listings that somebody brings in for one organisation."""

    __tablename__ = "invoer"
    __table_args__ = (
        CheckConstraint(_one_of("stand", Stand), name="stand"),
        CheckConstraint("soort IN ('csv', 'xlsx')", name="soort"),
        CheckConstraint("versie > 0", name="versie"),
        # What the worker has to do.
        Index(
            "ix_invoer_werk",
            "beurt_op",
            postgresql_where=text("stand IN ('nakijken', 'uitvoeren', 'terug')"),
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisatie_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    # Who last had something done with it, and in whose name the worker does that.
    account_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("account.id", ondelete="SET NULL"))
    )
    bestandsnaam: str = Field(max_length=120)
    soort: str
    stand: str = "koppelen"
    # What stands at the head of each column, and the first values under it.
    kolommen: list[dict[str, Any]] = Field(default_factory=list, sa_column=_json("[]"))
    # Which field each column is, and which code each text means; see mapping.Koppeling.
    koppeling: dict[str, Any] = Field(default_factory=dict, sa_column=_json("{}"))
    # Counts what people do with it, not what the worker does.
    versie: int = 1
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # When the worker last did a piece of it: who waits longest is next.
    beurt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    klaar_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InvoerRij(SQLModel, table=True):
    """One row of the file as it was read, what would happen with it, and what did."""

    __tablename__ = "invoer_rij"
    __table_args__ = (
        CheckConstraint(_one_of("uitkomst", Uitkomst), name="uitkomst"),
        CheckConstraint(_one_of("terug", Terug), name="terug"),
        Index("ix_invoer_rij_invoer_id_uitkomst", "invoer_id", "uitkomst", "nummer"),
        Index("ix_invoer_rij_invoer_id_sleutel", "invoer_id", "sleutel"),
        Index("ix_invoer_rij_invoer_id_aanbod_id", "invoer_id", "aanbod_id"),
    )

    invoer_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("invoer.id", ondelete="CASCADE"), primary_key=True)
    )
    # As people count in a spreadsheet: the heads are row 1.
    nummer: int = Field(primary_key=True)
    cellen: list[str] = Field(sa_column=Column(JSONB, nullable=False))
    # The places of cells that hold a formula, counted from 0.
    formules: list[int] = Field(
        default_factory=list, sa_column=Column(ARRAY(Integer), nullable=False, server_default="{}")
    )

    # NULL: not looked at yet.
    uitkomst: str | None = None
    sleutel: str | None = None
    titel: str | None = None
    # The listing that it changes or made; it may have gone since.
    aanbod_id: UUID | None = None
    # Its version when somebody saw what would happen: only that is done.
    versie: int | None = None
    # What it will be for residents, and whether the redactie looks at it first.
    status: str | None = None
    wacht: bool = False
    wijzigingen: dict[str, Any] = Field(default_factory=dict, sa_column=_json("{}"))
    fouten: list[dict[str, Any]] = Field(default_factory=list, sa_column=_json("[]"))
    opmerkingen: list[str] = Field(default_factory=list, sa_column=_json("[]"))

    gedaan_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    versie_na: int | None = None
    # What a changed listing said before, for undoing: {"inhoud": …, "status": …}.
    eerder: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSONB(none_as_null=True), nullable=True)
    )
    terug: str | None = None
    terug_reden: str | None = None


class InvoerKoppeling(SQLModel, table=True):
    """How an organisation mapped its files before: the head of a column to a field, texts to codes."""

    __tablename__ = "invoer_koppeling"

    organisatie_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True)
    )
    # Null for what is not brought in.
    kolommen: dict[str, str | None] = Field(default_factory=dict, sa_column=_json("{}"))
    waarden: dict[str, dict[str, str | None]] = Field(default_factory=dict, sa_column=_json("{}"))
    bijgewerkt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
