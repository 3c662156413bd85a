"""What is forgiven, and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociale_kaart.opendata.normalise import normalise


@pytest.mark.parametrize(
    ("given_row", "expected"),
    [
        ({"titel": "  Koffie  "}, {"titel": "Koffie"}),
        ({"titel": "a\r\nb\rc\x0bd\x00e\x1f"}, {"titel": "a\nb\nc\nde"}),
        ({"titel": "", "beschrijving": None, "themas": []}, {}),
        ({"contact": {"naam": " ", "email": None}}, {}),
        ({"locatie": {}, "momenten": [{}, None]}, {}),
        ({"externId": 12}, {"externId": "12"}),
        ({"themas": "geld|wonen"}, {"themas": ["geld", "wonen"]}),
        ({"ambities": [1, 3]}, {"ambities": ["1", "3"]}),
        ({"doelen": 1.2}, {"doelen": ["1.2"]}),
        ({"werkgebied": "Stadsbreed"}, {"werkgebied": "stadsbreed"}),
        ({"werkgebied": "Holtenbroek|Aa-landen"}, {"werkgebied": ["Holtenbroek", "Aa-landen"]}),
        ({"vrijwilligersGezocht": "ja", "opAfspraak": "NEE"},
         {"vrijwilligersGezocht": True, "opAfspraak": False}),
        ({"vrijwilligersGezocht": "WAAR", "opAfspraak": "Onwaar"},
         {"vrijwilligersGezocht": True, "opAfspraak": False}),
        ({"intervalMaanden": "6"}, {"intervalMaanden": 6}),
        ({"capaciteitOp": "31-12-2026"}, {"capaciteitOp": "2026-12-31"}),
        ({"capaciteitOp": "1-2-2026"}, {"capaciteitOp": "2026-02-01"}),
        ({"locatie": {"postcode": "8031zx"}}, {"locatie": {"postcode": "8031 ZX"}}),
        ({"locatie": {"postcode": 8031}}, {"locatie": {"postcode": "8031"}}),
        ({"locatie": {"lat": "52,51", "lon": "6,1", "geheim": "ja"}},
         {"locatie": {"lat": "52.51", "lon": "6.1", "geheim": True}}),
        ({"momenten": [{"van": "9:00", "tot": "24:00"}]},
         {"momenten": [{"van": "09:00", "tot": "00:00"}]}),
        ({"momenten": [{"van": "9.30", "tot": "10:00:00"}]},
         {"momenten": [{"van": "09:30", "tot": "10:00"}]}),
        ({"momenten": [{"begin": "1-9-2026", "behalve": "2026-12-25, 26-12-2026"}]},
         {"momenten": [{"begin": "2026-09-01", "behalve": ["2026-12-25", "2026-12-26"]}]}),
        ({"sluitingen": [{"van": "1-7-2026", "tot": "31-8-2026"}]},
         {"sluitingen": [{"van": "2026-07-01", "tot": "2026-08-31"}]}),
        ({"email": "a@example.org", "telefoon": "038 000 12 34"},
         {"contact": {"email": "a@example.org", "telefoon": "038 000 12 34"}}),
        ({"contact": "https://a.example.org"}, {"contact": {"website": "https://a.example.org"}}),
        ({"contact": "Ria van de balie"}, {"contact": {"naam": "Ria van de balie"}}),
        ({"organisatie": {"naam": "De Proef"}},
         {"organisatie": {"naam": "De Proef", "externId": "De Proef"}}),
        ({"organisatie": {"naam": "De Proef", "externId": 7}},
         {"organisatie": {"naam": "De Proef", "externId": "7"}}),
    ],
)  # fmt: skip
def test_forms_that_mean_one_thing_are_taken_over(given_row, expected):
    assert normalise(given_row) == (expected, [])


def test_a_moment_without_a_zone_is_on_a_dutch_clock():
    row, _ = normalise({"bevestigdOp": "2026-07-01T10:00:00", "bijgewerkt": "1-12-2026"})
    assert row["bevestigdOp"].isoformat() == "2026-07-01T10:00:00+02:00"
    assert row["bijgewerkt"].isoformat() == "2026-12-01T00:00:00+01:00"


@pytest.mark.parametrize("value", [5, 1_700_000_000, "2026", "20261231", 46387.5])
def test_a_bare_number_is_not_made_into_a_date(value):
    row, _ = normalise({"capaciteitOp": value, "bijgewerkt": value})
    assert row == {"capaciteitOp": f"getal {value}", "bijgewerkt": f"getal {value}"}


def test_unknown_keys_are_named_with_where_they_stood_and_left_out():
    row, unknown = normalise(
        {
            "titel": "Koffie",
            "prijs": 5,
            "organisatie": {"naam": "De Proef", "logo": "x.png"},
            "locatie": {"straat": "Pad 1", "gemeente": "Zwolle"},
            "momenten": [{"van": "09:00", "zaal": 3}, {"van": "10:00", "zaal": 4}],
        }
    )
    assert set(unknown) == {"prijs", "organisatie.logo", "locatie.gemeente", "momenten.zaal"}
    assert row["locatie"] == {"straat": "Pad 1"}
    assert row["momenten"] == [{"van": "09:00"}, {"van": "10:00"}]


def test_nothing_is_lost_when_contact_details_differ():
    row, unknown = normalise({"telefoon": "1111", "contact": {"telefoon": "2222"}})
    assert row["contact"] == {"telefoon": "2222"}
    assert unknown == ["telefoon"]


def test_what_was_given_is_not_changed():
    given_row = {"locatie": {"postcode": "8031zx", "x": 1}, "momenten": [{"van": "9:00"}]}
    normalise(given_row)
    assert given_row == {"locatie": {"postcode": "8031zx", "x": 1}, "momenten": [{"van": "9:00"}]}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
keys = st.sampled_from(
    ["externId", "organisatie", "titel", "ambities", "werkgebied", "contact", "telefoon",
     "locatie", "momenten", "sluitingen", "bijgewerkt", "capaciteitOp", "intervalMaanden"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(keys | st.text(max_size=5), json_values, max_size=6))
def test_no_json_makes_it_fail(row):
    found, unknown = normalise(row)
    assert found.keys().isdisjoint(unknown)
