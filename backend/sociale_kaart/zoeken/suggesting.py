"""What somebody may mean while still typing: from memory, and from the engine or the database."""

from typing import Any

from sociale_kaart.core.answer_cache import TaggedAnswer
from sociale_kaart.core.answers import dump
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.zoeken.completion.complete import complete
from sociale_kaart.zoeken.completion.words import Words
from sociale_kaart.zoeken.connection import EngineRefusedError
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, Query
from sociale_kaart.zoeken.fallback import suggest_in_database
from sociale_kaart.zoeken.interpretation import interpret
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.suggestions import (
    MAX_ORGANISATIONS,
    examples,
    in_order,
    known_suggestions,
    listing_suggestion,
    organisation_suggestion,
    word_suggestion,
)

Answer = dict[str, Any]
# What the engine says of the fields of an index in which there is nothing yet.
_NO_SUCH_FIELD = "invalid_search_attributes_to_search_on"


async def suggest_as_json(
    searcher: Searcher, question: str, limit: int, reference: Reference, words: Words
) -> TaggedAnswer:
    """What somebody may mean (schemas.Suggesties) as it is sent."""
    if not question.strip():
        found = await _examples(searcher, limit, reference)
        return TaggedAnswer.of(dump({"suggesties": found, "gedegradeerd": False}), lasting=True)
    answer = await _suggest(searcher, question.replace('"', " "), limit, reference, words)
    return TaggedAnswer.of(dump(answer), lasting=not answer["gedegradeerd"])


async def _examples(searcher: Searcher, limit: int, reference: Reference) -> list[Answer]:
    """Before anything is typed: what one may ask that this map has an answer to."""
    gazetteer = searcher.gazetteer.get(reference)
    statistics, synonyms = await searcher.statistics.current(), await searcher.synonyms.current()
    found = []
    for text in examples():
        asked = interpret(f"{text} ", gazetteer, statistics, synonyms)
        if asked.concepts and all(
            any(map(statistics.corpus.has, concept.terms)) for concept in asked.concepts
        ):
            found.append(word_suggestion(text, ""))
    return found[:limit]


async def _suggest(
    searcher: Searcher, question: str, limit: int, reference: Reference, words: Words
) -> Answer:
    text = question.strip(" -")
    if not words_of(text):
        return {"suggesties": [], "gedegradeerd": False}
    found = await searcher.ask(lambda engine: _suggest_in_engine(engine, text, limit))
    degraded = found is None
    if found is None:
        async with searcher.database.reader() as connection:
            found = await suggest_in_database(connection, text, limit)
    listings, organisations = found
    gazetteer = searcher.gazetteer.get(reference)
    suggestions = in_order(
        known=known_suggestions(text, reference.vocabulary),
        words=[word_suggestion(one, text) for one in complete(question, words, gazetteer)],
        of_map=[
            *(organisation_suggestion(row["naam"], row["slug"], text) for row in organisations),
            *(
                listing_suggestion(row["titel"], row["slug"], row["organisatie"], text)
                for row in listings
            ),
        ],
        limit=limit,
    )
    return {"suggesties": suggestions, "gedegradeerd": degraded}


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
