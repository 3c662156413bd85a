from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Agendabron(SQLModel, table=True):
    """A calendar of an organisation at an address of its own, read each night.

    Which listings take their times from it, and by which words, they say themselves
    (`Aanbod.agendabron_id`). Of what stands in it nothing is kept but those times.
    """

    __tablename__ = "agendabron"
    __table_args__ = (
        CheckConstraint("versie > 0", name="versie"),
        CheckConstraint("mislukkingen >= 0", name="mislukkingen"),
        CheckConstraint("(mislukt_sinds IS NULL) = (reden IS NULL)", name="mislukt_heel"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisatie_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    # Whoever knows it can read the calendar: only its own people see it, and no log does.
    adres: str = Field(max_length=2000)
    # What the server said of the version that we have (RFC 9110).
    etag: str | None = Field(default=None, max_length=300)
    laatst_gewijzigd: str | None = Field(default=None, max_length=100)
    # When it last answered, and when we last had all of it.
    gelezen_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    heel_gelezen_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    volgende_op: datetime = Field(sa_type=UtcDateTime, index=True)
    # Since when it fails, how many nights in a row, and how. NULL: it works.
    mislukt_sinds: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mislukkingen: int = 0
    reden: str | None = Field(default=None, max_length=40)
    # Counts what people do with it, not what the worker does.
    versie: int = 1
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
