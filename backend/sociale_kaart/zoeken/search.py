"""Answers a question: with the engine, and with PostgreSQL while that is away."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sociale_kaart.core.clock import today
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import candidates
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.document import SEARCHABLE_WEEKS
from sociale_kaart.zoeken.engine_search import search_in_engine
from sociale_kaart.zoeken.fallback import search_in_database
from sociale_kaart.zoeken.interpretation import Interpretation, interpret
from sociale_kaart.zoeken.ranked import ranked_scores, select
from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.understanding.crisis import crisis_in, noodhulp

Answer = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]


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
    chosen = build.selected(vraag, reference.vocabulary)
    if not vraag.q.strip():
        return _complete(await _without_words(searcher, vraag, chosen, reference.vocabulary))
    asked = interpret(
        vraag.q,
        searcher.gazetteer.get(reference),
        await searcher.statistics.current(),
        await searcher.synonyms.current(),
        vraag.zonder,
    )
    answer = await _in_words(searcher, vraag, chosen, asked)
    if answer is None:
        answer = await _without_words(searcher, vraag, chosen, reference.vocabulary)
    return _complete(answer, vraag, asked)


async def _in_words(
    searcher: Searcher, vraag: ZoekVraag, chosen: Chosen, asked: Interpretation
) -> Answer | None:
    """The listings that answer a question, ranked here; None when there is too much to rank."""
    if not asked.concepts and not asked.wishes:
        return None
    statistics = await searcher.statistics.current()
    if candidates.are_too_many(asked, statistics.corpus):
        return None
    vector = await _vector(searcher, vraag, asked)
    named = await searcher.ask(
        lambda engine: candidates.from_engine(engine, asked, vector, statistics.corpus)
    )
    degraded = named is None
    if named is None:
        async with searcher.database.reader() as connection:
            named = await candidates.from_database(connection, asked, statistics.corpus)
    listings = await searcher.listings.read(named)
    ranked = ranked_scores(asked, vector, listings, statistics.corpus, vraag)
    found = select(listings, ranked, vraag, chosen, asked)
    return {
        "totaal": found.total,
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": degraded,
        "resultaten": found.page,
        "facetten": found.counts,
        "ruimer": found.wider,
    }


async def _vector(searcher: Searcher, vraag: ZoekVraag, asked: Interpretation) -> Floats | None:
    """The meaning of a question; None without a model, or when there is nothing to mean."""
    if searcher.embedder is None or not asked.concepts or not asked.makes_sense:
        return None
    return await searcher.embedder.query(asked.corrected or vraag.q)


async def _without_words(
    searcher: Searcher, vraag: ZoekVraag, chosen: Chosen, vocabulary: Vocabulary
) -> Answer:
    found = await searcher.ask(lambda engine: search_in_engine(engine, vraag, chosen, vocabulary))
    if found is not None:
        return found
    async with searcher.database.reader() as connection:
        return await search_in_database(connection, vraag, chosen, vocabulary)


def _complete(
    answer: Answer, vraag: ZoekVraag | None = None, asked: Interpretation | None = None
) -> Answer:
    """Adds what was understood of the question."""
    answer.setdefault("ruimer", {})
    answer["begrepen"] = [
        {"soort": wish.soort, "codes": list(wish.codes), "tekst": wish.tekst}
        for wish in (asked.wishes if asked else ())
    ]
    answer["bedoeldeJe"] = asked.corrected if asked else None
    in_need = vraag is not None and crisis_in(vraag.q)
    answer["noodhulp"] = [one._asdict() for one in noodhulp()] if in_need else []
    return answer
