"""Keeps Meilisearch equal to PostgreSQL, whatever dies in between.

A change leaves an outbox row in its own transaction. Here the row's subject is read again, sent,
and the row deleted only after Meilisearch reported success. Whoever is killed half-way leaves
the row, and sending the same document twice does no harm.

Only one transaction at a time writes to the index (an advisory lock): two workers could
otherwise send an older document after a newer one. A rebuild holds that lock too, so changes
made meanwhile wait in the outbox and go to the new index after it took its place.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

import orjson
import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import to_local
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken import queries
from sociale_kaart.zoeken.connection import EngineRefusedError
from sociale_kaart.zoeken.document import NOT_ALWAYS, document_for_organisatie
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.meaning.queries import EMBEDDED
from sociale_kaart.zoeken.query import counting, naming
from sociale_kaart.zoeken.sent import id_in
from sociale_kaart.zoeken.settings import fingerprint, index_settings
from sociale_kaart.zoeken.statistics import count_terms

log = structlog.get_logger()

_CLAIM = 500
_BATCH = 1_000
_FRESH = "-nieuw"
_REBUILD_AT = time(3, 0)

Progress = Callable[[int, int], None]
# Documents as JSON, by the id of what they are about.
Documents = Mapping[UUID, bytes]


def _no_progress(_done: int, _total: int) -> None:
    pass


async def drain_outbox(database: Database, engine: Engine) -> int:
    """Handles the oldest rows of the outbox; returns how many.

    Raises EngineAwayError, and then every row is still there.
    """
    async with database.transaction() as session:
        if not await queries.take_index_lock(session, wait=False):
            return 0
        rows = await queries.claim_outbox(session, _CLAIM)
        if not rows:
            return 0
        embedded = {row.subject_id for row in rows if row.soort == EMBEDDED}
        aanbod_ids = {row.subject_id for row in rows if row.soort == "aanbod"} | embedded
        known = await _in_index(engine, aanbod_ids - embedded)
        sent = await _put_listings(session, engine, aanbod_ids, known)
        await engine.delete_documents(AANBOD, [str(key) for key in aanbod_ids - sent])

        # An 'aanbieder' is an organisation whose number of listings may have changed.
        owner_ids = {row.subject_id for row in rows if row.soort in {"organisatie", "aanbieder"}}
        owners = _owner_documents(await queries.visible_organisaties(session, owner_ids))
        await _put(engine, ORGANISATIES, owners)
        await engine.delete_documents(ORGANISATIES, [str(key) for key in owner_ids - owners.keys()])

        await queries.delete_outbox(session, [row.id for row in rows if row.id is not None])
        return len(rows)


async def discard_outbox(database: Database) -> int:
    """Without an engine nobody waits for these rows: PostgreSQL answers from its own rows.

    Forgetting how the index was built makes an engine that is added later start anew. Returns
    how many rows there were.
    """
    async with database.transaction() as session:
        rows = await queries.claim_outbox(session, _CLAIM)
        if rows:
            await queries.delete_outbox(session, [row.id for row in rows if row.id is not None])
            await queries.forget_fingerprints(session)
        return len(rows)


async def needs_rebuild(database: Database, engine: Engine, *, refused: int = 0) -> bool:
    """Whether an index is missing, was built with other settings, or misses listings.

    `refused` is how many listings the last rebuild could not bring in; they are no news.
    """
    async with database.transaction() as session:
        # While somebody else writes, the counts say nothing; and then it is in good hands.
        if not await queries.take_index_lock(session, wait=False):
            return False
        wanted = fingerprint(engine.model)
        for naam in (AANBOD, ORGANISATIES):
            if await queries.built_fingerprint(session, naam) != wanted:
                return True
            if await engine.count(naam) is None:
                return True
        waiting, listings = await queries.index_state(session)
        return not waiting and listings - refused != await engine.count(AANBOD)


async def is_from_before_tonight(database: Database, now: datetime) -> bool:
    """Whether the index has not been built since the last night.

    Should anything ever slip past the outbox, it is right again the next morning.
    """
    local = to_local(now)
    last_night = datetime.combine(local.date(), _REBUILD_AT, local.tzinfo)
    if last_night > local:
        last_night -= timedelta(days=1)
    async with database.transaction() as session:
        built = await queries.built_at(session, AANBOD)
        return built is not None and built < last_night


async def rebuild(database: Database, engine: Engine, progress: Progress = _no_progress) -> int:
    """Fills new indexes and puts them in the place of the old ones.

    Searching goes on in the old index until the moment of the swap. Raises EngineAwayError, and
    then the old index is still there. Returns how many listings Meilisearch refused.
    """
    async with database.transaction() as session:
        await queries.take_index_lock(session, wait=True)
        total = await queries.count_search_documents(session)
        fresh = f"{AANBOD}{_FRESH}"
        await engine.create_index(fresh, index_settings(AANBOD, engine.model))
        done, refused, after = 0, 0, None
        while batch := await queries.search_documents_after(session, after, _BATCH, engine.model):
            refused += await _put(engine, fresh, dict(batch))
            done, after = done + len(batch), batch[-1][0]
            progress(done, total)
        fresh_owners = f"{ORGANISATIES}{_FRESH}"
        await engine.create_index(fresh_owners, index_settings(ORGANISATIES))
        owners = _owner_documents(await queries.visible_organisaties(session))
        await _put(engine, fresh_owners, owners)
        for naam in (AANBOD, ORGANISATIES):
            await engine.replace(naam, f"{naam}{_FRESH}")
            await queries.remember_fingerprint(session, naam, fingerprint(engine.model))
    await count_terms(database)
    log.info("index_rebuilt", listings=done, refused=refused)
    return refused


async def _put_listings(
    session: AsyncSession, engine: Engine, ids: set[UUID], known: set[UUID]
) -> set[UUID]:
    """Sends those of these listings that are on the map; returns which are.

    Their vectors go along for who was embedded just now or is new to the index. An edit of a known
    one leaves alone the vector that is there: taking in one, even the same, takes the engine eight
    times as long as the words do (20,000 listings), and an edit has to be findable within a second.
    """
    documents = await queries.search_documents(session, ids, engine.model)
    if engine.model is None:
        known = set()
    whole = {key: document for key, document in documents.items() if key not in known}
    words = {key: _written_over(documents[key]) for key in known & documents.keys()}
    await _put(engine, AANBOD, whole)
    await _put(engine, AANBOD, words, whole=False)
    return set(documents)


async def _in_index(engine: Engine, ids: set[UUID]) -> set[UUID]:
    """Which of these listings the index has. Raises EngineAwayError when there is an index missing.

    Meilisearch would make one in passing, without settings, that answers nothing well.
    """
    owners = {**counting([]), "indexUid": ORGANISATIES}
    named, _ = await engine.multi_search([naming([f"id IN [{', '.join(map(str, ids))}]"]), owners])
    return {UUID(id_in(key)) for key in named["facetDistribution"].get("sleutel", ())}


def _written_over(document: bytes) -> bytes:
    """The document without its vector, and with null for each field that it may have had."""
    new = orjson.loads(document)
    del new["_vectors"]
    return orjson.dumps({**dict.fromkeys(NOT_ALWAYS), **new})


async def _put(engine: Engine, naam: str, documents: Documents, *, whole: bool = True) -> int:
    """Sends documents; one that is refused is left out and reported, and holds up no other.

    It is taken out of the index too: an old version would say what is no longer so. Visitors
    find it again when somebody changes it, or sooner when the database answers. Returns how many
    were refused.
    """
    try:
        send = engine.put_documents if whole else engine.update_documents
        await send(naam, documents.values())
    except EngineRefusedError as error:
        if not error.is_about_document:
            raise
        if len(documents) == 1:
            [key] = documents
            log.error("document_refused", index=naam, id=str(key), code=error.code)  # noqa: TRY400
            await engine.delete_documents(naam, [str(key)])
            return 1
        items = list(documents.items())
        half = len(items) // 2
        first = await _put(engine, naam, dict(items[:half]), whole=whole)
        return first + await _put(engine, naam, dict(items[half:]), whole=whole)
    return 0


def _owner_documents(visible: list[queries.VisibleOrganisatie]) -> dict[UUID, bytes]:
    return {
        owner.id: orjson.dumps(document_for_organisatie(owner, count)) for owner, count in visible
    }
