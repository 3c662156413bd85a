"""The log book: who did what to which record, and what it was before and is now.

A row is written in the transaction of the change, so there is none of either without the other.
What happens to a listing has a history of its own (aanbod_historie), as its owners read that too.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id

Wijzigingen = Mapping[str, list[Any]]


class LogRegel(SQLModel, table=True):
    """One line of the log book; only ever added to (a trigger refuses the rest).

    There are no foreign keys: what somebody did stays when they, or what they did it to, are gone.
    """

    __tablename__ = "logregel"
    __table_args__ = (
        Index("ix_logregel_op_id", "op", "id"),
        Index("ix_logregel_onderwerp_id", "onderwerp_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # NULL: nobody in particular, such as a job of the night.
    account_id: UUID | None = None
    onderwerp: str = Field(max_length=40)
    # The key of the record, as text.
    onderwerp_id: str = Field(max_length=100)
    handeling: str = Field(max_length=60)
    # {"rol": ["medebewerker", "eigenaar"], …}
    wijzigingen: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSONB, nullable=False, server_default="{}")
    )


def log(
    session: AsyncSession,
    *,
    account_id: UUID | None,
    onderwerp: str,
    onderwerp_id: UUID | str,
    handeling: str,
    wijzigingen: Wijzigingen | None = None,
) -> None:
    """Adds a line about what this transaction does.

    Args:
        session: of the change itself.
        account_id: who does it; None when nobody in particular does.
        onderwerp: what kind of record it is done to, such as 'lidmaatschap'.
        onderwerp_id: which one.
        handeling: what is done, such as 'uitgenodigd'.
        wijzigingen: what it was and what it is now, by field. Never who somebody is: a name or an
            address would stay here when the person has gone. Accounts are named by their id.
    """
    session.add(
        LogRegel(
            account_id=account_id,
            onderwerp=onderwerp,
            onderwerp_id=str(onderwerp_id),
            handeling=handeling,
            wijzigingen=dict(wijzigingen or {}),
        )
    )


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What differs, by field, in the form that a line has; None for what is not there."""
    return {
        field: [before.get(field), after.get(field)]
        for field in sorted(before.keys() | after.keys())
        if before.get(field) != after.get(field)
    }
