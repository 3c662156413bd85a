"""Import and export on the terminal: progress, one clear line per fault, a closing count."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress, TaskID
from sqlalchemy import inspect

from sociale_kaart.cli.prepare import migrate
from sociale_kaart.cli.servers import Tools, run
from sociale_kaart.cli.terminal import fail
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.exporter import UnwritableError, export
from sociale_kaart.opendata.importer import Importer, Report
from sociale_kaart.opendata.sources import SUFFIXES, count_rows, read_rows
from sociale_kaart.opendata.unreadable import UnreadableFileError
from sociale_kaart.taxonomie.service import load_taxonomie

_BRON = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")


def import_file(path: Path, bron: str, *, dry_run: bool) -> bool:
    """Imports a file and prints what happened; false when rows were left out."""
    if not _BRON.fullmatch(bron):
        fail("De naam van een bron bestaat uit kleine letters, cijfers, punt, streep en _.")
    total = _count(path)

    async def work(tools: Tools) -> Report:
        await _make_ready(tools.database)
        importer = Importer(tools.database, bron, dry_run=dry_run)
        with _progress("Binnenhalen", total) as advance:
            return await importer.run(read_rows(path), advance)

    try:
        report = run(work, with_engine=False)
    except UnreadableFileError as error:  # it changed while it was read
        fail(str(error))
    for line in _lines(report, dry_run=dry_run):
        typer.echo(line)
    return not report.faults


def export_file(path: Path, bron: str | None) -> None:
    """Exports to a file and prints how much."""
    if path.suffix.lower() not in SUFFIXES:
        fail(f"Laat de naam van het bestand eindigen op een van: {', '.join(SUFFIXES)}.")
    if not path.parent.is_dir():
        fail(f"De map '{path.parent}' bestaat niet.")

    async def work(tools: Tools) -> int:
        await _make_ready(tools.database)
        with _progress("Wegschrijven", None) as advance:
            try:
                return await export(tools.database, path, bron, advance)
            except UnwritableError as error:
                fail(str(error))
            except OSError as error:
                fail(f"'{path}' is niet te schrijven: {error.strerror}.")

    typer.echo(f"{run(work, with_engine=False)} keer aanbod geschreven naar {path}.")


def _count(path: Path) -> int:
    """How many rows the file has; a file that cannot be read ends here, with nothing done."""
    try:
        total = count_rows(path)
    except UnreadableFileError as error:
        fail(str(error))
    if total == 0:
        fail(f"In '{path.name}' staan geen rijen.")
    return total


async def _make_ready(database: Database) -> None:
    """Gives a database that is still empty its tables and lists, so that a first import works."""
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    if names:
        return
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)


@contextmanager
def _progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar for a person at a terminal; the lines of the report can go to a file meanwhile."""
    console = Console(stderr=True)
    with Progress(transient=True, console=console, disable=not console.is_terminal) as progress:
        task: TaskID = progress.add_task(what, total=total)
        yield lambda done: progress.advance(task, done)


def _lines(report: Report, *, dry_run: bool) -> Iterator[str]:
    for fault in report.faults:
        yield str(fault)
    for note in report.notes:
        yield f"Let op, {note}"
    for key in sorted(report.unknown_keys):
        yield f"Let op: '{key}' kennen we niet en is niet overgenomen."
    counts = ", ".join(f"{number} {outcome}" for outcome, number in report.counts.items())
    done = "Bij een echte import" if dry_run else "Klaar"
    yield f"{done}: {counts}, {report.rows_with_faults} met fouten en overgeslagen."
