"""From the bytes that somebody sent to the rows of a table, without letting the file do harm.

What a file is, is told by what is in it and not by its name. Nothing in it is ever computed.
"""

import codecs
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from sociale_kaart.opendata.sources import csv_cells
from sociale_kaart.opendata.spreadsheet import Formula, read_cells
from sociale_kaart.opendata.unreadable import UnreadableFileError

MAX_BYTES = 10_000_000
MAX_ROWS = 10_000
_MAX_UNFOLDED_BYTES = 80_000_000
_MAX_COLUMNS = 100
_LONGEST_CELL = 20_000
_EXAMPLES = 3
_LONGEST_EXAMPLE = 80

_ZIP, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
# Parts of a workbook that do something, or fetch something: each with what it is called.
_DOES_SOMETHING = (
    (re.compile(r"xl/(vbaProject\.bin|macrosheets/)", re.IGNORECASE), "macro's"),
    (re.compile(r"xl/externalLinks/", re.IGNORECASE), "koppelingen met andere bestanden"),
    (re.compile(r"xl/(connections\.xml|queryTables/)", re.IGNORECASE), "koppelingen met gegevens"),
    (re.compile(r"xl/(embeddings|activeX)/", re.IGNORECASE), "ingesloten bestanden"),
)
_SAFE_NAME = re.compile(r"[^\w .()-]+")


@dataclass(frozen=True)
class TableRow:
    """A row as it was read; `formules` are the places, from 0, of cells that would be computed."""

    nummer: int
    cellen: list[str]
    formules: list[int]


@dataclass(frozen=True)
class Column:
    """What stands above a column, the first values under it, and how many rows have one."""

    kop: str
    voorbeelden: list[str]
    gevuld: int


@dataclass(frozen=True)
class Table:
    soort: Literal["csv", "xlsx"]
    kolommen: list[Column]
    rijen: list[TableRow]


def read_table(content: bytes, naam: str) -> Table:
    """The table in a file. Raises UnreadableFileError, with a sentence that says what to do.

    Takes seconds for a large one; whoever serves others meanwhile does this in a thread.
    """
    if not content.strip():
        raise UnreadableFileError("Dit bestand is leeg.")
    if len(content) > MAX_BYTES:
        raise UnreadableFileError(
            f"Dit bestand is te groot: hoogstens {MAX_BYTES // 1_000_000} MB. Deel het op."
        )
    if content.startswith(_ZIP):
        return _table("xlsx", _workbook_rows(content, naam))
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFileError(
            "Dit is een oud Excel-bestand, of er zit een wachtwoord op. "
            "Bewaar het als .xlsx zonder wachtwoord, of als CSV."
        )
    if content.startswith(_PDF):
        raise UnreadableFileError("Dit is een PDF. Stuur de tabel zelf, als .xlsx of CSV.")
    return _table("csv", csv_cells(io.StringIO(_decoded(content), newline="")))


def tidy_name(naam: str) -> str:
    """The name of a file without folders and odd signs, for showing it again."""
    last = re.split(r"[\\/]", naam)[-1]
    return _SAFE_NAME.sub("_", last).strip(" .")[-120:] or "bestand"


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        raise UnreadableFileError("Dit is geen tabel. Stuur een bestand dat .xlsx of CSV is.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel in this country writes when nobody asks it for UTF-8; a few bytes mean nothing.
        return content.decode("cp1252", errors="replace")


def _workbook_rows(content: bytes, naam: str) -> Iterator[tuple[int, list[str]]]:
    try:
        with ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
    except BadZipFile as error:
        raise UnreadableFileError("Dit bestand is beschadigd. Bewaar het opnieuw.") from error
    if "xl/workbook.xml" not in names:
        raise UnreadableFileError("Dit is geen Excel-bestand. Bewaar het als .xlsx of CSV.")
    for pattern, what in _DOES_SOMETHING:
        if any(map(pattern.match, names)):
            raise UnreadableFileError(
                f"In dit bestand zitten {what}. Die openen we niet. Bewaar het als CSV, "
                "of als .xlsx zonder dat."
            )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / tidy_name(naam)
        path.write_bytes(content)
        yield from read_cells(path, computed=False, most_bytes=_MAX_UNFOLDED_BYTES)


def _table(soort: Literal["csv", "xlsx"], rows: Iterable[tuple[int, list[str]]]) -> Table:
    numbered = iter(rows)
    _, heading = next(numbered, (0, []))
    heads = _heads(heading)
    rijen: list[TableRow] = []
    for number, cells in numbered:
        if len(rijen) == MAX_ROWS:
            raise UnreadableFileError(
                "Dit bestand heeft meer dan 10.000 rijen. Deel het op in kleinere bestanden."
            )
        rijen.append(_row(number, cells))
    if not rijen:
        raise UnreadableFileError(
            "Onder de eerste rij staat niets. Zet daar de namen van de kolommen, en je aanbod eronder."
        )
    kolommen = [_column(kop, at, rijen) for at, kop in enumerate(heads)]
    return Table(soort, kolommen, rijen)


def _heads(cells: list[str]) -> list[str]:
    heads = [" ".join(cell.split())[:_LONGEST_EXAMPLE] for cell in cells]
    while heads and not heads[-1]:
        heads.pop()
    if len(heads) < 2:  # noqa: PLR2004 (a table)
        raise UnreadableFileError(
            "We zien maar één kolom. Zet op de eerste rij de namen van de kolommen, met een ; "
            "of een komma ertussen."
        )
    if len(heads) > _MAX_COLUMNS:
        raise UnreadableFileError(f"Dit zijn te veel kolommen: hoogstens {_MAX_COLUMNS}.")
    return heads


def _row(number: int, cells: list[str]) -> TableRow:
    texts = [str(cell).replace("\x00", "") for cell in cells[: _MAX_COLUMNS + 1]]
    for text in texts:
        if len(text) > _LONGEST_CELL:
            raise UnreadableFileError(
                f"In rij {number} staat een cel met meer dan 20.000 tekens. Maak die korter."
            )
    formulas = [
        at
        for at, cell in enumerate(cells[: _MAX_COLUMNS + 1])
        # What begins so was a formula once, or becomes one when somebody opens an export.
        if isinstance(cell, Formula) or cell.lstrip().startswith("=")
    ]
    while texts and not texts[-1].strip():
        texts.pop()
    return TableRow(number, texts, formulas)


def _column(kop: str, at: int, rijen: list[TableRow]) -> Column:
    values = [row.cellen[at].strip() for row in rijen if at < len(row.cellen)]
    filled = [value for value in values if value]
    examples = list(dict.fromkeys(filled))[:_EXAMPLES]
    return Column(kop, [shortened(text) for text in examples], len(filled))


def shortened(text: str, length: int = _LONGEST_EXAMPLE) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= length else f"{one_line[: length - 1]}…"
