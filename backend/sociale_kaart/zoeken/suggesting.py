"""What somebody may mean while still typing: from the engine, or from the database."""

from typing import Any

from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, EngineRefusedError, Query
from sociale_kaart.zoeken.fallback import suggest_in_database
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.suggestions import (
    MAX_ORGANISATIONS,
    known_suggestions,
    listing_suggestion,
    organisation_suggestion,
)

Answer = dict[str, Any]
# What the engine says of the fields of an index in which there is nothing yet.
_NO_SUCH_FIELD = "invalid_search_attributes_to_search_on"


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
    queries: list[Query] = [
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
    try:
        listings, organisations = await engine.multi_search(queries)
    except EngineRefusedError as error:
        if error.code != _NO_SUCH_FIELD:
            raise
        return [], []
    return listings["hits"], organisations["hits"]
