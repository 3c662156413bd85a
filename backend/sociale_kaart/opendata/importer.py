"""Brings rows of one source into the sociale kaart; a second run updates what came before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NoReturn

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries as aanbod_queries
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.rules import closing_faults, code_faults
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import Fout, faults_from_pydantic
from sociale_kaart.opendata.interchange import AanbodRij
from sociale_kaart.opendata.normalise import normalise
from sociale_kaart.opendata.sources import SourceRow
from sociale_kaart.opendata.writer import KnownRows, Outcome, write_row
from sociale_kaart.organisaties import queries as organisatie_queries
from sociale_kaart.taxonomie.reference import Reference, load_reference

_CHUNK = 200

Progress = Callable[[int], None]


@dataclass(frozen=True)
class RowFault:
    """What is wrong with one row; the row as a whole was left out."""

    number: int
    fout: Fout

    def __str__(self) -> str:
        allowed = f" Toegestaan: {', '.join(self.fout.toegestaan)}." if self.fout.toegestaan else ""
        return f"rij {self.number}, {self.fout.veld}: {self.fout.melding}{allowed}"


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

    async def run(
        self, rows: Iterable[SourceRow], progress: Progress = lambda _done: None
    ) -> Report:
        """Imports all rows; each of them whole or not at all."""
        report = Report()
        async with self._database.transaction() as session:
            reference = await load_reference(session)
        iterator = iter(rows)
        while chunk := list(islice(iterator, _CHUNK)):
            checked = [
                (row.number, rij)
                for row in chunk
                if (rij := self._check(row, reference, report)) is not None
            ]
            await self._write(checked, reference, report)
            progress(len(chunk))
        return report

    def _check(self, row: SourceRow, reference: Reference, report: Report) -> AanbodRij | None:
        faults: list[Fout] = []
        rij: AanbodRij | None = None
        if row.fault is not None:
            faults = [row.fault]
        else:
            data, unknown = normalise(row.data)
            report.unknown_keys.update(unknown)
            try:
                rij = AanbodRij.model_validate(data)
            except ValidationError as error:
                faults = faults_from_pydantic(error.errors())
            else:
                faults = [*code_faults(rij, reference.vocabulary), *closing_faults(rij)]
                faults += self._double(rij, row.number)
        report.faults += [RowFault(row.number, fault) for fault in faults]
        if rij is None or faults:
            return None
        self._seen[rij.extern_id] = row.number
        placed = place_of(rij.locatie, reference) if rij.locatie else None
        if placed is not None:
            report.notes += [f"rij {row.number}, locatie: {note}" for note in placed.opmerkingen]
        return rij

    def _double(self, rij: AanbodRij, number: int) -> Iterator[Fout]:
        earlier = self._seen.get(rij.extern_id)
        if earlier is not None and earlier != number:
            yield Fout(veld="externId", melding=f"Deze externId staat ook al in rij {earlier}.")

    async def _write(
        self, rows: list[tuple[int, AanbodRij]], reference: Reference, report: Report
    ) -> None:
        """Writes the rows together, or one by one when the database refuses one of them."""
        try:
            outcomes = await self._transaction(rows, reference)
        except DBAPIError as error:
            if len(rows) == 1:
                reason = str(error.orig).partition("\n")[0]
                fout = Fout(veld="rij", melding=f"De database weigert deze rij: {reason}.")
                report.faults.append(RowFault(rows[0][0], fout))
                return
            for row in rows:
                await self._write([row], reference, report)
            return
        for outcome in outcomes:
            report.counts[outcome] += 1

    async def _transaction(
        self, rows: list[tuple[int, AanbodRij]], reference: Reference
    ) -> list[Outcome]:
        outcomes: list[Outcome] = []
        try:
            async with self._database.transaction() as session:
                known = await _known_rows(session, self._bron, [rij for _, rij in rows])
                for _, rij in rows:
                    outcomes.append(await write_row(session, self._bron, rij, known, reference))
                if self._dry_run:
                    await _end_dry_run(session)
        except DryRunEndedError:
            pass
        return outcomes


async def _end_dry_run(session: AsyncSession) -> NoReturn:
    # What the database thinks of the rows shows itself when they are written.
    await session.flush()
    raise DryRunEndedError


async def _known_rows(session: AsyncSession, bron: str, rows: list[AanbodRij]) -> KnownRows:
    return KnownRows(
        organisaties=await organisatie_queries.find_by_source(
            session, bron, {rij.organisatie.extern_id for rij in rows}
        ),
        aanbod=await aanbod_queries.find_by_source(session, bron, [rij.extern_id for rij in rows]),
    )
