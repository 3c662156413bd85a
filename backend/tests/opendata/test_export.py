"""What goes out comes back the same, in every form of file."""

import csv
import json
from datetime import date

import openpyxl
import pytest
from sqlalchemy import update
from sqlmodel import col

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.opendata import exporter
from sociale_kaart.opendata.exporter import UnwritableError, export
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.opendata.interchange import AanbodRij, column_names, to_row
from sociale_kaart.opendata.normalise import normalise
from sociale_kaart.opendata.sources import read_rows
from sociale_kaart.organisaties.models import Organisatie
from tests.factories import aanbod_row, import_rows, organisatie_row

pytestmark = pytest.mark.anyio

FORMS = ["jsonl", "csv", "xlsx"]
# The keys that the format promises, besides which more may come.
APPENDIX = {
    "externId", "organisatie", "titel", "samenvatting", "beschrijving", "soort", "ambities",
    "themas", "doelgroepen", "nietVoor", "leeftijdVan", "leeftijdTot", "niveau", "vormen",
    "openVoor", "aanmelden", "kosten", "kostenToelichting", "talen", "toegankelijkheid",
    "capaciteit", "vrijwilligersGezocht", "locatie", "werkgebied", "momenten", "bijgewerkt",
}  # fmt: skip

HARD = "=1+1 | a\\b \\| 'x'\n\n- lijst; \"ja\", 'nee'\t€ é 😀 _x000D_ x005F_"
EVERYTHING = aanbod_row(
    externId="alles",
    organisatie=organisatie_row(
        omschrijving=HARD,
        website="https://deproef.example.org",
        telefoon="+31 38 000 12 34",
        email="info@deproef.example.org",
        kvk="01234567",
        relatieGemeente="vrij",
    ),
    titel="-Alles, wat er kan",
    samenvatting="@wijk: kom erbij",
    beschrijving=HARD,
    watLevertHetOp="+ een praatje",
    doelen=["1.2", "2.1"],
    themas=["eten", "ontmoeten"],
    doelgroepen=["ouderen", "iedereen"],
    doelgroepToelichting="'s Avonds ook voor jongeren",
    nietVoor="Niet voor honden",
    leeftijdVan=0,
    leeftijdTot=120,
    niveau=0,
    vormen=["groep", "inloop"],
    wieVerwijst="1-2",
    kostenToelichting="€ 1,50",
    talen=["nl", "en"],
    toegankelijkheid=["rolstoel"],
    eersteKeer="00:15",
    meebrengen="1.0",
    capaciteit="wachtlijst",
    capaciteitOp="2026-11-01",
    wachttijd="3",
    vrijwilligersGezocht=False,
    vrijwilligersTekst="true",
    contact={"naam": "=Ria", "telefoon": "038 000 12 34", "email": "r@example.org",
             "website": "http://ria.example.org"},
    locatie={"naam": "De Proef", "straat": "Pad 1-2", "postcode": "8031 ZX", "plaats": "Zwolle",
             "lat": 52.527, "lon": 6.084, "wijk": "WK019330", "geheim": True},
    werkgebied=["WK019310", "WK019330"],
    opAfspraak=True,
    momenten=[
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "begin": "2026-09-01", "eind": "2027-06-30",
         "van": "19:00", "tot": "00:00", "behalve": ["2026-12-22", "2026-12-29"],
         "toelichting": HARD.replace("\n\n", " ").replace("\t", " ")},
        {"begin": "2026-12-25"},
        {"rrule": "FREQ=MONTHLY;BYDAY=1SA", "van": "10:00"},
    ],
    sluitingen=[{"van": "2026-07-01", "tot": "2026-08-31", "reden": "zomer | vakantie"},
                {"van": "2027-07-01"}],
    status="concept",
    intervalMaanden=12,
    licentie="CC0",
)  # fmt: skip


async def exported(database, path, bron=None):
    count = await export(database, path, bron)
    rows = [row.data for row in read_rows(path)]
    assert len(rows) == count
    return rows


