"""Answers without ranking: the map without a question, and questions about very many."""

from asyncio import gather
from collections.abc import Mapping, Sequence
from contextlib import suppress
from math import inf
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.candidates import TooManyError
from sociale_kaart.zoeken.cards import distance_m
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.listings import ListingStore
from sociale_kaart.zoeken.nearby import Nearest, among_few
from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.tags import FACETS

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]
Counts = dict[str, dict[str, int]]


async def search_in_engine(
    engine: Engine,
    listings: ListingStore,
    vraag: ZoekVraag,
    chosen: Chosen,
    vocabulary: Vocabulary,
) -> tuple[list[Batch], Answer]:
    """The page, in parts, and the answer (schemas.ZoekAntwoord) without its results."""
    if vraag.punt is not None and not vraag.telling:
        with suppress(TooManyError):
            few = await among_few(engine, listings, vraag, chosen)
            return [few.page], _answer(vraag, few.total, few.counts)
    counted = _counted(engine, vraag, chosen, vocabulary)
    if build.is_by_distance(vraag):
        nearest = Nearest(engine, listings, vraag, chosen)
        (main, counts), parts = await gather(counted, nearest.page())
    else:
        main, counts = await counted
        hits = main["hits"]
        if build.needs_own_order(vraag):
            hits = _in_own_order(hits, vraag)[vraag.start : vraag.end]
        parts = [await listings.read([hit["sleutel"] for hit in hits])]
    return parts, _answer(vraag, main["estimatedTotalHits"], counts)


async def _counted(
    engine: Engine, vraag: ZoekVraag, chosen: Chosen, vocabulary: Vocabulary
) -> tuple[Answer, Counts]:
    """The engine's answer to the question itself, and how many there are per facet and code."""
    asked = build.facet_queries(vraag, chosen, vocabulary)
    own_order = build.needs_own_order(vraag)
    first = build.order_query(vraag, chosen) if own_order else build.main_query(vraag, chosen)
    main, *sides = await engine.multi_search([first, *(query for _, _, query in asked)])
    counts: Counts = {facet: main["facetDistribution"].get(facet, {}) for facet in FACETS}
    for (facet, code, _), side in zip(asked, sides, strict=True):
        if code is None:
            counts[facet] = side["facetDistribution"].get(facet, {})
        elif side["estimatedTotalHits"]:
            counts[facet][code] = side["estimatedTotalHits"]
    return main, counts


def _answer(vraag: ZoekVraag, total: int, counts: Counts) -> Answer:
    return {
        "totaal": total,
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": False,
        "facetten": counts,
    }


def _in_own_order(hits: list[Answer], vraag: ZoekVraag) -> list[Answer]:
    """By title or by day; or what is equally relevant and as light by distance."""
    match vraag.sort:
        case "bijgewerkt":
            return sorted(hits, key=lambda hit: (-hit["bijgewerkt"], hit["sleutel"]))
        case "titel":
            return sorted(hits, key=lambda hit: (hit["titelSortering"], hit["sleutel"]))
    first, rest = hits[: build.MOST_REORDERED], hits[build.MOST_REORDERED :]

    def near(hit: Answer) -> tuple[float, int, float]:
        metres = inf
        if vraag.punt is not None and hit["lat"] is not None:
            metres = distance_m(vraag.punt, (hit["lat"], hit["lon"]))
        return -hit["_rankingScore"], hit["rangNiveau"], metres

    return [*sorted(first, key=near), *rest]
