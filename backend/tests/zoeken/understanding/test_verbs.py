"""Verbs that Dutch takes apart, and who does what a verb says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.understanding.verbs import doers, joined_verbs, said_otherwise


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("ik kom niet meer rond", "rondkomen"),
        ("hoe val ik af", "afvallen"),
        ("mijn zoon haakt af en zit thuis", "afhaken"),
        ("wie past er op mijn kinderen op", "oppassen"),
        ("gokker", "gokken"),
        ("rokers", "roken"),
    ],
)
def test_a_verb_is_put_together(question: str, verb: str) -> None:
    words = question.split()
    assert verb in (doers(words) | joined_verbs(words, range(20))).values()


@pytest.mark.parametrize(
    "question",
    [
        "koffie drinken op zaterdag",
        "waar kan ik terecht",
        "lekker eten voor ouders en kinderen",
        "mijn moeder wordt steeds slechter ter been",
        "winter",
    ],
)
def test_other_words_stay_what_they_are(question: str) -> None:
    words = question.split()
    assert doers(words) | joined_verbs(words, range(20)) == {}


def test_the_particle_is_gone_where_the_verb_is_whole() -> None:
    words = ["ik", "kom", "niet", "meer", "rond"]
    readings = joined_verbs(words, range(20))
    assert said_otherwise(words, readings, "en") == ["ik", "rondkomen", "niet", "meer", "en"]


def test_a_verb_that_says_nothing_by_itself_is_told_where_its_particle_stands() -> None:
    words = ["ik", "kom", "niet", "meer", "rond"]
    assert joined_verbs(words, [4]) == {1: "", 4: "rondkomen"}


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_will_do(words: list[str]) -> None:
    assert set(joined_verbs(words, range(20))) <= set(range(len(words)))
