from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.question import fold
from sociale_kaart.zoeken.understanding.crisis import crisis_in
from sociale_kaart.zoeken.understanding.spelling import Names, within_one
from sociale_kaart.zoeken.understanding.understand import MAX_TELLING
from sociale_kaart.zoeken.understanding.words import MAX_READ
from tests.zoeken.understanding.asking import ask

_PIECES = (
    "ik zoek in op van voor mijn moeder 82 jaar dinsdag avond holtenbroek zuid 12 december 60 + - € "
    "euro gratis geen geld thuis komende dit weekend 's morgen tot en met 8 kind engels het"
)
PIECES = st.sampled_from(_PIECES.split())
QUESTIONS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))
DAYS = st.dates(date(1900, 1, 1), date(2999, 1, 1))
LETTERS = "bcdfghjklmnpqrtvwxz"


@given(QUESTIONS, DAYS)
def test_any_text_is_understood_somehow(question, day):
    begrepen = ask(question, day)
    assert len(begrepen.woorden) <= MAX_TELLING
    assert len(begrepen.zin) <= MAX_READ
    assert all(word == fold(word) for word in begrepen.zin)
    assert tuple(begrepen.zin[at] for at in begrepen.plaatsen) == begrepen.woorden
    assert list(begrepen.plaatsen) == sorted(set(begrepen.plaatsen))
    for wens in begrepen.wensen:
        assert wens.codes
        assert wens.tekst in question
    assert crisis_in(question) in {True, False}


@given(QUESTIONS, DAYS)
def test_a_question_is_understood_the_same_each_time(question, day):
    assert ask(question, day) == ask(question, day)


@given(st.text(LETTERS, min_size=3, max_size=20))
def test_random_letters_are_no_wish(letters):
    assert ask(letters).wensen == ()


@given(DAYS, st.sampled_from(["dit weekend", "volgende week", "in mei", "12 december", "morgen"]))
def test_a_date_is_never_past_and_its_end_never_before_its_beginning(day, question):
    first, last = ask(question, day).wensen[0].codes
    assert day.isoformat() <= first <= last


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_one_letter_apart_is_the_same_both_ways(left, right):
    assert within_one(left, right) == within_one(right, left)
    assert within_one(left, left)


@given(st.text("holtenbrk", min_size=7, max_size=12), st.data())
def test_a_name_is_found_by_each_misspelling_of_one_letter(name, data):
    at = data.draw(st.integers(1, len(name) - 2))
    wrong = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + "z" + name[at:],
                name[:at] + "z" + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    assert Names([name]).meant_by(wrong) == name


def test_a_question_of_thousands_of_words_is_cut_off():
    begrepen = ask("holtenbroeck zatterdag koffie " * 2000)
    assert len(begrepen.zin) == MAX_READ
    assert len(begrepen.woorden) == MAX_TELLING
