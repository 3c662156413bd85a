"""Answers a question: from Meilisearch, and from PostgreSQL while that is away."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Any, TypeVar

import structlog

from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.cards import distance_m, result_of, spans_of
from sociale_kaart.zoeken.document import SEARCHABLE_WEEKS
from sociale_kaart.zoeken.engine import (
    AANBOD,
    ORGANISATIES,
    Engine,
    EngineAwayError,
    EngineRefusedError,
)
from sociale_kaart.zoeken.fallback import search_in_database, suggest_in_database
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.suggestions import (
    MAX_ORGANISATIONS,
    known_suggestions,
    listing_suggestion,
    organisation_suggestion,
)

log = structlog.get_logger()

# After a failure the engine is left alone this long, so that visitors do not wait for it.
_REST_SECONDS = 2.0

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]
Found = TypeVar("Found")


@dataclass
class Searcher:
    """The engine with its replacement, and when the engine may be tried again."""

    engine: Engine | None
    database: Database
    _rest_until: float | None = None

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


def check_vraag(vraag: ZoekVraag, vocabulary: Vocabulary) -> None:
    """Raises InvalidInputError with every code that does not exist, and with a date too far off."""
    faults = [
        fault
        for facet in FACETS
        if facet != "wijk"
        for fault in vocabulary.faults(
            facet, facet, getattr(vraag, "open_voor" if facet == "openVoor" else facet)
        )
    ]
    faults += vocabulary.wijk_faults("wijk", vraag.wijk)
    last = today() + timedelta(weeks=SEARCHABLE_WEEKS)
    if vraag.datum_van and vraag.datum_van > last:
        # Nothing found would read as nothing there.
        melding = f"Zo ver vooruit weten we het nog niet. Kies een dag tot en met {last}."
        faults.append(Fout(veld="datumVan", melding=melding))
    if faults:
        raise InvalidInputError(faults)


async def search(searcher: Searcher, vraag: ZoekVraag, reference: Reference) -> Answer:
    """The answer (schemas.ZoekAntwoord) as JSON data; the codes must have been checked."""
    vocabulary = reference.vocabulary
    chosen = build.selected(vraag, vocabulary)
    found = await searcher.ask(lambda engine: _search_in_engine(engine, vraag, chosen, vocabulary))
    if found is not None:
        return found
    async with searcher.database.reader() as connection:
        return await search_in_database(connection, vraag, chosen, vocabulary)


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


async def suggest(searcher: Searcher, question: str, limit: int, reference: Reference) -> Answer:
    """What somebody may mean (schemas.Suggesties) as JSON data."""
    text = question.replace('"', " ").strip(" -")
    if not words_of(text):
        return {"suggesties": [], "gedegradeerd": False}
    found = await searcher.ask(lambda engine: _suggest_in_engine(engine, text, limit))
    degraded = found is None
    if found is None:
        async with searcher.database.reader() as connection:
            found = await suggest_in_database(connection, text, limit)
    listings, organisations = found
    suggestions = [
        *known_suggestions(text, reference.vocabulary),
        *(organisation_suggestion(row["naam"], row["slug"], text) for row in organisations),
        *(
            listing_suggestion(row["titel"], row["slug"], row["organisatie"], text)
            for row in listings
        ),
    ]
    return {"suggesties": suggestions[:limit], "gedegradeerd": degraded}


async def _suggest_in_engine(
    engine: Engine, text: str, limit: int
) -> tuple[list[Answer], list[Answer]]:
    """Listings (titel, slug, organisatie) and organisations (naam, slug) that look like it."""
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
                "limit": MAX_ORGANISATIONS,
                "attributesToSearchOn": ["naam"],
                "attributesToRetrieve": ["naam", "slug"],
            },
        ]
    )
    return listings["hits"], organisations["hits"]
