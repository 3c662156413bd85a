"""What is filled in, stored, and read back, without a database."""

import pytest

from sociale_kaart.aanbod.conversion import columns_of, invoer_of, set_parts, settled
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import fill_aanbod, new_aanbod
from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.opendata.interchange import OWN_COLUMNS, key_of
from sociale_kaart.organisaties.models import Organisatie

pytestmark = pytest.mark.anyio

MESSY = {
    "titel": "Koffie",
    "ambities": ["3", "1", "3"],
    "themas": ["wonen", "geld", "wonen"],
    "kosten": "gratis",
    "contact": {"naam": "Ria"},
    "locatie": {"naam": "De Proef", "wijk": "holtenbroek"},
    "werkgebied": ["Binnenstad", "WK019330", "aa-landen", "binnenstad"],
    "sluitingen": [{"van": "2027-07-01"}, {"van": "2026-12-24", "tot": "2026-12-31"}],
    "momenten": [
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "23:00", "tot": "00:00"},
        {"begin": "2026-12-25", "behalve": []},
    ],
}


def empty():
    return new_aanbod("koffie", Organisatie(slug="huis", naam="Huis", categorie="initiatief"))


def place(invoer, reference):
    placed = place_of(invoer.locatie, reference) if invoer.locatie else None
    return placed and placed.locatie


def filled(invoer, reference):
    aanbod = empty()
    fill_aanbod(aanbod, invoer, place(invoer, reference), None, reference)
    return aanbod


async def test_what_is_read_back_is_what_was_filled_in_put_in_order(reference):
    invoer = AanbodInvoer.model_validate(MESSY)
    expected = settled(invoer, place(invoer, reference), reference.vocabulary)
    found = invoer_of(filled(invoer, reference))
    assert found == expected
    assert found.ambities == ["3", "1"]
    assert found.themas == ["wonen", "geld"]
    assert found.werkgebied == ["WK019310", "WK019330", "WK019331"]
    assert [str(part.van) for part in found.sluitingen] == ["2026-12-24", "2027-07-01"]
    assert found.locatie.wijk == "WK019330"


async def test_filling_in_what_was_read_back_changes_nothing(reference):
    aanbod = filled(AanbodInvoer.model_validate(MESSY), reference)
    before = [list(parts) for parts in (aanbod.termen, aanbod.momenten, aanbod.sluitingen)]
    again = AanbodInvoer.model_validate(invoer_of(aanbod).model_dump())
    set_parts(aanbod, again, reference.vocabulary)
    after = [list(parts) for parts in (aanbod.termen, aanbod.momenten, aanbod.sluitingen)]
    # The same rows, not equal ones: nothing is written again.
    assert all(map(lambda a, b: [id(x) for x in a] == [id(x) for x in b], before, after))
    assert invoer_of(aanbod) == again


async def test_the_least_and_the_most_are_the_same_afterwards(reference):
    least = AanbodInvoer(titel="Koffie")
    aanbod = filled(AanbodInvoer.model_validate(MESSY), reference)
    fill_aanbod(aanbod, least, None, None, reference)
    assert invoer_of(aanbod) == least
    assert (aanbod.termen, aanbod.wijken, aanbod.momenten, aanbod.sluitingen) == ([], [], [], [])


@pytest.mark.parametrize(
    ("werkgebied", "stadsbreed"), [(None, None), ("stadsbreed", True), (["WK019310"], False)]
)
async def test_unknown_is_not_the_same_as_nowhere(reference, werkgebied, stadsbreed):
    invoer = AanbodInvoer(titel="Koffie", werkgebied=werkgebied)
    assert columns_of(invoer)["stadsbreed"] is stadsbreed
    assert invoer_of(filled(invoer, reference)).werkgebied == werkgebied


async def test_every_demo_listing_comes_back(reference):
    own = {key_of(name) for name in OWN_COLUMNS}
    for row in demo_rows():
        data = {key: value for key, value in row.data.items() if key not in own}
        invoer = AanbodInvoer.model_validate(data)
        found = invoer_of(filled(invoer, reference))
        assert found == settled(invoer, place(invoer, reference), reference.vocabulary)
        assert found.model_dump(exclude={"werkgebied"}) == invoer.model_dump(exclude={"werkgebied"})


TUESDAY = {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "tot": "12:00"}
FRIDAY = {"rrule": "FREQ=WEEKLY;BYDAY=FR", "van": "19:00", "tot": "21:00"}
ONCE = {"begin": "2026-12-25"}


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ([TUESDAY, FRIDAY], [FRIDAY, TUESDAY], [1, 0]),
        ([TUESDAY, FRIDAY], [ONCE, TUESDAY, FRIDAY], [None, 0, 1]),
        ([TUESDAY, FRIDAY], [FRIDAY], [1]),
        ([TUESDAY, FRIDAY], [{**TUESDAY, "van": "11:00"}, FRIDAY], [0, 1]),
        ([TUESDAY, TUESDAY], [TUESDAY, TUESDAY, TUESDAY], [0, 1, None]),
        ([TUESDAY, FRIDAY, ONCE], [ONCE, {**FRIDAY, "tot": "22:00"}], [2, 1]),
    ],
    ids=["swapped", "one before", "one gone", "another time", "doubles", "gone and changed"],
)
async def test_a_moment_keeps_its_row_so_that_calendars_know_it_again(
    reference, before, after, kept
):
    aanbod = filled(AanbodInvoer.model_validate({**MESSY, "momenten": before}), reference)
    ids = [moment.id for moment in aanbod.momenten]
    invoer = AanbodInvoer.model_validate({**MESSY, "momenten": after})
    set_parts(aanbod, invoer, reference.vocabulary)
    assert invoer_of(aanbod).momenten == invoer.momenten
    now = [moment.id for moment in aanbod.momenten]
    assert [ids.index(key) if key in ids else None for key in now] == kept
    assert len(set(now)) == len(now)
