"""Answers from the engine alone: the map without a question, and questions about very many."""

from collections.abc import Mapping, Sequence
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.cards import distance_m
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.sent import Sleutel
from sociale_kaart.zoeken.tags import FACETS

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]


async def search_in_engine(
    engine: Engine, vraag: ZoekVraag, chosen: Chosen, vocabulary: Vocabulary
) -> tuple[list[Sleutel], Answer]:
    """Which listings the page has, and the answer (schemas.ZoekAntwoord) without its results."""
    asked = build.facet_queries(vraag, chosen, vocabulary)
    own_order = build.needs_own_order(vraag)
    first = build.order_query(vraag, chosen) if own_order else build.main_query(vraag, chosen)
    main, *sides = await engine.multi_search([first, *(query for _, _, query in asked)])
    hits = main["hits"]
    if own_order:
        start = (vraag.page - 1) * vraag.page_size
        hits = sorted(hits, key=lambda hit: _sort_key(hit, vraag))[start : start + vraag.page_size]
    counts: dict[str, dict[str, int]] = {
        facet: main["facetDistribution"].get(facet, {}) for facet in FACETS
    }
    for (facet, code, _), side in zip(asked, sides, strict=True):
        if code is None:
            counts[facet] = side["facetDistribution"].get(facet, {})
        elif side["estimatedTotalHits"]:
            counts[facet][code] = side["estimatedTotalHits"]
    return [hit["sleutel"] for hit in hits], {
        "totaal": main["estimatedTotalHits"],
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": False,
        "facetten": counts,
    }


def _sort_key(hit: Answer, vraag: ZoekVraag) -> tuple[Any, ...]:
    key = hit["sleutel"]
    match vraag.sort:
        case "afstand":
            geo = hit.get("_geo")
            if geo is None or vraag.punt is None:
                return (1, 0, key)
            return (0, distance_m(vraag.punt, (geo["lat"], geo["lng"])), key)
        case "bijgewerkt":
            return (-hit["bijgewerkt"], key)
        case _:
            return (hit["titelSortering"], key)
