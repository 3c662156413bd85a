from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, Text, cast, literal, null, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.accounts.models import Account
from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.logboek import LogRegel
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.models import Organisatie

AANBOD = "aanbod"


@dataclass(frozen=True)
class Wanted:
    """Which lines somebody wants to read; what is None leaves all in."""

    onderwerp: str | None = None
    onderwerp_id: str | None = None
    account_id: UUID | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Line:
    """A line of the log book, or of the history of a listing."""

    id: UUID
    op: datetime
    account_id: UUID | None
    onderwerp: str
    onderwerp_id: str
    handeling: str
    wijze: str | None
    wijzigingen: dict[str, Any]


async def list_lines(session: AsyncSession, page: PageRequest, wanted: Wanted) -> list[Line]:
    """What was done, the latest first; one more than the page holds."""
    lines = union_all(_of_log_book(), _of_listings()).subquery()
    place = tuple_(lines.c.op, lines.c.id)
    query = select(lines).order_by(lines.c.op.desc(), lines.c.id.desc()).limit(page.limit + 1)
    if wanted.onderwerp is not None:
        query = query.where(lines.c.onderwerp == wanted.onderwerp)
    if wanted.onderwerp_id is not None:
        query = query.where(lines.c.onderwerp_id == wanted.onderwerp_id)
    if wanted.account_id is not None:
        query = query.where(lines.c.account_id == wanted.account_id)
    if wanted.first is not None:
        query = query.where(lines.c.op >= _begin_of(wanted.first))
    if wanted.last is not None:
        query = query.where(lines.c.op < _begin_of(wanted.last + timedelta(days=1)))
    if page.after is not None:
        last = select(lines.c.op, lines.c.id).where(lines.c.id == page.after)
        query = query.where(place < last.scalar_subquery())
    return [Line(**row) for row in (await session.execute(query)).mappings()]


async def accounts_of(session: AsyncSession, lines: Sequence[Line]) -> dict[UUID, Account]:
    """The accounts that did this and still are there, by id."""
    ids = {line.account_id for line in lines if line.account_id is not None}
    found = await session.scalars(select(Account).where(col(Account.id).in_(ids)))
    return {account.id: account for account in found}


async def names_of(session: AsyncSession, lines: Sequence[Line]) -> dict[str, str]:
    """What listings, organisations and accounts are called now, by their id as text."""
    aanbod = select(col(Aanbod.id), col(Aanbod.titel)).where(
        col(Aanbod.id).in_(_ids(lines, AANBOD))
    )
    organisaties = select(col(Organisatie.id), col(Organisatie.naam)).where(
        col(Organisatie.id).in_(_ids(lines, "organisatie"))
    )
    accounts = select(col(Account.id), col(Account.naam)).where(
        col(Account.id).in_(_ids(lines, "account"))
    )
    rows = await session.execute(union_all(aanbod, organisaties, accounts))
    return {str(key): naam for key, naam in rows}


def _ids(lines: Iterable[Line], onderwerp: str) -> set[UUID]:
    keys = {as_uuid(line.onderwerp_id) for line in lines if line.onderwerp == onderwerp}
    return {key for key in keys if key is not None}


def _of_log_book() -> Select[Any]:
    return select(
        col(LogRegel.id),
        col(LogRegel.op),
        col(LogRegel.account_id),
        cast(col(LogRegel.onderwerp), Text).label("onderwerp"),
        cast(col(LogRegel.onderwerp_id), Text).label("onderwerp_id"),
        col(LogRegel.handeling),
        cast(null(), String).label("wijze"),
        col(LogRegel.wijzigingen),
    )


def _of_listings() -> Select[Any]:
    return select(
        col(AanbodHistorie.id),
        col(AanbodHistorie.op),
        col(AanbodHistorie.account_id),
        cast(literal(AANBOD), Text),
        cast(col(AanbodHistorie.aanbod_id), Text),
        col(AanbodHistorie.handeling),
        col(AanbodHistorie.wijze),
        col(AanbodHistorie.wijzigingen),
    )


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=AMSTERDAM)
