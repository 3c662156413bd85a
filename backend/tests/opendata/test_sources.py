"""Files as people and their programs save them."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from sociale_kaart.opendata import sources
from sociale_kaart.opendata.sources import count_rows, read_rows
from sociale_kaart.opendata.unreadable import UnreadableFileError


@pytest.fixture
def save(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    def write(*rows, title="aanbod"):
        book = Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        path = tmp_path / "tabel.xlsx"
        book.save(path)
        return path

    return write


def data(path):
    return [row.data for row in read_rows(path)]


def refusal(path):
    with pytest.raises(UnreadableFileError) as caught:
        count_rows(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        "externId;titel;themas\n1;Koffie;geld|wonen\n",
        "externId,titel,themas\n1,Koffie,geld|wonen\n",
        "externId\ttitel\tthemas\n1\tKoffie\tgeld|wonen\n",
        "\ufeffexternId;titel;themas\r\n1;Koffie;geld|wonen\r\n",
        "externId;titel;themas\r1;Koffie;geld|wonen",
        '"externId";"titel";"themas"\n"1";"Koffie";"geld|wonen"',
        "\n\nExternID; Titel ;THEMAS\n;;\n1;Koffie;geld|wonen\n\n",
    ],
    ids=[
        "semicolon",
        "comma",
        "tab",
        "bom-and-windows",
        "old-mac",
        "quotes",
        "blanks-and-capitals",
    ],
)
def test_csv_in_every_dialect(save, content):
    assert data(save("a.csv", content)) == [
        {"externId": "1", "titel": "Koffie", "themas": ["geld", "wonen"]}
    ]


def test_a_cell_can_hold_quotes_separators_and_lines_and_rows_are_numbered_by_line(save):
    content = 'externId;titel;beschrijving\n1;"Zeg ""hoi""; kom";"een\n\ntwee"\n2;Thee;x\n'
    rows = list(read_rows(save("a.csv", content)))
    assert rows[0].data["titel"] == 'Zeg "hoi"; kom'
    assert rows[0].data["beschrijving"] == "een\n\ntwee"
    assert [row.number for row in rows] == [2, 5]


def test_json_lines_with_mark_windows_ends_blanks_and_odd_separators(save):
    row = {"externId": "1", "titel": "a\u2028b\x85c"}
    content = "\ufeff" + json.dumps(row, ensure_ascii=False) + "\r\n\r\n" + json.dumps(row)
    found = list(read_rows(save("a.jsonl", content)))
    assert [(item.number, item.data) for item in found] == [(1, row), (3, row)]


@pytest.mark.parametrize(
    ("line", "melding"),
    [
        ("{", "Dit is geen geldige JSON."),
        ("{'a': 1}", "Dit is geen geldige JSON."),
        ("[" * 100_000, "Dit is geen geldige JSON."),
        ("[]", "Een regel is één JSON-object: {…}."),
        ("null", "Een regel is één JSON-object: {…}."),
        ('"titel"', "Een regel is één JSON-object: {…}."),
    ],
)
def test_a_broken_line_is_a_fault_of_that_row_alone(save, line, melding):
    rows = list(read_rows(save("a.jsonl", f'{line}\n{{"titel": "Koffie"}}\n')))
    assert (rows[0].number, rows[0].fault.melding) == (1, melding)
    assert rows[1].data == {"titel": "Koffie"}


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.txt", "x", "Kies uit: .jsonl, .ndjson, .csv, .xlsx"),
        ("a.jsonl", b'{"titel": "ok"}\n{"titel": "\xe9"}', "Regel 2 is geen UTF-8"),
        ("a.csv", b"externId;titel\n1;Caf\xe9\n", "Regel 2 is geen UTF-8"),
        ("a.csv", 'externId;titel\n1;"open\n2;b\n', "Vanaf regel 2 is dit geen geldige CSV"),
        ("a.csv", "titel;titel\n1;2\n", "staat er twee keer: titel"),
        ("a.csv", "externId;externid\n1;2\n", "staat er twee keer: externId"),
        ("a.csv", "Lijst van de wijk\n1;2\n", "De eerste rij moet de namen van de kolommen hebben"),
        ("a.xlsx", b"", "geen werkend XLSX-bestand"),
        ("a.xlsx", b"PK\x03\x04 not really", "geen werkend XLSX-bestand"),
        ("a.xlsx", "externId;titel\n", "geen werkend XLSX-bestand"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(save, name, content, part):
    sentence = refusal(save(name, content))
    assert part in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_that_is_not_there_or_is_a_folder_gets_a_sentence(tmp_path):
    (tmp_path / "map.csv").mkdir()
    assert "is niet te lezen" in refusal(tmp_path / "weg.jsonl")
    assert "is niet te lezen" in refusal(tmp_path / "map.csv")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(save, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    assert "te groot" in refusal(save("a.jsonl", "{}" * 10))


def test_a_row_with_more_cells_than_columns_is_a_fault(save):
    rows = list(read_rows(save("a.csv", "externId;titel\n1;Koffie;over\n2;Thee;\n3\n")))
    assert rows[0].fault.melding == "Deze rij heeft meer cellen dan er kolommen zijn."
    assert [row.data for row in rows[1:]] == [{"externId": "2", "titel": "Thee"}, {"externId": "3"}]


def test_a_column_without_a_name_is_not_lost_silently(save):
    assert data(save("a.csv", "externId;;titel\n1;iets;Koffie\n2;;Thee\n")) == [
        {"externId": "1", "(kolom 2 zonder naam)": "iets", "titel": "Koffie"},
        {"externId": "2", "titel": "Thee"},
    ]


def test_an_empty_file_has_no_rows(save, workbook):
    assert count_rows(save("a.jsonl", "\n \n")) == 0
    assert count_rows(save("a.csv", "")) == 0
    assert count_rows(save("b.csv", "externId;titel\n")) == 0
    assert count_rows(workbook()) == 0


def test_cells_of_a_spreadsheet_are_read_as_somebody_would_type_them(workbook):
    path = workbook(
        ("externId", "titel", "niveau", "vrijwilligersGezocht", "locatie.lat", "capaciteitOp",
         "momenten.van", "momenten.tot", "bijgewerkt", "doelen"),
        (1, "Koffie", 2.0, True, 52.51, date(2026, 12, 31), time(19, 0), timedelta(hours=21),
         datetime(2026, 11, 1, 9, 30), 1.2),  # noqa: DTZ001 (a cell has no zone)
        (None, None),
        (2, "  ", 0, False, None, datetime(2026, 12, 31), None, None, None, None),  # noqa: DTZ001
    )  # fmt: skip
    rows = list(read_rows(path))
    assert [row.number for row in rows] == [2, 4]
    assert rows[0].data == {
        "externId": "1",
        "titel": "Koffie",
        "niveau": "2",
        "vrijwilligersGezocht": "true",
        "locatie": {"lat": "52.51"},
        "capaciteitOp": "2026-12-31",
        "momenten": [{"van": "19:00", "tot": "21:00:00"}],
        "bijgewerkt": "2026-11-01T09:30:00",
        "doelen": ["1.2"],
    }
    assert rows[1].data == {
        "externId": "2",
        "niveau": "0",
        "vrijwilligersGezocht": "false",
        "capaciteitOp": "2026-12-31",
    }


def test_a_formula_that_failed_is_a_fault(workbook):
    rows = list(read_rows(workbook(("externId", "titel"), ("1", "#REF!"), ("2", "#geluk"))))
    assert (rows[0].fault.veld, rows[0].fault.melding) == ("titel", "Deze formule lukt niet: #REF!")
    assert rows[1].data["titel"] == "#geluk"


def test_the_sheet_called_aanbod_is_read_wherever_it_stands(tmp_path):
    book = Workbook()
    book.active.append(["Uitleg"])
    book.create_sheet("Aanbod").append(["externId"])
    book["Aanbod"].append(["1"])
    book.save(tmp_path / "a.xlsx")
    assert data(tmp_path / "a.xlsx") == [{"externId": "1"}]
