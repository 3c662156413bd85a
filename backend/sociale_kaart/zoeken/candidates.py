"""Which listings may answer a question: any that has one of its terms, and those near in meaning."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from sociale_kaart.zoeken.engine import AANBOD, Engine, Query
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER
from sociale_kaart.zoeken.query import filters, naming, quote
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.sent import Candidate, candidate_of
from sociale_kaart.zoeken.settings import MOST_NAMED

Chosen = Mapping[str, Sequence[str]]
_NEAREST = 60
_FROM_DATABASE = """
SELECT z.id::text AS id, concat(z.xmin, '.', b.xmin) AS versie
FROM zoek_rij AS z LEFT JOIN zoek_betekenis AS b ON b.id = z.id
WHERE $1 OR z.termen && $2::text[]
ORDER BY z.id LIMIT $3
"""


class TooManyError(Exception):
    """A question concerns more listings than can be ranked one by one."""


def telling_terms(asked: Interpretation, corpus: Corpus) -> list[str]:
    """The terms of what is asked, the rarest concept first, as long as there is room.

    What has only a common word of the question and not a rare one answers it badly. Empty when
    even the rarest concept stands in too many listings.
    """
    chosen: dict[str, None] = {}
    room = MOST_NAMED
    for concept in sorted(asked.concepts, key=lambda one: -_mass(one, corpus)):
        count = sum(corpus.counts.get(term, 0) for term in concept.terms.keys() - chosen.keys())
        # All terms of a word or none: half of them would find half of what it means.
        if count <= room or corpus.listings <= MOST_NAMED:
            chosen |= dict.fromkeys(concept.terms)
            room -= count
        elif not chosen:
            return []
    return list(chosen)


def _mass(concept: Concept, corpus: Corpus) -> float:
    return max(share * corpus.rarity(term) for term, share in concept.terms.items())


def queries_for(
    asked: Interpretation,
    vector: Floats | None,
    corpus: Corpus,
    vraag: ZoekVraag,
    chosen: Chosen,
) -> list[Query]:
    """What the engine is asked for the candidates. Raises TooManyError.

    When the words alone name too many, the filters come to help, if there are any. What a page
    with filters and its counts are made of passes all of them but one, so that is asked for each
    of them left out in turn.
    """
    terms = telling_terms(asked, corpus)
    if terms or corpus.listings <= MOST_NAMED:
        queries = [_by_terms(terms, [])]
    elif chosen and asked.concepts:
        rarest = max(asked.concepts, key=lambda one: _mass(one, corpus))
        queries = [
            _by_terms(list(rarest.terms), filters(vraag, _without(chosen, facet)))
            for facet in chosen
        ]
    else:
        raise TooManyError
    if vector is not None:
        queries.append(_by_meaning(vector))
    return queries


async def from_engine(engine: Engine, queries: Sequence[Query]) -> list[Candidate]:
    """The candidates with the version that the engine has of each, in the order of their ids.

    Raises TooManyError when the engine has more of them than it names, and EngineAwayError.
    """
    found: set[str] = set()
    for answer in await engine.multi_search(queries):
        named = answer.get("facetDistribution", {}).get("sleutel")
        if named is None:
            found.update(hit["sleutel"] for hit in answer["hits"])
        elif len(named) < answer["estimatedTotalHits"]:
            raise TooManyError
        else:
            found.update(named)
    return sorted(map(candidate_of, found))


async def from_database(
    connection: asyncpg.Connection, asked: Interpretation, corpus: Corpus
) -> list[Candidate]:
    """The same by terms alone, for when the engine is away. Raises TooManyError."""
    terms = telling_terms(asked, corpus)
    if not terms and corpus.listings > MOST_NAMED:
        raise TooManyError
    rows = await connection.fetch(_FROM_DATABASE, not terms, terms, MOST_NAMED)
    return [(row["id"], row["versie"]) for row in rows]


def _without(chosen: Chosen, facet: str) -> Chosen:
    return {key: codes for key, codes in chosen.items() if key != facet}


def _by_terms(terms: Sequence[str], others: Sequence[Any]) -> Query:
    having = [f"termen IN [{', '.join(map(quote, terms))}]"] if terms else []
    return naming([*having, *others])


def _by_meaning(vector: Floats) -> Query:
    return {
        "indexUid": AANBOD,
        "vector": [float(number) for number in vector],
        "hybrid": {"embedder": EMBEDDER, "semanticRatio": 1.0},
        "attributesToRetrieve": ["sleutel"],
        "limit": _NEAREST,
    }
