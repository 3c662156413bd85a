"""Changes leave a row here in the same transaction; the worker turns them into index updates.

The table is append-only: a row is inserted with the change and deleted once the index has it.
Updating one row per subject instead made writers wait for the worker (docs/adr). The commit also
tells so on a channel (core.listening), for who would otherwise look again and again.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Identity, event, func, insert, select
from sqlalchemy.orm import Session
from sqlmodel import Field, SQLModel

from sociale_kaart.core.metadata import metadata

Subject = tuple[str, UUID]
CHANNEL = "outbox"

_TOUCHED = "touched_subjects"


class OutboxRij(SQLModel, table=True):
    """One subject that has to be looked at again. `soort` is the name of its table."""

    __tablename__ = "outbox"
    metadata = metadata

    id: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True)
    )
    soort: str = Field(max_length=40)
    subject_id: UUID
    aangemaakt_op: datetime | None = Field(
        default=None,
        sa_column=Column(DateTime(timezone=True), server_default=func.now(), nullable=False),
    )


@runtime_checkable
class LeavesTrace(Protocol):
    """A table class whose changes make one or more subjects change for readers."""

    def touched_subjects(self) -> Iterable[Subject]: ...


class Projector(Protocol):
    """Rewrites the read models of touched subjects, inside the transaction of the change.

    Returns the subjects that changed for readers because of it (an organisation's new name
    changes its listings too); those go into the outbox as well.
    """

    def __call__(self, session: Session, touched: set[Subject]) -> set[Subject]: ...


class ProjectingSession(Session):
    """A session that cannot commit a change without its read models and its outbox rows."""


def touch(session: Session, subjects: Iterable[Subject]) -> None:
    """Has these subjects written anew at the next commit, as if they had changed."""
    session.info.setdefault(_TOUCHED, set()).update(subjects)


@event.listens_for(ProjectingSession, "after_flush")
def _remember_touched(session: Session, _flush_context: Any) -> None:
    touched = session.info.setdefault(_TOUCHED, set())
    for instance in (*session.new, *session.dirty, *session.deleted):
        if isinstance(instance, LeavesTrace):
            touched.update(instance.touched_subjects())


@event.listens_for(ProjectingSession, "before_commit")
def _project(session: Session) -> None:
    session.flush()
    touched: set[Subject] = session.info.pop(_TOUCHED, set())
    if not touched:
        return
    for projector in session.info.get("projectors", ()):
        touched |= projector(session, touched)
    # Projectors write with plain statements; what they flush needs no second round.
    session.info.pop(_TOUCHED, None)
    rows = [{"soort": soort, "subject_id": subject_id} for soort, subject_id in sorted(touched)]
    session.execute(insert(OutboxRij), rows)
    session.execute(select(func.pg_notify(CHANNEL, "")))


@event.listens_for(ProjectingSession, "after_rollback")
def _forget_touched(session: Session) -> None:
    session.info.pop(_TOUCHED, None)
