"""From an address or a point to wijk and buurt: by the outlines, and never by a guess."""

import csv
import json
from importlib.resources import files
from typing import Any

import pytest

from sociale_kaart.aanbod.places import Placed, place_of
from sociale_kaart.aanbod.schemas import LocatieInvoer
from sociale_kaart.taxonomie.reference import Reference

pytestmark = pytest.mark.anyio

DATA = files("sociale_kaart") / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def placed(reference: Reference, **invoer: Any) -> Placed:
    found = place_of(LocatieInvoer(**invoer), reference)
    assert found is not None
    return found


async def test_the_label_point_of_every_wijk_lies_in_that_wijk(reference: Reference) -> None:
    features = json.loads((DATA / "wijken.geojson").read_text(encoding="utf-8"))["features"]
    assert len(features) == 16
    for feature in features:
        wijk = feature["properties"]
        found = placed(reference, lat=wijk["label_lat"], lon=wijk["label_lon"])
        assert found.locatie.wijk_code == wijk["wijkcode"], wijk["naam"]
        assert found.locatie.buurt_code is not None
        assert found.opmerkingen == ()


async def test_the_label_point_of_every_buurt_lies_in_that_buurt(reference: Reference) -> None:
    buurten = rows("buurten.csv")
    assert len(buurten) == 78
    for buurt in buurten:
        found = placed(
            reference, lat=float(buurt["label_lat"]), lon=float(buurt["label_lon"])
        ).locatie
        assert (found.buurt_code, found.wijk_code) == (buurt["buurtcode"], buurt["wijkcode"])


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(52.37, 4.89), (0, 0), (90, 180), (-90, -180), (6.09, 52.51), (52.60, 6.09), (52.51, 6.30)],
)
async def test_a_point_outside_the_municipality_gets_no_wijk_and_a_note(
    reference: Reference, lat: float, lon: float
) -> None:
    found = placed(reference, naam="Elders", lat=lat, lon=lon)
    assert (found.locatie.wijk_code, found.locatie.buurt_code) == (None, None)
    assert found.opmerkingen == ("Het punt ligt buiten de gemeente.",)


async def test_a_point_goes_before_the_wijk_that_was_filled_in_and_says_so(
    reference: Reference,
) -> None:
    found = placed(reference, lat=52.527, lon=6.084, wijk="Assendorp")
    assert found.locatie.wijk_code == "WK019330"
    [note] = found.opmerkingen
    assert note == "Het punt ligt in Holtenbroek, niet in Assendorp; het punt telt."


@pytest.mark.parametrize(
    "name", ["Holtenbroek", "holtenbroek", "WK019330", "wk019330", " HOLTENBROEK "]
)
async def test_a_wijk_may_be_called_by_code_slug_or_name(reference: Reference, name: str) -> None:
    assert placed(reference, wijk=name).locatie.wijk_code == "WK019330"


async def test_only_a_postcode_that_certainly_is_one_wijk_stands_for_it(
    reference: Reference,
) -> None:
    certain = 0
    for area in rows("postcodegebieden.csv"):
        codes = [part.partition(":")[0] for part in area["verdeling"].split("|")]
        found = placed(reference, postcode=area["pc4"])
        if area["zekerheid"] == "hoog" and len(codes) == 1:
            certain += 1
            assert found.locatie.wijk_code == codes[0], area["pc4"]
            assert found.opmerkingen == ()
        else:
            assert found.locatie.wijk_code is None, area["pc4"]
            assert area["pc4"] in found.opmerkingen[0]
        assert found.locatie.buurt_code is None
    assert certain >= 10


async def test_a_split_postcode_takes_the_wijk_that_was_filled_in(reference: Reference) -> None:
    found = placed(reference, postcode="8011 AB", wijk="binnenstad")
    assert found.locatie.wijk_code == "WK019310"
    assert found.opmerkingen == ()


async def test_a_postcode_elsewhere_gets_no_wijk(reference: Reference) -> None:
    assert placed(reference, postcode="1011 AB").locatie.wijk_code is None


async def test_nothing_known_is_no_place(reference: Reference) -> None:
    assert place_of(LocatieInvoer(), reference) is None
    assert place_of(LocatieInvoer(geheim=True), reference) is None
