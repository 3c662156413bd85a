"""Rows that go in: new, the same again, changed, moved, and what stays as it was."""

from datetime import UTC, datetime

import pytest

from sociale_kaart.aanbod.models import Bevestiging
from sociale_kaart.core.clock import utc_now
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.opendata.sources import SourceRow
from tests.factories import aanbod_row, organisatie_row
from tests.opendata.reading import (
    confirmations,
    history,
    listing,
    listings,
    organisations,
    run_import,
)

pytestmark = pytest.mark.anyio

NEW = {"nieuw": 1, "gewijzigd": 0, "ongewijzigd": 0}
CHANGED = {"nieuw": 0, "gewijzigd": 1, "ongewijzigd": 0}
SAME = {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 1}


async def counts(database, *rows, **options):
    report = await run_import(database, *rows, **options)
    assert not report.faults, [str(fault) for fault in report.faults]
    return report.counts


async def change(database, **values):
    """Edits the only listing, as somebody in the app would."""
    async with database.transaction() as session:
        row = await session.merge(await listing(database), load=True)
        for field, value in values.items():
            setattr(row, field, value)


async def test_a_second_run_leaves_what_did_not_change_exactly_as_it_was(database):
    row = aanbod_row(
        themas=["ontmoeten", "ontmoeten", "eten"],
        werkgebied=["holtenbroek", "WK019310", "Aa-landen", "WK019310"],
        sluitingen=[
            {"van": "2027-07-01", "tot": "2027-08-31", "reden": "zomer"},
            {"van": "2026-12-21", "tot": "2027-01-03"},
        ],
        momenten=[{"rrule": " rrule:freq=weekly; byday=tu", "van": "9:00", "tot": "24:00"}],
        locatie={"naam": "De Proef", "postcode": "8031zx", "wijk": "Binnenstad", "geheim": "nee"},
        contact="Ria",
    )
    assert await counts(database, row) == NEW
    before = await listing(database)
    for _ in range(2):
        assert await counts(database, row) == SAME
    after = await listing(database)
    assert (after.versie, after.gewijzigd_op) == (1, before.gewijzigd_op)
    assert len(await history(database)) == 1
    (organisatie,) = await organisations(database)
    assert organisatie.versie == 1


async def test_without_a_date_of_change_the_day_of_import_stays(database):
    row = aanbod_row(bijgewerkt=None, bevestigdOp=None)
    await counts(database, row)
    first = (await listing(database)).gewijzigd_op
    assert await counts(database, row) == SAME
    assert (await listing(database)).gewijzigd_op == first


async def test_a_changed_row_counts_a_version_and_remembers_what_it_was(database):
    await counts(database, aanbod_row())
    row = aanbod_row(titel="Thee in de buurt", bijgewerkt="2026-11-02T10:00:00+01:00")
    assert await counts(database, row) == CHANGED
    after = await listing(database)
    assert (after.titel, after.versie) == ("Thee in de buurt", 2)
    assert after.gewijzigd_op == datetime(2026, 11, 2, 9, tzinfo=UTC)
    handeling, wijzigingen = (await history(database))[-1]
    assert handeling == "geïmporteerd"
    assert wijzigingen["titel"] == ["Koffie in de buurt", "Thee in de buurt"]
    assert wijzigingen.keys() == {"titel", "bijgewerkt"}


CHANGES = {
    "a text": {"samenvatting": "Anders."},
    "a text gone": {"samenvatting": None},
    "a list": {"themas": ["ontmoeten", "eten"]},
    "the main ambitie": {"ambities": ["2", "1"]},
    "one word": {"kosten": "tot-5"},
    "a number": {"niveau": 0},
    "a yes or no": {"vrijwilligersGezocht": False},
    "contact": {"contact": {"telefoon": "038 000 12 34"}},
    "another wijk without a point": {"locatie": {"naam": "De Proef", "wijk": "WK019310"}},
    "another place": {"locatie": {"naam": "De Proef", "lat": 52.528, "lon": 6.084}},
    "a place kept secret": {
        "locatie": {"naam": "De Proef", "lat": 52.527, "lon": 6.084, "geheim": True}
    },
    "no place": {"locatie": None},
    "a service area": {"werkgebied": "stadsbreed"},
    "moments": {"momenten": []},
    "an exception": {
        "momenten": [
            {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "tot": "12:00",
             "behalve": ["2026-12-22"]}
        ]
    },
    "a closing": {"sluitingen": [{"van": "2026-12-24"}]},
    "the interval": {"intervalMaanden": 3},
    "the status": {"status": "gestopt"},
    "the licence": {"licentie": "CC0"},
}  # fmt: skip


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES.keys())
async def test_each_kind_of_change_is_seen_once(database, changes):
    await counts(database, aanbod_row())
    assert await counts(database, aanbod_row(**changes)) == CHANGED
    assert (await listing(database)).versie == 2
    assert await counts(database, aanbod_row(**changes)) == SAME


