from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, LargeBinary, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime


class Identiteit(SQLModel, table=True):
    """Who an account is at a provider: the only thing that a log-in there is matched on.

    Never an e-mail address: whoever may choose theirs at one provider would become somebody
    else here.
    """

    __tablename__ = "identiteit"

    issuer: str = Field(primary_key=True)
    subject: str = Field(primary_key=True, max_length=255)
    account_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    ingelogd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Inlogpoging(SQLModel, table=True):
    """A log-in that has gone to a provider and has not come back: ten minutes, used once.

    Found by the SHA-256 of a cookie, so that only the browser that began it can end it.
    """

    __tablename__ = "inlogpoging"

    sleutel_hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    dienst: str = Field(max_length=40)
    state: str
    nonce: str
    verifier: str
    terug: str
    verloopt_op: datetime = Field(sa_type=UtcDateTime, index=True)
