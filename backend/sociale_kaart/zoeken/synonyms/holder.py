"""The synonyms in memory, renewed within seconds of a change; no restart needed."""

import asyncio
import time

import structlog
from anyio import to_thread

from sociale_kaart.core.db import Database, is_away
from sociale_kaart.zoeken.synonyms.expansions import Lemma, Synonyms
from sociale_kaart.zoeken.synonyms.queries import read_fingerprint, read_pairs

log = structlog.get_logger()

SECONDS_BETWEEN_LOOKS = 2.0


class SynonymsHolder:
    """One per process. Each change makes a new `Synonyms`; who has the old one may finish."""

    def __init__(
        self, database: Database, lemma: Lemma, seconds: float = SECONDS_BETWEEN_LOOKS
    ) -> None:
        self._database = database
        self._lemma = lemma
        self._seconds = seconds
        self._lock = asyncio.Lock()
        self._looked_at: float | None = None
        self._fingerprint: str | None = None
        self._synonyms = Synonyms.of((), lemma)

    async def current(self) -> Synonyms:
        """The synonyms of at most a few seconds ago; the last known while the database is away."""
        if self._is_fresh():
            return self._synonyms
        if self._fingerprint is not None and self._lock.locked():
            # Somebody is looking already; what is known is good enough to answer with.
            return self._synonyms
        async with self._lock:
            if not self._is_fresh():
                await self._look()
        return self._synonyms

    def _is_fresh(self) -> bool:
        return self._looked_at is not None and time.monotonic() - self._looked_at < self._seconds

    async def _look(self) -> None:
        try:
            async with self._database.reader() as connection:
                fingerprint = await read_fingerprint(connection)
                changed = fingerprint != self._fingerprint
                pairs = await read_pairs(connection) if changed else []
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("synoniemen niet te lezen", fout=type(error).__name__)
        else:
            if changed:
                # Thousands of lemmas take a while; in a thread, other visitors do not wait.
                self._synonyms = await to_thread.run_sync(Synonyms.of, pairs, self._lemma)
                self._fingerprint = fingerprint
        self._looked_at = time.monotonic()
