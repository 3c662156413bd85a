"""The same questions answered by other searchers, as they come and with our language work.

With it, a listing is its terms with their weights (zoek_rij) instead of its text, and a question is
the terms of its concepts and labels (interpretation): put right, widened by synonyms and taken
apart. What is left to compare is how a searcher ranks. Meaning, wishes and policy are not theirs.
"""

from collections.abc import AsyncIterator

import asyncpg

from bench.peers.peer import Peer, texts
from bench.peers.postgres import PostgresPeer
from bench.peers.sqlite import SqlitePeer
from bench.peers.tantivy import TantivyPeer
from eval.asking import Answers, Findable
from eval.measures import DEPTH
from eval.peers import Concepts, PostgresTerms, SqliteTerms, TantivyTerms, TermsPeer
from sociale_kaart.zoeken.interpretation import interpret
from sociale_kaart.zoeken.question import all_words
from sociale_kaart.zoeken.searcher import Searcher


async def ask_others(made: Findable) -> dict[str, Answers]:
    """The answers of each, by its name."""
    answers: dict[str, Answers] = {}
    async with made.database.reader() as connection:
        rows = await connection.fetch("SELECT id::text AS id, extern_id FROM aanbod")
        names = {row["id"]: row["extern_id"] for row in rows}
        asked = [(one["id"], all_words(one["vraag"])) for one in made.judged.questions]
        async for name, peer in _as_they_come(connection):
            found = {key: await _first(peer, words) for key, words in asked}
            answers[name] = {key: [names[one] for one in ids] for key, ids in found.items()}
        concepts = await _concepts(made)
        async for name, own in _with_our_terms(connection):
            found = {key: await own.find(some) if some else [] for key, some in concepts.items()}
            answers[f"{name} met ons taalwerk"] = {
                key: [names[one] for one in ids] for key, ids in found.items()
            }
    return answers


async def _as_they_come(connection: asyncpg.Connection) -> AsyncIterator[tuple[str, Peer]]:
    postgres, sqlite = PostgresPeer(connection), SqlitePeer()
    # Of itself it looks for any of the words, where the other two want them all.
    tantivy = TantivyPeer(all_words=False)
    await postgres.fill()
    yield "PostgreSQL full text", postgres
    await sqlite.fill(texts(connection))
    yield "SQLite FTS5", sqlite
    await tantivy.fill(texts(connection))
    yield "tantivy", tantivy


async def _first(peer: Peer, words: list[str]) -> list[str]:
    if not words:
        return []
    _, page, _ = await peer.ask((words, {}))
    return page[:DEPTH]


async def _with_our_terms(
    connection: asyncpg.Connection,
) -> AsyncIterator[tuple[str, TermsPeer]]:
    rows = await connection.fetch("SELECT id::text AS id, termen, gewichten FROM zoek_rij")
    profiles = {row["id"]: dict(zip(row[1], row[2], strict=True)) for row in rows}
    postgres = PostgresTerms(connection)
    await postgres.fill(profiles)
    yield "PostgreSQL full text", postgres
    yield "SQLite FTS5", SqliteTerms(profiles)
    yield "tantivy", TantivyTerms(profiles)


async def _concepts(made: Findable) -> dict[str, Concepts]:
    """What each question asks for, by its id."""
    searcher = Searcher(None, made.database)
    gazetteer = searcher.gazetteer.get(made.reference)
    statistics = await searcher.statistics.current()
    synonyms = await searcher.synonyms.current()
    concepts: dict[str, Concepts] = {}
    for question in made.judged.questions:
        asked = interpret(question["vraag"], gazetteer, statistics, synonyms)
        some = [concept.terms for concept in asked.concepts]
        concepts[question["id"]] = [*some, asked.labels] if asked.labels else some
    return concepts
