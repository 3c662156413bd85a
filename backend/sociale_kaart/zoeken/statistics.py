"""How often each term is used: counted by the worker, kept in memory by whoever searches."""

import asyncio
import time
from dataclasses import dataclass, field

import numpy as np
import structlog
from anyio import to_thread
from sqlalchemy import text

from sociale_kaart.core.db import Database, is_away
from sociale_kaart.zoeken.meaning.vectors import from_bytes
from sociale_kaart.zoeken.ranking.corpus import SAMPLE, Corpus
from sociale_kaart.zoeken.ranking.spelling import Speller

log = structlog.get_logger()

_SECONDS_BETWEEN_LOOKS = 2.0
# Only one counts at a time.
_COUNT_LOCK = 730_194

_COUNT_TERMS = """
INSERT INTO zoek_term (term, aantal)
SELECT term, count(*) FROM zoek_rij, unnest(termen || tags) AS term GROUP BY term
"""
_REMEMBER = """
INSERT INTO zoek_statistiek (id, aanbod, lengte, tot, versie, geteld_op)
SELECT 1, count(*), coalesce(avg(lengte), 1), :tot, 1, now()
FROM zoek_rij
ON CONFLICT (id) DO UPDATE SET aanbod = excluded.aanbod, lengte = excluded.lengte,
    tot = excluded.tot, versie = zoek_statistiek.versie + 1, geteld_op = excluded.geteld_op
"""
# A part of an id that chance made: any listing is as likely to be in the sample as another.
_SAMPLE = """
SELECT vector FROM zoek_betekenis WHERE model = $1 ORDER BY right(id::text, 12) LIMIT $2
"""
_STATE = """
SELECT s.versie, s.aanbod, s.lengte,
    (SELECT concat(count(*), '.', sum(versie)) FROM synoniem) AS synoniemen,
    (SELECT count(*) FROM (SELECT FROM zoek_betekenis WHERE model = $1 LIMIT $2) AS m) AS vectoren
FROM (SELECT max(versie) AS versie, max(aanbod) AS aanbod, max(lengte) AS lengte
      FROM zoek_statistiek) AS s
"""


# Each change takes the next number of the outbox, also when it is long sent.
_CHANGES = "SELECT coalesce(pg_sequence_last_value('outbox_id_seq'), 0)"


async def has_changed(database: Database) -> bool:
    """Whether a listing changed since its terms were counted."""
    async with database.transaction() as session:
        counted = await session.scalar(text("SELECT tot FROM zoek_statistiek"))
        return bool(counted != await session.scalar(text(_CHANGES)))


async def count_terms(database: Database) -> bool:
    """Counts the terms of all listings anew; false when somebody else is doing that."""
    async with database.transaction() as session:
        taken = await session.scalar(
            text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _COUNT_LOCK}
        )
        if not taken:
            return False
        # Asked first: what changes meanwhile is counted the next time.
        changes = await session.scalar(text(_CHANGES))
        await session.execute(text("DELETE FROM zoek_term"))
        await session.execute(text(_COUNT_TERMS))
        await session.execute(text(_REMEMBER), {"tot": changes})
    return True


# Compared as an object: it is made anew when the counts are.
@dataclass(frozen=True, eq=False)
class Statistics:
    corpus: Corpus = field(default_factory=Corpus)
    speller: Speller = field(default_factory=lambda: Speller({}))


class StatisticsHolder:
    """One per process: the counts of at most some seconds after the worker made them."""

    def __init__(self, database: Database, model: str | None) -> None:
        self._database = database
        self._model = model
        self._lock = asyncio.Lock()
        self._looked_at: float | None = None
        self._state: tuple[object, ...] | None = None
        self._statistics = Statistics()

    async def current(self) -> Statistics:
        """The last known counts while the database is away, or while somebody reads newer ones."""
        if self._is_fresh() or (self._state is not None and self._lock.locked()):
            return self._statistics
        async with self._lock:
            if not self._is_fresh():
                await self._look()
        return self._statistics

    def _is_fresh(self) -> bool:
        now = time.monotonic()
        return self._looked_at is not None and now - self._looked_at < _SECONDS_BETWEEN_LOOKS

    async def _look(self) -> None:
        try:
            async with self._database.reader() as connection:
                state = await connection.fetchrow(_STATE, self._model, SAMPLE)
                if tuple(state) != self._state:
                    rows = await connection.fetch("SELECT term, aantal FROM zoek_term")
                    vectors = await connection.fetch(_SAMPLE, self._model, SAMPLE)
                    pairs = await connection.fetch("SELECT woord_kaal, betekent_kaal FROM synoniem")
                    known = {word for row in pairs for word in row["woord_kaal"].split()}
                    meant = {word for row in pairs for word in row["betekent_kaal"].split()}
                    counts = {row["term"]: row["aantal"] for row in rows}
                    sample = [from_bytes(row["vector"]) for row in vectors]
                    corpus = Corpus(
                        listings=state["aanbod"] or 0,
                        counts=counts,
                        length=state["lengte"] or 1.0,
                        sample=np.stack(sample) if sample else None,
                    )
                    # In a thread: with many words it takes a while, and visitors do not wait.
                    speller = await to_thread.run_sync(Speller.of, counts, meant, known)
                    self._statistics = Statistics(corpus, speller)
                    self._state = tuple(state)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("statistics_unread", reason=type(error).__name__)
        self._looked_at = time.monotonic()
