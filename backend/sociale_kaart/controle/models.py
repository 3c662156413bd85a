from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, LargeBinary, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


def _key(target: str, *, nullable: bool) -> Column[UUID]:
    return Column(Uuid, ForeignKey(target, ondelete="CASCADE"), nullable=nullable, index=True)


class Controleverzoek(SQLModel, table=True):
    """A mail that asks whether listings still hold, and the token of the link in it.

    Sent to an account, or to the address of an organisation of which nobody has one. Only the
    SHA-256 of the token is kept, so a leaked table opens nothing.
    """

    __tablename__ = "controleverzoek"
    __table_args__ = (
        CheckConstraint("num_nonnulls(account_id, organisatie_id) = 1", name="een_ontvanger"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    account_id: UUID | None = Field(default=None, sa_column=_key("account.id", nullable=True))
    organisatie_id: UUID | None = Field(
        default=None, sa_column=_key("organisatie.id", nullable=True)
    )
    gevraagd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    verloopt_op: datetime = Field(sa_type=UtcDateTime)


class Controlevraag(SQLModel, table=True):
    """One listing that a mail asks about, and what was answered from that mail."""

    __tablename__ = "controlevraag"
    __table_args__ = (
        CheckConstraint("antwoord IN ('klopt', 'gestopt')", name="antwoord"),
        CheckConstraint("(antwoord IS NULL) = (beantwoord_op IS NULL)", name="beantwoord"),
        CheckConstraint(
            "(versie_na IS NOT NULL) = (antwoord IS NOT DISTINCT FROM 'gestopt')", name="versie_na"
        ),
    )

    verzoek_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("controleverzoek.id", ondelete="CASCADE"), primary_key=True
        )
    )
    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True, index=True
        )
    )
    antwoord: str | None = None
    # Of 'klopt' the moment of the confirmation itself, by which it can be taken back.
    beantwoord_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Of 'gestopt' the version that came of it: while it is that one, it can be put back.
    versie_na: int | None = None
