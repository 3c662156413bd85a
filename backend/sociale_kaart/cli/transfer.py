"""Import and export on the terminal: progress, one clear line per fault, a closing count."""

import re
from collections.abc import Iterator
from pathlib import Path

import typer
from rich.progress import Progress

from sociale_kaart.cli.servers import Tools, fail, run
from sociale_kaart.opendata.exporter import export
from sociale_kaart.opendata.importer import Importer, Report
from sociale_kaart.opendata.sources import SUFFIXES, UnreadableFileError, read_rows

_BRON = re.compile(r"^[a-z0-9][a-z0-9._-]{0,59}$")


def import_file(path: Path, bron: str, *, dry_run: bool) -> bool:
    """Imports a file and prints what happened; false when rows were left out."""
    if not _BRON.match(bron):
        fail("De naam van een bron bestaat uit kleine letters, cijfers, punt, streep en _.")

    async def work(tools: Tools) -> Report:
        # Reading first shows how much there is, and refuses a broken file before anything.
        rows = list(read_rows(path))
        importer = Importer(tools.database, bron, dry_run=dry_run)
        with Progress(transient=True) as progress:
            task = progress.add_task("Binnenhalen", total=len(rows))
            return await importer.run(rows, lambda done: progress.advance(task, done))

    try:
        report = run(work, with_engine=False)
    except UnreadableFileError as error:
        fail(str(error))
    for line in _lines(report, dry_run=dry_run):
        typer.echo(line)
    return not report.faults


def export_file(path: Path, bron: str | None) -> None:
    """Exports to a file and prints how much."""
    if path.suffix.lower() not in SUFFIXES:
        fail(f"Laat de naam van het bestand eindigen op een van: {', '.join(SUFFIXES)}.")

    async def work(tools: Tools) -> int:
        with Progress(transient=True) as progress:
            task = progress.add_task("Wegschrijven", total=None)
            return await export(
                tools.database, path, bron, lambda done: progress.advance(task, done)
            )

    try:
        count = run(work, with_engine=False)
    except OSError as error:
        fail(f"'{path}' is niet te schrijven: {error.strerror}.")
    typer.echo(f"{count} keer aanbod geschreven naar {path}.")


def _lines(report: Report, *, dry_run: bool) -> Iterator[str]:
    for fault in report.faults:
        yield str(fault)
    for note in report.notes:
        yield f"Let op, {note}"
    for key in sorted(report.unknown_keys):
        yield f"Let op: de kolom '{key}' kennen we niet en is niet overgenomen."
    counts = ", ".join(f"{number} {outcome}" for outcome, number in report.counts.items())
    done = "Bij een echte import" if dry_run else "Klaar"
    yield f"{done}: {counts}, {report.rows_with_faults} met fouten en overgeslagen."
