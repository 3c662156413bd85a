"""Keeps Meilisearch equal to PostgreSQL, whatever dies in between.

A change leaves an outbox row in its own transaction. Here the row's subject is read again, sent,
and the row deleted only after Meilisearch reported success. Whoever is killed half-way leaves
the row, and sending the same document twice does no harm.

Only one transaction at a time writes to the index (an advisory lock): two workers could
otherwise send an older document after a newer one. A rebuild holds that lock too, so changes
made meanwhile wait in the outbox and go to the new index after it took its place.
"""

from collections.abc import Callable

import orjson
import structlog

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken import queries
from sociale_kaart.zoeken.document import document_for_organisatie
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.settings import fingerprint, index_settings

log = structlog.get_logger()

_CLAIM = 500
# A batch of this many documents stays well under the 10 MB that is wise to send at once.
_BATCH = 1_000
_FRESH = "-nieuw"

Progress = Callable[[int, int], None]


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
        aanbod_ids = {row.subject_id for row in rows if row.soort == "aanbod"}
        documents = await queries.search_documents(session, aanbod_ids)
        await engine.put_documents(AANBOD, [orjson.loads(text) for text in documents.values()])
        await engine.delete_documents(AANBOD, [str(key) for key in aanbod_ids - documents.keys()])

        touched = {row.subject_id for row in rows if row.soort == "organisatie"}
        touched |= await queries.organisaties_of(session, aanbod_ids)
        visible = await queries.visible_organisaties(session, touched)
        await engine.put_documents(
            ORGANISATIES, [document_for_organisatie(owner, count) for owner, count in visible]
        )
        hidden = touched - {owner.id for owner, _ in visible}
        await engine.delete_documents(ORGANISATIES, [str(key) for key in hidden])

        await queries.delete_outbox(session, [row.id for row in rows if row.id is not None])
        return len(rows)


async def discard_outbox(database: Database) -> None:
    """Without an engine nobody waits for these rows: PostgreSQL answers from its own rows.

    Forgetting how the index was built makes an engine that is added later start anew.
    """
    async with database.transaction() as session:
        rows = await queries.claim_outbox(session, _CLAIM)
        if rows:
            await queries.delete_outbox(session, [row.id for row in rows if row.id is not None])
            await queries.forget_fingerprints(session)


async def needs_rebuild(database: Database, engine: Engine) -> bool:
    """Whether an index is missing, was built with other settings, or misses listings."""
    async with database.transaction() as session:
        wanted = fingerprint()
        for naam in (AANBOD, ORGANISATIES):
            if await queries.built_fingerprint(session, naam) != wanted:
                return True
            if await engine.count(naam) is None:
                return True
        waiting, _ = await queries.outbox_state(session)
        listings = await queries.count_search_documents(session)
        return not waiting and listings != await engine.count(AANBOD)


async def rebuild(database: Database, engine: Engine, progress: Progress = _no_progress) -> int:
    """Fills new indexes and puts them in the place of the old ones; returns how many listings.

    Searching goes on in the old index until the moment of the swap. Raises EngineAwayError, and
    then the old index is still there.
    """
    async with database.transaction() as session:
        await queries.take_index_lock(session, wait=True)
        total = await queries.count_search_documents(session)
        fresh = f"{AANBOD}{_FRESH}"
        await engine.create_index(fresh, index_settings(AANBOD))
        done, after = 0, None
        while batch := await queries.search_documents_after(session, after, _BATCH):
            await engine.put_documents(fresh, [orjson.loads(document) for _, document in batch])
            done, after = done + len(batch), batch[-1][0]
            progress(done, total)
        fresh_owners = f"{ORGANISATIES}{_FRESH}"
        await engine.create_index(fresh_owners, index_settings(ORGANISATIES))
        owners = [
            document_for_organisatie(owner, count)
            for owner, count in await queries.visible_organisaties(session)
        ]
        for start in range(0, len(owners), _BATCH):
            await engine.put_documents(fresh_owners, owners[start : start + _BATCH])
        for naam in (AANBOD, ORGANISATIES):
            await engine.swap(naam, f"{naam}{_FRESH}")
            await engine.drop_index(f"{naam}{_FRESH}")
            await queries.remember_fingerprint(session, naam, fingerprint())
    log.info("index_rebuilt", listings=done)
    return done
