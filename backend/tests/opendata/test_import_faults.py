"""Rows that do not go in: each fault one clear line, all faults at once, the rest goes in."""

import pytest
from sqlalchemy import text

from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.sources import SourceRow
from tests.factories import aanbod_row, organisatie_row
from tests.opendata.reading import lines, listings, run_import

pytestmark = pytest.mark.anyio

FAULTS = {
    "unknown code": (
        {"kosten": "duur"},
        "rij 1, kosten: 'duur' bestaat niet. Toegestaan: gratis, vrije-bijdrage,",
    ),
    "unknown code in a list": (
        {"themas": ["geld", "gelt"]},
        "rij 1, themas: 'gelt' bestaat niet. Toegestaan: ontmoeten,",
    ),
    "unknown wijk": (
        {"werkgebied": ["Amsterdam"]},
        "rij 1, werkgebied: 'Amsterdam' is geen wijk. Toegestaan: WK019310 (Binnenstad)",
    ),
    "unknown wijk of a place": (
        {"locatie": {"wijk": "Centrum"}},
        "rij 1, locatie.wijk: 'Centrum' is geen wijk. Toegestaan:",
    ),
    "no title": ({"titel": " "}, "rij 1, titel: Dit veld is verplicht."),
    "no key": ({"externId": None}, "rij 1, externId: Dit veld is verplicht."),
    "no organisation": ({"organisatie": None}, "rij 1, organisatie: Dit veld is verplicht."),
    "a kind of organisation": (
        {"organisatie": organisatie_row(categorie="stichting")},
        "rij 1, organisatie.categorie: Kies uit: 'initiatief', 'vrijwilligersorganisatie' of",
    ),
    "a number": ({"niveau": "veel"}, "rij 1, niveau: Dit moet een heel getal zijn."),
    "a number too high": ({"niveau": 5}, "rij 1, niveau: Dit mag hoogstens 4 zijn."),
    "ages": (
        {"leeftijdVan": 65, "leeftijdTot": 18},
        "rij 1, leeftijdTot: leeftijdTot is lager dan leeftijdVan.",
    ),
    "a date": ({"capaciteitOp": "morgen"}, "rij 1, capaciteitOp: Dit moet een datum zijn"),
    "a date as a number": ({"capaciteitOp": 46387}, "rij 1, capaciteitOp: Dit moet een datum zijn"),
    "a day that does not exist": (
        {"capaciteitOp": "30-02-2026"},
        "rij 1, capaciteitOp: Dit moet een datum zijn",
    ),
    "a year too far": (
        {"sluitingen": [{"van": "2026-01-01", "tot": "9999-12-31"}]},
        "rij 1, sluitingen (nr. 1).tot: Dit mag hoogstens 2200-01-01 zijn.",
    ),
    "a moment too far": (
        {"bevestigdOp": "9999-12-31T23:59:59Z"},
        "rij 1, bevestigdOp: Dit mag hoogstens 2200-01-01",
    ),
    "a time": (
        {"momenten": [{"rrule": "FREQ=DAILY"}, {"rrule": "FREQ=DAILY", "van": "25:00"}]},
        "rij 1, momenten (nr. 2).van: Dit moet een tijd zijn",
    ),
    "a rule": (
        {"momenten": [{"rrule": "elke dinsdag"}]},
        "rij 1, momenten (nr. 1).rrule: Een herhaling begint met FREQ=",
    ),
    "a part of a rule": (
        {"momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=DI"}]},
        "rij 1, momenten (nr. 1).rrule: Dit deel van de herhaling klopt niet: BYDAY=DI. Schrijf",
    ),
    "a moment of nothing": (
        {"momenten": [{"van": "19:00"}]},
        "rij 1, momenten (nr. 1): Een moment heeft een herhaling (rrule) of een datum (begin).",
    ),
    "half a point": (
        {"locatie": {"lat": 52.5}},
        "rij 1, locatie: Een punt heeft lat en lon allebei nodig.",
    ),
    "overlapping closings": (
        {"sluitingen": [{"van": "2026-12-01"}, {"van": "2026-12-24", "tot": "2026-12-31"}]},
        "rij 1, sluitingen: Twee sluitingen overlappen elkaar.",
    ),
    "a telephone number": (
        {"contact": {"telefoon": "bel Ria"}},
        "rij 1, contact.telefoon: Dit moet een telefoonnummer zijn",
    ),
    "a status": (
        {"status": "online"},
        "rij 1, status: Kies uit: 'concept', 'ter-beoordeling', 'gepubliceerd' of 'gestopt'.",
    ),
    "a yes or no": ({"opAfspraak": "soms"}, "rij 1, opAfspraak: Dit moet true of false zijn."),
    "a list of something else": ({"momenten": "dinsdag"}, "rij 1, momenten: "),
    "an object of something else": ({"locatie": "bij de kerk"}, "rij 1, locatie: "),
    "a character": ({"titel": "Koffie \ud800"}, "rij 1, titel: "),
}


