"""Reads rows from JSON Lines, CSV and XLSX; each with its number, for messages."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.columns import nest
from sociale_kaart.opendata.interchange import column_names
from sociale_kaart.opendata.spreadsheet import is_error, read_cells
from sociale_kaart.opendata.unreadable import UnreadableFileError

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".xlsx")
MAX_BYTES = 500_000_000
_MAX_CELL = 1_000_000


@dataclass(frozen=True)
class SourceRow:
    """A row as it was read; `fault` when even that did not work."""

    number: int
    data: dict[str, Any]
    fault: Fout | None = None


def read_rows(path: Path) -> Iterator[SourceRow]:
    """The rows of a file, by its ending, one at a time. Raises UnreadableFileError.

    Numbers count as people see them: lines of the file, with the heading as line 1.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError(
            f"'{path.name}' is geen bestand dat we kennen. Kies uit: {', '.join(SUFFIXES)}."
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError(f"'{path.name}' is te groot. Deel het bestand op.")
        yield from reader(path)
    except OSError as error:
        raise UnreadableFileError(f"'{path}' is niet te lezen: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"Regel {_line_that_is_not_utf8(path)} is geen UTF-8. "
            "Bewaar het bestand als UTF-8 en probeer opnieuw."
        ) from error


def count_rows(path: Path) -> int:
    """How many rows there are; reads the whole file, so a broken one shows itself here."""
    return sum(1 for _ in read_rows(path))


def _line_that_is_not_utf8(path: Path) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1


def _json_lines(path: Path) -> Iterator[SourceRow]:
    # Only real line ends: a text may hold other characters that str.splitlines cuts at.
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _json_row(number, line)


def _json_row(number: int, line: str) -> SourceRow:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return _faulty(number, "regel", "Dit is geen geldige JSON.")
    if not isinstance(data, dict):
        return _faulty(number, "regel", "Een regel is één JSON-object: {…}.")
    return SourceRow(number, data)


def _csv(path: Path) -> Iterator[SourceRow]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from _table(csv_cells(file))


def csv_cells(file: IO[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line of a CSV that is not empty, with its number; the first one tells the delimiter.

    The file must have been opened with `newline=""`. Raises UnreadableFileError.
    """
    heading = file.readline(_MAX_CELL)
    file.seek(0)
    delimiter = max(";,\t", key=heading.count)
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            number, begin = begin, reader.line_num + 1
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise UnreadableFileError(f"Vanaf regel {begin} is dit geen geldige CSV.") from error


def _xlsx(path: Path) -> Iterator[SourceRow]:
    yield from _table(read_cells(path))


_READERS = {".jsonl": _json_lines, ".ndjson": _json_lines, ".csv": _csv, ".xlsx": _xlsx}


def _table(rows: Iterator[tuple[int, list[str]]]) -> Iterator[SourceRow]:
    """The rows under a heading of column names."""
    heading = next(rows, None)
    if heading is None:
        return
    names = _names(heading[1])
    for number, cells in rows:
        yield _table_row(number, names, cells)


def _names(cells: list[str]) -> list[str]:
    """The column names, with ours in our own capitals however they were typed."""
    ours = {name.lower(): name for name in column_names()}
    typed = [cell.strip() for cell in cells]
    names = [ours.get(name.lower(), name) for name in typed]
    double = sorted({name for name in names if name and names.count(name) > 1})
    if double:
        raise UnreadableFileError(f"Deze kolom staat er twee keer: {', '.join(double)}.")
    if not set(names) & set(ours.values()):
        raise UnreadableFileError(
            "De eerste rij moet de namen van de kolommen hebben, zoals externId en titel."
        )
    return [name or f"(kolom {at} zonder naam)" for at, name in enumerate(names, start=1)]


def _table_row(number: int, names: list[str], cells: list[str]) -> SourceRow:
    if any(cell.strip() for cell in cells[len(names) :]):
        return _faulty(number, "rij", "Deze rij heeft meer cellen dan er kolommen zijn.")
    pairs = dict(zip(names, cells, strict=False))
    broken = [name for name, cell in pairs.items() if is_error(cell)]
    if broken:
        return _faulty(number, broken[0], f"Deze formule lukt niet: {pairs[broken[0]]}")
    try:
        return SourceRow(number, nest(pairs))
    except ValueError as error:
        return _faulty(number, "rij", str(error))


def _faulty(number: int, veld: str, melding: str) -> SourceRow:
    return SourceRow(number, {}, Fout(veld=veld, melding=melding))
