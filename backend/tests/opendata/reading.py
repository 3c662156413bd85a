"""What is in the database, in few words, for tests to compare."""

from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, Bevestiging
from sociale_kaart.aanbod.queries import select_whole_aanbod
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.opendata.sources import SourceRow
from sociale_kaart.organisaties.models import Organisatie


async def run_import(database, *rows, bron="proef", dry_run=False):
    """Imports rows; unlike the factory's import, faults are for the test to look at."""
    numbered = [
        row if isinstance(row, SourceRow) else SourceRow(number, row)
        for number, row in enumerate(rows, start=1)
    ]
    return await Importer(database, bron, dry_run=dry_run).run(numbered)


async def listings(database):
    """All listings, loaded with their parts, by title."""
    async with database.transaction() as session:
        ids = (await session.scalars(select(col(Aanbod.id)))).all()
        rows = await session.scalars(select_whole_aanbod(ids))
        return {row.titel: row for row in rows}


async def listing(database):
    (only,) = (await listings(database)).values()
    return only


async def organisations(database):
    async with database.transaction() as session:
        rows = await session.scalars(select(Organisatie).order_by(col(Organisatie.id)))
        return list(rows)


async def history(database):
    async with database.transaction() as session:
        rows = await session.scalars(select(AanbodHistorie).order_by(col(AanbodHistorie.id)))
        return [(row.handeling, row.wijzigingen) for row in rows]


async def confirmations(database):
    async with database.transaction() as session:
        rows = await session.scalars(select(Bevestiging).order_by(col(Bevestiging.op)))
        return [(row.op.isoformat(), row.wijze) for row in rows]


def lines(report):
    return [str(fault) for fault in report.faults]
