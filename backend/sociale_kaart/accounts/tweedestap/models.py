from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime


class TweedeStap(SQLModel, table=True):
    """That an account asks for a code of an app after the link. Goes with the account.

    Until the first code was given, `aan_sinds` is NULL and it asks for nothing.
    """

    __tablename__ = "tweede_stap"

    account_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    )
    # What the app has too, encrypted (kluis.py).
    geheim: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    begonnen_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    aan_sinds: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The time step of the last code that was taken: that one, and older ones, never count again.
    laatste_stap: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))


class Herstelcode(SQLModel, table=True):
    """A code on paper for who has lost the app; using one is deleting its row.

    Only the SHA-256 is kept: 80 random bits cannot be guessed, also not by who has the hashes.
    """

    __tablename__ = "herstelcode"

    account_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("tweede_stap.account_id", ondelete="CASCADE"), primary_key=True
        )
    )
    code_hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))


class HalveSessie(SQLModel, table=True):
    """Somebody showed that they read the mail, and has yet to give the code.

    Its token is in a cookie of its own, and no session is found by it: so it can do nothing else.
    Only the SHA-256 of the token is kept.
    """

    __tablename__ = "halve_sessie"

    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    account_id: UUID = Field(
        sa_column=Column(
            Uuid,
            ForeignKey("tweede_stap.account_id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        )
    )
    verloopt_op: datetime = Field(sa_type=UtcDateTime, index=True)
