"""What counts, and how it counts."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.ranking.concepts import concepts_of, labels_of
from sociale_kaart.zoeken.ranking.corpus import Corpus
from sociale_kaart.zoeken.ranking.listing import Listing
from sociale_kaart.zoeken.ranking.policy import distance_scores, standing_score, sureness_scores
from sociale_kaart.zoeken.ranking.rank import Asked, rank
from sociale_kaart.zoeken.synonyms.expansions import Expansion
from sociale_kaart.zoeken.understanding.begrepen import Wens
from tests.zoeken.ranking.making import FACTS, batch_of, corpus_of, made

TITLES = [
    "Wandelclub de Stappers",
    "Koffieochtend voor buren",
    "Samen zingen",
    "Hulp bij schulden",
    "Wandelen met de hond",
]


def asked(*words: str, corpus: Corpus, expansions: Sequence[Expansion] = ()) -> Asked:
    return Asked(concepts_of(words, range(len(words)), expansions, corpus, {}))


@pytest.fixture
def listings() -> tuple[list[Listing], Corpus]:
    both = [made(titel) for titel in TITLES]
    return [listing for listing, _ in both], corpus_of(*(profile for _, profile in both))


def order(question: Asked, listings: Sequence[Listing], corpus: Corpus) -> list[str]:
    ranked = rank(question, batch_of(listings), corpus)
    found = [
        (-float(score), listing.sorted_as)
        for listing, score, fits in zip(listings, ranked.scores, ranked.fits, strict=True)
        if fits
    ]
    return [key for _, key in sorted(found)]


def test_what_says_it_fits_and_nothing_else(listings: tuple[list[Listing], Corpus]) -> None:
    found, corpus = listings
    assert set(order(asked("wandelen", corpus=corpus), found, corpus)) == {TITLES[0], TITLES[4]}
    assert order(asked("schuld", corpus=corpus), found, corpus) == [TITLES[3]]
    assert order(asked("voetbal", corpus=corpus), found, corpus) == []


def test_the_written_word_goes_before_its_family(listings: tuple[list[Listing], Corpus]) -> None:
    found, corpus = listings
    assert order(asked("wandelclub", corpus=corpus), found, corpus)[0] == TITLES[0]
    assert order(asked("wandelen", corpus=corpus), found, corpus)[0] == TITLES[4]


def test_a_word_that_everybody_uses_says_less_than_a_rare_one() -> None:
    pairs = [made("Van school af"), made("Rookvrij"), *(made(f"Iets {n}") for n in range(200))]
    corpus = corpus_of(*(profile for _, profile in pairs))
    found = [listing for listing, _ in pairs]
    assert order(asked("rookvrij", "af", corpus=corpus), found, corpus)[0] == "Rookvrij"
    assert order(asked("af", corpus=corpus), found, corpus) == ["Van school af"]


def test_a_synonym_finds_too_but_lower(listings: tuple[list[Listing], Corpus]) -> None:
    found, corpus = listings
    song = Expansion(0, 1, ("zingen",), 0.6)
    assert order(asked("koor", corpus=corpus, expansions=[song]), found, corpus) == [TITLES[2]]


def test_a_label_that_is_meant_orders_finds_and_fills_up() -> None:
    money, other = ["Geld en schulden"], ["Rouw en verlies"]
    pairs = [
        made("Spreekuur", trefwoorden=other),
        made("Spreekuur op dinsdag", trefwoorden=money),
        made("Op orde", trefwoorden=money),
    ]
    found = [listing for listing, _ in pairs]
    corpus = corpus_of(*(profile for _, profile in pairs))
    leads_there = [Expansion(0, 1, ("geld en schulden",), 0.6)]
    labels = labels_of(leads_there, corpus)
    assert labels == {"@geld en schulden": 0.6}
    spoken = concepts_of(["platzak"], [0], leads_there, corpus, {})
    assert set(order(Asked(spoken, labels), found, corpus)) == {"Spreekuur op dinsdag", "Op orde"}
    both = concepts_of(["spreekuur"], [0], leads_there, corpus, {})
    answers = order(Asked(both, labels), found, corpus)
    assert answers[0] == "Spreekuur op dinsdag"
    assert set(answers[1:]) == {"Spreekuur", "Op orde"}


def test_the_order_of_the_listings_makes_no_difference(
    listings: tuple[list[Listing], Corpus],
) -> None:
    found, corpus = listings
    question = asked("wandelen", "buren", corpus=corpus)
    assert order(question, found, corpus) == order(question, found[::-1], corpus)


def test_no_listings_and_no_words_are_fine(listings: tuple[list[Listing], Corpus]) -> None:
    found, corpus = listings
    assert len(rank(asked("koffie", corpus=corpus), batch_of([]), corpus).scores) == 0
    assert not rank(Asked(), batch_of(found), corpus).fits.any()


def test_a_question_of_wishes_alone_finds_what_meets_them() -> None:
    pairs = [made("Koffie", dag=["za"]), made("Thee", dag=["di"]), made("Melk", dag=[])]
    corpus = corpus_of(*(profile for _, profile in pairs))
    question = Asked(wishes=[Wens("dag", ("za",), "zaterdag")])
    assert order(question, [listing for listing, _ in pairs], corpus) == ["Koffie"]


def test_meaning_finds_what_no_word_says() -> None:
    near, far = np.eye(2, 4, dtype=np.float32)
    pairs = [made("Samen zingen", vector=near), *(made(f"Iets {n}", vector=far) for n in range(20))]
    sample = np.stack([far] * 20 + [near])
    corpus = corpus_of(*(profile for _, profile in pairs), sample=sample)
    found = [listing for listing, _ in pairs]
    question = Asked(concepts_of(["koor"], [0], [], corpus, {}), vector=near)
    assert order(question, found, corpus) == ["Samen zingen"]
    nonsense = Asked(question.concepts, vector=near, makes_sense=False)
    assert order(nonsense, found, corpus) == []


@pytest.mark.parametrize(
    ("wish", "meets", "breaks"),
    [
        (Wens("wijk", ("WK019330",), "x"), {}, {"wijk": ["WK019331"]}),
        (Wens("dag", ("di", "wo"), "x"), {"dag": ["wo"]}, {"dag": ["za"]}),
        (Wens("kosten", ("gratis",), "x"), {"kosten": "gratis"}, {"kosten": "meer-15"}),
        (
            Wens("leeftijd", ("9",), "x"),
            {"leeftijdVan": 6, "leeftijdTot": 12},
            {"leeftijdVan": 18},
        ),
        (Wens("datum", ("2026-12-01", "2026-12-02"), "x"), {"data": [20261202]}, {"data": [1]}),
        (Wens("doelgroep", ("ouderen",), "x"), {"doelgroep": ["ouderen"]}, {"doelgroep": ["jongeren"]}),
    ],
)  # fmt: skip
def test_what_is_wished_goes_before_the_unknown_and_that_before_what_is_not(
    wish: Wens, meets: dict[str, object], breaks: dict[str, object]
) -> None:
    silent = {"wijk": [], "doelgroep": []} if wish.soort in {"wijk", "doelgroep"} else {}
    pairs = [
        made("Koffie a", **breaks),
        made("Koffie b", **silent),
        made("Koffie c", **meets),
    ]
    corpus = corpus_of(*(profile for _, profile in pairs))
    question = Asked(concepts_of(["koffie"], [0], [], corpus, {}), wishes=[wish])
    found = order(question, [listing for listing, _ in pairs], corpus)
    assert found == ["Koffie c", "Koffie b", "Koffie a"]


STEPS = {
    "rangNiveau": st.integers(0, 3),
    "rangCollectief": st.just(0),
    "rangOpen": st.integers(0, 2),
}


@given(st.sampled_from(sorted(STEPS)), st.data())
def test_the_policy_never_rewards_heavier_alone_or_closed(key: str, data: st.DataObject) -> None:
    value = data.draw(STEPS[key])
    lighter = standing_score({**FACTS, key: value})
    assert lighter > standing_score({**FACTS, key: value + 1})


@given(st.floats(0, 50_000), st.floats(0, 50_000))
def test_farther_is_never_better(one: float, other: float) -> None:
    near, far = sorted((one, other))
    scores = distance_scores(np.array([near, far, np.inf], np.float32))
    assert scores[0] >= scores[1] >= scores[2]


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_what_is_surer_to_hold_never_earns_less_and_always_less_than_a_word(
    one: int, other: int
) -> None:
    less, more = sorted((one, other))
    scores = sureness_scores(np.array([0, less, more, 1000], np.int32))
    assert 0 == scores[0] <= scores[1] <= scores[2] <= scores[3] < 1
