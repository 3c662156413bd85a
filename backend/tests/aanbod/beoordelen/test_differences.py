"""What differs, in words that people read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.beoordelen.differences import Veldverschil, differences
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.schema import to_camel
from sociale_kaart.taxonomie.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    labels={
        "thema": {"ontmoeten": "Mensen ontmoeten", "geld": "Geld en schulden", "rouw": "Verlies"},
        "kosten": {"gratis": "Gratis", "bijdrage": "Kleine bijdrage"},
        "niveau": {"1": "Samen in de buurt"},
    },
    wijken={},
    wijk_names={"WK019330": "Holtenbroek", "WK019331": "Aa-landen"},
)


def of(changes: dict[str, list[Any]]) -> list[Veldverschil]:
    return differences(changes, VOCABULARY)


def told(changes: dict[str, list[Any]]) -> list[tuple[str, str]]:
    """The pieces of the one difference that there is."""
    [verschil] = of(changes)
    return [(stuk.soort, stuk.tekst) for stuk in verschil.stukken]


def test_a_text_marks_the_words_that_came_and_went() -> None:
    assert told({"samenvatting": ["Drink koffie met buren.", "Drink thee met je buren."]}) == [
        ("gelijk", "Drink "),
        ("weg", "koffie "),
        ("erbij", "thee "),
        ("gelijk", "met "),
        ("erbij", "je "),
        ("gelijk", "buren."),
    ]


def test_a_sentence_behind_another_leaves_that_one_alone() -> None:
    assert told({"beschrijving": ["Welkom.", "Welkom. Kom je ook?"]}) == [
        ("gelijk", "Welkom. "),
        ("erbij", "Kom je ook?"),
    ]


def test_a_text_that_was_not_there_is_new_as_a_whole() -> None:
    assert told({"meebrengen": [None, "Je eigen mok"]}) == [("erbij", "Je eigen mok")]
    assert told({"meebrengen": ["Je eigen mok", None]}) == [("weg", "Je eigen mok")]


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_of_a_text_are_both_texts(before: str, after: str) -> None:
    for verschil in of({"beschrijving": [before, after]}):
        now = "".join(stuk.tekst for stuk in verschil.stukken if stuk.soort != "weg")
        was = "".join(stuk.tekst for stuk in verschil.stukken if stuk.soort != "erbij")
        assert now == after
        # Where words are the same, the spaces are those of now.
        assert was.replace(" ", "") == before.replace(" ", "")


def test_a_text_of_one_word_a_thousand_times_takes_no_time() -> None:
    pieces = told({"beschrijving": ["ja " * 3000, "nee " * 10 + "ja " * 3000]})
    assert [soort for soort, _ in pieces] == ["weg", "erbij"]


def test_codes_are_said_in_words_and_what_stayed_stays() -> None:
    assert told({"themas": [["ontmoeten", "geld"], ["ontmoeten", "rouw"]]}) == [
        ("gelijk", "Mensen ontmoeten"),
        ("weg", "Geld en schulden"),
        ("erbij", "Verlies"),
    ]
    assert told({"kosten": ["gratis", "bijdrage"]}) == [
        ("weg", "Gratis"),
        ("erbij", "Kleine bijdrage"),
    ]
    assert told({"niveau": [None, 1]}) == [("erbij", "Samen in de buurt")]


def test_moments_and_closings_are_sentences() -> None:
    tuesday = {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "tot": "12:00", "behalve": []}
    later = {**tuesday, "van": "10:30", "behalve": ["2026-12-29"], "toelichting": "met soep"}
    assert told({"momenten": [[tuesday], [later]]}) == [
        ("weg", "elke dinsdag van 10.00 tot 12.00 uur"),
        ("erbij", "elke dinsdag van 10.30 tot 12.00 uur, niet op 29 december 2026 (met soep)"),
    ]
    assert told({"sluitingen": [[], [{"van": "2026-07-01", "reden": "vakantie"}]]}) == [
        ("erbij", "van 1 juli 2026 tot nader bericht: vakantie")
    ]


def test_a_place_that_only_moved_on_the_map_says_where() -> None:
    here = {"straat": "Proefstraat 1", "lat": 52.5, "lon": 6.1, "wijk": "WK019330"}
    assert told({"locatie": [here, {**here, "lat": 52.6}]}) == [
        ("weg", "Proefstraat 1, Holtenbroek, punt 52.50000, 6.10000"),
        ("erbij", "Proefstraat 1, Holtenbroek, punt 52.60000, 6.10000"),
    ]


def test_each_part_of_the_contact_is_a_field() -> None:
    found = of(
        {"contact": [{"naam": "Anna", "telefoon": "038 000 1"}, {"naam": "Bo", "email": "b@x.nl"}]}
    )
    assert [verschil.veld for verschil in found] == [
        "contact.naam",
        "contact.telefoon",
        "contact.email",
    ]


def test_fields_come_in_the_order_in_which_they_are_filled_in() -> None:
    found = of({"werkgebied": [None, "stadsbreed"], "titel": ["A", "B"], "status": ["a", "b"]})
    assert [verschil.veld for verschil in found] == ["titel", "werkgebied", "status"]
    assert found[1].stukken[0].tekst == "de hele stad"


@pytest.mark.parametrize("name", AanbodInvoer.model_fields)
def test_every_field_is_said_without_code_of_ours(name: str) -> None:
    values: dict[str, Any] = {
        "contact": {"naam": "Anna"},
        "locatie": {"naam": "De Brug"},
        "werkgebied": ["WK019330"],
        "momenten": [{"begin": "2026-12-01"}],
        "sluitingen": [{"van": "2026-12-01", "tot": "2026-12-02"}],
        "beeld": {"id": "0190", "alt": "Een tafel"},
        "capaciteit_op": "2026-12-01",
        "interval_maanden": 6,
        "leeftijd_van": 4,
    }
    value = values.get(name, ["x"] if name.endswith("s") else "x")
    [verschil] = of({to_camel(name): [None, value]})
    assert not set("{}[]'") & set(verschil.stukken[0].tekst)
