from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tweedestap.models import HalveSessie, Herstelcode, TweedeStap


async def find_stap(session: AsyncSession, account_id: UUID) -> TweedeStap | None:
    """The second step of an account, also one that is not on yet."""
    return await session.scalar(
        select(TweedeStap)
        .where(col(TweedeStap.account_id) == account_id)
        .execution_options(populate_existing=True)
    )


async def is_on(session: AsyncSession, account_id: UUID) -> bool:
    found = await session.scalar(
        select(TweedeStap.account_id).where(
            col(TweedeStap.account_id) == account_id, col(TweedeStap.aan_sinds).is_not(None)
        )
    )
    return found is not None


async def begin(session: AsyncSession, account_id: UUID, geheim: bytes, now: datetime) -> bool:
    """A new secret in the place of one that nobody confirmed; false when the step is on."""
    values = {"geheim": geheim, "begonnen_op": now, "laatste_stap": 0}
    begun = await session.scalar(
        upsert(TweedeStap)
        .values(account_id=account_id, **values)
        .on_conflict_do_update(
            index_elements=["account_id"],
            set_=values,
            where=col(TweedeStap.aan_sinds).is_(None),
        )
        .returning(col(TweedeStap.account_id))
    )
    return begun is not None


async def turn_on(session: AsyncSession, begun: TweedeStap, stap: int, now: datetime) -> bool:
    """Of two who confirm at once one does; and nobody confirms a secret that was replaced."""
    turned = await session.scalar(
        update(TweedeStap)
        .where(
            col(TweedeStap.account_id) == begun.account_id,
            col(TweedeStap.geheim) == begun.geheim,
            col(TweedeStap.aan_sinds).is_(None),
        )
        .values(aan_sinds=now, laatste_stap=stap)
        .returning(col(TweedeStap.account_id)),
        execution_options={"synchronize_session": False},
    )
    return turned is not None


async def take_step(session: AsyncSession, account_id: UUID, stap: int) -> bool:
    """Uses the code of this time step up; false when that, or a later one, was used before.

    Of two at once the second waits for the first, and then finds it used.
    """
    taken = await session.scalar(
        update(TweedeStap)
        .where(col(TweedeStap.account_id) == account_id, col(TweedeStap.laatste_stap) < stap)
        .values(laatste_stap=stap)
        .returning(col(TweedeStap.account_id)),
        execution_options={"synchronize_session": False},
    )
    return taken is not None


async def turn_off(session: AsyncSession, account_id: UUID) -> bool:
    """Its codes and half sessions go along; false when there was nothing that was on."""
    gone = await session.scalar(
        delete(TweedeStap)
        .where(col(TweedeStap.account_id) == account_id, col(TweedeStap.aan_sinds).is_not(None))
        .returning(col(TweedeStap.account_id)),
        execution_options={"synchronize_session": False},
    )
    return gone is not None


async def replace_codes(
    session: AsyncSession, account_id: UUID, code_hashes: Iterable[bytes]
) -> None:
    await session.execute(delete(Herstelcode).where(col(Herstelcode.account_id) == account_id))
    rows = [{"account_id": account_id, "code_hash": each} for each in code_hashes]
    await session.execute(insert(Herstelcode), rows)


async def take_code(session: AsyncSession, account_id: UUID, code_hash: bytes) -> bool:
    """Uses a recovery code up; of two at once the second finds nothing."""
    taken = await session.scalar(
        delete(Herstelcode)
        .where(col(Herstelcode.account_id) == account_id, col(Herstelcode.code_hash) == code_hash)
        .returning(col(Herstelcode.account_id))
    )
    return taken is not None


async def count_codes(session: AsyncSession, account_id: UUID) -> int:
    count = select(func.count()).where(col(Herstelcode.account_id) == account_id)
    return await session.scalar(count) or 0


async def find_half(session: AsyncSession, token_hash: bytes, now: datetime) -> Account | None:
    """Whose half session this is, while it lasts and their account is open."""
    return await session.scalar(
        select(Account)
        .join(HalveSessie, col(HalveSessie.account_id) == col(Account.id))
        .where(
            col(HalveSessie.token_hash) == token_hash,
            col(HalveSessie.verloopt_op) > now,
            col(Account.actief),
        )
    )


async def take_half(session: AsyncSession, token_hash: bytes) -> bool:
    """Uses a half session up."""
    taken = await session.scalar(
        delete(HalveSessie)
        .where(col(HalveSessie.token_hash) == token_hash)
        .returning(col(HalveSessie.account_id))
    )
    return taken is not None


async def delete_ended(session: AsyncSession, now: datetime, begun_before: datetime) -> None:
    """Removes half sessions that have ended, and secrets that nobody confirmed."""
    await session.execute(delete(HalveSessie).where(col(HalveSessie.verloopt_op) <= now))
    await session.execute(
        delete(TweedeStap).where(
            col(TweedeStap.aan_sinds).is_(None), col(TweedeStap.begonnen_op) < begun_before
        )
    )
