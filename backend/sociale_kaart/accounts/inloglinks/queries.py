from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.inloglinks.models import Inloglink, InloglinkAanvraag
from sociale_kaart.accounts.models import Account


async def take_requests(session: AsyncSession, limit: int) -> Sequence[InloglinkAanvraag]:
    """The first requests, which are gone with this transaction; another worker takes others."""
    requests = (
        await session.scalars(
            select(InloglinkAanvraag)
            .order_by(col(InloglinkAanvraag.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
    ).all()
    taken = [request.id for request in requests]
    await session.execute(
        delete(InloglinkAanvraag).where(col(InloglinkAanvraag.id).in_(taken)),
        execution_options={"synchronize_session": False},
    )
    return requests


async def find_member(session: AsyncSession, email: str) -> Account | None:
    """Who may log in by a link to this address."""
    return await session.scalar(
        select(Account).where(
            col(Account.email) == email, col(Account.rol) == "lid", col(Account.actief)
        )
    )


async def put_link(
    session: AsyncSession, account_id: UUID, token_hash: bytes, verloopt_op: datetime
) -> None:
    """The link of this account, in the place of the one that it had."""
    values = {"token_hash": token_hash, "verloopt_op": verloopt_op}
    await session.execute(
        insert(Inloglink)
        .values(account_id=account_id, **values)
        .on_conflict_do_update(index_elements=["account_id"], set_=values)
    )


async def take_link(session: AsyncSession, token_hash: bytes, now: datetime) -> Account | None:
    """Whose link this is, when it still works; it is gone with this transaction.

    Of two who try at once the second waits for the first, and then finds nothing.
    """
    account_id = await session.scalar(
        delete(Inloglink)
        .where(col(Inloglink.token_hash) == token_hash, col(Inloglink.verloopt_op) > now)
        .returning(col(Inloglink.account_id))
    )
    if account_id is None:
        return None
    return await session.scalar(
        select(Account).where(
            col(Account.id) == account_id, col(Account.rol) == "lid", col(Account.actief)
        )
    )


async def delete_expired(session: AsyncSession, now: datetime) -> None:
    await session.execute(delete(Inloglink).where(col(Inloglink.verloopt_op) <= now))
