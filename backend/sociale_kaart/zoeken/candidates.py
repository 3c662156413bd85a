"""Which listings may answer a question: any that has one of its terms, and those near in meaning."""

import asyncpg

from sociale_kaart.zoeken.engine import AANBOD, Engine, Query
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.listings import Candidate
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER
from sociale_kaart.zoeken.query import quote
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats

# More are not ranked one by one: then the engine's order stands.
MOST = 1_000
_NEAREST = 100
_NAMED = ["id", "versie"]
_FROM_DATABASE = """
SELECT z.id::text AS id, concat(z.xmin, '.', b.xmin) AS versie
FROM zoek_rij AS z LEFT JOIN zoek_betekenis AS b ON b.id = z.id
WHERE $1 OR z.termen && $2::text[]
ORDER BY z.id LIMIT $3
"""


def are_too_many(asked: Interpretation, corpus: Corpus) -> bool:
    """Whether a question may concern more listings than can be ranked one by one."""
    if corpus.listings <= MOST:
        return False
    if not asked.concepts:
        return True
    return sum(corpus.counts.get(term, 0) for term in asked.terms) > MOST


async def from_engine(
    engine: Engine, asked: Interpretation, vector: Floats | None, corpus: Corpus
) -> list[Candidate]:
    """The candidates with the version that the engine has of each. Raises EngineAwayError."""
    queries = [_by_terms(asked, everything=_takes_all(asked, corpus))]
    if vector is not None and not _takes_all(asked, corpus):
        queries.append(_by_meaning(vector))
    found: dict[str, str] = {}
    for answer in await engine.multi_search(queries):
        found |= {hit["id"]: hit["versie"] for hit in answer["hits"]}
    return sorted(found.items())


async def from_database(
    connection: asyncpg.Connection, asked: Interpretation, corpus: Corpus
) -> list[Candidate]:
    """The same by terms alone, for when the engine is away."""
    rows = await connection.fetch(
        _FROM_DATABASE, _takes_all(asked, corpus), sorted(asked.terms), MOST
    )
    return [(row["id"], row["versie"]) for row in rows]


def _takes_all(asked: Interpretation, corpus: Corpus) -> bool:
    """A small map is ranked whole: then nothing that is near in meaning is missed."""
    return not asked.concepts or corpus.listings <= MOST // 2


def _by_terms(asked: Interpretation, *, everything: bool) -> Query:
    query: Query = {"indexUid": AANBOD, "attributesToRetrieve": _NAMED, "limit": MOST}
    if not everything:
        query["filter"] = f"termen IN [{', '.join(map(quote, sorted(asked.terms)))}]"
    return query


def _by_meaning(vector: Floats) -> Query:
    return {
        "indexUid": AANBOD,
        "vector": [float(number) for number in vector],
        "hybrid": {"embedder": EMBEDDER, "semanticRatio": 1.0},
        "attributesToRetrieve": _NAMED,
        "limit": _NEAREST,
    }
