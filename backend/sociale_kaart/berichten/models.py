from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id

# As long as mail servers try among themselves (RFC 5321, 4.5.4.1).
LONGEST_WAIT = timedelta(days=4)
MAX_ANTWOORD = 300


class Bericht(SQLModel, table=True):
    """A mail that has to be sent, or what became of it.

    It may hold a link that lets somebody in, so what it says is gone as soon as it has left, was
    refused or came to nothing.
    """

    __tablename__ = "bericht"
    __table_args__ = (
        CheckConstraint("status IN ('wacht', 'verstuurd', 'geweigerd', 'verlopen')", name="status"),
        CheckConstraint("(status = 'wacht') = (inhoud IS NOT NULL)", name="klaar_zonder_inhoud"),
        CheckConstraint("(status = 'wacht') = (afgehandeld_op IS NULL)", name="afgehandeld"),
        CheckConstraint("pogingen >= 0", name="pogingen"),
        Index("ix_bericht_wacht", "volgende_poging_op", postgresql_where=text("status = 'wacht'")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    # What makes it the same mail: a second one with this key is not made.
    sleutel: str = Field(unique=True, max_length=200)
    soort: str = Field(max_length=40)
    aan: str = Field(max_length=254)
    inhoud: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSONB(none_as_null=True), nullable=True)
    )
    status: str = "wacht"
    pogingen: int = 0
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    volgende_poging_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # After this moment it is of no use any more, so it is not sent.
    geldig_tot: datetime = Field(sa_type=UtcDateTime)
    afgehandeld_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The last words of the mail server about it.
    antwoord: str | None = Field(default=None, max_length=MAX_ANTWOORD)
