"""Which listings may answer a question: any that has one of its terms, and those near in meaning."""

from collections.abc import Sequence

import asyncpg

from sociale_kaart.zoeken.engine import AANBOD, Engine, Query
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.listings import Candidate
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER
from sociale_kaart.zoeken.query import quote
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats

# More are not ranked one by one: each costs the engine as much as a whole search in the index.
MOST = 400
_NEAREST = 60
_NAMED = ["id", "versie"]
_FROM_DATABASE = """
SELECT z.id::text AS id, concat(z.xmin, '.', b.xmin) AS versie
FROM zoek_rij AS z LEFT JOIN zoek_betekenis AS b ON b.id = z.id
WHERE $1 OR z.termen && $2::text[]
ORDER BY z.id LIMIT $3
"""


def telling_terms(asked: Interpretation, corpus: Corpus) -> list[str]:
    """The terms of what is asked, the rarest concept first, as long as there is room.

    What has only a common word of the question and not a rare one answers it badly. Empty when
    even the rarest concept stands in too many listings: then the engine's own order stands.
    """
    chosen: dict[str, None] = {}
    room = MOST
    for concept in sorted(asked.concepts, key=lambda one: -_mass(one, corpus)):
        count = sum(corpus.counts.get(term, 0) for term in concept.terms.keys() - chosen.keys())
        # All terms of a word or none: half of them would find half of what it means.
        if count <= room or corpus.listings <= MOST:
            chosen |= dict.fromkeys(concept.terms)
            room -= count
        elif not chosen:
            return []
    return list(chosen)


def _mass(concept: Concept, corpus: Corpus) -> float:
    return max(share * corpus.rarity(term) for term, share in concept.terms.items())


def are_too_many(asked: Interpretation, corpus: Corpus) -> bool:
    """Whether a question concerns more listings than can be ranked one by one."""
    return corpus.listings > MOST and not telling_terms(asked, corpus)


async def from_engine(
    engine: Engine, asked: Interpretation, vector: Floats | None, corpus: Corpus
) -> list[Candidate]:
    """The candidates with the version that the engine has of each. Raises EngineAwayError."""
    found: dict[str, str] = {}
    for answer in await engine.multi_search(queries_for(asked, vector, corpus)):
        found |= {hit["id"]: hit["versie"] for hit in answer["hits"]}
    return sorted(found.items())


def queries_for(asked: Interpretation, vector: Floats | None, corpus: Corpus) -> list[Query]:
    """What the engine is asked for the candidates."""
    terms = telling_terms(asked, corpus)
    queries = [_by_terms(terms) if terms else _everything()]
    if vector is not None:
        queries.append(_by_meaning(vector))
    return queries


async def from_database(
    connection: asyncpg.Connection, asked: Interpretation, corpus: Corpus
) -> list[Candidate]:
    """The same by terms alone, for when the engine is away."""
    terms = telling_terms(asked, corpus)
    rows = await connection.fetch(_FROM_DATABASE, not terms, terms, MOST)
    return [(row["id"], row["versie"]) for row in rows]


def _everything() -> Query:
    return {"indexUid": AANBOD, "attributesToRetrieve": _NAMED, "limit": MOST}


def _by_terms(terms: Sequence[str]) -> Query:
    return {**_everything(), "filter": f"termen IN [{', '.join(map(quote, terms))}]"}


def _by_meaning(vector: Floats) -> Query:
    return {
        "indexUid": AANBOD,
        "vector": [float(number) for number in vector],
        "hybrid": {"embedder": EMBEDDER, "semanticRatio": 1.0},
        "attributesToRetrieve": _NAMED,
        "limit": _NEAREST,
    }