async def test_a_wijk_that_follows_from_a_place_changes_with_it(database):
    await counts(database, aanbod_row(locatie={"naam": "De Proef", "wijk": "Holtenbroek"}))
    assert (await listing(database)).locatie.wijk_code == "WK019330"
    await counts(database, aanbod_row(locatie={"naam": "De Proef", "wijk": "binnenstad"}))
    assert (await listing(database)).locatie.wijk_code == "WK019310"


async def test_confirming_is_not_editing(database):
    await counts(database, aanbod_row())
    before = await listing(database)
    assert await counts(database, aanbod_row(bevestigdOp="2026-11-20T10:00:00+01:00")) == CHANGED
    after = await listing(database)
    assert (after.versie, after.gewijzigd_op) == (before.versie, before.gewijzigd_op)
    assert after.bevestigd_op == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert await confirmations(database) == [
        ("2026-10-01T08:00:00+00:00", "bron"),
        ("2026-11-20T09:00:00+00:00", "bron"),
    ]


async def test_a_later_confirmation_made_here_is_not_undone(database):
    await counts(database, aanbod_row())
    later = utc_now()
    await change(database, bevestigd_op=later)
    async with database.transaction() as session:
        row = await listing(database)
        session.add(Bevestiging(aanbod_id=row.id, op=later, wijze="ingelogd"))
    assert await counts(database, aanbod_row()) == SAME
    assert await counts(database, aanbod_row(titel="Thee")) == CHANGED
    assert (await listing(database)).bevestigd_op == later


async def test_what_was_edited_here_is_set_back_by_the_source_with_todays_date(database):
    await counts(database, aanbod_row())
    await change(database, titel="Koffie met taart", gewijzigd_op=utc_now())
    before = await listing(database)
    assert await counts(database, aanbod_row()) == CHANGED
    after = await listing(database)
    assert after.titel == "Koffie in de buurt"
    assert after.gewijzigd_op > before.gewijzigd_op
    assert await counts(database, aanbod_row()) == SAME


async def test_a_row_that_is_silent_about_the_status_keeps_what_was_stopped_here(database):
    await counts(database, aanbod_row())
    assert (await listing(database)).status == "gepubliceerd"
    await change(database, status="gestopt")
    assert await counts(database, aanbod_row()) == SAME
    assert await counts(database, aanbod_row(titel="Thee")) == CHANGED
    assert (await listing(database)).status == "gestopt"
    await counts(database, aanbod_row(titel="Thee", status="gepubliceerd"))
    assert (await listing(database)).status == "gepubliceerd"


async def test_an_organisation_changes_without_a_version_of_its_listing(database):
    await counts(database, aanbod_row())
    row = aanbod_row(organisatie=organisatie_row(website="https://deproef.example.org"))
    assert await counts(database, row) == CHANGED
    (organisatie,) = await organisations(database)
    assert (organisatie.website, organisatie.versie) == ("https://deproef.example.org", 2)
    assert (await listing(database)).versie == 1
    assert await counts(database, row) == SAME


async def test_the_first_row_says_what_an_organisation_is(database):
    rows = [
        aanbod_row(externId="a", titel="Koffie"),
        aanbod_row(externId="b", titel="Thee", organisatie=organisatie_row(naam="Anders",
                                                                         telefoon="038 000 1")),
        aanbod_row(externId="c", titel="Soep"),
    ]  # fmt: skip
    report = await run_import(database, *rows)
    assert report.notes == [
        "rij 2, organisatie: naam, telefoon is anders dan in rij 1; rij 1 telt."
    ]
    (organisatie,) = await organisations(database)
    assert (organisatie.naam, organisatie.versie) == ("Buurthuis De Proef", 1)
    again = await run_import(database, *rows)
    assert again.counts == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 3}
    assert (await organisations(database))[0].versie == 1


