from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aansluiten.leden.models import Overdracht, Uitnodiging
from sociale_kaart.aansluiten.models import Aansluitverzoek
from sociale_kaart.accounts.models import Account
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie


async def put_uitnodiging(session: AsyncSession, uitnodiging: Uitnodiging) -> None:
    """In the place of one to the same address for the same organisation."""
    values: dict[str, Any] = uitnodiging.model_dump()
    changes = {
        key: value for key, value in values.items() if key not in {"organisatie_id", "email"}
    }
    await session.execute(
        insert(Uitnodiging)
        .values(values)
        .on_conflict_do_update(index_elements=["organisatie_id", "email"], set_=changes)
    )


async def list_uitnodigingen(
    session: AsyncSession, organisatie_id: UUID, now: datetime
) -> Sequence[Uitnodiging]:
    return (
        await session.scalars(
            select(Uitnodiging)
            .where(
                col(Uitnodiging.organisatie_id) == organisatie_id,
                col(Uitnodiging.verloopt_op) > now,
            )
            .order_by(col(Uitnodiging.id))
        )
    ).all()


async def find_uitnodiging(
    session: AsyncSession, token_hash: bytes, now: datetime
) -> tuple[Uitnodiging, Organisatie] | None:
    row = (
        await session.execute(
            select(Uitnodiging, Organisatie)
            .join(Organisatie, col(Organisatie.id) == col(Uitnodiging.organisatie_id))
            .where(col(Uitnodiging.token_hash) == token_hash, col(Uitnodiging.verloopt_op) > now)
        )
    ).first()
    return None if row is None else (row[0], row[1])


async def take_uitnodiging(
    session: AsyncSession, token_hash: bytes, now: datetime
) -> Uitnodiging | None:
    """It is gone with this transaction; of two at once the second waits, and finds nothing."""
    return await session.scalar(
        delete(Uitnodiging)
        .where(col(Uitnodiging.token_hash) == token_hash, col(Uitnodiging.verloopt_op) > now)
        .returning(Uitnodiging)
    )


async def delete_uitnodiging(session: AsyncSession, organisatie_id: UUID, key: UUID) -> bool:
    """False when this organisation has no such invitation."""
    gone = await session.scalar(
        delete(Uitnodiging)
        .where(col(Uitnodiging.id) == key, col(Uitnodiging.organisatie_id) == organisatie_id)
        .returning(col(Uitnodiging.id))
    )
    return gone is not None


async def list_verzoeken(
    session: AsyncSession, organisatie_id: UUID
) -> Sequence[tuple[Aansluitverzoek, Account]]:
    rows = await session.execute(
        select(Aansluitverzoek, Account)
        .join(Account, col(Account.id) == col(Aansluitverzoek.account_id))
        .where(col(Aansluitverzoek.organisatie_id) == organisatie_id)
        .order_by(col(Aansluitverzoek.gevraagd_op), col(Account.id))
    )
    return [(verzoek, account) for verzoek, account in rows]


async def find_overdracht(
    session: AsyncSession, organisatie_id: UUID, now: datetime
) -> Overdracht | None:
    return await session.scalar(
        select(Overdracht).where(
            col(Overdracht.organisatie_id) == organisatie_id, col(Overdracht.verloopt_op) > now
        )
    )


async def delete_overdracht(
    session: AsyncSession, organisatie_id: UUID, of: UUID | None = None
) -> None:
    """The handover of this organisation, when it is from or to this account if one is given."""
    query = delete(Overdracht).where(col(Overdracht.organisatie_id) == organisatie_id)
    if of is not None:
        query = query.where(or_(col(Overdracht.van) == of, col(Overdracht.naar) == of))
    await session.execute(query)


async def delete_member(session: AsyncSession, organisatie_id: UUID, account_id: UUID) -> None:
    """Takes somebody off, with the invitations and the handover that were theirs."""
    await session.execute(
        delete(Lidmaatschap).where(
            col(Lidmaatschap.organisatie_id) == organisatie_id,
            col(Lidmaatschap.account_id) == account_id,
        )
    )
    await session.execute(
        delete(Uitnodiging).where(
            col(Uitnodiging.organisatie_id) == organisatie_id, col(Uitnodiging.door) == account_id
        )
    )
    await delete_overdracht(session, organisatie_id, account_id)


async def delete_ended(session: AsyncSession, now: datetime) -> None:
    """Invitations and handovers whose time is up."""
    await session.execute(delete(Uitnodiging).where(col(Uitnodiging.verloopt_op) <= now))
    await session.execute(delete(Overdracht).where(col(Overdracht.verloopt_op) <= now))
