import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.ranking.spelling import Speller

SPELLER = Speller(
    dict.fromkeys(
        [
            "dementie",
            "opvoedspreekuur",
            "rouwgroep",
            "huiswerk",
            "winterjas",
            "voetbal",
            "psycholoog",
            "koffie",
            "computer",
            "hospice",
            "spreekuur",
            "wandelen",
            "budgetcursus",
            "taalcafe",
            "kind",
            "rond",
        ],
        3,
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("demensie", "dementie"),
        ("opvoetspreekuur", "opvoedspreekuur"),
        ("rouwgroeb", "rouwgroep"),
        ("huiswek", "huiswerk"),
        ("winterjass", "winterjas"),
        ("foetbal", "voetbal"),
        ("psygoloog", "psycholoog"),
        ("kofie", "koffie"),
        ("compjoeter", "computer"),
        ("hospies", "hospice"),
        ("budjetcursus", "budgetcursus"),
        ("taalcaffee", "taalcafe"),
    ],
)
def test_a_misspelt_word_is_understood(typed: str, meant: str) -> None:
    assert next(iter(SPELLER.meant_by(typed))) == meant


@pytest.mark.parametrize(
    "typed", ["koffie", "schaatsen", "vandaag", "kip", "xyzzyxyzzy", "12345", "kffk"]
)
def test_a_good_word_and_one_like_nothing_stay(typed: str) -> None:
    assert SPELLER.meant_by(typed) == {}


def test_who_slips_means_no_foreign_word_but_a_foreign_word_is_no_slip() -> None:
    speller = Speller.of({"=huiswerk": 3}, meanings=["taalmaatje"], known=["huisverk", "gratis"])
    assert list(speller.meant_by("huisverg")) == ["huiswerk"]
    assert speller.meant_by("huisverk") == {}
    assert list(speller.meant_by("taalmaadje")) == ["taalmaatje"]
    assert list(speller.meant_by("gratiz")) == ["gratis"]


@pytest.mark.parametrize("compound", ["groentesoep", "tuinkabouter", "bed"])
def test_a_compound_of_good_words_is_no_slip(compound: str) -> None:
    assert Speller({"groener": 1, "groeten": 1}).is_known(compound)


def test_the_beginning_of_a_word() -> None:
    assert SPELLER.beginning_with("ko", 5) == ["koffie"]
    assert SPELLER.beginning_with("zz", 5) == []


@given(st.text(max_size=30))
def test_any_text_is_fine(text: str) -> None:
    assert all(0 < sure <= 1 for sure in SPELLER.meant_by(text).values())
