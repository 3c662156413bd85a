"""Writes listings in the interchange format, so that importing them again changes nothing."""

import csv
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast
from uuid import UUID

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries
from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.schemas import Status
from sociale_kaart.core.clock import to_local
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.columns import flatten
from sociale_kaart.opendata.interchange import AanbodRij, OrganisatieRij, column_names, to_row
from sociale_kaart.organisaties.models import Organisatie

_CHUNK = 200
# What is longer a spreadsheet would cut off.
_LONGEST_CELL = 32_767
# Control characters that XML, and so a spreadsheet, cannot hold.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Ambiguous:
    """External ids that more than one source uses; in one file they need their source with them."""

    organisaties: frozenset[str] = frozenset()
    aanbod: frozenset[str] = frozenset()


class UnwritableError(Exception):
    """This form of file cannot hold it; the text is a sentence for the user."""


def row_of(aanbod: Aanbod, ambiguous: Ambiguous = Ambiguous()) -> dict[str, Any]:
    """The interchange row of a listing that is loaded with all its parts.

    A listing that was made here has its own id as external id, so that it can travel too.
    """
    invoer = invoer_of(aanbod)
    values = {field: getattr(invoer, field) for field in type(invoer).model_fields}
    rij = AanbodRij.model_construct(
        **values,
        extern_id=_travel_id(aanbod, ambiguous.aanbod),
        organisatie=_organisatie_rij(aanbod.organisatie, ambiguous.organisaties),
        status=cast("Status", aanbod.status),
        bevestigd_op=aanbod.bevestigd_op and to_local(aanbod.bevestigd_op),
        bijgewerkt=to_local(aanbod.gewijzigd_op),
        licentie=aanbod.licentie,
    )
    return to_row(rij)


def _organisatie_rij(organisatie: Organisatie, ambiguous: frozenset[str]) -> OrganisatieRij:
    fields = set(OrganisatieRij.model_fields) - {"extern_id"}
    values = {field: getattr(organisatie, field) for field in fields}
    return OrganisatieRij.model_construct(**values, extern_id=_travel_id(organisatie, ambiguous))


def _travel_id(subject: Aanbod | Organisatie, ambiguous: frozenset[str]) -> str:
    if subject.extern_id is None:
        return str(subject.id)
    is_double = subject.extern_id in ambiguous
    return f"{subject.bron}/{subject.extern_id}" if is_double else subject.extern_id


async def export(
    database: Database,
    path: Path,
    bron: str | None = None,
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Writes all listings (of one source, when given) to a file; returns how many.

    The file appears when it is complete: a name that ends in '.deel' is used until then. Raises
    UnwritableError when the form of the file cannot hold what there is.
    """
    unfinished = path.with_name(f"{path.name}.deel")
    count = 0
    try:
        with _WRITERS[path.suffix.lower()](unfinished) as writer:
            async with database.transaction() as session:
                ambiguous = Ambiguous() if bron else await _ambiguous(session)
                async for rows in _chunks(session, bron):
                    writer.write(row_of(aanbod, ambiguous) for aanbod in rows)
                    count += len(rows)
                    progress(len(rows))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


async def _ambiguous(session: AsyncSession) -> Ambiguous:
    async def double(column: Any) -> frozenset[str]:
        query = select(column).group_by(column).having(func.count() > 1)
        return frozenset(filter(None, await session.scalars(query)))

    return Ambiguous(await double(Organisatie.extern_id), await double(Aanbod.extern_id))


async def _chunks(session: AsyncSession, bron: str | None) -> AsyncIterator[list[Aanbod]]:
    after: UUID | None = None
    while ids := await queries.ids_after(session, after, bron, _CHUNK):
        by_id = {row.id: row for row in await session.scalars(queries.select_whole_aanbod(ids))}
        # Somebody may have removed one in between.
        yield [by_id[key] for key in ids if key in by_id]
        after = ids[-1]
        session.expunge_all()


class _JsonLines:
    def __init__(self, path: Path) -> None:
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="\n")

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class _Csv:
    def __init__(self, path: Path) -> None:
        # The mark at the beginning makes spreadsheets read it as UTF-8.
        self._file: IO[str] = path.open("w", encoding="utf-8-sig", newline="")
        self._columns = column_names()
        self._writer = csv.writer(self._file, delimiter=";")
        self._writer.writerow(self._columns)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        self._writer.writerows(flatten(row, self._columns) for row in rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def text_cell(sheet: Any, text: str) -> Any:
    """A cell that says this and is never computed, for a sheet that is only written."""
    cell = WriteOnlyCell(sheet, value=_NOT_IN_XML.sub("", text))
    # Everything is text: a spreadsheet would make a date of '1-2' and a sum of '=1'.
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


class _Xlsx:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("aanbod")
        self._columns = column_names()
        self._sheet.append(self._columns)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self._sheet.append([self._cell(text) for text in flatten(row, self._columns)])

    def _cell(self, text: str) -> Any:
        if len(text) > _LONGEST_CELL:
            raise UnwritableError(
                f"Een cel van een XLSX-bestand heeft hoogstens {_LONGEST_CELL} tekens, en dit "
                "aanbod heeft er meer nodig. Kies .jsonl of .csv."
            )
        return text_cell(self._sheet, text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._book.save(self._path)
        else:
            self._sheet.close()


_WRITERS: dict[str, Callable[[Path], Any]] = {
    ".jsonl": _JsonLines,
    ".ndjson": _JsonLines,
    ".csv": _Csv,
    ".xlsx": _Xlsx,
}
