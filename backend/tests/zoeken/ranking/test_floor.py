"""Small initiatives among the first answers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.ranking.floor import FIRST, NEARLY, with_floor


def _order(scores: list[float], small: list[int]) -> list[int]:
    by_place = np.array(scores, np.float32)
    is_small = np.isin(np.arange(len(scores)), small)
    return with_floor(np.argsort(-by_place, kind="stable"), by_place, is_small).tolist()


def test_a_nearly_as_good_small_one_comes_fifth_and_the_others_keep_their_order() -> None:
    assert _order([9, 8, 7, 6, 5, 4.9, 4.8, 4.7], [7]) == [0, 1, 2, 3, 7, 4, 5, 6]


def test_a_worse_one_stays_where_it_is() -> None:
    assert _order([9, 8, 7, 6, 5, 5 - NEARLY - 0.1], [5]) == [0, 1, 2, 3, 4, 5]


def test_nothing_changes_when_one_is_there_already_or_when_there_is_none() -> None:
    assert _order([9, 8, 7, 6, 5, 4.9], [2, 5]) == [0, 1, 2, 3, 4, 5]
    assert _order([9, 8, 7, 6, 5, 4.9], []) == [0, 1, 2, 3, 4, 5]
    assert _order([], []) == []


@given(st.lists(st.floats(0, 10, width=32), max_size=20), st.sets(st.integers(0, 19), max_size=20))
def test_nobody_gets_lost_and_the_first_four_stay(scores: list[float], small: set[int]) -> None:
    plain = _order(scores, [])
    order = _order(scores, sorted(small))
    assert sorted(order) == sorted(plain)
    assert order[: FIRST - 1] == plain[: FIRST - 1]
