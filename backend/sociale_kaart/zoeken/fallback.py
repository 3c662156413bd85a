"""The same question answered by PostgreSQL, for when Meilisearch is away.

Dutch full text on stems, and trigrams on names for misspelt words; the same filters, counts
and order. Slower and less forgiving, which is why the answer says that it is degraded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from sociale_kaart.core.clock import today
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.conditions import Statement, add_filters, add_one_of, distance
from sociale_kaart.zoeken.query import PARTNERS, counted_apart, moment_codes
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.sent import Sleutel, sleutel_of
from sociale_kaart.zoeken.suggestions import MAX_ORGANISATIONS
from sociale_kaart.zoeken.tags import FACETS, MOMENT

_FAR_AHEAD = "9999-12-31"
# A word of {text} begins with what was typed ($1).
_BEGINS = "({text} LIKE $1 || '%' OR {text} LIKE '% ' || $1 || '%')"
_LOOKS_LIKE = (
    f"({_BEGINS} OR $1 <% {{text}})"
    f" ORDER BY {_BEGINS} DESC, word_similarity($1, {{text}}) DESC, id LIMIT $2"
)
_SUGGEST_LISTINGS = (
    "SELECT titel, document::json ->> 'slug' AS slug,"  # noqa: S608 (nothing from outside)
    " document::json ->> 'organisatie' AS organisatie"
    f" FROM zoek_rij WHERE {_LOOKS_LIKE.format(text='namen')}"
)
# The same folding as question.fold does; names of organisations are kept as they are written.
_SUGGEST_ORGANISATIONS = (
    "SELECT naam, slug FROM (SELECT id, naam, slug, regexp_replace("  # noqa: S608
    "normalize(lower(naam), NFKD), '[\u0300-\u036f]', '', 'g') AS gevouwen FROM organisatie"
    " WHERE id IN (SELECT organisatie_id FROM aanbod_document WHERE zichtbaar)) AS zichtbare"
    f" WHERE {_LOOKS_LIKE.format(text='gevouwen')}"
)
# Which version of a listing it is, as candidates.from_database names it.
_VERSION = "concat(xmin, '.', (SELECT b.xmin FROM zoek_betekenis AS b WHERE b.id = zoek_rij.id))"
_POLICY = "rang_niveau, {near} rang_collectief, rang_open, rang_versheid DESC, id"


async def search_in_database(
    connection: asyncpg.Connection,
    vraag: ZoekVraag,
    chosen: Mapping[str, Sequence[str]],
    vocabulary: Vocabulary,
) -> tuple[list[Sleutel], dict[str, Any]]:
    """Which listings the page has, and the answer (schemas.ZoekAntwoord) without its results."""
    words = await _telling_words(connection, vraag.telling)
    total = await _total(connection, _conditions(vraag, chosen, words))
    return await _page(connection, vraag, chosen, words), {
        "totaal": total,
        "page": vraag.page,
        "pageSize": vraag.page_size,
        "gedegradeerd": True,
        "facetten": await _facets(connection, vraag, chosen, words, vocabulary),
    }


async def suggest_in_database(
    connection: asyncpg.Connection, question: str, limit: int
) -> tuple[list[asyncpg.Record], list[asyncpg.Record]]:
    """Listings (titel, slug, organisatie) and organisations (naam, slug) that look like it."""
    folded = " ".join(words_of(question))
    listings = await connection.fetch(_SUGGEST_LISTINGS, folded, limit)
    organisations = await connection.fetch(_SUGGEST_ORGANISATIONS, folded, MAX_ORGANISATIONS)
    return listings, organisations


async def _telling_words(connection: asyncpg.Connection, question: str) -> list[str]:
    """The words of the question that Dutch full text does not skip."""
    words = words_of(question)
    if not words:
        return []
    rows = await connection.fetch(
        "SELECT word FROM unnest($1::text[]) WITH ORDINALITY AS w(word, at)"
        " WHERE numnode(plainto_tsquery('pg_catalog.dutch', word)) > 0 ORDER BY at",
        words,
    )
    return [row["word"] for row in rows]


def _conditions(
    vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]], words: Sequence[str]
) -> Statement:
    statement = Statement()
    add_filters(statement, vraag, chosen)
    moments = moment_codes(chosen)
    if moments is not None:
        add_one_of(statement, MOMENT, moments)
    else:
        for facet in sorted(PARTNERS.keys() & chosen.keys()):
            add_one_of(statement, facet, chosen[facet])
    if vraag.datum_van or vraag.datum_tot:
        last = statement.value(vraag.datum_tot) if vraag.datum_tot else f"'{_FAR_AHEAD}'::date"
        begin = vraag.datum_van or min(today(), vraag.datum_tot or today())
        first = statement.value(begin)
        statement.conditions.append(
            f"EXISTS (SELECT FROM unnest(data) AS dag WHERE dag BETWEEN {first} AND {last})"
        )
    if words:
        query = statement.value(_any_of(words))
        folded = statement.value(" ".join(words))
        statement.conditions.append(
            f"(woorden @@ to_tsquery('pg_catalog.dutch', {query}) OR {folded} <% namen)"
        )
    return statement


def _any_of(words: Sequence[str]) -> str:
    """Any of the words; the last one may be unfinished, as in search as you type."""
    return " | ".join([*words, f"{words[-1]}:*"])


async def _page(
    connection: asyncpg.Connection,
    vraag: ZoekVraag,
    chosen: Mapping[str, Sequence[str]],
    words: Sequence[str],
) -> list[Sleutel]:
    statement = _conditions(vraag, chosen, words)
    order = _order(statement, vraag, words)
    limit = statement.value(vraag.page_size)
    offset = statement.value(vraag.start)
    rows = await connection.fetch(
        f"SELECT id::text AS id, {_VERSION} AS versie FROM zoek_rij"  # noqa: S608
        f" WHERE {statement.where} ORDER BY {order} LIMIT {limit} OFFSET {offset}",
        *statement.values,
    )
    return [sleutel_of(row["id"], row["versie"]) for row in rows]


def _order(statement: Statement, vraag: ZoekVraag, words: Sequence[str]) -> str:
    near = "" if vraag.punt is None else f"{distance(statement, vraag.punt)} NULLS LAST,"
    if vraag.sort == "afstand":
        return f"{near} {_POLICY.format(near='')}"
    if vraag.sort == "titel":
        return 'titel COLLATE "nl-NL-x-icu", id'
    if vraag.sort == "bijgewerkt":
        return "gewijzigd_op DESC, id"
    policy = _POLICY.format(near=near)
    if not words:
        return policy
    each = statement.value(list(words))
    every = statement.value(_any_of(words))
    # As in the engine: more words first, then where they stand, in steps, then the policy.
    return (
        "(SELECT count(*) FROM unnest("  # noqa: S608 (placeholders, not values)
        f"{each}::text[]) AS word WHERE woorden @@ plainto_tsquery('pg_catalog.dutch', word)) DESC,"
        f" round(ts_rank(woorden, to_tsquery('pg_catalog.dutch', {every}))::numeric, 1) DESC,"
        f" {policy}"
    )


async def _facets(
    connection: asyncpg.Connection,
    vraag: ZoekVraag,
    chosen: Mapping[str, Sequence[str]],
    words: Sequence[str],
    vocabulary: Vocabulary,
) -> dict[str, dict[str, int]]:
    """The counts that the engine would give; see query.facet_queries."""
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    apart = counted_apart(chosen)
    free = [facet for facet in FACETS if facet not in apart]
    await _count(connection, _conditions(vraag, chosen, words), free, counts)
    for facet in apart:
        others = {key: codes for key, codes in chosen.items() if key != facet}
        if PARTNERS.get(facet) not in chosen:
            await _count(connection, _conditions(vraag, others, words), [facet], counts)
            continue
        for code in vocabulary.labels[facet]:
            number = await _total(connection, _conditions(vraag, {**others, facet: [code]}, words))
            if number:
                counts[facet][code] = number
    return counts


async def _total(connection: asyncpg.Connection, statement: Statement) -> int:
    return int(
        await connection.fetchval(
            f"SELECT count(*) FROM zoek_rij WHERE {statement.where}",  # noqa: S608
            *statement.values,
        )
    )


async def _count(
    connection: asyncpg.Connection,
    statement: Statement,
    facets: Sequence[str],
    counts: dict[str, dict[str, int]],
) -> None:
    rows = await connection.fetch(
        "SELECT tag, count(*) AS aantal FROM zoek_rij, unnest(tags) AS tag"  # noqa: S608
        f" WHERE {statement.where} GROUP BY tag",
        *statement.values,
    )
    for row in rows:
        facet, _, code = row["tag"].partition(":")
        if facet in facets:
            counts[facet][code] = row["aantal"]
