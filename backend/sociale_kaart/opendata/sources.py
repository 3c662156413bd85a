"""Reads rows from JSON Lines, CSV and XLSX; each with its number, for messages."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl

from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.columns import nest

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".xlsx")


class UnreadableFileError(Exception):
    """The file as a whole cannot be read; the text is a sentence for the user."""


@dataclass(frozen=True)
class SourceRow:
    """A row as it was read; `fault` when even that did not work."""

    number: int
    data: dict[str, Any]
    fault: Fout | None = None


def read_rows(path: Path) -> Iterator[SourceRow]:
    """The rows of a file, by its ending. Raises UnreadableFileError.

    Numbers count as people see them: lines of the file, with the heading as line 1.
    """
    suffix = path.suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        return _json_lines(path)
    if suffix == ".csv":
        return _csv(path)
    if suffix == ".xlsx":
        return _xlsx(path)
    raise UnreadableFileError(
        f"'{path.name}' is geen bestand dat we kennen. Kies uit: {', '.join(SUFFIXES)}."
    )


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"'{path}' is niet te lezen: {error.strerror}.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            f"Regel {line} is geen UTF-8. Bewaar het bestand als UTF-8 en probeer opnieuw."
        ) from error


def _json_lines(path: Path) -> Iterator[SourceRow]:
    # Only real line ends: a text may hold other characters that str.splitlines cuts at.
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError:
            fault = Fout(veld="regel", melding="Dit is geen geldige JSON.")
            yield SourceRow(number, {}, fault)
            continue
        if not isinstance(data, dict):
            fault = Fout(veld="regel", melding="Een regel is één JSON-object: {…}.")
            yield SourceRow(number, {}, fault)
            continue
        yield SourceRow(number, data)


def _csv(path: Path) -> Iterator[SourceRow]:
    text = _text(path)
    heading = text.partition("\n")[0]
    delimiter = max(";,\t", key=heading.count)
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] | None = None
    begin = 1
    try:
        for cells in reader:
            number, begin = begin, reader.line_num + 1
            if names is None:
                names = _names(cells)
            elif any(cell.strip() for cell in cells):
                yield _table_row(number, names, cells)
    except csv.Error as error:
        raise UnreadableFileError(f"Vanaf regel {begin} is dit geen geldige CSV.") from error


def _xlsx(path: Path) -> Iterator[SourceRow]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise UnreadableFileError(f"'{path}' is niet te lezen: {error.strerror}.") from error
    except Exception as error:  # openpyxl raises whatever its XML and zip readers raise
        raise UnreadableFileError(f"'{path.name}' is geen werkend XLSX-bestand.") from error
    sheet = book.worksheets[0]
    names: list[str] | None = None
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [_cell(cell) for cell in cells]
        if names is None:
            names = _names(texts)
        elif any(texts):
            yield _table_row(number, names, texts)
    book.close()


def _names(cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    double = sorted({name for name in names if name and names.count(name) > 1})
    if double:
        raise UnreadableFileError(f"Deze kolom staat er twee keer: {', '.join(double)}.")
    return names


def _table_row(number: int, names: list[str], cells: list[str]) -> SourceRow:
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        fault = Fout(veld="rij", melding="Deze rij heeft meer cellen dan er kolommen zijn.")
        return SourceRow(number, {}, fault)
    try:
        pairs = {name: cell for name, cell in zip(names, cells, strict=False) if name}
        return SourceRow(number, nest(pairs))
    except ValueError as error:
        return SourceRow(number, {}, Fout(veld="rij", melding=str(error)))


def _cell(value: Any) -> str:  # noqa: PLR0911 (one line for each kind of value)
    """A spreadsheet's value as the text that somebody would have typed."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case _:
            return str(value)
