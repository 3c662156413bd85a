"""Meilisearch asked directly, for what our endpoint answers."""

from collections.abc import Sequence
from typing import Any

import orjson

from bench.client import Target, request_bytes
from sociale_kaart.core.db import Database
from sociale_kaart.taxonomie.reference import Reference, load_reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.candidates import TooManyError, queries_for
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.interpretation import interpret
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.searcher import Searcher

Params = dict[str, Any]
Queries = list[dict[str, Any]]


async def engine_targets(
    engine: Engine, url: str, database: Database, asked: Sequence[Params]
) -> tuple[Target, Target]:
    """Meilisearch asked for the page and its counts, and asked what we ask it."""
    async with database.transaction() as session:
        reference = await load_reference(session)
    searcher = Searcher(None, database)
    own = [await _own_queries(params, reference, searcher) for params in asked]
    plain = [_plain_queries(params, reference.vocabulary) for params in asked]
    key = await engine.search_key()
    return _target(engine, url, key, plain), _target(engine, url, key, own)


def _plain_queries(params: Params, vocabulary: Vocabulary) -> Queries:
    """The page and all counts of facets from the engine alone."""
    vraag = ZoekVraag.model_validate(params)
    chosen = build.selected(vraag, vocabulary)
    sides = build.facet_queries(vraag, chosen, vocabulary)
    return [build.main_query(vraag, chosen), *(query for _, _, query in sides)]


async def _own_queries(params: Params, reference: Reference, searcher: Searcher) -> Queries:
    """What our endpoint asks for the same question."""
    statistics = await searcher.statistics.current()
    asked = interpret(
        params.get("q", ""),
        searcher.gazetteer.get(reference),
        statistics,
        await searcher.synonyms.current(),
    )
    vraag = ZoekVraag.model_validate(params)
    chosen = build.selected(vraag, reference.vocabulary)
    try:
        return queries_for(asked, None, statistics.corpus, vraag, chosen)
    except TooManyError:
        return _plain_queries(params, reference.vocabulary)


def _target(engine: Engine, url: str, key: str, asked: Sequence[Queries]) -> Target:
    headers = {"Authorization": f"Bearer {key}"}
    requests = []
    for queries in asked:
        named = [{**query, "indexUid": engine.uid(query["indexUid"])} for query in queries]
        body = orjson.dumps({"queries": named})
        requests.append(request_bytes("POST", "/multi-search", headers, body))
    return Target(url, requests)
