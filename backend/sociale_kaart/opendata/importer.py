"""Brings rows of one source into the sociale kaart; a second run updates what came before."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NoReturn

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.places import place_of
from sociale_kaart.core.db import Database, is_away
from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.checks import check, notes_on
from sociale_kaart.opendata.interchange import AanbodRij, OrganisatieRij, key_of
from sociale_kaart.opendata.normalise import normalise
from sociale_kaart.opendata.sources import SourceRow
from sociale_kaart.opendata.writer import CheckedRow, Outcome, open_writer
from sociale_kaart.taxonomie.reference import Reference, load_reference

_CHUNK = 200
# Which part of a list, as computers count: momenten.0.van.
_AT = re.compile(r"\.(\d+)(?=\.|$)")

Progress = Callable[[int], None]


@dataclass(frozen=True)
class RowFault:
    """What is wrong with one row; the row as a whole was left out."""

    number: int
    fout: Fout

    def __str__(self) -> str:
        allowed = f" Toegestaan: {', '.join(self.fout.toegestaan)}." if self.fout.toegestaan else ""
        veld = _AT.sub(lambda at: f" (nr. {int(at[1]) + 1})", self.fout.veld)
        return f"rij {self.number}, {veld}: {self.fout.melding}{allowed}"


@dataclass
class Report:
    """What an import did, or in a dry run would have done."""

    counts: dict[Outcome, int] = field(
        default_factory=lambda: {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0}
    )
    faults: list[RowFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown_keys: set[str] = field(default_factory=set)

    @property
    def rows_with_faults(self) -> int:
        return len({fault.number for fault in self.faults})


class DryRunEndedError(Exception):
    """Ends a transaction of a dry run, so that it leaves nothing behind."""


class Importer:
    """Imports rows of one source.

    Args:
        bron: the name of the source; with the external id it is the key of a row.
        dry_run: does everything but the last step, and rolls back.
    """

    def __init__(self, database: Database, bron: str, *, dry_run: bool = False) -> None:
        self._database = database
        self._bron = bron
        self._dry_run = dry_run
        self._seen: dict[str, int] = {}
        self._owners: dict[str, tuple[int, OrganisatieRij]] = {}

    async def run(
        self, rows: Iterable[SourceRow], progress: Progress = lambda _done: None
    ) -> Report:
        """Imports all rows; each of them whole or not at all."""
        report = Report()
        async with self._database.transaction() as session:
            reference = await load_reference(session)
        iterator = iter(rows)
        while chunk := list(islice(iterator, _CHUNK)):
            found = (self._check(row, reference, report) for row in chunk)
            checked = [row for row in found if row is not None]
            if checked:
                await self._write(checked, reference, report)
            progress(len(chunk))
        report.faults.sort(key=lambda fault: fault.number)
        return report

    def _check(self, row: SourceRow, reference: Reference, report: Report) -> CheckedRow | None:
        """The row when it is right; else its faults, all of them, go into the report."""
        rij: AanbodRij | None = None
        faults: list[Fout] = []
        if row.fault is not None:
            faults = [row.fault]
        else:
            data, unknown = normalise(row.data)
            report.unknown_keys.update(unknown)
            rij, faults = check(data, reference)
            faults += self._double(data.get("externId"))
        report.faults += [RowFault(row.number, fault) for fault in faults]
        if rij is None or faults:
            return None
        self._seen[rij.extern_id] = row.number
        placed = place_of(rij.locatie, reference) if rij.locatie else None
        report.notes += [f"rij {row.number}, {note}" for note in notes_on(rij, placed)]
        rij = self._with_owner(rij, row.number, report)
        return CheckedRow(row.number, rij, placed.locatie if placed else None)

    def _double(self, extern_id: object) -> Iterator[Fout]:
        earlier = self._seen.get(extern_id) if isinstance(extern_id, str) else None
        if earlier is not None:
            yield Fout(veld="externId", melding=f"Deze externId staat ook al in rij {earlier}.")

    def _with_owner(self, rij: AanbodRij, number: int, report: Report) -> AanbodRij:
        """The row with its organisation as the file said it first, so that one answer holds."""
        first, owner = self._owners.setdefault(rij.organisatie.extern_id, (number, rij.organisatie))
        if owner == rij.organisatie:
            return rij
        other = [
            key_of(name, OrganisatieRij)
            for name in OrganisatieRij.model_fields
            if getattr(owner, name) != getattr(rij.organisatie, name)
        ]
        report.notes.append(
            f"rij {number}, organisatie: {', '.join(other)} is anders dan in rij {first}; "
            f"rij {first} telt."
        )
        return rij.model_copy(update={"organisatie": owner})

    async def _write(self, rows: list[CheckedRow], reference: Reference, report: Report) -> None:
        """Writes the rows together, or one by one when the database refuses one of them."""
        try:
            outcomes = await self._transaction(rows, reference)
        except DBAPIError as error:
            if is_away(error):
                raise
            if len(rows) == 1:
                row = rows[0]
                reason = str(error.orig).partition("\n")[0]
                fout = Fout(veld="rij", melding=f"De database weigert deze rij: {reason}.")
                report.faults.append(RowFault(row.number, fout))
                return
            for row in rows:
                await self._write([row], reference, report)
            return
        for outcome in outcomes:
            report.counts[outcome] += 1

    async def _transaction(self, rows: list[CheckedRow], reference: Reference) -> list[Outcome]:
        outcomes: list[Outcome] = []
        try:
            async with self._database.transaction() as session:
                writer = await open_writer(session, self._bron, rows, reference)
                outcomes = [writer.write(row) for row in rows]
                await writer.finish()
                if self._dry_run:
                    await _end_dry_run(session)
        except DryRunEndedError:
            pass
        return outcomes


async def _end_dry_run(session: AsyncSession) -> NoReturn:
    # What the database thinks of the rows shows itself when they are written.
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    raise DryRunEndedError
