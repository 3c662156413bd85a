import secrets
from datetime import timedelta
from hashlib import sha256

from anyio import to_thread
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.passwords import hash_password, password_matches
from sociale_kaart.core.clock import utc_now

SESSION_LIFETIME = timedelta(hours=12)


async def create_account(
    session: AsyncSession, *, email: str, naam: str, wachtwoord: str, rol: str = "lid"
) -> Account:
    account = Account(
        email=email.strip().lower(), naam=naam, rol=rol, wachtwoord_hash=hash_password(wachtwoord)
    )
    session.add(account)
    await session.flush()
    return account


async def log_in(
    session: AsyncSession, email: str, wachtwoord: str
) -> tuple[Account, Sessie, str] | None:
    """A new session with its secret token, or None when address and password do not match."""
    account = await session.scalar(
        select(Account).where(col(Account.email) == email.strip().lower(), col(Account.actief))
    )
    # Argon2 takes long on purpose; in a thread, other visitors do not wait for it.
    hashed = account.wachtwoord_hash if account else None
    if not await to_thread.run_sync(password_matches, hashed, wachtwoord):
        return None
    assert account is not None
    sessie, token = await open_session(session, account)
    return account, sessie, token


async def open_session(session: AsyncSession, account: Account) -> tuple[Sessie, str]:
    """A new session for somebody who showed who they are, with its secret token."""
    token = secrets.token_urlsafe(32)
    sessie = Sessie(
        token_hash=_hash(token),
        account_id=account.id,
        verloopt_op=utc_now() + SESSION_LIFETIME,
    )
    session.add(sessie)
    await session.flush()
    return sessie, token


async def find_session(session: AsyncSession, token: str) -> tuple[Account, Sessie] | None:
    """The account behind a token whose session has not ended."""
    row = (
        await session.execute(
            select(Account, Sessie)
            .join(Sessie, col(Sessie.account_id) == col(Account.id))
            .where(
                col(Sessie.token_hash) == _hash(token),
                col(Sessie.verloopt_op) > utc_now(),
                col(Account.actief),
            )
        )
    ).first()
    return None if row is None else (row[0], row[1])


async def log_out(session: AsyncSession, token: str) -> None:
    await session.execute(delete(Sessie).where(col(Sessie.token_hash) == _hash(token)))


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
