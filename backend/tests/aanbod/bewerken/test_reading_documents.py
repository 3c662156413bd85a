"""What is right and wrong of a half-written listing, and what others changed meanwhile."""

from typing import Any

import pytest

from sociale_kaart.aanbod.bewerken.rules import (
    NAMELESS,
    comparable,
    differences,
    next_step,
    read,
    unkeepable,
)
from tests.people import aanbod_body


def faulty(inhoud: dict[str, Any]) -> list[str]:
    return [fault.veld for fault in read(inhoud).fouten]


def missing(inhoud: dict[str, Any]) -> list[str]:
    return [fault.veld for fault in read(inhoud).ontbreekt]


def test_a_whole_listing_has_no_faults_and_misses_nothing() -> None:
    gelezen = read(aanbod_body())
    assert (gelezen.fouten, gelezen.onbekend, gelezen.ontbreekt) == ([], [], [])
    assert gelezen.invoer.titel == "Koffie in de buurt"


def test_nothing_at_all_is_no_fault_and_misses_what_the_map_needs() -> None:
    assert faulty({}) == []
    assert missing({}) == ["titel", "samenvatting", "ambities", "soort", "openVoor", "aanmelden"]


def test_fields_that_were_emptied_say_nothing() -> None:
    emptied = {
        "titel": "  ",
        "contact": {"telefoon": "", "email": " "},
        "werkgebied": [],
        "leeftijdVan": None,
        "locatie": {},
    }
    gelezen = read(emptied)
    assert gelezen.fouten == []
    assert gelezen.invoer.contact is None
    assert gelezen.invoer.werkgebied is None


@pytest.mark.parametrize(
    ("wrong", "veld"),
    [
        ({"titel": "K"}, "titel"),
        ({"contact": {"telefoon": "bel maar", "naam": "Anna"}}, "contact.telefoon"),
        ({"leeftijdVan": "vijf"}, "leeftijdVan"),
        ({"leeftijdVan": 50, "leeftijdTot": 12}, "leeftijdTot"),
        ({"locatie": {"postcode": "83 AB"}}, "locatie.postcode"),
        ({"momenten": [{"rrule": "FREQ=SOMS"}, {"begin": "2027-01-01"}]}, "momenten.0.rrule"),
        ({"momenten": [{}]}, "momenten.0"),
        ({"werkgebied": "overal"}, "werkgebied"),
        ({"themas": "eten"}, "themas"),
    ],
)
def test_a_fault_is_told_and_the_rest_still_counts(wrong: dict[str, Any], veld: str) -> None:
    inhoud = {**aanbod_body(), **wrong}
    assert faulty(inhoud) == [veld]
    assert missing(inhoud) == []
    assert read(inhoud).invoer.kosten == "gratis"


def test_a_photo_of_which_nothing_is_said_yet_asks_for_words() -> None:
    photo = {"id": "01900000-0000-7000-8000-000000000000", "alt": ""}
    [fault] = read({**aanbod_body(), "beeld": photo}).fouten
    assert (fault.veld, fault.melding[:26]) == ("beeld.alt", "Schrijf in een korte zin w")


def test_of_a_field_with_parts_only_the_faulty_part_is_left_out() -> None:
    invoer = read(
        {
            "titel": "K",
            "contact": {"telefoon": "bel maar", "naam": "Anna"},
            "momenten": [{"rrule": "FREQ=SOMS"}, {"begin": "2027-01-01"}],
        }
    ).invoer
    assert invoer.titel == NAMELESS
    assert invoer.contact is not None
    assert (invoer.contact.naam, invoer.contact.telefoon) == ("Anna", None)
    assert [str(moment.begin) for moment in invoer.momenten] == ["2027-01-01"]


def test_a_required_field_with_a_fault_is_not_missing_as_well() -> None:
    assert missing({**aanbod_body(), "samenvatting": 5}) == []


@pytest.mark.parametrize(
    "inhoud",
    [
        {"kleur": "blauw"},
        {"wat_levert_het_op": "Rust"},
        {"contact": {"fax": "1"}},
        {"momenten": [{"begin": "2027-01-01", "kleur": "x"}]},
    ],
)
def test_fields_that_no_listing_has_are_told_apart(inhoud: dict[str, Any]) -> None:
    gelezen = read(inhoud)
    assert [fault.melding for fault in gelezen.onbekend] == ["Dit veld bestaat niet."]
    assert gelezen.fouten == []


@pytest.mark.parametrize(
    ("inhoud", "veld"),
    [
        ({"titel": "a\x00b"}, "titel"),
        ({"contact": {"naam": "\ud800"}}, "contact.naam"),
        ({"\ud800": 1}, "inhoud"),
        ({"\ud800": "\ud800"}, "inhoud"),
        ({"niveau": float("nan")}, "niveau"),
        ({"niveau": float("inf")}, "niveau"),
        ({"titel": [[[[[[["x"]]]]]]]}, "titel.0.0.0.0.0"),
    ],
)
def test_what_no_database_takes_is_told(inhoud: dict[str, Any], veld: str) -> None:
    assert unkeepable(inhoud)[0].veld == veld


def test_what_somebody_typed_can_be_kept() -> None:
    assert (
        unkeepable(aanbod_body(beschrijving="Ünïcødé 🙂\n\n\\u0000 <script>", niveau=10**40)) == []
    )


def test_only_what_others_changed_and_this_would_undo_is_a_difference() -> None:
    basis = {"titel": "A", "kosten": "gratis", "samenvatting": "Oud", "themas": ["eten"]}
    live = {"titel": "B", "kosten": "tot-5", "samenvatting": "Oud"}
    mine = {"titel": "C", "kosten": "tot-5", "samenvatting": "Nieuw", "themas": ["eten"]}
    found = {each.veld: (each.hier, each.daar) for each in differences(basis, live, mine)}
    assert found == {"titel": ("C", "B"), "themas": (["eten"], None)}


def test_two_ways_to_say_the_same_are_no_difference() -> None:
    said = {"titel": " Koffie ", "doelen": [], "locatie": {"wijk": "WK019330", "geheim": False}}
    same = {"titel": "Koffie", "locatie": {"wijk": "WK019330"}, "intervalMaanden": 6}
    assert comparable(said) == comparable(same)
    assert comparable({"locatie": {"wijk": "WK019330", "geheim": True}}) != comparable(same)


@pytest.mark.parametrize(
    ("status", "at_once", "then"),
    [
        ("concept", True, "publiceren"),
        ("concept", False, "indienen"),
        ("ter-beoordeling", False, "indienen"),
        ("gestopt", True, "publiceren"),
        ("gepubliceerd", True, "opslaan"),
        ("gepubliceerd", False, "voorstellen"),
    ],
)
def test_what_handing_in_does(status: str, at_once: bool, then: str) -> None:
    assert next_step(status, at_once=at_once) == then