def as_jsonl(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def by_id(rows):
    return {row["externId"]: row for row in rows}


async def round_trip(source, target, tmp_path, form):
    """Exports a database, imports that into an empty one; what each exports as JSON Lines."""
    path = tmp_path / f"uit.{form}"
    await export(source, path)
    report = await Importer(target, "terug").run(read_rows(path))
    assert [str(fault) for fault in report.faults] == []
    assert report.unknown_keys == set()
    for database, name in ((source, "een.jsonl"), (target, "twee.jsonl")):
        await export(database, tmp_path / name)
    return by_id(as_jsonl(tmp_path / "een.jsonl")), by_id(as_jsonl(tmp_path / "twee.jsonl"))


async def test_the_demo_listings_come_back_the_same(database, own_database, tmp_path):
    rows = demo_rows()
    report = await Importer(database, "demo").run(rows)
    assert not report.faults
    first, second = await round_trip(database, own_database, tmp_path, "jsonl")
    assert first == second
    assert len(first) == len(rows)
    for form in ("csv", "xlsx"):
        await export(database, tmp_path / f"tabel.{form}")
        read = [normalise(row.data) for row in read_rows(tmp_path / f"tabel.{form}")]
        assert by_id(to_row(AanbodRij.model_validate(row)) for row, _ in read) == first


@pytest.mark.parametrize("form", FORMS)
async def test_every_field_and_every_hard_text_comes_back(database, own_database, tmp_path, form):
    owner = organisatie_row(externId="o", naam="Weinig bekend")
    little = {"externId": "weinig", "titel": "Weinig", "organisatie": owner}
    await import_rows(database, EVERYTHING)
    await import_rows(database, little, bron="ander")
    first, second = await round_trip(database, own_database, tmp_path, form)
    assert first == second
    assert first["alles"] == EVERYTHING
    assert set(first["weinig"]) == {
        "externId", "titel", "organisatie", "status", "bijgewerkt", "intervalMaanden",
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
async def test_what_was_made_here_travels_under_its_own_id(database, own_database, tmp_path, form):
    await import_rows(database, aanbod_row())
    async with database.transaction() as session:
        for table in (Aanbod, Organisatie):
            await session.execute(update(table).values(bron=None, extern_id=None))
        ids = (
            await session.execute(update(Aanbod).values(niveau=1).returning(col(Aanbod.id)))
        ).all()
    first, second = await round_trip(database, own_database, tmp_path, form)
    assert first == second
    assert set(first) == {str(key) for (key,) in ids}


async def test_a_second_import_of_an_export_changes_nothing(database, tmp_path):
    await import_rows(database, EVERYTHING, aanbod_row())
    for form in FORMS:
        await export(database, tmp_path / f"uit.{form}", "proef")
        report = await Importer(database, "proef").run(read_rows(tmp_path / f"uit.{form}"))
        assert report.counts == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 2}
        assert report.notes == []


async def test_only_one_source_when_asked(database, tmp_path):
    await import_rows(database, aanbod_row(titel="Koffie"), bron="een")
    await import_rows(database, aanbod_row(titel="Thee"), bron="twee")
    rows = await exported(database, tmp_path / "a.jsonl", "twee")
    assert [(row["externId"], row["titel"]) for row in rows] == [("a-1", "Thee")]
    assert await exported(database, tmp_path / "b.jsonl", "drie") == []


async def test_sources_that_use_the_same_ids_stay_apart_in_one_file(
    database, own_database, tmp_path
):
    await import_rows(database, aanbod_row(titel="Koffie"), bron="een")
    other = organisatie_row(naam="Ander huis")
    await import_rows(database, aanbod_row(titel="Thee", organisatie=other), bron="twee")
    first, second = await round_trip(database, own_database, tmp_path, "jsonl")
    assert first == second
    assert {key: row["organisatie"]["externId"] for key, row in first.items()} == {
        "een/a-1": "een/org-1",
        "twee/a-1": "twee/org-1",
    }


async def test_the_keys_are_those_of_the_format(database, tmp_path):
    await import_rows(database, EVERYTHING)
    (row,) = await exported(database, tmp_path / "a.jsonl")
    assert row.keys() >= APPENDIX - {"nietVoor"}
    assert {name.partition(".")[0] for name in column_names()} >= row.keys()
    assert row["momenten"][0].keys() <= {
        "rrule", "begin", "eind", "van", "tot", "behalve", "toelichting",
    }  # fmt: skip


async def test_a_table_has_its_columns_in_a_fixed_order_and_text_in_each_cell(database, tmp_path):
    await import_rows(database, EVERYTHING)
    await export(database, tmp_path / "a.csv")
    await export(database, tmp_path / "a.xlsx")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfexternId;organisatie.externId;organisatie.naam;")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, cells = list(csv.reader(file, delimiter=";"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["aanbod"]
    assert [cell.value for cell in sheet[1]] == heading == column_names()
    assert {cell.data_type for cell in sheet[2]} <= {"s", "inlineStr", "n"}
    assert [cell.value or "" for cell in sheet[2]] == cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


async def test_a_cell_that_a_spreadsheet_would_cut_off_is_refused(database, tmp_path):
    momenten = [{"rrule": "FREQ=DAILY", "behalve": [str(date.fromordinal(735_000 + day))
                                                   for day in range(400)]}] * 10  # fmt: skip
    await import_rows(database, aanbod_row(momenten=momenten))
    with pytest.raises(UnwritableError, match=r"\.jsonl of \.csv"):
        await export(database, tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
    assert await export(database, tmp_path / "a.csv") == 1


@pytest.mark.parametrize("form", FORMS)
async def test_an_export_that_fails_leaves_what_was_there(database, tmp_path, form, monkeypatch):
    await import_rows(database, aanbod_row())
    path = tmp_path / f"a.{form}"
    path.write_text("oud")

    def broken(*_):
        raise RuntimeError("stuk")

    monkeypatch.setattr(exporter, "row_of", broken)
    with pytest.raises(RuntimeError, match="stuk"):
        await export(database, path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "oud"
