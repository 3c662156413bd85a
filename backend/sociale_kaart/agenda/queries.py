"""The SQL of the agenda: times (`keer`) of listings as search sees them (`zoek_rij`)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import asyncpg

from sociale_kaart.agenda.cursor import Cursor
from sociale_kaart.agenda.rules import last_day_of_agenda, weekday_number
from sociale_kaart.agenda.schemas import AgendaFilters, TellingVraag
from sociale_kaart.core.clock import today
from sociale_kaart.zoeken.conditions import Statement, add_filters

Chosen = Mapping[str, Sequence[str]]
_FROM = "FROM keer JOIN zoek_rij ON zoek_rij.id = keer.aanbod_id"
# As rules.is_avond_of_weekend.
_AVOND_OF_WEEKEND = "('avond' = ANY(dagdelen) OR extract(isodow FROM dag) >= 6)"
# What the index ix_keer_volgorde is made of.
_ORDER = "dag, coalesce(van, 'infinity'), moment_id"


async def list_keren(
    connection: asyncpg.Connection,
    vraag: TellingVraag,
    chosen: Chosen,
    limit: int,
    after: Cursor | None,
) -> list[asyncpg.Record]:
    """Times in order with the search document of their listing, one more than the page holds."""
    statement = _in_period(vraag)
    _add_when(statement, vraag, chosen)
    add_filters(statement, vraag, chosen)
    if after is not None:
        day, van, key = map(statement.value, after)
        statement.conditions.append(
            f"({_ORDER}) > ({day}::date, coalesce({van}::timestamptz, 'infinity'), {key}::uuid)"
        )
    rows: list[asyncpg.Record] = await connection.fetch(
        f"SELECT moment_id, dag, van, tot, vervalt, reden, toelichting, document {_FROM}"
        f" WHERE {statement.where} ORDER BY {_ORDER} LIMIT {statement.value(limit + 1)}",
        *statement.values,
    )
    return rows


async def list_coming(
    connection: asyncpg.Connection, filters: AgendaFilters, chosen: Chosen, limit: int
) -> list[asyncpg.Record]:
    """The first times from today on, in order, with the id of their listing."""
    statement = _between(today(), last_day_of_agenda(today()))
    _add_when(statement, filters, chosen)
    add_filters(statement, filters, chosen)
    rows: list[asyncpg.Record] = await connection.fetch(
        "SELECT moment_id, aanbod_id, dag, van, tot, vervalt, reden, toelichting"
        f" {_FROM} WHERE {statement.where} ORDER BY {_ORDER} LIMIT {statement.value(limit)}",
        *statement.values,
    )
    return rows


async def next_day(
    connection: asyncpg.Connection, vraag: TellingVraag, chosen: Chosen
) -> date | None:
    """The first day after the period on which something is on."""
    statement = _between(vraag.last + timedelta(days=1), last_day_of_agenda(today()))
    statement.conditions.append("NOT vervalt")
    _add_when(statement, vraag, chosen)
    add_filters(statement, vraag, chosen)
    day: date | None = await connection.fetchval(
        f"SELECT dag {_FROM} WHERE {statement.where} ORDER BY {_ORDER} LIMIT 1",
        *statement.values,
    )
    return day


async def count_times(
    connection: asyncpg.Connection, vraag: TellingVraag, chosen: Chosen
) -> list[asyncpg.Record]:
    """How many times there are per day and parts of the day (`dag`, `dagdelen`, `aantal`).

    Whatever days and parts of the day are chosen, as the counts in those filters need the others.
    """
    statement = _in_period(vraag)
    statement.conditions.append("NOT vervalt")
    add_filters(statement, vraag, chosen)
    rows: list[asyncpg.Record] = await connection.fetch(
        f"SELECT dag, dagdelen, count(*) AS aantal {_FROM}"
        f" WHERE {statement.where} GROUP BY dag, dagdelen",
        *statement.values,
    )
    return rows


async def count_tags(
    connection: asyncpg.Connection, vraag: TellingVraag, chosen: Chosen, without: str | None
) -> list[asyncpg.Record]:
    """How many times there are per tag of their listings (`tag`, `aantal`).

    `without` is a facet whose own choice does not count.
    """
    statement = _in_period(vraag)
    statement.conditions.append("NOT vervalt")
    _add_when(statement, vraag, chosen)
    times = statement.where
    statement.conditions.clear()
    others = {facet: codes for facet, codes in chosen.items() if facet != without}
    add_filters(statement, vraag, others)
    # First how often each listing is on, as it has many tags.
    rows: list[asyncpg.Record] = await connection.fetch(
        "WITH vaak AS MATERIALIZED"  # noqa: S608 (only places)
        f" (SELECT aanbod_id, count(*) AS keren FROM keer WHERE {times} GROUP BY aanbod_id)"
        " SELECT tag, sum(keren)::int AS aantal"
        " FROM vaak JOIN zoek_rij ON zoek_rij.id = vaak.aanbod_id, unnest(tags) AS tag"
        f" WHERE {statement.where} GROUP BY tag",
        *statement.values,
    )
    return rows


def _in_period(vraag: TellingVraag) -> Statement:
    statement = _between(vraag.first, vraag.last)
    if vraag.vanaf is not None:
        moment = statement.value(vraag.vanaf)
        statement.conditions.append(f"coalesce(tot, van, 'infinity') > {moment}")
    return statement


def _between(first: date, last: date) -> Statement:
    statement = Statement()
    # What was on yesterday stays until the worker has come by.
    begin = statement.value(max(first, today()))
    statement.conditions.append(f"dag BETWEEN {begin} AND {statement.value(last)}")
    return statement


def _add_when(statement: Statement, filters: AgendaFilters, chosen: Chosen) -> None:
    """What is asked of each time by itself."""
    if "dag" in chosen:
        numbers = statement.value([weekday_number(code) for code in chosen["dag"]])
        statement.conditions.append(f"extract(isodow FROM dag) = ANY({numbers}::int[])")
    if "dagdeel" in chosen:
        parts = statement.value(list(chosen["dagdeel"]))
        statement.conditions.append(f"dagdelen && {parts}::text[]")
    if filters.avond_of_weekend:
        statement.conditions.append(_AVOND_OF_WEEKEND)
