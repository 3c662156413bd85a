from uuid import UUID

from sqlalchemy import Select, and_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import Aanbod, AanbodDocument
from sociale_kaart.aanbod.queries import AREAS, is_within
from sociale_kaart.beheer.schemas import MeldingStatus
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.access import Actor

# A report with the listing that it is about.
MeldingMetAanbod = tuple[Melding, Aanbod]


async def find_public_aanbod(session: AsyncSession, id_or_slug: str) -> UUID | None:
    """The id of a listing that everybody can read, also when it has stopped."""
    key = as_uuid(id_or_slug)
    is_meant = (
        col(AanbodDocument.slug) == id_or_slug if key is None else col(AanbodDocument.id) == key
    )
    return await session.scalar(
        select(col(AanbodDocument.id)).where(is_meant, col(AanbodDocument.openbaar))
    )


async def list_meldingen(
    session: AsyncSession,
    page: PageRequest,
    status: MeldingStatus | None,
    actor: Actor,
) -> list[MeldingMetAanbod]:
    """Reports with their listings, the latest day first; one more than the page holds.

    Those about the listings that `actor` may change.
    """
    place = tuple_(col(Melding.gemeld_op), col(Melding.id))
    query = _with_aanbod().order_by(col(Melding.gemeld_op).desc(), col(Melding.id).desc())
    if status is not None:
        is_open = col(Melding.afgehandeld_op).is_(None)
        query = query.where(is_open if status == "open" else ~is_open)
    if not actor.is_editor:
        of_own_organisation = col(Aanbod.organisatie_id).in_(list(actor.lidmaatschappen))
        query = query.where(of_own_organisation | is_within(actor.wijken))
    if page.after is not None:
        last = select(col(Melding.gemeld_op), col(Melding.id)).where(col(Melding.id) == page.after)
        query = query.where(place < last.scalar_subquery())
    rows = await session.execute(query.limit(page.limit + 1))
    return [(melding, aanbod) for melding, aanbod in rows]


async def lock_melding(session: AsyncSession, melding_id: UUID) -> MeldingMetAanbod | None:
    """A report with its listing, held until the transaction ends."""
    query = _with_aanbod().where(col(Melding.id) == melding_id).options(*AREAS)
    row = (await session.execute(query.with_for_update(of=Melding))).one_or_none()
    return None if row is None else (row[0], row[1])


def _with_aanbod() -> Select[Melding, Aanbod]:
    return select(Melding, Aanbod).join(Aanbod, and_(col(Aanbod.id) == col(Melding.aanbod_id)))
