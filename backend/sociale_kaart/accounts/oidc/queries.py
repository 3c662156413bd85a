from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc.models import Identiteit, Inlogpoging


async def take_poging(session: AsyncSession, sleutel_hash: bytes) -> Inlogpoging | None:
    """The attempt that this key began, which is gone from now on, also for who asks meanwhile."""
    poging: Inlogpoging | None = await session.scalar(
        delete(Inlogpoging)
        .where(col(Inlogpoging.sleutel_hash) == sleutel_hash)
        .returning(Inlogpoging)
    )
    return poging


async def forget_pogingen(session: AsyncSession, now: datetime) -> None:
    """Removes the attempts that never came back."""
    await session.execute(delete(Inlogpoging).where(col(Inlogpoging.verloopt_op) <= now))


async def find_account(
    session: AsyncSession, issuer: str, subject: str
) -> tuple[Account, Identiteit] | None:
    row = (
        await session.execute(
            select(Account, Identiteit)
            .join(Identiteit, col(Identiteit.account_id) == col(Account.id))
            .where(col(Identiteit.issuer) == issuer, col(Identiteit.subject) == subject)
        )
    ).first()
    return None if row is None else (row[0], row[1])


async def end_sessions(session: AsyncSession, account_id: UUID) -> None:
    await session.execute(delete(Sessie).where(col(Sessie.account_id) == account_id))


async def find_issuer(session: AsyncSession, account_id: UUID) -> str | None:
    """The provider where this account logs in, or None when it does not at any."""
    issuer: str | None = await session.scalar(
        select(Identiteit.issuer).where(col(Identiteit.account_id) == account_id)
    )
    return issuer
