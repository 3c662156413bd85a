from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from anyio import to_thread
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.passwords import hash_password, password_matches
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.core.clock import today, utc_now

SESSION_LIFETIME = timedelta(hours=12)


async def create_account(
    session: AsyncSession,
    *,
    email: str,
    naam: str,
    wachtwoord: str | None = None,
    rol: str = "lid",
) -> Account:
    hashed = None if wachtwoord is None else hash_password(wachtwoord)
    account = Account(email=email.strip().lower(), naam=naam, rol=rol, wachtwoord_hash=hashed)
    session.add(account)
    await session.flush()
    return account


async def check_password(session: AsyncSession, email: str, wachtwoord: str) -> Account | None:
    """Whose address and password these are, or None when they do not match."""
    account = await session.scalar(
        select(Account).where(col(Account.email) == email.strip().lower(), col(Account.actief))
    )
    # Argon2 takes long on purpose; in a thread, other visitors do not wait for it.
    hashed = account.wachtwoord_hash if account else None
    if not await to_thread.run_sync(password_matches, hashed, wachtwoord):
        return None
    return account


async def open_session(
    session: AsyncSession, account: Account, lifetime: timedelta = SESSION_LIFETIME
) -> tuple[Sessie, str]:
    """A new session for somebody who showed who they are, with its secret token."""
    token, token_hash = new_token()
    sessie = Sessie(
        token_hash=token_hash,
        account_id=account.id,
        verloopt_op=utc_now() + lifetime,
    )
    session.add(sessie)
    await session.flush()
    await note_seen(session, account.id)
    return sessie, token


async def find_session(session: AsyncSession, token: str) -> tuple[Account, Sessie] | None:
    """The account behind a token whose session has not ended, which was then used today."""
    row = (
        await session.execute(
            select(Account, Sessie)
            .join(Sessie, col(Sessie.account_id) == col(Account.id))
            .where(
                col(Sessie.token_hash) == hash_token(token),
                col(Sessie.verloopt_op) > utc_now(),
                col(Account.actief),
            )
        )
    ).first()
    if row is None:
        return None
    account, sessie = row
    if sessie.gebruikt_op != today():
        # A statement of its own: a session that ends at this moment is then no error.
        await session.execute(
            update(Sessie).where(col(Sessie.id) == sessie.id).values(gebruikt_op=today())
        )
        await note_seen(session, account.id)
    return account, sessie


async def note_seen(session: AsyncSession, account_id: UUID) -> None:
    """Somebody did something today, so their account stays."""
    await session.execute(
        update(Account)
        .where(col(Account.id) == account_id, col(Account.gezien_op) < today())
        .values(gezien_op=today(), gewaarschuwd_op=None)
    )


async def list_sessions(session: AsyncSession, account_id: UUID) -> Sequence[Sessie]:
    """The sessions of an account that have not ended, the latest first."""
    return (
        await session.scalars(
            select(Sessie)
            .where(col(Sessie.account_id) == account_id, col(Sessie.verloopt_op) > utc_now())
            .order_by(col(Sessie.aangemaakt_op).desc(), col(Sessie.id).desc())
        )
    ).all()


async def end_session(session: AsyncSession, account_id: UUID, sessie_id: UUID) -> bool:
    """Ends one session of this account; false when it has no such session."""
    ended = await session.scalar(
        delete(Sessie)
        .where(col(Sessie.account_id) == account_id, col(Sessie.id) == sessie_id)
        .returning(col(Sessie.id))
    )
    return ended is not None


async def end_other_sessions(session: AsyncSession, account_id: UUID, kept: UUID) -> None:
    await session.execute(
        delete(Sessie).where(col(Sessie.account_id) == account_id, col(Sessie.id) != kept)
    )


async def delete_expired_sessions(session: AsyncSession) -> None:
    await session.execute(delete(Sessie).where(col(Sessie.verloopt_op) <= utc_now()))


async def log_out(session: AsyncSession, token: str) -> None:
    await session.execute(delete(Sessie).where(col(Sessie.token_hash) == hash_token(token)))
