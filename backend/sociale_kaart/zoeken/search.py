"""Answers a question: with the engine, and with PostgreSQL while that is away."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sociale_kaart.core.answer_cache import TaggedAnswer
from sociale_kaart.core.answers import dump
from sociale_kaart.core.clock import today
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import candidates
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.candidates import TooManyError
from sociale_kaart.zoeken.document import SEARCHABLE_WEEKS
from sociale_kaart.zoeken.engine_search import search_in_engine
from sociale_kaart.zoeken.fallback import search_in_database
from sociale_kaart.zoeken.interpretation import Interpretation, interpret
from sociale_kaart.zoeken.ranked import answered, results
from sociale_kaart.zoeken.schemas import Filters, ZoekVraag
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.tags import FACETS
from sociale_kaart.zoeken.understanding.crisis import crisis_in, noodhulp
from sociale_kaart.zoeken.wished import understood

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]


def check_vraag(vraag: Filters, vocabulary: Vocabulary, begin: date | None = None) -> None:
    """Raises InvalidInputError with every code that does not exist, and with a begin too far off."""
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
    if begin and begin > last:
        # Nothing found would read as nothing there.
        melding = f"Zo ver vooruit weten we het nog niet. Kies een dag tot en met {last}."
        faults.append(Fout(veld="datumVan", melding=melding))
    if faults:
        raise InvalidInputError(faults)


class Answered(NamedTuple):
    """An answer (schemas.ZoekAntwoord) as JSON data.

    `lasting` when asking again would give the same as long as nothing changes; not when something
    was away or too slow.
    """

    answer: Answer
    lasting: bool


async def search(searcher: Searcher, vraag: ZoekVraag, reference: Reference) -> Answered:
    """Finds what answers a question; its codes must have been checked."""
    chosen = build.selected(vraag, reference.vocabulary)
    asked = Interpretation()
    if vraag.q.strip():
        asked = interpret(
            vraag.q,
            searcher.gazetteer.get(reference),
            await searcher.statistics.current(),
            await searcher.synonyms.current(),
            vraag.zonder,
        )
    try:
        found = await _ranked(searcher, vraag, chosen, asked)
    except TooManyError:
        found = await _in_order(searcher, vraag, chosen, asked, reference.vocabulary)
    found.answer.setdefault("ruimer", {})
    found.answer.update(_understood(vraag, asked))
    return found


async def search_as_json(
    searcher: Searcher, vraag: ZoekVraag, reference: Reference
) -> TaggedAnswer:
    """The answer as it is sent."""
    found = await search(searcher, vraag, reference)
    shows = [one["id"] for one in found.answer["resultaten"]]
    return TaggedAnswer.of(dump(found.answer), lasting=found.lasting, shows=shows)


async def _ranked(
    searcher: Searcher, vraag: ZoekVraag, chosen: Chosen, asked: Interpretation
) -> Answered:
    """The listings that answer a question, ranked here. Raises TooManyError."""
    if not asked.concepts and not asked.wishes:
        raise TooManyError
    corpus = (await searcher.statistics.current()).corpus
    wants_meaning = searcher.embedder is not None and bool(asked.concepts) and asked.makes_sense
    vector = None
    if wants_meaning and searcher.embedder is not None:
        vector = await searcher.embedder.query(asked.meaning)
    queries = candidates.queries_for(asked, vector, corpus, vraag, chosen)
    named = await searcher.ask(lambda engine: candidates.from_engine(engine, queries))
    degraded = named is None
    if named is None:
        async with searcher.database.reader() as connection:
            named = await candidates.from_database(connection, asked, corpus)
    found = answered(asked, vector, await searcher.listings.read(named), corpus, vraag, chosen)
    answer = {
        "totaal": found.total,
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": degraded,
        "resultaten": found.page,
        "facetten": found.counts,
        "ruimer": found.wider,
    }
    in_time = wants_meaning == (vector is not None)
    return Answered(answer, lasting=in_time and not degraded)


async def _in_order(
    searcher: Searcher,
    vraag: ZoekVraag,
    chosen: Chosen,
    asked: Interpretation,
    vocabulary: Vocabulary,
) -> Answered:
    """Everything, or very much, in the order that the engine gives it, or else the database."""
    listings = searcher.listings
    found = await searcher.ask(
        lambda engine: search_in_engine(engine, listings, vraag, chosen, vocabulary)
    )
    degraded = found is None
    if found is None:
        async with searcher.database.reader() as connection:
            page, answer = await search_in_database(connection, vraag, chosen, vocabulary)
        found = [await listings.read(page)], answer
    parts, answer = found
    answer["resultaten"] = [one for part in parts for one in results(part, vraag, asked)]
    return Answered(answer, lasting=not degraded)


def _understood(vraag: ZoekVraag, asked: Interpretation) -> Answer:
    return {
        "begrepen": [understood(wish) for wish in asked.wishes],
        "bedoeldeJe": asked.corrected,
        "noodhulp": [one._asdict() for one in noodhulp()] if crisis_in(vraag.q) else [],
    }
