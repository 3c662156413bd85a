"""The agenda as its readers get it."""

from asyncio import to_thread
from collections import Counter
from collections.abc import Mapping
from typing import Any

import asyncpg
import orjson

from sociale_kaart.aanbod.changing import UNKNOWN
from sociale_kaart.aanbod.queries import documents_of, find_document
from sociale_kaart.aanbod.schemas import AanbodKort
from sociale_kaart.agenda import queries
from sociale_kaart.agenda.calendars import (
    Wording,
    calendar_name,
    calendar_of_aanbod,
    calendar_of_agenda,
)
from sociale_kaart.agenda.cursor import Cursor
from sociale_kaart.agenda.rules import TimeCounts, weekday_number
from sociale_kaart.agenda.schemas import AgendaFilters, AgendaVraag, TellingVraag
from sociale_kaart.core.clock import to_local, today
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.core.schema import to_camel
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.cards import distance_m
from sociale_kaart.zoeken.query import selected
from sociale_kaart.zoeken.tags import FACETS

Answer = dict[str, Any]
# More is no use to anybody, and some agendas refuse it.
_MOST_IN_CALENDAR = 1_000
_CARD_KEYS = tuple(to_camel(name) for name in AanbodKort.model_fields)


async def read_agenda(database: Database, vraag: AgendaVraag, vocabulary: Vocabulary) -> Answer:
    """A page (schemas.Agenda) as JSON data. Raises InvalidInputError when the cursor is none."""
    chosen = selected(vraag, vocabulary)
    after = Cursor.read(vraag.cursor) if vraag.cursor is not None else None
    answer: Answer = {"datumVan": vraag.first, "datumTot": vraag.last}
    async with database.reader() as connection:
        found = await queries.list_keren(connection, vraag, chosen, vraag.limit, after)
        if not found and after is None:
            following = await queries.next_day(connection, vraag, chosen)
            if following is not None:
                answer["eerstvolgende"] = following
    page = found[: vraag.limit]
    answer["resultaten"] = [_keer(row, vraag.punt) for row in page]
    if len(found) > len(page):
        last = page[-1]
        answer["volgende"] = str(Cursor(last["dag"], last["van"], last["moment_id"]))
    return answer


async def count_agenda(database: Database, vraag: TellingVraag, vocabulary: Vocabulary) -> Answer:
    """How much there is (schemas.Tellingen) as JSON data."""
    chosen = selected(vraag, vocabulary)
    # Of the others the counts are the same, whether their own choice counts or not.
    apart = [facet for facet in chosen if facet not in {"dag", "dagdeel"}]
    async with database.reader() as connection:
        times = await queries.count_times(connection, vraag, chosen)
        tags = {
            facet: _per_facet(await queries.count_tags(connection, vraag, chosen, facet))
            for facet in [None, *apart]
        }
    counts = TimeCounts(
        (tuple(row) for row in times),
        [weekday_number(code) for code in chosen.get("dag", ())],
        chosen.get("dagdeel", ()),
        avond_of_weekend=vraag.avond_of_weekend,
    )
    facets = {facet: tags[facet if facet in apart else None][facet] for facet in FACETS}
    return {
        "datumVan": vraag.first,
        "datumTot": vraag.last,
        "totaal": counts.per_day.total(),
        "dagen": {day.isoformat(): n for day, n in sorted(counts.per_day.items())},
        "avondOfWeekend": counts.avond_of_weekend,
        "facetten": {**facets, "dag": counts.per_weekday, "dagdeel": counts.per_part},
    }


async def export_agenda(database: Database, filters: AgendaFilters, wording: Wording) -> bytes:
    """What comes, as a calendar that others subscribe to; at most a thousand times."""
    chosen = selected(filters, wording.vocabulary)
    async with database.reader() as connection:
        keren = await queries.list_coming(connection, filters, chosen, _MOST_IN_CALENDAR)
        documents = await documents_of(connection, {keer["aanbod_id"] for keer in keren})
    naam = calendar_name(chosen, wording.vocabulary, avond_of_weekend=filters.avond_of_weekend)
    # What left the map between the two questions has no document.
    there = [keer for keer in keren if keer["aanbod_id"] in documents]
    return await to_thread(calendar_of_agenda, naam, there, documents, wording)


async def export_aanbod(database: Database, id_or_slug: str, wording: Wording) -> bytes:
    """The moments of a listing as a calendar. Raises NotFoundError when it has no page."""
    async with database.reader() as connection:
        record = await find_document(connection, id_or_slug)
    if record is None or not record["openbaar"]:
        raise NotFoundError(UNKNOWN)
    return calendar_of_aanbod(orjson.loads(record["inhoud"]), wording, today())


def _per_facet(rows: list[asyncpg.Record]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for row in rows:
        facet, _, code = row["tag"].partition(":")
        if facet in counts:
            counts[facet][code] = row["aantal"]
    return counts


def _keer(row: Mapping[str, Any], point: tuple[float, float] | None) -> Answer:
    card = orjson.loads(row["document"])["kaart"]
    keer = {
        "momentId": str(row["moment_id"]),
        "dag": row["dag"],
        "van": row["van"] and to_local(row["van"]),
        "tot": row["tot"] and to_local(row["tot"]),
        "reden": row["reden"],
        "toelichting": row["toelichting"],
    }
    place = card.get("locatie") or {}
    if point is not None and "lat" in place:
        keer["afstandMeter"] = distance_m(point, (place["lat"], place["lon"]))
    return {
        **{key: value for key, value in keer.items() if value is not None},
        "vervalt": row["vervalt"],
        "aanbod": {key: card[key] for key in _CARD_KEYS if key in card},
    }
