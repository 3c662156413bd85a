"""What answering takes: the engine with its replacement, and what is kept in memory beside it."""

from collections.abc import Awaitable, Callable, Hashable
from time import monotonic
from typing import TypeVar

import structlog

from sociale_kaart.core.answer_cache import AnswerCache, TaggedAnswer
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.zoeken.completion.holder import WordsHolder
from sociale_kaart.zoeken.connection import EngineAwayError, EngineRefusedError
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.interpretation import GazetteerOf
from sociale_kaart.zoeken.language.lexicon import lemma_of
from sociale_kaart.zoeken.listings import ListingStore
from sociale_kaart.zoeken.meaning.embedder import Embedder
from sociale_kaart.zoeken.statistics import StatisticsHolder
from sociale_kaart.zoeken.synonyms.holder import SynonymsHolder

log = structlog.get_logger()

# After a failure the engine is left alone this long, so that visitors do not wait for it.
_REST_SECONDS = 2.0

Found = TypeVar("Found")


class Searcher:
    """One per process."""

    def __init__(
        self, engine: Engine | None, database: Database, embedder: Embedder | None = None
    ) -> None:
        self.engine = engine
        self.database = database
        self.embedder = embedder
        model = embedder.name if embedder else None
        self.synonyms = SynonymsHolder(database, lemma_of)
        self.statistics = StatisticsHolder(database, model)
        self.words = WordsHolder(database)
        self.listings = ListingStore(database, model)
        self.gazetteer = GazetteerOf()
        self.answers = AnswerCache[TaggedAnswer](database)
        self._rest_until: float | None = None

    async def present(self, reference: Reference) -> Hashable:
        """What every answer depends on beside its question, the listings and the engine.

        These are made anew when what they are made of changes, so they are compared as objects.
        """
        gazetteer = self.gazetteer.get(reference)
        return (today(), gazetteer, await self.statistics.current(), await self.synonyms.current())

    async def ask(self, question: Callable[[Engine], Awaitable[Found]]) -> Found | None:
        """What the engine answers, or None when the database has to.

        After a failure one visitor at a time tries whether it is back; the others do not wait.
        """
        if self.engine is None:
            return None
        if self._rest_until is not None:
            if monotonic() < self._rest_until:
                return None
            self._rest_until = monotonic() + _REST_SECONDS + self.engine.timeout_seconds
        try:
            found = await question(self.engine)
        except EngineRefusedError as error:
            # Something is wrong with this question, not with the engine.
            log.error("search_refused", code=error.code)  # noqa: TRY400 (says it all)
            return None
        except EngineAwayError as error:
            self._rest_until = monotonic() + _REST_SECONDS
            log.warning("search_engine_away", reason=type(error.__cause__ or error).__name__)
            return None
        self._rest_until = None
        return found
