"""The words to suggest in memory, made anew when the synonyms or the counts of terms are."""

import asyncio

import structlog
from anyio import to_thread

from sociale_kaart.core.db import Database, is_away
from sociale_kaart.zoeken.completion.words import Pair, Texts, Words, texts_of, words_now
from sociale_kaart.zoeken.statistics import Statistics
from sociale_kaart.zoeken.synonyms.expansions import Synonyms

log = structlog.get_logger()

_TITLES = """
SELECT DISTINCT woord FROM zoek_rij, regexp_split_to_table(lower(titel), '[^[:alpha:]]+') AS woord
"""
_PAIRS = """
SELECT woord, betekent, woord_kaal, betekent_kaal, richting FROM synoniem
ORDER BY woord_kaal, betekent_kaal
"""


class WordsHolder:
    """One per process. Each change makes new `Words`; who has the old ones may finish."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = asyncio.Lock()
        self._made_of: tuple[Statistics, Synonyms] | None = None
        self._pairs_of: Synonyms | None = None
        self._texts = Texts()
        self._words = Words()

    async def current(self, statistics: Statistics, synonyms: Synonyms) -> Words:
        """What these say, or the last known while somebody reads them or the database is away."""
        made_of = statistics, synonyms
        if made_of == self._made_of or (self._made_of is not None and self._lock.locked()):
            return self._words
        async with self._lock:
            if made_of != self._made_of:
                await self._make(statistics, synonyms)
        return self._words

    async def _make(self, statistics: Statistics, synonyms: Synonyms) -> None:
        try:
            async with self._database.reader() as connection:
                titles = frozenset(row["woord"] for row in await connection.fetch(_TITLES))
                # Most changes bring no new word, and then only how many there are is counted anew.
                is_same = synonyms is self._pairs_of and titles == self._texts.titles
                rows = [] if is_same else await connection.fetch(_PAIRS)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("words_unread", reason=type(error).__name__)
            return
        if not is_same:
            # In a thread: with many words it takes half a second, and visitors do not wait.
            pairs = [Pair(*row) for row in rows]
            self._texts = await to_thread.run_sync(texts_of, pairs, titles)
        self._words = await to_thread.run_sync(words_now, self._texts, statistics.corpus)
        self._pairs_of, self._made_of = synonyms, (statistics, synonyms)
