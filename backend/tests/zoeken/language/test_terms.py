"""What makes a question and a listing meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.language.languages import is_foreign_word
from sociale_kaart.zoeken.language.lexicon import lexicon
from sociale_kaart.zoeken.language.terms import WRITTEN, terms_of

MEETING = [
    ("wandelen", "wandeling"),
    ("wandelen", "wandelclub"),
    ("wandelingen", "wandelgroep"),
    ("ondersteuning", "mantelzorgondersteuning"),
    ("mantelzorg", "mantelzorgondersteuning"),
    ("schulden", "schuldhulpverlening"),
    ("hulp", "schuldhulpverlening"),
    ("kinderen", "kind"),
    ("sporten", "sport"),
    ("spelletjes", "spelletje"),
    ("verhalen", "verhaal"),
]
APART = [("koffie", "voetbal"), ("ouderen", "taal"), ("fiets", "rouw"), ("kind", "computer")]


@pytest.mark.parametrize("word", ["na", "net", "alles", "een"])
def test_a_common_word_is_not_as_rare_as_its_accented_twin(word: str) -> None:
    assert lexicon().zipf(word) > 5.5


@pytest.mark.parametrize(("left", "right"), MEETING)
def test_words_of_one_family_meet(left: str, right: str) -> None:
    assert terms_of(left).keys() & terms_of(right).keys()


@pytest.mark.parametrize(("left", "right"), APART)
def test_words_of_different_families_do_not(left: str, right: str) -> None:
    assert not terms_of(left).keys() & terms_of(right).keys()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=30))
def test_every_word_says_itself_most(word: str) -> None:
    terms = terms_of(word)
    assert terms[WRITTEN + word] == max(terms.values()) == 1.0
    assert all(0 < share <= 1 for share in terms.values())


@pytest.mark.parametrize("word", ["language", "dziecko", "العربية", "допомога", "yardim"])
def test_words_of_other_languages_are_words(word: str) -> None:
    assert is_foreign_word(word)


@pytest.mark.parametrize("word", ["asdfgh", "qwxzv", "hhhhjjjj", "12"])
def test_what_a_cat_types_is_none(word: str) -> None:
    assert not is_foreign_word(word)
