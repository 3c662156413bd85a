"""Dutch compounds: words as this kind of site has them, and words that only look like compounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.language.compounds import parts_of
from sociale_kaart.zoeken.language.terms import terms_of

COMPOUNDS = {
    "mantelzorgondersteuning": ("mantelzorg", "ondersteuning"),
    "schuldhulpverlening": ("schuld", "hulpverlening"),
    "eettafel": ("eet", "tafel"),
    "koffieochtend": ("koffie", "ochtend"),
    "wandelclub": ("wandel", "club"),
    "buurthuis": ("buurt", "huis"),
    "rolstoelvervoer": ("rolstoel", "vervoer"),
    "taalmaatje": ("taal", "maatje"),
    "huiswerkhulp": ("huiswerk", "hulp"),
    "jongerenwerk": ("jongeren", "werk"),
    "voedselbank": ("voedsel", "bank"),
    "rouwgroep": ("rouw", "groep"),
    "formulierenspreekuur": ("formulier", "spreekuur"),
    "kledingbank": ("kleding", "bank"),
    "computerhulp": ("computer", "hulp"),
    "belastingaangifte": ("belasting", "aangifte"),
    "opvoedspreekuur": ("opvoed", "spreekuur"),
    "buurtsportcoach": ("buurt", "sport", "coach"),
    "zaterdagochtend": ("zaterdag", "ochtend"),
    "repaircafe": ("repair", "cafe"),
}
SIMPLE = [
    "bedenken",
    "bestellen",
    "besteden",
    "bestuur",
    "stoppen",
    "drukken",
    "activiteit",
    "bewegen",
    "dementie",
    "eenzaamheid",
    "energie",
    "gemeente",
    "gezinnen",
    "koffie",
    "medicijnen",
    "ontmoeting",
    "organisatie",
    "ouderen",
    "restaurant",
    "vakantie",
    "verslaving",
    "vluchtelingen",
    "vrijwilligers",
    "wandelingen",
    "belasting",
    "fietsen",
    "samenleving",
    "gezellig",
    "schilderen",
    "opvoeding",
    "begeleiding",
    "inwoners",
    "aanmelden",
]


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS.items())
def test_a_compound_is_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize("word", SIMPLE)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    # As the terms see it: an inflected word is looked at in its base form.
    assert not [term for term, share in terms_of(word).items() if share < 0.8], terms_of(word)


@given(st.text(alphabet="abcdefghijklmnoprstuvwz", max_size=40))
def test_the_parts_are_in_the_word_in_their_order(word: str) -> None:
    at = 0
    for part in parts_of(word):
        at = word.index(part, at) + len(part)
    assert at <= len(word)
