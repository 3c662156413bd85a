"""The SQL behind texts that wait for their vector."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, insert, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlmodel import col, select

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.outbox import OutboxRij
from sociale_kaart.zoeken.meaning.models import ZoekBetekenis

# What an outbox row says of a listing that has a new vector.
EMBEDDED = "betekenis"
# Another number than that of the index: who embeds holds up nobody who writes there.
_MEANING_LOCK = 730_195


def write_meaning_texts(session: Session, texts: Mapping[UUID, str]) -> None:
    """Keeps what has to be embedded of these listings; a text that is the same waits for nothing.

    Their rows in zoek_rij have to be there.
    """
    if not texts:
        return
    statement = upsert(ZoekBetekenis)
    statement = statement.on_conflict_do_update(
        index_elements=["id"],
        set_={key: statement.excluded[key] for key in ("tekst", "wacht", "gewijzigd_op")},
        where=col(ZoekBetekenis.tekst) != statement.excluded.tekst,
    )
    now = utc_now()
    rows = [
        {"id": key, "tekst": tekst, "wacht": True, "gewijzigd_op": now}
        for key, tekst in sorted(texts.items())
    ]
    session.execute(statement, rows)


async def take_meaning_lock(session: AsyncSession, *, wait: bool) -> bool:
    """Makes this transaction the only one that embeds; false when another does."""
    take = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    taken = await session.scalar(text(f"SELECT {take}(:key)"), {"key": _MEANING_LOCK})
    return wait or bool(taken)


async def waiting_texts(session: AsyncSession, limit: int) -> list[tuple[UUID, str]]:
    """The texts without a vector of their own, the newest change first."""
    rows = await session.execute(
        select(col(ZoekBetekenis.id), col(ZoekBetekenis.tekst))
        .where(col(ZoekBetekenis.wacht))
        .order_by(col(ZoekBetekenis.gewijzigd_op).desc())
        .limit(limit)
    )
    return [(key, tekst) for key, tekst in rows]


async def count_waiting(session: AsyncSession) -> int:
    """How many listings have no vector of what they say now."""
    query = select(func.count()).select_from(ZoekBetekenis).where(col(ZoekBetekenis.wacht))
    return await session.scalar(query) or 0


async def await_model(session: AsyncSession, model: str) -> None:
    """Has every listing wait that has no vector of this model."""
    await session.execute(
        update(ZoekBetekenis)
        .where(~col(ZoekBetekenis.wacht), col(ZoekBetekenis.model).is_distinct_from(model))
        .values(wacht=True)
    )


async def store_vectors(
    session: AsyncSession, model: str, embedded: Sequence[tuple[UUID, str, bytes | None]]
) -> int:
    """Keeps vectors by (id, text, vector) and has the index get them; returns how many it took.

    A text that was changed meanwhile, or is being changed, goes on waiting. Without a vector
    the listing waits no more: the model will not have its text.
    """
    still = await _unchanged(session, [(key, tekst) for key, tekst, _ in embedded])
    rows = [(key, vector) for key, _, vector in embedded if key in still]
    for key, vector in rows:
        await session.execute(
            update(ZoekBetekenis)
            .where(col(ZoekBetekenis.id) == key)
            .values(vector=vector, model=None if vector is None else model, wacht=False)
        )
    if rows:
        # The document is the same, so nothing has to be written anew: only sent.
        again = [{"soort": EMBEDDED, "subject_id": key} for key, _ in rows]
        await session.execute(insert(OutboxRij), again)
    return len(rows)


async def _unchanged(session: AsyncSession, texts: Iterable[tuple[UUID, str]]) -> set[UUID]:
    """Which of these still have this text; they are held until the transaction ends.

    Rows that somebody else holds are passed over: who edits a listing may wait for this, and
    then this must not wait for them.
    """
    wanted = dict(texts)
    rows = await session.execute(
        select(col(ZoekBetekenis.id), col(ZoekBetekenis.tekst))
        .where(col(ZoekBetekenis.id).in_(wanted))
        .with_for_update(skip_locked=True)
    )
    return {key for key, tekst in rows if tekst == wanted[key]}
