from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime

Nakijksoort = Literal["nieuw", "wijziging"]


class Nakijkpunt(SQLModel, table=True):
    """A listing that changed on the map while nobody of the redactie looked.

    One for each listing, however often it changed. What changed is not kept here but is what the
    history says from `regel_id` on, so that forgetting has one place to look.
    """

    __tablename__ = "nakijkpunt"
    __table_args__ = (CheckConstraint("soort IN ('nieuw', 'wijziging')", name="soort"),)

    aanbod_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True)
    )
    soort: str
    regel_id: UUID
    sinds: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
