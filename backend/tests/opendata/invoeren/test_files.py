"""What a file is, and each kind that is refused, in words."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from sociale_kaart.opendata.invoeren.files import MAX_ROWS, read_table, tidy_name
from sociale_kaart.opendata.unreadable import UnreadableFileError
from tests.opendata.invoeren.importing import as_xlsx


def texts(content: bytes) -> list[list[str]]:
    return [row.cellen for row in read_table(content, "aanbod").rijen]


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_table(content, "aanbod.xlsx")
    return str(refused.value)


def with_parts(parts: Mapping[str, str | bytes]) -> bytes:
    """A workbook with these parts in it too."""
    content = io.BytesIO(as_xlsx(["1", "Soep"], heads=["nr", "titel"]))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_delimiter_are_found(encoding: str, delimiter: str) -> None:
    lines = [["nr", "titel"], ["1", "Café Zoë"], ["2", "Crème"]]
    content = "\r\n".join(map(delimiter.join, lines)).encode(encoding)
    assert texts(content) == lines[1:]


def test_a_table_tells_its_heads_examples_and_numbers_as_people_count_them() -> None:
    table = read_table(b"nr;titel;;leeg;\n1;Soep;x;;\n\n2;Soep;y;;\n3;Thee;;;\n", "lijst.csv")
    assert [(one.kop, one.voorbeelden, one.gevuld) for one in table.kolommen] == [
        ("nr", ["1", "2", "3"], 3),
        ("titel", ["Soep", "Thee"], 3),
        ("", ["x", "y"], 2),
        ("leeg", [], 0),
    ]
    assert [row.nummer for row in table.rijen] == [2, 4, 5]


def test_what_a_file_is_is_told_by_what_is_in_it() -> None:
    content = as_xlsx(["1", "Soep"], heads=["nr", "titel"])
    assert read_table(content, "aanbod.csv").soort == "xlsx"
    assert read_table(b"nr;titel\n1;Soep\n", "aanbod.xlsx").soort == "csv"


def test_formulas_are_kept_as_what_they_say_and_pointed_out() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[list[Any]] = [["nr", "titel", "tel"], [1, "=1+1", "x"], [2, "Soep", "y"]]
    for cells in rows:
        sheet.append(cells)
    sheet["C3"] = ArrayFormula("C3:C3", "=SUM(A1:A2)")
    content = io.BytesIO()
    book.save(content)
    first, second = read_table(content.getvalue(), "aanbod.xlsx").rijen
    assert (first.cellen, first.formules) == (["1", "=1+1", "x"], [1])
    assert (second.cellen[2], second.formules) == ("=SUM(A1:A2)", [2])
    [row] = read_table(b'nr;titel\n1;"=HYPERLINK(""http://example.org"")"\n', "a.csv").rijen
    assert row.formules == [1]


def test_ten_thousand_rows_are_read_and_one_more_is_refused() -> None:
    lines = [f"{number};Titel {number}" for number in range(MAX_ROWS)]
    assert len(texts("\n".join(["nr;titel", *lines]).encode())) == MAX_ROWS
    assert refusal("\n".join(["nr;titel", *lines, "x;y"]).encode()) == (
        "Dit bestand heeft meer dan 10.000 rijen. Deel het op in kleinere bestanden."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Dit bestand is leeg."),
        (b" \n ", "Dit bestand is leeg."),
        (b"nr;titel\n", "Onder de eerste rij staat niets."),
        (b"titel\nSoep\n", "We zien maar één kolom."),
        (b"%PDF-1.7 nr;titel\n", "Dit is een PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Dit is een oud Excel-bestand"),
        (b"\x89PNG\r\n\x1a\n\x00\x00;", "Dit is geen tabel."),
        (b"PK\x03\x04 maar verder niets", "Dit bestand is beschadigd."),
        (b'nr;titel\n1;"zonder einde\n', "Vanaf regel 2 is dit geen geldige CSV."),
        (b"nr;titel\n1;" + b"a" * 20_001, "In rij 2 staat een cel met meer dan 20.000 tekens."),
        (b"x" * 10_000_001, "Dit bestand is te groot: hoogstens 10 MB."),
        (";".join(map(str, range(101))).encode() + b"\n1;2", "Dit zijn te veel kolommen"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content: bytes, words: str) -> None:
    assert refusal(content).startswith(words)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("xl/vbaProject.bin", "In dit bestand zitten macro's."),
        ("xl/externalLinks/externalLink1.xml", "koppelingen met andere bestanden"),
        ("xl/connections.xml", "koppelingen met gegevens"),
        ("xl/embeddings/oleObject1.bin", "ingesloten bestanden"),
    ],
)
def test_a_workbook_that_does_or_fetches_something_is_refused(part: str, words: str) -> None:
    assert words in refusal(with_parts({part: "x"}))


def test_a_small_file_that_unfolds_into_a_large_one_is_refused() -> None:
    content = with_parts({"xl/media/groot.xml": b"0" * 90_000_000})
    assert len(content) < 1_000_000
    assert "te groot" in refusal(content)


def test_a_zip_that_is_no_workbook_and_a_document_type_are_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("content.xml", "<a/>")
    assert refusal(content.getvalue()).startswith("Dit is geen Excel-bestand.")
    entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert "XML die niet in een XLSX-bestand hoort" in refusal(with_parts({"xl/extra.xml": entity}))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\Ans\aanbod 2026.xlsx", "aanbod 2026.xlsx"),
        ("<b>lijst</b>\x00.csv", "b_.csv"),
        ("...", "bestand"),
        ("a" * 300 + ".csv", "a" * 116 + ".csv"),
    ],
)
def test_a_name_loses_its_folders_and_odd_signs(given: str, shown: str) -> None:
    assert tidy_name(given) == shown
