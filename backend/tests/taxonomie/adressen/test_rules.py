"""What somebody typed, as it is looked up; and what the map finds in its own names."""

import pytest

from sociale_kaart.taxonomie.adressen.adres import Adres, Soort
from sociale_kaart.taxonomie.adressen.rules import Asked, asked_as, first_of, folded, known_here

POSTCODES = {"8011", "8031"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Assendorperstraat", Asked("assendorperstraat")),
        ("  Assendorperstraat   Zwolle ", Asked("assendorperstraat zwolle")),
        # The number of a house stays here.
        ("Assendorperstraat 12", Asked("assendorperstraat")),
        ("Assendorperstraat 12a", Asked("assendorperstraat")),
        ("Assendorperstraat 12-3", Asked("assendorperstraat")),
        ("Assendorperstraat 12/3", Asked("assendorperstraat")),
        ("Assendorperstraat 12 bis", Asked("assendorperstraat")),
        ("Assendorperstraat 12, Zwolle", Asked("assendorperstraat zwolle")),
        ("Laan van 1813", Asked("laan van 1813")),
        ("Laan van 1813 5", Asked("laan van 1813")),
        ("2e Beethovenlaan 7", Asked("2e beethovenlaan")),
        ("8031", Asked(postcode="8031")),
        ("80", Asked(postcode="80")),
        ("8031a", Asked(postcode="8031A")),
        ("8031 ab", Asked(postcode="8031AB")),
        ("8031AB 12", Asked(postcode="8031AB")),
        ("Beethovenlaan 12, 8031 AB Zwolle", Asked(postcode="8031AB")),
        ("٨٠٣١", Asked(postcode="8031")),
        ("８０３１ＡＢ", Asked(postcode="8031AB")),
        # No postcode of here, so these may be a year and a word.
        ("laan 1940 en vrede", Asked("laan 1940 en vrede")),
        # What has a meaning for a search engine is only a sign here.
        ("*:* OR type:adres", Asked("or type adres")),
        ('"dijk"~2 (kade)', Asked("dijk kade")),
        ("'t Zand", Asked("'t zand")),
        ("", Asked()),
        ("\x00 _ ;", Asked()),
    ],
)
def test_what_is_looked_up_is_a_street_or_a_postcode(typed: str, asked: Asked) -> None:
    assert asked_as(typed, POSTCODES) == asked


def adres(soort: Soort, label: str) -> Adres:
    return Adres(soort, label, 52.5, 6.1)


HERE = [
    adres("buurt", "Aa-landen-Zuid"),
    adres("buurt", "Holtenbroek I"),
    adres("wijk", "Holtenbroek"),
    adres("wijk", "Aa-landen"),
    adres("buurt", "Tippe bij de IJssel"),
    adres("buurt", "Café Über"),
    adres("postcode", "8011"),
    adres("postcode", "8031"),
]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("holt", ["Holtenbroek", "Holtenbroek I"]),
        ("HOLTENBROEK", ["Holtenbroek", "Holtenbroek I"]),
        ("aa landen", ["Aa-landen", "Aa-landen-Zuid"]),
        ("landen", ["Aa-landen", "Aa-landen-Zuid"]),
        ("ijssel", ["Tippe bij de IJssel"]),
        ("cafe uber", ["Café Über"]),
        ("broek", []),
        ("h", []),
        ("", []),
        ("80", ["8011", "8031"]),
        ("8031", ["8031"]),
        ("8031ab", ["8031"]),
        ("8099", []),
    ],
)
def test_the_map_finds_its_own_names_by_how_their_words_begin(
    typed: str, labels: list[str]
) -> None:
    found = known_here(asked_as(typed, POSTCODES), HERE)
    assert [one.label for one in found] == labels


def test_streets_leave_room_for_two_names_of_the_map() -> None:
    own, streets = HERE[:4], [adres("straat", f"Straat {number}") for number in range(9)]
    assert first_of(own, [], 5) == own
    assert first_of(own, streets, 5) == [*own[:2], *streets[:3]]
    assert first_of([], streets, 5) == streets[:5]


def test_names_are_compared_without_signs() -> None:
    assert folded("Schelle-Zuid en Oldeneel") == "schelle zuid en oldeneel"
    assert folded("'s-Gravenhof") == folded("s gravenhof")
