from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.accounts.inloglinks.models import Inloglink
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc.models import Identiteit
from sociale_kaart.accounts.tweedestap.models import TweedeStap
from sociale_kaart.core.paging import PageRequest


class Found(NamedTuple):
    """An account, where it logs in, in how many places it is logged in, whether by a code too."""

    account: Account
    issuer: str | None
    sessies: int
    tweede_stap: bool


def _found(now: datetime) -> Select[Account, str | None, int, bool]:
    issuer = (
        select(func.min(col(Identiteit.issuer)))
        .where(col(Identiteit.account_id) == col(Account.id))
        .scalar_subquery()
    )
    sessies = (
        select(func.count())
        .where(col(Sessie.account_id) == col(Account.id), col(Sessie.verloopt_op) > now)
        .scalar_subquery()
    )
    tweede_stap = (
        select(col(TweedeStap.account_id))
        .where(
            col(TweedeStap.account_id) == col(Account.id), col(TweedeStap.aan_sinds).is_not(None)
        )
        .exists()
    )
    return select(Account, issuer, sessies, tweede_stap)


async def list_staff(session: AsyncSession, page: PageRequest, now: datetime) -> list[Found]:
    """Who has a role, or had one that their provider gave; one more than the page holds."""
    at_a_provider = select(col(Identiteit.account_id)).where(
        col(Identiteit.account_id) == col(Account.id)
    )
    query = (
        _found(now)
        .where(or_(col(Account.rol) != "lid", at_a_provider.exists()))
        .order_by(col(Account.id))
        .limit(page.limit + 1)
    )
    if page.after is not None:
        query = query.where(col(Account.id) > page.after)
    return [Found(*row) for row in await session.execute(query)]


async def find_by_email(session: AsyncSession, email: str, now: datetime) -> list[Found]:
    """The one with exactly this address, if there is any."""
    query = _found(now).where(col(Account.email) == email.lower())
    return [Found(*row) for row in await session.execute(query)]


async def find_one(session: AsyncSession, account_id: UUID, now: datetime) -> Found | None:
    query = _found(now).where(col(Account.id) == account_id)
    row = (await session.execute(query)).first()
    return None if row is None else Found(*row)


async def lock_accounts(session: AsyncSession, *ids: UUID) -> Sequence[Account]:
    """These rows as they are now, held in one order, so that no two wait for each other."""
    return (
        await session.scalars(
            select(Account)
            .where(col(Account.id).in_(ids))
            .order_by(col(Account.id))
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).all()


async def end_sessions(session: AsyncSession, account_id: UUID, now: datetime) -> int:
    """Ends every session and link of this account; how many sessions still worked."""
    await session.execute(delete(Inloglink).where(col(Inloglink.account_id) == account_id))
    ended = await session.scalars(
        delete(Sessie)
        .where(col(Sessie.account_id) == account_id)
        .returning(col(Sessie.verloopt_op))
    )
    return sum(verloopt_op > now for verloopt_op in ended)
