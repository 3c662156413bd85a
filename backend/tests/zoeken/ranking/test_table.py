"""Listings in arrays: whatever is added is found again, however many there are."""

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.table import Table
from tests.zoeken.ranking.making import made

MANY = 700


def _table() -> Table:
    """Listing n has the word 'woord' and one of its own, and a place of its own in every list."""
    table = Table()
    for number in range(MANY):
        vector = None if number % 3 else np.full(4, number, np.float32)
        listing, _ = made(
            f"woord eigen{number}",
            thema=[f"thema{number}"],
            data=[20260101 + number],
            vector=vector,
        )
        assert table.add(listing) == number
    return table


def test_words_are_found_in_the_rows_that_have_them_and_only_in_the_batch() -> None:
    batch = Batch(_table(), [650, 3, 300])
    said = batch.said(["=woord", "=eigen300", "=eigen4", "=nergens"])
    assert sorted(zip(said.rows.tolist(), said.terms.tolist(), strict=True)) == [
        (0, 0), (1, 0), (2, 0), (2, 1),
    ]  # fmt: skip
    assert set(said.weights.tolist()) == {3.0}


def test_tags_beyond_the_first_few_hundred_are_counted() -> None:
    batch = Batch(_table(), range(MANY))
    assert batch.having("thema", ["thema699", "thema0", "nergens"]).nonzero()[0].tolist() == [
        0,
        699,
    ]
    assert batch.saying("thema").all()
    columns = batch.table.columns_of("thema")
    half = np.arange(MANY) < MANY // 2
    [counts] = batch.counts([half])
    assert [counts[columns["thema349"]], counts[columns["thema350"]]] == [1, 0]
    assert counts[batch.table.columns_of("doelgroep")["iedereen"]] == MANY // 2


def test_vectors_days_and_cards_stay_with_their_listing() -> None:
    batch = Batch(_table(), [699, 1, 300])
    assert batch.has_vector.tolist() == [True, False, True]
    assert batch.vectors()[:, 0].tolist() == [699.0, 300.0]
    assert batch.on_between(20260101 + 300, 20260101 + 698).tolist() == [False, False, True]
    assert batch.sorted_as(np.array([2, 0])).tolist() == ["woord eigen300", "woord eigen699"]
    assert batch.only(np.array([0, 1])).cards() == [b"{}", b"{}"]
