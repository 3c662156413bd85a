"""Which other words a question asks for: pure look-ups, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.synonyms.expansions import (
    MOST_WORDS,
    WEIGHT_HEEN,
    WEIGHT_TERUG,
    Expansion,
    Paar,
    Synonyms,
)

ROOTS = {"slaap": "slapen", "slaapt": "slapen", "senioren": "senior", "maatjes": "maatje"}


def lemma(word: str) -> str:
    return ROOTS.get(word, word)


def asked(question: str, *rows: Paar) -> list[Expansion]:
    return Synonyms.of(rows, lemma).expansions(words_of(question))


def leads_to(question: str, *rows: Paar) -> set[str]:
    return {to for expansion in asked(question, *rows) for to in expansion.naar}


def test_one_way_leads_from_what_people_say_to_the_map_and_not_back() -> None:
    row = Paar("kat", "dieren", "heen")
    assert asked("mijn kat is weg", row) == [Expansion(1, 2, ("dieren",), WEIGHT_HEEN)]
    assert asked("dieren", row) == []


def test_both_ways_leads_back_with_less_weight() -> None:
    row = Paar("buddy", "maatje", "beide")
    assert asked("buddy", row) == [Expansion(0, 1, ("maatje",), WEIGHT_HEEN)]
    assert asked("maatje", row) == [Expansion(0, 1, ("buddy",), WEIGHT_TERUG)]


def test_capitals_accents_and_inflections_do_not_matter() -> None:
    row = Paar("Crèche", "kinderopvang", "heen")
    assert leads_to("CRECHE", row) == {"kinderopvang"}
    assert leads_to("senior", Paar("senioren", "ouderen", "heen")) == {"ouderen"}
    assert leads_to("maatjes", Paar("buddy", "maatje", "beide")) == {"buddy"}


def test_a_whole_word_counts_only_as_it_is_written() -> None:
    whole = Paar("slaap", "nachtrust", "heen", heel_woord=True)
    assert leads_to("slaap", whole) == {"nachtrust"}
    assert leads_to("slapen", whole) == set()
    assert leads_to("slapen", whole._replace(heel_woord=False)) == {"nachtrust"}


def test_who_is_led_to_a_whole_word_hears_that_it_is_one() -> None:
    row = Paar("NAH", "niet-aangeboren hersenletsel", "beide", heel_woord=True)
    assert asked("NAH", row) == [
        Expansion(0, 1, ("niet aangeboren hersenletsel",), WEIGHT_HEEN, heel=False)
    ]
    assert asked("niet-aangeboren hersenletsel", row) == [
        Expansion(0, 3, ("nah",), WEIGHT_TERUG, heel=True)
    ]


@pytest.mark.parametrize(
    "question", ["op straat slapen", "ik slaap op straat", "wie slaapt er nu op de straat"]
)
def test_a_phrase_is_found_however_the_sentence_turns(question: str) -> None:
    assert leads_to(question, Paar("op straat slapen", "dakloos", "heen")) == {"dakloos"}


@pytest.mark.parametrize("question", ["straat", "slapen", "slapen in mijn straat vol bomen ja"])
def test_a_part_of_a_phrase_is_not_the_phrase(question: str) -> None:
    assert leads_to(question, Paar("op straat slapen vannacht", "dakloos", "heen")) == set()


def test_a_denial_is_part_of_the_phrase() -> None:
    row = Paar("niet goed lezen", "lezen en schrijven", "heen")
    assert leads_to("ik kan niet goed lezen", row) == {"lezen en schrijven"}
    assert leads_to("goed lezen voor kinderen", row) == set()


def test_places_are_those_of_the_question_with_every_word_in_it() -> None:
    [found] = asked("ik kan mijn huur niet betalen", Paar("huur niet betalen", "schuld", "heen"))
    assert (found.start, found.stop) == (3, 6)


def test_one_run_leads_to_all_its_words_heaviest_first() -> None:
    rows = (
        Paar("bieb", "bibliotheek", "heen"),
        Paar("bieb", "boeken", "heen"),
        Paar("leeszaal", "bieb", "beide"),
    )
    assert asked("bieb", *rows) == [
        Expansion(0, 1, ("bibliotheek", "boeken"), WEIGHT_HEEN),
        Expansion(0, 1, ("leeszaal",), WEIGHT_TERUG),
    ]


def test_a_word_that_is_reached_twice_counts_once_by_its_heaviest_way() -> None:
    rows = (Paar("a", "b", "heen"), Paar("b", "a", "beide"))
    assert asked("a", *rows) == [Expansion(0, 1, ("b",), WEIGHT_HEEN)]


def test_longer_runs_come_first_and_overlap_is_told() -> None:
    rows = (Paar("roze ouderen", "regenboog", "heen"), Paar("ouderen", "senioren", "beide"))
    assert [(one.start, one.stop) for one in asked("roze ouderen", *rows)] == [(0, 2), (1, 2)]


def test_a_word_inside_a_phrase_does_not_lead_there_once_more() -> None:
    rows = (
        Paar("gratis advocaat", "jurist", "heen"),
        Paar("advocaat", "jurist", "heen"),
        Paar("van school gestuurd", "school", "heen"),
    )
    assert [(one.start, one.stop) for one in asked("gratis advocaat", *rows)] == [(0, 2)]
    assert [(one.start, one.stop) for one in asked("van school gestuurd", *rows)] == [(0, 3)]


def test_rows_that_no_question_can_hold_do_nothing() -> None:
    rows = (
        Paar("?!", "ouderen", "beide"),
        Paar("a b c d e f g", "ouderen", "heen"),
        Paar("ouderen", "…", "heen"),
    )
    assert asked("a b c d e f g ouderen", *rows) == []


WORDS = st.sampled_from(["a", "b", "niet", "op", "slaap", "slapen", "kat", "de"])
PHRASES = st.lists(WORDS, min_size=1, max_size=MOST_WORDS).map(" ".join)
ROWS = st.lists(
    st.builds(Paar, PHRASES, PHRASES, st.sampled_from(["heen", "beide"]), st.booleans()),
    max_size=12,
)


@given(ROWS, st.lists(WORDS, max_size=24))
def test_what_comes_out_lies_inside_the_question_and_never_leads_to_itself(
    rows: list[Paar], words: list[str]
) -> None:
    for found in Synonyms.of(rows, lemma).expansions(words):
        assert 0 <= found.start < found.stop <= len(words)
        assert found.naar
        assert " ".join(words[found.start : found.stop]) not in found.naar


@given(ROWS)
def test_whoever_types_the_words_of_a_row_is_led_to_its_other_side(rows: list[Paar]) -> None:
    synonyms = Synonyms.of(rows, lemma)
    for row in rows:
        found = synonyms.expansions(row.woord.split())
        reached = {to for one in found for to in one.naar} | {row.woord}
        assert row.betekent in reached
