"""Workbooks that were made to do harm, or that lie about themselves."""

import re
import time
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from sociale_kaart.opendata import spreadsheet
from sociale_kaart.opendata.sources import count_rows, read_rows
from sociale_kaart.opendata.unreadable import UnreadableFileError

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def rebuilt(tmp_path):
    """A good workbook of two rows in which one part is changed."""

    def rebuild(change, part=SHEET, extra=()):
        book = Workbook()
        book.active.title = "aanbod"
        for row in (("externId", "titel"), ("1", "Koffie"), ("2", "Thee")):
            book.active.append(row)
        good, path = tmp_path / "goed.xlsx", tmp_path / "anders.xlsx"
        book.save(good)
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, change(content.decode()) if name == part else content)
            for name, content in extra:
                new.writestr(name, content)
        return path

    return rebuild


def refusal(path):
    with pytest.raises(UnreadableFileError) as caught:
        count_rows(path)
    return str(caught.value)


def test_a_workbook_that_unfolds_hugely_is_refused_without_unfolding_it(rebuilt):
    path = rebuilt(lambda text: text, extra=[("xl/media/groot.bin", bytes(300_000_000))])
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    assert "is te groot" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_workbook_of_very_many_parts_is_refused(rebuilt):
    extra = [(f"xl/x{number}.xml", "<x/>") for number in range(1_100)]
    assert "is te groot" in refusal(rebuilt(lambda text: text, extra=extra))


DOCTYPES = {
    "another file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "repetition": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "another address": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
}


@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES.keys())
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_xml_that_declares_a_type_is_refused(rebuilt, doctype, part):
    def declare(text):
        head, _, rest = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
        return (f"{head}?>" if head else "") + doctype + rest

    assert "XML die niet in een XLSX-bestand hoort" in refusal(rebuilt(declare, part))


def test_a_declaration_behind_much_else_is_found_too(rebuilt):
    filler = f"<!--{' ' * 500_000}-->"
    path = rebuilt(lambda text: filler + DOCTYPES["another file"] + text.rpartition("?>")[2])
    assert "XML die niet" in refusal(path)


def test_rows_beyond_what_the_sheet_says_it_has_are_read(rebuilt):
    path = rebuilt(lambda text: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"', text))
    assert [row.data["externId"] for row in read_rows(path)] == ["1", "2"]


def test_a_far_away_cell_costs_little(rebuilt):
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    path = rebuilt(lambda text: text.replace("</sheetData>", far))
    started = time.process_time()
    assert count_rows(path) == 2
    assert time.process_time() - started < 15


def test_a_row_that_no_sheet_can_have_is_refused(rebuilt):
    far = '<row r="999999999999"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    assert "te veel rijen" in refusal(rebuilt(lambda text: text.replace("</sheetData>", far)))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: len(text) // 2],
        lambda _text: "",
        lambda text: text.replace("<sheetData>", "<sheetData>\x00"),
    ],
)
def test_a_sheet_that_is_cut_short_is_refused(rebuilt, change):
    assert "geen werkend XLSX-bestand" in refusal(rebuilt(change))


def test_a_workbook_without_a_sheet_of_cells_is_refused(tmp_path):
    book = Workbook()
    book.create_chartsheet("grafiek")
    book.remove(book.active)
    book.save(tmp_path / "grafiek.xlsx")
    assert "geen werkend XLSX-bestand" in refusal(tmp_path / "grafiek.xlsx")


def test_an_error_value_is_known():
    assert spreadsheet.is_error("#REF!")
    assert not spreadsheet.is_error("#metoo")
