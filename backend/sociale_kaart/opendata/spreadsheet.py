"""Reads the cells of an XLSX file as text, without letting the file do harm.

An XLSX file is XML in a zip file: a small one can unfold into a very large one, and XML can name
other files or repeat itself endlessly. Both are looked at before the file is opened.
"""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

import openpyxl

from sociale_kaart.opendata.unreadable import UnreadableFileError

MAX_UNFOLDED_BYTES = 200_000_000
_MAX_PARTS = 1_000
# As many as Excel itself has, and many more columns than the format has.
_MAX_ROWS = 1_048_576
MAX_COLUMNS = 300
_ROWS_AT_ONCE = 500
_BYTES_AT_ONCE = 1 << 16
_ERRORS = {"#N/A", "#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!"}
SHEET = "aanbod"


class Formula(str):
    """What a spreadsheet computes a cell from, such as =A1+1. Nobody here computes it."""

    __slots__ = ()


class _DoctypeError(Exception):
    pass


def read_cells(
    path: Path, *, computed: bool = True, most_bytes: int = MAX_UNFOLDED_BYTES
) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty: its number, and its cells as somebody would have typed them.

    Reads the sheet called 'aanbod', or else the first one. Raises UnreadableFileError.

    Args:
        path: the file.
        computed: what a spreadsheet last computed from a formula, or else the Formula itself.
        most_bytes: how large the file may be when it is unfolded.
    """
    try:
        _check_package(path, most_bytes)
        yield from _rows(path, computed=computed)
    except (UnreadableFileError, OSError):
        raise
    except Exception as error:  # openpyxl raises whatever its XML and zip readers raise
        raise UnreadableFileError(f"'{path.name}' is geen werkend XLSX-bestand.") from error


def _rows(path: Path, *, computed: bool) -> Iterator[tuple[int, list[str]]]:
    # Opened here, because openpyxl leaves a file open that it cannot read.
    with path.open("rb") as file:
        number = 0
        for block in _blocks(file, computed=computed):
            for cells in block:
                number += 1
                if number > _MAX_ROWS:
                    raise UnreadableFileError(f"'{path.name}' heeft te veel rijen.")
                if cells.count(None) == len(cells):
                    continue
                texts = [text_of(cell) for cell in cells]
                if any(texts):
                    yield number, texts


def _blocks(file: IO[bytes], *, computed: bool) -> Iterator[list[tuple[Any, ...]]]:
    """The rows, some hundreds at a time, without openpyxl's warnings about what it leaves out."""
    with warnings.catch_warnings(action="ignore"):
        book = openpyxl.load_workbook(file, read_only=True, data_only=computed)
    sheets = {sheet.title.lower(): sheet for sheet in reversed(book.worksheets)}
    sheet = sheets.get(SHEET, book.worksheets[0])
    # What a file says about its own size can be wrong, and rows beyond it would be lost.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=computed, max_col=MAX_COLUMNS)
    while True:
        with warnings.catch_warnings(action="ignore"):
            block = list(islice(rows, _ROWS_AT_ONCE))
        if not block:
            return
        yield block if computed else [tuple(map(_value_of, cells)) for cells in block]


def _value_of(cell: Any) -> Any:
    if cell.data_type != "f":
        return cell.value
    # Some kinds of formula are objects with their text inside.
    return Formula(getattr(cell.value, "text", cell.value) or "=")


def _check_package(path: Path, most_bytes: int) -> None:
    try:
        package = ZipFile(path)
    except BadZipFile as error:
        raise UnreadableFileError(f"'{path.name}' is geen werkend XLSX-bestand.") from error
    with package:
        parts = package.infolist()
        if len(parts) > _MAX_PARTS or sum(p.file_size for p in parts) > most_bytes:
            raise UnreadableFileError(
                f"'{path.name}' is te groot. Deel het op, of gebruik CSV of JSON Lines."
            )
        for part in parts:
            if not part.filename.startswith("xl/media/"):
                _check_part(package, part.filename, path.name)


def _check_part(package: ZipFile, part: str, name: str) -> None:
    """Refuses a document type: a workbook has none, and entities can only be declared in one."""

    def refuse(*_: object) -> None:
        raise _DoctypeError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        with package.open(part) as content:
            while block := content.read(_BYTES_AT_ONCE):
                parser.Parse(block)
    except expat.ExpatError:
        return  # not XML, or broken; where that matters, opening the workbook says so
    except _DoctypeError as error:
        raise UnreadableFileError(
            f"'{name}' bevat XML die niet in een XLSX-bestand hoort. Bewaar het opnieuw vanuit "
            "je rekenprogramma."
        ) from error


def text_of(value: Any) -> str:  # noqa: PLR0911 (one line for each kind of value)
    """A spreadsheet's value as the text that somebody would have typed."""
    match value:
        case None:
            return ""
        case Formula():
            return value
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


def is_error(text: str) -> bool:
    """Whether a cell shows that its formula failed."""
    return text in _ERRORS
