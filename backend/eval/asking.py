"""A judged set on real servers, and its questions asked of our own search."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg
from sqlalchemy import make_url

from eval.measures import DEPTH
from eval.sets import JudgedSet
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded import Servers
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.taxonomie.reference import Reference, load_reference
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import open_database
from sociale_kaart.zoeken.engine import Engine, open_engine
from sociale_kaart.zoeken.meaning.choice import open_embedder
from sociale_kaart.zoeken.meaning.embedder import Embedder
from sociale_kaart.zoeken.meaning.work import AT_ONCE, embed_all
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.search import search
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.statistics import count_terms
from sociale_kaart.zoeken.sync import rebuild
from sociale_kaart.zoeken.synonyms.seed import load_synonyms

# The external ids of the first answers to each question, by the question's id.
Answers = dict[str, list[str]]

_TRIES, _PAUSE_SECONDS = 30, 1.0


@dataclass(frozen=True)
class Findable:
    """The listings of a judged set in a database and an index of their own."""

    judged: JudgedSet
    database: Database
    engine: Engine
    embedder: Embedder | None
    reference: Reference


@asynccontextmanager
async def findable(judged: JudgedSet, servers: Servers) -> AsyncIterator[Findable]:
    settings = await _settings(servers, judged.bron)
    database = open_database(settings)
    engine = open_engine(settings)
    assert engine is not None
    await _fill(database, judged)
    embedder = open_embedder(settings, threads=os.cpu_count() or 1)
    if embedder is not None:
        await embed_all(database, embedder, limit=AT_ONCE, progress=lambda _done, _total: None)
    await count_terms(database)
    await rebuild(database, engine)
    async with database.transaction() as session:
        reference = await load_reference(session)
    yield Findable(judged, database, engine, embedder, reference)
    await engine.close()
    await database.close()


async def ask_all(made: Findable, *, meaning: bool = True) -> Answers:
    """Our answers; without `meaning` by the words alone."""
    searcher = Searcher(made.engine, made.database, made.embedder if meaning else None)
    answers = {}
    for question in made.judged.questions:
        vraag = ZoekVraag(q=question["vraag"], page_size=DEPTH)
        answer = await _answer(searcher, vraag, made.reference)
        answers[question["id"]] = [result["externId"] for result in answer["resultaten"]]
    return answers


async def _answer(searcher: Searcher, vraag: ZoekVraag, reference: Reference) -> dict[str, Any]:
    """The answer with all that belongs in it: on a busy machine the vector may come too late."""
    for _ in range(_TRIES):
        found = await search(searcher, vraag, reference)
        if found.answer["gedegradeerd"]:
            raise RuntimeError("de zoekmachine antwoordde niet; dit zou de database meten")
        if found.lasting:
            return found.answer
        await asyncio.sleep(_PAUSE_SECONDS)
    raise RuntimeError("het model antwoordde niet op tijd; dit zou alleen de woorden meten")


async def _settings(servers: Servers, name: str) -> Settings:
    address = make_url(servers.database_url)
    connection = await asyncpg.connect(
        user=address.username, host=str(address.query["host"]), database=address.database
    )
    await connection.execute(f"CREATE DATABASE eval_{name}")
    await connection.close()
    return Settings(
        database_url=address.set(database=f"eval_{name}").render_as_string(hide_password=False),
        meili_url=servers.meili_url,
        meili_key=servers.meili_key,
        meili_index_prefix=f"eval-{name}-",
    )


async def _fill(database: Database, judged: JudgedSet) -> None:
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
    report = await Importer(database, judged.bron).run(judged.rows)
    if report.faults:
        raise RuntimeError(f"het aanbod van {judged.bron} klopt niet: {report.faults[0]}")