async def test_an_organisation_without_a_key_is_known_by_its_name(database):
    owner = {"naam": "Club Noord", "categorie": "initiatief"}
    rows = [aanbod_row(externId=key, titel=key * 3, organisatie=owner) for key in "ab"]
    await counts(database, *rows)
    (organisatie,) = await organisations(database)
    assert (organisatie.extern_id, organisatie.slug) == ("Club Noord", "club-noord")
    assert (await counts(database, *rows))["ongewijzigd"] == 2


async def test_sources_with_the_same_ids_do_not_touch_each_other(database):
    await counts(database, aanbod_row(), bron="een")
    other = aanbod_row(titel="Soep", organisatie=organisatie_row(naam="Ander huis"))
    assert await counts(database, other, bron="twee") == NEW
    found = await listings(database)
    assert {row.bron: row.organisatie.naam for row in found.values()} == {
        "een": "Buurthuis De Proef",
        "twee": "Ander huis",
    }


async def test_a_listing_moves_to_another_organisation(database):
    await counts(database, aanbod_row())
    owner = organisatie_row(externId="org-2", naam="Nieuw huis")
    assert await counts(database, aanbod_row(organisatie=owner)) == CHANGED
    after = await listing(database)
    assert (after.organisatie.naam, after.versie) == ("Nieuw huis", 2)
    assert len(await organisations(database)) == 2


async def test_many_rows_with_one_title_all_get_an_address_of_their_own(database):
    rows = [
        aanbod_row(externId=str(n), organisatie=organisatie_row(externId=str(n))) for n in range(25)
    ]
    assert (await counts(database, *rows))["nieuw"] == 25
    async with database.reader() as connection:
        slugs = await connection.fetchval("SELECT count(DISTINCT slug) FROM aanbod_document")
    assert slugs == 25
    assert len({row.slug for row in await organisations(database)}) == 25


async def test_equal_places_are_one_row(database):
    rows = [aanbod_row(externId=str(n), titel=f"Koffie {n}") for n in range(3)]
    await counts(database, *rows)
    await counts(database, aanbod_row(externId="9", titel="Later"))
    assert len({row.locatie_id for row in (await listings(database)).values()}) == 1


async def test_what_is_absent_or_null_is_unknown(database):
    row = {
        "externId": "1",
        "titel": "Weinig bekend",
        "organisatie": organisatie_row(),
        "niveau": None,
        "locatie": None,
        "momenten": [],
        "contact": {},
    }
    await counts(database, row)
    found = await listing(database)
    unknown = ("niveau", "locatie", "leeftijd_van", "vrijwilligers_gezocht", "stadsbreed",
               "bevestigd_op", "op_afspraak", "capaciteit")  # fmt: skip
    assert {getattr(found, field) for field in unknown} == {None}
    assert found.status == "gepubliceerd"
    assert (found.termen, found.momenten, found.sluitingen) == ([], [], [])


async def test_a_dry_run_says_the_same_and_leaves_nothing(database):
    rows = [aanbod_row(externId=str(n), titel=f"Koffie {n}") for n in range(3)]
    rows.append(aanbod_row(externId="9", niveau=9))
    dry = await run_import(database, *rows, dry_run=True)
    assert await listings(database) == {}
    assert await organisations(database) == []
    real = await run_import(database, *rows)
    assert dry.counts == real.counts == {"nieuw": 3, "gewijzigd": 0, "ongewijzigd": 0}
    assert [str(fault) for fault in dry.faults] == [str(fault) for fault in real.faults]
    changed = await run_import(database, aanbod_row(externId="0", titel="Thee"), dry_run=True)
    assert changed.counts == CHANGED
    assert set(await listings(database)) == {"Koffie 0", "Koffie 1", "Koffie 2"}


async def test_progress_counts_every_row(own_database):
    seen = []
    rows = [aanbod_row(externId=str(n), titel=f"Koffie {n}", momenten=[]) for n in range(250)]
    rows[7]["niveau"] = 12
    numbered = (SourceRow(number, row) for number, row in enumerate(rows, start=1))
    report = await Importer(own_database, "proef").run(numbered, seen.append)
    assert sum(seen) == 250
    assert len(seen) > 1
    assert (report.counts["nieuw"], report.rows_with_faults) == (249, 1)
