"""Texts that tell who somebody is are known by their form, and texts about a listing pass."""

from datetime import date

import pytest

from sociale_kaart.core.personal import personal_data_in

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bel 038 000 12 34", "telefoonnummer"),
        ("bel (038) 000-1234 na zessen", "telefoonnummer"),
        ("06.12.34.56.78", "telefoonnummer"),
        ("06-12345678 12 uur", "telefoonnummer"),
        ("in 2026 06 12345678", "telefoonnummer"),
        ("+31 6 12 34 56 78", "telefoonnummer"),
        ("+31 (0)6 12 34 56 78", "telefoonnummer"),
        ("0031612345678", "telefoonnummer"),
        ("０６ １２３４５６７８", "telefoonnummer"),
        ("mail anna@example.org", "e-mailadres"),
        ("anna@localhost", "e-mailadres"),
        ("111222333", "burgerservicenummer"),
        ("bsn 1112.22.333", "burgerservicenummer"),
        ("BSN:111 222 333.", "burgerservicenummer"),
        ("10000008", "burgerservicenummer"),
        ("12-05-1961", "geboortedatum"),
        ("12-5-61", "geboortedatum"),
        ("12 mei 1961", "geboortedatum"),
        ("1 maart '48", "geboortedatum"),
        ("1961-05-12", "geboortedatum"),
        ("12051961", "geboortedatum"),
        ("geboren op 3-2-2026", "geboortedatum"),
        ("geb. 3 februari 2026", "geboortedatum"),
    ],
)
def test_what_tells_who_somebody_is_is_known(text: str, kind: str) -> None:
    assert kind in personal_data_in(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het is nu op dinsdag van 10.00-12.00 uur en 13.30-15.00 uur.",
        "van 09.00 - 10.30 en 10.45 - 12.00",
        "09:00-10:30 10:45-12:00",
        "Dicht vanaf 1 januari 2027, en van 24-12-2026 tot 2-1-2027.",
        "Op 4 mei 2026 was er niemand.",
        "Het adres is nu Proefstraat 12, 8031 AB Zwolle.",
        "Kost nu € 12,50 per keer, 10 keer voor € 100,00.",
        "Bestaat al sinds 1961.",
        "123456789",
        "000000000",
        "Het is op 31-13-1961 @ de brug",
        "groep 1 2 3 4 5 6 7",
    ],
)
def test_what_is_about_a_listing_passes(text: str) -> None:
    assert personal_data_in(text, DAY) == []


def test_each_kind_is_named_once_in_a_fixed_order() -> None:
    text = "12-05-1961 111222333 a@example.org 0612345678 b@example.org"
    assert personal_data_in(text, DAY) == [
        "telefoonnummer",
        "e-mailadres",
        "burgerservicenummer",
        "geboortedatum",
    ]
