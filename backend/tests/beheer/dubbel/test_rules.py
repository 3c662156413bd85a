"""How much two listings look the same: the same both ways, more with each thing in common."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.beheer.dubbel.rules import Kenmerken, digits, host, likeness, metres, street

PLACE = (52.527, 6.084)
TUESDAY = date(2026, 12, 1)
COFFEE = Kenmerken(
    organisatie="o-1",
    wijken=frozenset({"WK019330"}),
    punt=PLACE,
    straat="proefstraat 1",
    telefoon="0380001234",
    email="info@example.org",
    website="proef.example.org",
    tijden=frozenset({(TUESDAY, 600, 720)}),
)
ELSEWHERE = replace(COFFEE, punt=(52.50, 6.12), wijken=frozenset({"WK019331"}))

texts = st.none() | st.sampled_from(["a", "b"])
features = st.builds(
    Kenmerken,
    organisatie=texts,
    wijken=st.frozensets(st.sampled_from(["WK1", "WK2"])),
    punt=st.none() | st.sampled_from([PLACE, (52.5272, 6.0842), (52.50, 6.12)]),
    straat=texts,
    telefoon=texts,
    email=texts,
    website=texts,
    tijden=st.frozensets(st.sampled_from([(TUESDAY, 600, 720), (TUESDAY, 700, 800)]), max_size=2),
)
shares = st.floats(0, 1)


@given(features, features, shares)
def test_it_does_not_matter_which_comes_first(
    one: Kenmerken, other: Kenmerken, titels: float
) -> None:
    assert likeness(one, other, titels) == likeness(other, one, titels)


@given(features, features, shares)
def test_it_stays_a_share(one: Kenmerken, other: Kenmerken, titels: float) -> None:
    assert 0 <= likeness(one, other, titels).score <= 1


@given(features, features, shares, shares)
def test_titles_more_alike_never_make_it_less(
    one: Kenmerken, other: Kenmerken, titels: float, more: float
) -> None:
    less, more = sorted((titels, more))
    assert likeness(one, other, less).score <= likeness(one, other, more).score


@given(features, features, shares, st.sampled_from(["organisatie", "telefoon", "email", "website"]))
def test_one_more_thing_in_common_never_makes_it_less(
    one: Kenmerken, other: Kenmerken, titels: float, name: str
) -> None:
    apart = replace(one, **{name: None})
    together = replace(one, **{name: getattr(other, name)})
    assert likeness(apart, other, titels).score <= likeness(together, other, titels).score


def test_the_same_in_all_is_likely_and_says_why_weightiest_first() -> None:
    found = likeness(COFFEE, COFFEE, 1.0)
    assert found.zekerheid == "waarschijnlijk"
    assert found.redenen == ("titel", "plek", "contact", "moment", "organisatie")


@pytest.mark.parametrize(
    ("one", "other", "titels", "expected"),
    [
        # There is a coffee morning in each wijk.
        (Kenmerken(), Kenmerken(), 1.0, "misschien"),
        (COFFEE, replace(ELSEWHERE, telefoon=None, email=None, website=None), 1.0, "misschien"),
        (
            COFFEE,
            Kenmerken(organisatie="o-2", punt=(52.50, 6.12), wijken=frozenset({"WK019331"})),
            1.0,
            None,
        ),
        (COFFEE, replace(COFFEE, organisatie="o-2", tijden=frozenset()), 0.6, "waarschijnlijk"),
        (COFFEE, Kenmerken(punt=PLACE), 0.8, "misschien"),
        # One office does many things: the same place and number are no double.
        (COFFEE, replace(COFFEE, tijden=frozenset()), 0.1, None),
        (COFFEE, COFFEE, 0.1, "misschien"),
        (COFFEE, Kenmerken(punt=PLACE), 0.2, None),
        (Kenmerken(), Kenmerken(), 0.9, None),
    ],
)
def test_what_is_a_double(
    one: Kenmerken, other: Kenmerken, titels: float, expected: str | None
) -> None:
    assert likeness(one, other, titels).zekerheid == expected


def test_times_that_meet_are_a_reason_and_times_that_follow_are_not() -> None:
    later = replace(COFFEE, tijden=frozenset({(TUESDAY, 720, 800)}))
    overlapping = replace(COFFEE, tijden=frozenset({(TUESDAY, 719, 800)}))
    assert "moment" not in likeness(COFFEE, later, 1.0).redenen
    assert "moment" in likeness(COFFEE, overlapping, 1.0).redenen


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("038 000 12 34", "0380001234"),
        ("+31 (38) 000-1234", "0380001234"),
        ("0031 38 000 1234", "0380001234"),
        ("14 038", "14038"),
        (None, None),
        ("", None),
    ],
)
def test_a_number_is_its_figures(given_: str | None, expected: str | None) -> None:
    assert digits(given_) == expected


def test_a_street_is_its_name_and_number() -> None:
    assert street("Proefstraat  12a") == "proefstraat 12"
    assert street("1e Dwarsstraat 3 hs") == "1e dwarsstraat 3"
    assert street("Het plein") is None
    assert street(None) is None


def test_a_site_is_its_name() -> None:
    assert host("https://www.Proef.example.org/koffie") == "proef.example.org"
    assert host("geen adres") is None


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert metres((52.0, 6.0), (53.0, 6.0)) == pytest.approx(111_195, rel=0.001)
