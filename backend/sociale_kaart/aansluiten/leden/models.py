from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, LargeBinary, UniqueConstraint, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Uitnodiging(SQLModel, table=True):
    """An address that may come to work for an organisation. Only the hash of its token is kept.

    A newer one to the same address takes the place of an older one.
    """

    __tablename__ = "uitnodiging"
    __table_args__ = (
        CheckConstraint("rol IN ('eigenaar', 'medebewerker')", name="rol"),
        CheckConstraint("email = lower(email)", name="email_klein"),
        UniqueConstraint("organisatie_id", "email"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisatie_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), nullable=False)
    )
    email: str = Field(max_length=254)
    rol: str
    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    # Who leaves takes the invitations along that nobody has accepted.
    door: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    verloopt_op: datetime = Field(sa_type=UtcDateTime)


class Overdracht(SQLModel, table=True):
    """An owner asks a colleague to take their place; one at a time for each organisation."""

    __tablename__ = "overdracht"
    __table_args__ = (CheckConstraint("van <> naar", name="twee_mensen"),)

    organisatie_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True)
    )
    van: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    naar: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    gevraagd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    verloopt_op: datetime = Field(sa_type=UtcDateTime)
