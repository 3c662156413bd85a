from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    Date,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime


class ZoekRij(SQLModel, table=True):
    """A listing on the map as search sees it, kept in the transaction that changes it.

    `document` is what Meilisearch gets. The other columns answer the same question in
    PostgreSQL when Meilisearch is away.
    """

    __tablename__ = "zoek_rij"
    __table_args__ = (
        Index("ix_zoek_rij_tags", "tags", postgresql_using="gin"),
        Index("ix_zoek_rij_woorden", "woorden", postgresql_using="gin"),
        Index("ix_zoek_rij_termen", "termen", postgresql_using="gin"),
        Index(
            "ix_zoek_rij_namen",
            "namen",
            postgresql_using="gin",
            postgresql_ops={"namen": "gin_trgm_ops"},
        ),
    )

    id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True)
    )
    document: str = Field(sa_column=Column(Text, nullable=False))
    # 'thema:geld', 'moment:di-avond': every code that can be filtered by.
    tags: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    data: list[date] = Field(sa_column=Column(ARRAY(Date), nullable=False))
    # What it says, as terms with their weights (ranking.profile).
    termen: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    gewichten: list[float] = Field(sa_column=Column(ARRAY(REAL), nullable=False))
    lengte: float = Field(sa_type=REAL)
    # Texts without accents: the title; what it is about, who and where; the running text.
    tekst_titel: str
    tekst_onderwerp: str
    tekst_rest: str
    woorden: Any = Field(
        default=None,
        sa_column=Column(
            TSVECTOR,
            Computed(
                "setweight(to_tsvector('pg_catalog.dutch', tekst_titel), 'A')"
                " || setweight(to_tsvector('pg_catalog.dutch', tekst_onderwerp), 'B')"
                " || setweight(to_tsvector('pg_catalog.dutch', tekst_rest), 'D')",
                persisted=True,
            ),
        ),
    )
    # Title and organisation without accents, for misspelt words.
    namen: str
    titel: str
    leeftijd_van: int = Field(sa_type=SmallInteger)
    leeftijd_tot: int = Field(sa_type=SmallInteger)
    vrijwilligers_gezocht: bool
    lat: float | None = None
    lon: float | None = None
    rang_niveau: int = Field(sa_type=SmallInteger)
    rang_collectief: int = Field(sa_type=SmallInteger)
    rang_open: int = Field(sa_type=SmallInteger)
    rang_versheid: int
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)


class ZoekIndex(SQLModel, table=True):
    """With which settings an index was last built, so that a change of settings rebuilds it."""

    __tablename__ = "zoek_index"

    naam: str = Field(primary_key=True)
    vingerafdruk: str
    gebouwd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class ZoekTerm(SQLModel, table=True):
    """In how many listings a term stands, counted now and then by the worker."""

    __tablename__ = "zoek_term"

    term: str = Field(primary_key=True)
    aantal: int


class ZoekStatistiek(SQLModel, table=True):
    """What the counts of zoek_term are about; one row."""

    __tablename__ = "zoek_statistiek"
    __table_args__ = (CheckConstraint("id = 1", name="een_rij"),)

    id: int = Field(default=1, sa_column=Column(SmallInteger, primary_key=True))
    aanbod: int
    # Weighted words in the average listing.
    lengte: float
    # The last change that is counted in (a number of the outbox).
    tot: int = Field(sa_type=BigInteger)
    versie: int = 1
    geteld_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
