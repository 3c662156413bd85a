from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import today


def _aanbod_key() -> Column[UUID]:
    return Column(Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True)


class GeenDubbel(SQLModel, table=True):
    """The redactie looked at two listings that seem the same, and they are not."""

    __tablename__ = "geen_dubbel"
    __table_args__ = (CheckConstraint("een_id < ander_id", name="volgorde"),)

    een_id: UUID = Field(sa_column=_aanbod_key())
    ander_id: UUID = Field(sa_column=_aanbod_key())
    op: date = Field(default_factory=today)
