from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.kopieren.models import Plekkopie
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.queries import AREAS, select_whole_aanbod
from sociale_kaart.organisaties.models import Locatie


async def find_link(session: AsyncSession, kopie_id: UUID) -> Plekkopie | None:
    """Of which original this is a copy."""
    return await session.get(Plekkopie, kopie_id)


async def next_behind(session: AsyncSession) -> UUID | None:
    """The id of a copy whose original says something on the map that was not brought to it yet.

    What the redactie sent back is its owner's to answer first: until then nothing takes its place,
    unless they threw it away.
    """
    origineel, kopie = aliased(Aanbod), aliased(Aanbod)
    thrown_away = (
        select(AanbodBewerking.aanbod_id)
        .where(
            col(AanbodBewerking.aanbod_id) == col(AanbodVoorstel.aanbod_id),
            col(AanbodBewerking.inhoud).is_(None),
            col(AanbodBewerking.bewaard_op) >= col(AanbodVoorstel.besloten_op),
        )
        .exists()
    )
    unanswered = (
        select(AanbodVoorstel.aanbod_id)
        .where(
            col(AanbodVoorstel.aanbod_id) == kopie.id,
            col(AanbodVoorstel.besluit).in_(("teruggestuurd", "afgewezen")),
            ~thrown_away,
        )
        .exists()
    )
    query = (
        select(Plekkopie.kopie_id)
        .join(origineel, col(Plekkopie.origineel_id) == origineel.id)
        .join(kopie, col(Plekkopie.kopie_id) == kopie.id)
        .where(
            origineel.versie > col(Plekkopie.gezien),
            origineel.status == "gepubliceerd",
            kopie.status != "gestopt",
            ~(unanswered & (col(kopie.status) == "gepubliceerd")),
        )
        .order_by(col(Plekkopie.kopie_id))
        .limit(1)
    )
    return await session.scalar(query)


async def live_originals(session: AsyncSession, kopie_ids: Iterable[UUID]) -> Mapping[UUID, Aanbod]:
    """Of these copies the original, whole, as far as it is on the map."""
    query = select(Plekkopie.kopie_id, Plekkopie.origineel_id).where(
        col(Plekkopie.kopie_id).in_(list(kopie_ids))
    )
    links = {row.kopie_id: row.origineel_id for row in await session.execute(query)}
    if not links:
        return {}
    whole = await session.scalars(select_whole_aanbod(set(links.values())))
    live = {row.id: row for row in whole if row.status == "gepubliceerd"}
    return {kopie: live[origineel] for kopie, origineel in links.items() if origineel in live}


async def list_copies(session: AsyncSession, origineel_id: UUID) -> Sequence[Aanbod]:
    """The copies of a listing with what tells them apart: where they are."""
    query = (
        select(Aanbod)
        .join(Plekkopie, col(Plekkopie.kopie_id) == col(Aanbod.id))
        .where(col(Plekkopie.origineel_id) == origineel_id)
        .options(*AREAS)
        .order_by(col(Aanbod.id))
    )
    return (await session.scalars(query)).all()


async def copies_and_originals(
    session: AsyncSession, ids: Iterable[UUID]
) -> tuple[Mapping[UUID, int], frozenset[UUID]]:
    """Of these listings: how many copies run along with each, and which are copies themselves."""
    wanted = list(ids)
    counts = await session.execute(
        select(Plekkopie.origineel_id, func.count())
        .where(col(Plekkopie.origineel_id).in_(wanted))
        .group_by(col(Plekkopie.origineel_id))
    )
    copies = await session.scalars(
        select(Plekkopie.kopie_id).where(col(Plekkopie.kopie_id).in_(wanted))
    )
    return {row[0]: row[1] for row in counts}, frozenset(copies)


async def list_places(session: AsyncSession, organisatie_id: UUID) -> Sequence[Locatie]:
    """Where an organisation does something, by name."""
    used = select(col(Aanbod.locatie_id)).where(col(Aanbod.organisatie_id) == organisatie_id)
    query = select(Locatie).where(col(Locatie.id).in_(used))
    return (await session.scalars(query.order_by(col(Locatie.naam), col(Locatie.id)))).all()
