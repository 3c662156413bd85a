from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, LargeBinary, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


def _key_to(table: str, **options: Any) -> Column[UUID]:
    return Column(Uuid, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, **options)


class Beeld(SQLModel, table=True):
    """A picture of an organisation, with the size of its largest version in pixels."""

    __tablename__ = "beeld"
    __table_args__ = (CheckConstraint("breedte > 0 AND hoogte > 0", name="maat"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisatie_id: UUID = Field(sa_column=_key_to("organisatie", index=True))
    breedte: int
    hoogte: int
    gemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # The first night on which nothing referred to it; NULL while something does.
    los_sinds: date | None = None


class BeeldVersie(SQLModel, table=True):
    """A picture in one width, as WebP that we wrote ourselves; never changed."""

    __tablename__ = "beeld_versie"
    __table_args__ = (CheckConstraint("breedte > 0", name="breedte"),)

    beeld_id: UUID = Field(sa_column=_key_to("beeld", primary_key=True))
    breedte: int = Field(primary_key=True)
    inhoud: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
