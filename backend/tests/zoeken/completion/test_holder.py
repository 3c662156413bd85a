"""The words in memory follow the synonyms and the listings."""

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.completion import holder as module
from sociale_kaart.zoeken.completion.holder import WordsHolder
from sociale_kaart.zoeken.completion.words import Words
from sociale_kaart.zoeken.language.lexicon import lemma_of
from sociale_kaart.zoeken.statistics import StatisticsHolder, count_terms
from sociale_kaart.zoeken.synonyms.holder import SynonymsHolder
from tests.factories import import_rows
from tests.people import make_synoniem
from tests.zoeken.asking import listing

pytestmark = pytest.mark.anyio


class Holders:
    """Asks for the words of this very moment."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = WordsHolder(database)

    async def words(self) -> Words:
        statistics = StatisticsHolder(self._database, None)
        synonyms = SynonymsHolder(self._database, lemma_of)
        return await self._words.current(await statistics.current(), await synonyms.current())

    async def texts(self, start: str) -> list[str]:
        return [word.text for word in (await self.words()).exactly(start, whole=False)]


async def test_a_synonym_and_a_title_are_noticed(database: Database) -> None:
    holders = Holders(database)
    assert await holders.texts("b") == []
    await make_synoniem(database, woord="Bakkie troost", betekent="koffie")
    # It leads nowhere yet.
    assert await holders.texts("bakk") == []
    await import_rows(database, listing("a", titel="Koffie met Breiclub"))
    await count_terms(database)
    assert await holders.texts("bakk") == ["Bakkie troost"]
    assert await holders.texts("brei") == ["breiclub"]
    assert await holders.texts("kof") == ["koffie"]


async def test_texts_are_only_read_again_when_there_are_others(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await import_rows(database, listing("a", titel="Breiclub"))
    await count_terms(database)
    holders = Holders(database)
    statistics = await StatisticsHolder(database, None).current()
    synonyms = await SynonymsHolder(database, lemma_of).current()
    words = await holders._words.current(statistics, synonyms)
    assert await holders._words.current(statistics, synonyms) is words
    monkeypatch.setattr(module, "_PAIRS", "SELECT 1 / 0")
    counted_anew = await StatisticsHolder(database, None).current()
    newer = await holders._words.current(counted_anew, synonyms)
    assert newer is not words
    assert newer.texts is words.texts


async def test_the_last_known_stay_while_the_database_is_away(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await import_rows(own_database, listing("a", titel="Breiclub"))
    await count_terms(own_database)
    holders = Holders(own_database)
    words = await holders.words()

    def away(*_args: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(own_database, "reader", away)
    assert await holders.words() is words
