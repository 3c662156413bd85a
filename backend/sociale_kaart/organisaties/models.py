from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.outbox import Subject


class Organisatie(SQLModel, table=True):
    """Who offers something. A bewonersinitiatief needs no KvK number."""

    __tablename__ = "organisatie"
    __table_args__ = (
        CheckConstraint(
            "categorie IN ('initiatief', 'vrijwilligersorganisatie', 'voorziening')",
            name="categorie",
        ),
        CheckConstraint("naam <> ''", name="naam_gevuld"),
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug_vorm"),
        CheckConstraint("kvk ~ '^[0-9]{8}$'", name="kvk_vorm"),
        CheckConstraint(
            "relatie_gemeente IN ('gesubsidieerd', 'gecontracteerd', 'vrij')", name="relatie"
        ),
        CheckConstraint("(bron IS NULL) = (extern_id IS NULL)", name="herkomst_heel"),
        CheckConstraint("versie > 0", name="versie"),
        UniqueConstraint("bron", "extern_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    slug: str = Field(unique=True, max_length=100)
    naam: str = Field(max_length=120)
    categorie: str
    omschrijving: str | None = None
    website: str | None = None
    telefoon: str | None = None
    email: str | None = None
    # Whether somebody who works or worked there filled that address in; then it proves nothing.
    email_van_lid: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    kvk: str | None = None
    relatie_gemeente: str | None = None
    # A trusted organisation publishes at once; others wait for the redactie.
    vertrouwd: bool = False
    # NULL: the redactie has not looked at it yet, so nobody but its own people and the redactie
    # knows of it or of its listings.
    gecontroleerd_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Since when its last owner is gone; NULL: there is one, or there never was.
    verlaten_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    bron: str | None = None
    extern_id: str | None = None
    licentie: str | None = None
    versie: int = 1
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    gewijzigd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("organisatie", self.id)


class Locatie(SQLModel, table=True):
    """A place. Rows are never edited: a listing that moves gets another row.

    So a change by one organisation cannot move the listings of another one in the same
    building, and equal places are one row. A point gets its wijk and buurt from the outlines.
    """

    __tablename__ = "locatie"
    __table_args__ = (
        CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="punt_heel"),
        CheckConstraint(
            "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180", name="punt_op_aarde"
        ),
        CheckConstraint("postcode ~ '^[1-9][0-9]{3} ?([A-Z]{2})?$'", name="postcode_vorm"),
        CheckConstraint("wijk_code IS NOT NULL OR buurt_code IS NULL", name="buurt_in_wijk"),
        CheckConstraint(
            "num_nonnulls(naam, straat, postcode, plaats, lat, wijk_code) > 0", name="iets_bekend"
        ),
        Index(
            "uq_locatie_gelijk",
            "naam",
            "straat",
            "postcode",
            "plaats",
            "lat",
            "lon",
            "wijk_code",
            "geheim",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_locatie_punt", "lat", "lon"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    naam: str | None = None
    straat: str | None = None
    postcode: str | None = None
    plaats: str | None = None
    lat: float | None = None
    lon: float | None = None
    wijk_code: str | None = Field(default=None, foreign_key="wijk.code", index=True)
    buurt_code: str | None = Field(default=None, foreign_key="buurt.code", index=True)
    # A safe house is found by its wijk; its address is never shown.
    geheim: bool = False


class Lidmaatschap(SQLModel, table=True):
    """Who works for which organisation, and may therefore edit its listings."""

    __tablename__ = "lidmaatschap"
    __table_args__ = (CheckConstraint("rol IN ('eigenaar', 'medebewerker')", name="rol"),)

    account_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    )
    organisatie_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True, index=True
        )
    )
    rol: str


class OrganisatieNakijkpunt(SQLModel, table=True):
    """An organisation that its own people changed on the map while nobody of the redactie looked.

    `was` has what residents read of it before, in the fields that `rules.READ_BY_ALL` names.
    """

    __tablename__ = "organisatie_nakijkpunt"

    organisatie_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True)
    )
    was: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    # Who changed it last.
    account_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("account.id", ondelete="SET NULL"))
    )
    sinds: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
