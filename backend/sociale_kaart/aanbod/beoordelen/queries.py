from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.beoordelen.rules import Lid
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.aanbod.queries import AREAS
from sociale_kaart.accounts.models import Account
from sociale_kaart.organisaties.models import Lidmaatschap


async def find_aanbod(session: AsyncSession, aanbod_id: UUID) -> Aanbod | None:
    """A listing with what says whose wijken it is in."""
    return await session.scalar(select(Aanbod).where(col(Aanbod.id) == aanbod_id).options(*AREAS))


async def last_handed_in(session: AsyncSession, aanbod_id: UUID) -> AanbodHistorie | None:
    """Who last handed this listing in as something new, and when."""
    return await session.scalar(
        select(AanbodHistorie)
        .where(
            col(AanbodHistorie.aanbod_id) == aanbod_id,
            col(AanbodHistorie.handeling) == "indienen",
        )
        .order_by(col(AanbodHistorie.op).desc(), col(AanbodHistorie.id).desc())
        .limit(1)
    )


async def last_entry(session: AsyncSession, aanbod_id: UUID) -> AanbodHistorie | None:
    """The last thing that happened to a listing."""
    return await session.scalar(
        select(AanbodHistorie)
        .where(col(AanbodHistorie.aanbod_id) == aanbod_id)
        .order_by(col(AanbodHistorie.op).desc(), col(AanbodHistorie.id).desc())
        .limit(1)
    )


async def list_leden(session: AsyncSession, organisatie_id: UUID) -> Iterable[Lid]:
    """Everybody of this organisation whom mail reaches."""
    rows = await session.execute(
        select(col(Account.id), col(Account.email), col(Account.naam), col(Lidmaatschap.rol))
        .join(Lidmaatschap, col(Lidmaatschap.account_id) == col(Account.id))
        .where(
            col(Lidmaatschap.organisatie_id) == organisatie_id,
            col(Account.actief),
        )
        .order_by(col(Account.id))
    )
    return [Lid(key, email, naam, rol) for key, email, naam, rol in rows if email]
