import pytest

from eval.measures import ndcg, recall


def test_the_best_order_scores_one():
    assert ndcg(["a", "b", "x"], {"a": 2, "b": 1}) == 1.0


def test_a_good_answer_further_down_scores_less():
    first = ndcg(["a", "x", "y"], {"a": 2})
    third = ndcg(["x", "y", "a"], {"a": 2})
    assert first == 1.0
    # 1 / log2(4) of the first place's 1 / log2(2).
    assert third == pytest.approx(0.5)


def test_what_comes_after_the_tenth_counts_for_nothing():
    assert ndcg([*"0123456789", "a"], {"a": 2}) == 0.0


def test_a_related_answer_is_worth_a_third_of_a_good_one():
    assert ndcg(["b", "a"], {"a": 2, "b": 1}) == pytest.approx((1 + 3 * 0.63093) / (3 + 0.63093))


def test_recall_counts_what_fits_on_the_page():
    wanted = {str(number): 2 for number in range(20)}
    assert recall([str(number) for number in range(10)], wanted, grade=2) == 1.0
    assert recall(["0", "x"], {"0": 2, "1": 2, "2": 1}, grade=2) == 0.5


def test_recall_of_a_grade_that_nobody_gave_is_not_zero_but_nothing():
    assert recall(["a"], {"a": 1}, grade=2) is None


def test_without_judgements_there_is_nothing_to_measure():
    with pytest.raises(ValueError, match="oordelen"):
        ndcg(["a"], {})
