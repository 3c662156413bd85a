from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Aansluitlink(SQLModel, table=True):
    """What somebody without an account filled in, until they press the link in their mail.

    Only the SHA-256 of its token is kept. It is gone when it is used, or when its time is up.
    """

    __tablename__ = "aansluitlink"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    email: str = Field(max_length=254)
    naam: str = Field(max_length=80)
    # {"organisatie": id} or {"nieuw": {…}}: see schemas.Aansluitvraag.
    vraag: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    verloopt_op: datetime = Field(sa_type=UtcDateTime)


class Aansluitverzoek(SQLModel, table=True):
    """Somebody asks to work for an organisation that is there. Gone when somebody decided."""

    __tablename__ = "aansluitverzoek"

    account_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    )
    organisatie_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True, index=True
        )
    )
    gevraagd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
