"""Answers a question: from Meilisearch, and from PostgreSQL while that is away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import structlog

from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import InvalidInputError
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.cards import distance_m, result_of
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, EngineAwayError
from sociale_kaart.zoeken.fallback import search_in_database, suggest_in_database
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.suggestions import (
    known_suggestions,
    listing_suggestion,
    organisation_suggestion,
)

log = structlog.get_logger()

# After a failure the engine is left alone this long, so that visitors do not wait for it.
_REST_SECONDS = 2.0

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]


@dataclass
class Searcher:
    """The engine with its replacement, and when the engine may be tried again."""

    engine: Engine | None
    database: Database
    rest_until: float = 0.0

    def usable_engine(self) -> Engine | None:
        return self.engine if monotonic() >= self.rest_until else None

    def engine_failed(self, error: EngineAwayError) -> None:
        self.rest_until = monotonic() + _REST_SECONDS
        log.warning("search_engine_away", reason=type(error.__cause__ or error).__name__)


def check_vraag(vraag: ZoekVraag, vocabulary: Vocabulary) -> None:
    """Raises InvalidInputError with every code that does not exist."""
    faults = [
        fault
        for facet in FACETS
        if facet != "wijk"
        for fault in vocabulary.faults(
            facet, facet, getattr(vraag, "open_voor" if facet == "openVoor" else facet)
        )
    ]
    faults += vocabulary.wijk_faults("wijk", vraag.wijk)
    if faults:
        raise InvalidInputError(faults)


async def search(searcher: Searcher, vraag: ZoekVraag, reference: Reference) -> Answer:
    """The answer (schemas.ZoekAntwoord) as JSON data; the codes must have been checked."""
    chosen = build.selected(vraag, reference.vocabulary)
    engine = searcher.usable_engine()
    if engine is not None:
        try:
            return await _search_in_engine(engine, vraag, chosen, reference.vocabulary)
        except EngineAwayError as error:
            searcher.engine_failed(error)
    async with searcher.database.reader() as connection:
        return await search_in_database(connection, vraag, chosen, reference.vocabulary)


async def _search_in_engine(
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
        "resultaten": [
            result_of(hit["kaart"], vraag.punt, hit.get("_matchesPosition")) for hit in hits
        ],
        "facetten": counts,
    }


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


async def suggest(searcher: Searcher, question: str, limit: int, reference: Reference) -> Answer:
    """What somebody may mean (schemas.Suggesties) as JSON data."""
    text = question.strip()
    if not text:
        return {"suggesties": [], "gedegradeerd": False}
    known = known_suggestions(text, reference.vocabulary)
    engine = searcher.usable_engine()
    if engine is not None:
        try:
            found = await _suggest_in_engine(engine, text, limit)
        except EngineAwayError as error:
            searcher.engine_failed(error)
        else:
            return {"suggesties": [*known, *found][:limit], "gedegradeerd": False}
    async with searcher.database.reader() as connection:
        listings, organisations = await suggest_in_database(connection, text, limit)
    found = [
        *(
            listing_suggestion(row["titel"], row["slug"], row["organisatie"], text)
            for row in listings
        ),
        *(organisation_suggestion(row["naam"], row["slug"], text) for row in organisations),
    ]
    return {"suggesties": [*known, *found][:limit], "gedegradeerd": True}


async def _suggest_in_engine(engine: Engine, text: str, limit: int) -> list[Answer]:
    listings, organisations = await engine.multi_search(
        [
            {
                "indexUid": AANBOD,
                "q": text,
                "limit": limit,
                "attributesToSearchOn": ["titel", "organisatie", "trefwoorden"],
                "attributesToRetrieve": ["titel", "slug", "organisatie"],
            },
            {
                "indexUid": ORGANISATIES,
                "q": text,
                "limit": 3,
                "attributesToSearchOn": ["naam"],
                "attributesToRetrieve": ["naam", "slug"],
            },
        ]
    )
    return [
        *(
            organisation_suggestion(hit["naam"], hit["slug"], text)
            for hit in organisations["hits"][:2]
        ),
        *(
            listing_suggestion(hit["titel"], hit["slug"], hit["organisatie"], text)
            for hit in listings["hits"]
        ),
    ]
