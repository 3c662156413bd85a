from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, LargeBinary
from sqlmodel import Field, SQLModel

from sociale_kaart.core.db import UtcDateTime

# Not in the write-ahead log: quick, in no backup that is made of that, and empty after a crash.
_UNLOGGED = {"prefixes": ["UNLOGGED"]}


class Limiet(SQLModel, table=True):
    """How often somebody tried something since they began, until when that counts.

    Who it was cannot be read from it: the key is a hash with a secret that lasts a day.
    """

    __tablename__ = "limiet"
    __table_args__ = (CheckConstraint("aantal > 0", name="aantal"), _UNLOGGED)

    sleutel_hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    aantal: int
    tot: datetime = Field(sa_type=UtcDateTime, index=True)


class Limietgeheim(SQLModel, table=True):
    """The secret of one day, which all processes share and nobody has afterwards."""

    __tablename__ = "limietgeheim"
    __table_args__ = (_UNLOGGED,)

    dag: date = Field(primary_key=True)
    geheim: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
