from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, LargeBinary, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Inloglink(SQLModel, table=True):
    """A way in that was mailed, and works once. Only the SHA-256 of its token is kept.

    One row per account: a newer link takes the place of an older one.
    """

    __tablename__ = "inloglink"

    account_id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    )
    token_hash: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    verloopt_op: datetime = Field(sa_type=UtcDateTime)


class InloglinkAanvraag(SQLModel, table=True):
    """Somebody asked for a link to an address, which we may or may not know.

    Gone as soon as the worker has looked: the address of a stranger is not kept.
    """

    __tablename__ = "inloglink_aanvraag"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    email: str = Field(max_length=254)
    gevraagd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
