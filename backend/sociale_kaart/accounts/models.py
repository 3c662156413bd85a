from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, LargeBinary, String, Uuid, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Account(SQLModel, table=True):
    """Somebody who may log in. Members of organisations have no `rol` of their own.

    Who logs in at a provider (accounts/oidc) has neither e-mail address nor password here.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_klein"),
        CheckConstraint(
            "rol IN ('lid', 'wijkteam', 'wijkredacteur', 'redactie', 'beheer')", name="rol"
        ),
        CheckConstraint("rol = 'wijkredacteur' OR wijken = '{}'", name="wijken_van_redacteur"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    email: str | None = Field(default=None, unique=True, max_length=254)
    naam: str
    rol: str = "lid"
    # The codes of the wijken where a wijkredacteur may do what the redactie does.
    wijken: list[str] = Field(
        default_factory=list,
        sa_column=Column(ARRAY(String), nullable=False, server_default=text("'{}'")),
    )
    # Members log in by a link in their mail; they need no password.
    wachtwoord_hash: str | None = None
    actief: bool = True
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # The last day that they did something here; who stays away is forgotten (bewaren/).
    gezien_op: date = Field(default_factory=today)
    # When they were told that it will go; seen again, and there was nothing to tell.
    gewaarschuwd_op: date | None = None


class Sessie(SQLModel, table=True):
    """A log-in. Only the SHA-256 of the token is kept, so a leaked table opens nothing.

    Nothing of the device or the network: when it was made and on which day it was last used is
    enough to tell one's own sessions apart.
    """

    __tablename__ = "sessie"

    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    # By which its owner names it, who is never told the token.
    id: UUID = Field(default_factory=new_id, unique=True)
    account_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    aangemaakt_op: datetime = Field(
        default_factory=utc_now,
        sa_column=Column(UtcDateTime, nullable=False, server_default=func.now()),
    )
    verloopt_op: datetime = Field(sa_type=UtcDateTime)
    gebruikt_op: date = Field(default_factory=today)
