from collections.abc import AsyncIterable, Mapping
from typing import Any

from tantivy import Document, Index, Occur, Query, SchemaBuilder

from bench.peers.peer import PAGE, TITLE_WEIGHT, Answer, Asked, Text, facet_of, others_of
from sociale_kaart.zoeken.tags import FACETS

_TEXTS = ("title", "rest")
_MOST_CODES = 1_000
_HEAP_BYTES = 100_000_000


class TantivyPeer:
    """A library in this process, in memory, with Dutch stems and without typos.

    Not a server: no request and no answer are written or read. So it is a bound, not a choice.
    """

    def __init__(self, *, all_words: bool = True) -> None:
        self._all_words = all_words
        builder = SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for field in _TEXTS:
            builder.add_text_field(field, tokenizer_name="nl_stem")
        for facet in FACETS:
            builder.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index = Index(self._schema)

    async def fill(self, texts: AsyncIterable[Text]) -> None:
        writer = self._index.writer(_HEAP_BYTES, 1)
        async for one in texts:
            document = Document(id=one.id, title=one.title, rest=one.rest)
            for tag in one.tags:
                document.add_text(facet_of(tag), tag)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    async def ask(self, asked: Asked) -> Answer:
        words, groups = asked
        text = self._index.parse_query(
            " ".join(words),
            list(_TEXTS),
            field_boosts={"title": TITLE_WEIGHT},
            conjunction_by_default=self._all_words,
        )
        searcher = self._index.searcher()
        found = searcher.search(self._narrowed(text, groups), PAGE, count=True)
        page = [searcher.doc(address)["id"][0] for _, address in found.hits]
        counts: dict[str, int] = {}
        for facet in (None, *groups):
            asked_for = [facet] if facet else [one for one in FACETS if one not in groups]
            counts |= _flat(
                searcher.aggregate(
                    self._narrowed(text, others_of(facet, groups)),
                    {one: {"terms": {"field": one, "size": _MOST_CODES}} for one in asked_for},
                )
            )
        return found.count, page, counts

    def _narrowed(self, text: Query, groups: Mapping[str, list[str]]) -> Query:
        parts = [(Occur.Must, text)]
        for facet, tags in groups.items():
            # Term by term: a set of terms takes a hundred times as long.
            one_of = [(Occur.Should, Query.term_query(self._schema, facet, one)) for one in tags]
            # A filter says whether, not how well.
            parts.append((Occur.Must, Query.const_score_query(Query.boolean_query(one_of), 0.0)))
        return Query.boolean_query(parts)


def _flat(aggregated: Mapping[str, Any]) -> dict[str, int]:
    return {
        bucket["key"]: bucket["doc_count"]
        for counts in aggregated.values()
        for bucket in counts["buckets"]
    }
