from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Date, ForeignKey, Index, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from sociale_kaart.core.db import UtcDateTime


class KeerRij(SQLModel, table=True):
    """One time that something on the map is on, or would have been (`vervalt`).

    Written with each change of the listing, and anew each day: from that day for the 13 weeks that
    can be searched. Counting recurrences out for every question instead would cost a second with
    20,000 listings.
    """

    __tablename__ = "keer"
    __table_args__ = (
        # The agenda's order; what has no time comes last in its day.
        Index("ix_keer_volgorde", "dag", text("coalesce(van, 'infinity')"), "moment_id"),
    )

    moment_id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    dag: date = Field(sa_column=Column(Date, primary_key=True))
    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    # NULL: only the day is known.
    van: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tot: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The parts of the day that it touches.
    dagdelen: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    vervalt: bool
    # Why it does not go on, when they said so.
    reden: str | None = None
    toelichting: str | None = None
