"""Other searchers that are given our terms instead of texts."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Protocol

import asyncpg
from tantivy import Document, Index, Occur, Query, SchemaBuilder

from eval.measures import DEPTH

# What a listing says: terms with their weights.
Profile = Mapping[str, float]
# A question: per concept the terms of which one will do, each with how well it says it (0 to 1).
Concepts = Sequence[Mapping[str, float]]

# These and the next were chosen on the half of the questions that is for tuning, to the advantage
# of who is asked. PostgreSQL and SQLite know places that count more than others, the heaviest
# first: from which weight on a term stands there, and what it counts for.
_PLACES = (("A", 2.9, 3.0), ("B", 1.4, 1.6), ("C", 0.75, 0.9), ("D", 0.0, 0.5))
# tantivy has a term as often as it weighs so much.
_ONCE = 0.8
_HEAP_BYTES = 50_000_000


class TermsPeer(Protocol):
    async def find(self, concepts: Concepts) -> list[str]:
        """The names of the first listings that have any of these terms, the best first."""
        ...


def _place(weight: float) -> str:
    return next(name for name, least, _ in _PLACES if weight >= least)


class PostgresTerms:
    """ts_rank knows no rarity, and no term of a question that counts for less."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def fill(self, profiles: Mapping[str, Profile]) -> None:
        await self._connection.execute("CREATE TEMP TABLE eigen (id text, termen tsvector)")
        await self._connection.executemany(
            "INSERT INTO eigen VALUES ($1, $2::text::tsvector)",
            [
                (key, " ".join(f"{_quoted(term)}:1{_place(w)}" for term, w in profile.items()))
                for key, profile in profiles.items()
            ],
        )

    async def find(self, concepts: Concepts) -> list[str]:
        terms = {term for concept in concepts for term in concept}
        [(_, _, heaviest), *_] = _PLACES
        rows = await self._connection.fetch(
            "SELECT id FROM eigen WHERE termen @@ $1::text::tsquery"
            " ORDER BY ts_rank($2::real[], termen, $1::text::tsquery) DESC, id LIMIT $3",
            " | ".join(map(_quoted, terms)),
            # It wants them from D to A, and none above one.
            [worth / heaviest for _, _, worth in reversed(_PLACES)],
            DEPTH,
        )
        return [row["id"] for row in rows]


def _quoted(term: str) -> str:
    """A term as one lexeme."""
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


class SqliteTerms:
    """bm25 with a column for each place; it knows no term of a question that counts for less."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._numbers: dict[str, int] = {}
        columns = ", ".join(name for name, _, _ in _PLACES)
        self._base = sqlite3.connect(":memory:")
        self._base.execute(f"CREATE VIRTUAL TABLE eigen USING fts5(id UNINDEXED, {columns})")
        for key, profile in profiles.items():
            texts = {name: "" for name, _, _ in _PLACES}
            for term, weight in profile.items():
                texts[_place(weight)] += f" {self._token(term)}"
            self._base.execute("INSERT INTO eigen VALUES (?, ?, ?, ?, ?)", (key, *texts.values()))

    async def find(self, concepts: Concepts) -> list[str]:
        terms = {term for concept in concepts for term in concept}
        worth = ", ".join(str(worth) for _, _, worth in _PLACES)
        rows = self._base.execute(
            f"SELECT id FROM eigen WHERE eigen MATCH ? ORDER BY bm25(eigen, 0, {worth}), id LIMIT ?",  # noqa: S608 (only numbers)
            (" OR ".join(map(self._token, terms)), DEPTH),
        )
        return [row[0] for row in rows]

    def _token(self, term: str) -> str:
        """A term as a word that its tokenizer leaves as it is."""
        return f"t{self._numbers.setdefault(term, len(self._numbers))}"


class TantivyTerms:
    """BM25 with everything that we ask of it: per concept the best of its terms, by its share."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        builder = SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("termen", tokenizer_name="raw", index_option="freq")
        self._schema = builder.build()
        self._index = Index(self._schema)
        writer = self._index.writer(_HEAP_BYTES, 1)
        for key, profile in profiles.items():
            document = Document(id=key)
            for term, weight in profile.items():
                for _ in range(max(1, round(weight / _ONCE))):
                    document.add_text("termen", term)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    async def find(self, concepts: Concepts) -> list[str]:
        searcher = self._index.searcher()
        parts = [(Occur.Should, self._best_of(concept)) for concept in concepts]
        found = searcher.search(Query.boolean_query(parts), DEPTH)
        return [searcher.doc(address)["id"][0] for _, address in found.hits]

    def _best_of(self, concept: Mapping[str, float]) -> Query:
        return Query.disjunction_max_query(
            [
                Query.boost_query(Query.term_query(self._schema, "termen", term, "freq"), share)
                for term, share in concept.items()
            ]
        )