@pytest.mark.parametrize(("changes", "line"), FAULTS.values(), ids=FAULTS.keys())
async def test_a_fault_is_one_line_that_says_where_and_what(database, changes, line):
    report = await run_import(database, aanbod_row(**changes), aanbod_row(externId="goed"))
    (said,) = lines(report)
    assert said.startswith(line)
    assert "\n" not in said
    assert "Input should" not in said
    assert report.counts["nieuw"] == 1
    assert len(await listings(database)) == 1


async def test_all_faults_of_a_row_are_told_at_once(database):
    row = aanbod_row(
        externId=None,
        titel="",
        niveau=9,
        themas=["gelt"],
        leeftijdVan=65,
        leeftijdTot=18,
        werkgebied=["Amsterdam"],
        momenten=[{"rrule": "x", "van": "25:00"}],
        sluitingen=[{"van": "2026-12-01"}, {"van": "2026-12-02"}],
        capaciteitOp="9999-01-01",
    )
    report = await run_import(database, row)
    assert {fault.fout.veld for fault in report.faults} == {
        "externId", "titel", "niveau", "themas", "leeftijdTot", "werkgebied",
        "momenten.0.rrule", "momenten.0.van", "sluitingen", "capaciteitOp",
    }  # fmt: skip
    assert len(report.faults) == 10
    assert report.rows_with_faults == 1
    assert report.counts == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0}


async def test_a_row_is_all_or_nothing(database):
    await run_import(database, aanbod_row())
    report = await run_import(database, aanbod_row(titel="Nieuw", niveau=9))
    assert report.rows_with_faults == 1
    assert set(await listings(database)) == {"Koffie in de buurt"}


async def test_a_double_external_id_names_the_first_row(database):
    report = await run_import(
        database,
        aanbod_row(titel="Eerste"),
        aanbod_row(titel="Tweede", niveau=9),
        aanbod_row(externId="b", titel="Derde"),
    )
    assert lines(report) == [
        "rij 2, niveau: Dit mag hoogstens 4 zijn.",
        "rij 2, externId: Deze externId staat ook al in rij 1.",
    ]
    assert set(await listings(database)) == {"Eerste", "Derde"}


async def test_a_faulty_row_does_not_take_an_external_id(database):
    report = await run_import(database, aanbod_row(niveau=9), aanbod_row(titel="Goed"))
    assert report.rows_with_faults == 1
    assert set(await listings(database)) == {"Goed"}


async def test_a_row_that_could_not_be_read_keeps_its_number(database):
    broken = SourceRow(7, {}, Fout(veld="regel", melding="Dit is geen geldige JSON."))
    report = await run_import(database, broken, aanbod_row())
    assert lines(report) == ["rij 7, regel: Dit is geen geldige JSON."]
    assert len(await listings(database)) == 1


async def test_unknown_keys_are_listed_once_and_not_fatal(database):
    rows = [
        aanbod_row(externId=key, prijs=5, organisatie=organisatie_row(logo="x")) for key in "ab"
    ]
    report = await run_import(database, *rows)
    assert report.unknown_keys == {"prijs", "organisatie.logo"}
    assert report.counts["nieuw"] == 2


async def test_remarks_on_what_could_not_be_settled(database):
    report = await run_import(
        database,
        aanbod_row(externId="a", locatie={"naam": "Ver weg", "lat": 51.0, "lon": 5.0}),
        aanbod_row(externId="b", locatie={"lat": 52.527, "lon": 6.084, "wijk": "Binnenstad"}),
        aanbod_row(externId="c", momenten=[{"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"}]),
        aanbod_row(externId="d", momenten=[{"rrule": "FREQ=MONTHLY"}]),
    )
    assert report.notes == [
        "rij 1, locatie: Het punt ligt buiten de gemeente.",
        "rij 2, locatie: Het punt ligt in Holtenbroek, niet in Binnenstad; het punt telt.",
        "rij 3, momenten (nr. 1): we weten niet vanaf wanneer we tellen; vul begin in.",
        "rij 4, momenten (nr. 1): we weten niet op welke dag; vul BYDAY of begin in.",
    ]
    assert not report.faults


async def test_a_row_that_the_database_refuses_leaves_the_others(own_database):
    async with own_database.transaction() as session:
        await session.execute(
            text("ALTER TABLE aanbod ADD CONSTRAINT proef CHECK (titel <> 'Verboden')")
        )
    rows = [aanbod_row(externId=str(n), titel=f"Koffie {n}") for n in range(3)]
    rows.insert(1, aanbod_row(externId="x", titel="Verboden"))
    report = await run_import(own_database, *rows)
    (said,) = lines(report)
    assert said.startswith("rij 2, rij: De database weigert deze rij: ")
    assert report.counts["nieuw"] == 3
    assert set(await listings(own_database)) == {"Koffie 0", "Koffie 1", "Koffie 2"}


async def test_hostile_texts_are_only_texts(database):
    hostile = "'; DROP TABLE aanbod; -- <script>alert(1)</script> {{7*7}} %s %(x)s \\x00"
    row = aanbod_row(titel=hostile, beschrijving=hostile, externId=hostile, themas=["geld"],
                     organisatie=organisatie_row(naam=hostile, externId=hostile))  # fmt: skip
    await run_import(database, row)
    assert set(await listings(database)) == {hostile}
    assert (await run_import(database, row)).counts["ongewijzigd"] == 1
