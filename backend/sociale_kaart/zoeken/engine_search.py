"""Answers from the engine alone: the map without a question, and questions about very many."""

from collections.abc import Mapping, Sequence
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.cards import distance_m, result_of, spans_of
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import ZoekVraag

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]


async def search_in_engine(
    engine: Engine, vraag: ZoekVraag, chosen: Chosen, vocabulary: Vocabulary
) -> Answer:
    asked = build.facet_queries(vraag, chosen, vocabulary)
    own_order = build.needs_own_order(vraag)
    first = build.order_query(vraag, chosen) if own_order else build.main_query(vraag, chosen)
    main, *sides = await engine.multi_search([first, *(query for _, _, query in asked)])
    hits = await _ordered_hits(engine, vraag, main) if own_order else main["hits"]
    counts: dict[str, dict[str, int]] = {
        facet: main["facetDistribution"].get(facet, {}) for facet in FACETS
    }
    for (facet, code, _), side in zip(asked, sides, strict=True):
        if code is None:
            counts[facet] = side["facetDistribution"].get(facet, {})
        elif side["estimatedTotalHits"]:
            counts[facet][code] = side["estimatedTotalHits"]
    return {
        "totaal": main["estimatedTotalHits"],
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": False,
        "resultaten": [_result(hit, vraag) for hit in hits],
        "facetten": counts,
    }


def _result(hit: Answer, vraag: ZoekVraag) -> Answer:
    card = hit["kaart"]
    positions = hit.get("_matchesPosition") or {}
    spans = {
        key: spans_of(card[key], positions[key])
        for key in ("titel", "samenvatting")
        if key in positions and key in card
    }
    return result_of(card, vraag.punt, spans)


async def _ordered_hits(engine: Engine, vraag: ZoekVraag, main: Answer) -> list[Answer]:
    """One page of all that fits, in an order that goes before relevance."""
    ordered = sorted(main["hits"], key=lambda hit: _sort_key(hit, vraag))
    start = (vraag.page - 1) * vraag.page_size
    ids = [hit["id"] for hit in ordered[start : start + vraag.page_size]]
    if not ids:
        return []
    [found] = await engine.multi_search([build.page_query(vraag, ids)])
    place = {key: at for at, key in enumerate(ids)}
    return sorted(found["hits"], key=lambda hit: place[hit["kaart"]["id"]])


def _sort_key(hit: Answer, vraag: ZoekVraag) -> tuple[Any, ...]:
    match vraag.sort:
        case "afstand":
            geo = hit.get("_geo")
            if geo is None or vraag.punt is None:
                return (1, 0, hit["id"])
            return (0, distance_m(vraag.punt, (geo["lat"], geo["lng"])), hit["id"])
        case "bijgewerkt":
            return (-hit["bijgewerkt"], hit["id"])
        case _:
            return (hit["titelSortering"], hit["id"])
