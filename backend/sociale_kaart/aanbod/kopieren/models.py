from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


class Plekkopie(SQLModel, table=True):
    """A listing that says at another place what its original says, and runs along with that.

    An original is never a copy itself: whoever copies a copy gets one more of its original.
    """

    __tablename__ = "plekkopie"
    __table_args__ = (
        CheckConstraint("kopie_id <> origineel_id", name="twee"),
        CheckConstraint("gezien > 0", name="gezien"),
    )

    kopie_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True, nullable=False
        )
    )
    origineel_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    # A mark of what was last brought here of each field: what says something else by now is the
    # copy's own.
    basis: dict[str, str] = Field(sa_column=Column(JSONB, nullable=False))
    # The version of the original that this was.
    gezien: int
