"""The SQL behind keeping the search index true."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, text, true
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.models import AanbodDocument
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.outbox import OutboxRij
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.zoeken.meaning.embedder import Model
from sociale_kaart.zoeken.meaning.models import ZoekBetekenis
from sociale_kaart.zoeken.models import ZoekIndex, ZoekRij
from sociale_kaart.zoeken.sent import sent_document

# Any number will do, as long as nobody else uses it in this database.
_INDEX_LOCK = 730_193

# An organisation and how many listings it has on the map.
VisibleOrganisatie = tuple[Organisatie, int]


async def take_index_lock(session: AsyncSession, *, wait: bool) -> bool:
    """Makes this transaction the only one that writes to the index; false when another is."""
    if wait:
        await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _INDEX_LOCK})
        return True
    taken = await session.scalar(
        text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _INDEX_LOCK}
    )
    return bool(taken)


async def claim_outbox(session: AsyncSession, limit: int) -> Sequence[OutboxRij]:
    """The oldest rows, held until the transaction ends; a killed worker lets them go."""
    return (
        await session.scalars(
            select(OutboxRij)
            .order_by(col(OutboxRij.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
    ).all()


async def delete_outbox(session: AsyncSession, ids: Iterable[int]) -> None:
    await session.execute(delete(OutboxRij).where(col(OutboxRij.id).in_(list(ids))))


async def outbox_state(session: AsyncSession) -> tuple[int, datetime | None]:
    """How many rows wait, and since when the oldest one does."""
    row = (
        await session.execute(select(func.count(), func.min(col(OutboxRij.aangemaakt_op))))
    ).one()
    return row[0], row[1]


async def search_documents(
    session: AsyncSession, ids: Iterable[UUID], model: Model | None = None
) -> dict[UUID, bytes]:
    """Search documents (JSON) of these listings that are on the map, with vectors of this model."""
    return dict(await _documents(session, model, col(ZoekRij.id).in_(list(ids))))


async def search_documents_after(
    session: AsyncSession, after: UUID | None, limit: int, model: Model | None = None
) -> list[tuple[UUID, bytes]]:
    """The next search documents in order of id, with vectors of this model."""
    later = true() if after is None else col(ZoekRij.id) > after
    return await _documents(session, model, later, limit)


async def _documents(
    session: AsyncSession, model: Model | None, which: ColumnElement[bool], limit: int | None = None
) -> list[tuple[UUID, bytes]]:
    own = and_(
        col(ZoekBetekenis.id) == col(ZoekRij.id),
        col(ZoekBetekenis.model) == (model.name if model else None),
    )
    found = await session.execute(
        select(
            col(ZoekRij.id), col(ZoekRij.document), col(ZoekRij.termen), col(ZoekBetekenis.vector)
        )
        .outerjoin(ZoekBetekenis, own)
        .where(which)
        .order_by(col(ZoekRij.id))
        .limit(limit)
    )
    return [
        (key, sent_document(document, terms, vector, takes_vectors=model is not None))
        for key, document, terms, vector in found
    ]


async def index_state(session: AsyncSession) -> tuple[int, int]:
    """How many outbox rows wait and how many listings there are, at one and the same moment."""
    row = (
        await session.execute(
            select(
                select(func.count()).select_from(OutboxRij).scalar_subquery(),
                select(func.count()).select_from(ZoekRij).scalar_subquery(),
            )
        )
    ).one()
    return row[0], row[1]


async def count_search_documents(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(ZoekRij)) or 0


async def visible_organisaties(
    session: AsyncSession, ids: Iterable[UUID] | None = None
) -> list[VisibleOrganisatie]:
    """Organisations with something on the map, and how much; all of them without `ids`."""
    number = func.count(col(AanbodDocument.id))
    query = (
        select(Organisatie, number)
        .join(AanbodDocument, col(AanbodDocument.organisatie_id) == col(Organisatie.id))
        .where(col(AanbodDocument.zichtbaar))
        .group_by(col(Organisatie.id))
        .order_by(col(Organisatie.id))
    )
    if ids is not None:
        query = query.where(col(Organisatie.id).in_(list(ids)))
    return [(organisatie, count) for organisatie, count in await session.execute(query)]


async def built_fingerprint(session: AsyncSession, naam: str) -> str | None:
    return await session.scalar(
        select(col(ZoekIndex.vingerafdruk)).where(col(ZoekIndex.naam) == naam)
    )


async def built_at(session: AsyncSession, naam: str) -> datetime | None:
    return await session.scalar(
        select(col(ZoekIndex.gebouwd_op)).where(col(ZoekIndex.naam) == naam)
    )


async def remember_fingerprint(session: AsyncSession, naam: str, vingerafdruk: str) -> None:
    statement = insert(ZoekIndex).values(naam=naam, vingerafdruk=vingerafdruk, gebouwd_op=utc_now())
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["naam"],
            set_={"vingerafdruk": vingerafdruk, "gebouwd_op": statement.excluded.gebouwd_op},
        )
    )


async def forget_fingerprints(session: AsyncSession) -> None:
    await session.execute(delete(ZoekIndex))
