from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime

_DOCUMENT = JSONB(none_as_null=True)


class AanbodBewerking(SQLModel, table=True):
    """What people are writing of a listing, as they typed it: whole or not, right or not.

    The row stays when its content goes, so that `versie` never comes back to a number that
    somebody's page still knows.
    """

    __tablename__ = "aanbod_bewerking"
    __table_args__ = (
        CheckConstraint("versie > 0", name="versie"),
        CheckConstraint("basis_versie > 0", name="basis_versie"),
        CheckConstraint("(inhoud IS NULL) = (basis IS NULL)", name="basis_bij_inhoud"),
    )

    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True, nullable=False
        )
    )
    # NULL: nothing is being written beside what the listing says.
    inhoud: dict[str, Any] | None = Field(default=None, sa_column=Column(_DOCUMENT))
    # What the listing said at `basis_versie`, to tell later who changed what; {} when unknown.
    basis: dict[str, Any] | None = Field(default=None, sa_column=Column(_DOCUMENT))
    basis_versie: int
    versie: int = 1
    account_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("account.id", ondelete="SET NULL"))
    )
    bewaard_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
