from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel


class Opvolger(SQLModel, table=True):
    """Where those are sent who come for a listing that stopped; gone with either of the two.

    What people are sent to may stop later and lead on itself, so who reads follows the rows to the
    first that is on the map (queries.py).
    """

    __tablename__ = "opvolger"
    __table_args__ = (CheckConstraint("aanbod_id <> opvolger_id", name="twee"),)

    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True, nullable=False
        )
    )
    opvolger_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
