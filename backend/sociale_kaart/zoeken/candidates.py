"""Which listings may answer a question: any that has one of its terms, and those near in meaning."""

from collections.abc import Collection, Mapping, Sequence
from math import prod
from typing import Any

import asyncpg

from sociale_kaart.zoeken.engine import AANBOD, Engine, Query
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.language.terms import STEM
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER
from sociale_kaart.zoeken.query import all_but_one, naming, quote
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.sent import Sleutel, sleutel_of
from sociale_kaart.zoeken.settings import MOST_NAMED
from sociale_kaart.zoeken.tags import tag

Chosen = Mapping[str, Sequence[str]]
_NEAREST = 60
# So many are ranked in no time; of more only those that may pass the filters.
_FEW = 150
# When so many times too many are expected, it is no use to ask.
_HOPELESS = 1.3
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
    even the rarest concept stands in too many listings, or when nothing but wishes is asked.
    """
    chosen: dict[str, None] = {}
    room = MOST_NAMED
    for concept in sorted(asked.concepts, key=lambda one: -_mass(one, corpus)):
        count = _having(concept.terms.keys() - chosen.keys(), corpus)
        # All terms of a word or none: half of them would find half of what it means.
        if count <= room or corpus.listings <= MOST_NAMED:
            chosen |= dict.fromkeys(concept.terms)
            room -= count
        elif not chosen:
            return []
    if chosen and sum(corpus.counts.get(label, 0) for label in asked.labels) <= room:
        chosen |= dict.fromkeys(asked.labels)
    return list(chosen)


def _having(terms: Collection[str], corpus: Corpus) -> int:
    """About how many listings have one of these terms.

    Whoever has a word has its base form and its stem, so the stems are enough.
    """
    stems = [term for term in terms if term.startswith(STEM)]
    return sum(corpus.counts.get(term, 0) for term in stems or terms)


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

    When the words alone name many, the filters and the circle come to help, if there are any.
    """
    terms = telling_terms(asked, corpus)
    others: list[Any] = []
    if not terms and corpus.listings > MOST_NAMED:
        if not asked.concepts or not (chosen or vraag.straal):
            raise TooManyError
        rarest = max(asked.concepts, key=lambda one: _mass(one, corpus))
        terms = list(rarest.terms)
        # How many lie in a circle is not known beforehand.
        expected = 0 if vraag.straal else _expected(terms, chosen, corpus)
        if expected > _HOPELESS * MOST_NAMED:
            raise TooManyError
    if terms and _having(terms, corpus) > _FEW:
        others = all_but_one(vraag, chosen)
    having = [f"termen IN [{', '.join(map(quote, terms))}]"] if terms else []
    queries = [naming([*having, *others])]
    if vector is not None:
        queries.append(_by_meaning(vector))
    return queries


def _expected(terms: Sequence[str], chosen: Chosen, corpus: Corpus) -> float:
    """About how many listings have one of these terms and pass all filters but one.

    As if no word and no code had anything to do with one another.
    """
    parts = [
        min(1.0, sum(corpus.counts.get(tag(facet, code), 0) for code in codes) / corpus.listings)
        for facet, codes in chosen.items()
    ]
    ways = [prod(parts[:at] + parts[at + 1 :]) for at in range(len(parts))]
    return _having(terms, corpus) * (sum(ways) - (len(ways) - 1) * prod(parts))


async def from_engine(engine: Engine, queries: Sequence[Query]) -> list[Sleutel]:
    """The candidates in the version that the engine has of each, in the order of their ids.

    Raises TooManyError when there are more of them than are ranked, and EngineAwayError.
    """
    found: set[str] = set()
    for answer in await engine.multi_search(queries):
        named = answer.get("facetDistribution", {}).get("sleutel")
        if named is None:
            found.update(hit["sleutel"] for hit in answer["hits"])
        elif answer["estimatedTotalHits"] > MOST_NAMED:
            raise TooManyError
        else:
            found.update(named)
    return sorted(found)


async def from_database(
    connection: asyncpg.Connection, asked: Interpretation, corpus: Corpus
) -> list[Sleutel]:
    """The same by terms alone, for when the engine is away. Raises TooManyError."""
    terms = telling_terms(asked, corpus)
    if not terms and corpus.listings > MOST_NAMED:
        raise TooManyError
    rows = await connection.fetch(_FROM_DATABASE, not terms, terms, MOST_NAMED)
    return [sleutel_of(row["id"], row["versie"]) for row in rows]


def _by_meaning(vector: Floats) -> Query:
    return {
        "indexUid": AANBOD,
        "vector": [float(number) for number in vector],
        "hybrid": {"embedder": EMBEDDER, "semanticRatio": 1.0},
        "attributesToRetrieve": ["sleutel"],
        "limit": _NEAREST,
    }
