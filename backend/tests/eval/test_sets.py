"""Both sets of judged questions: well-formed, and about listings that exist."""

from collections import Counter

import pytest

from eval.measures import GOOD
from eval.sets import DEMO, ELDERS, JudgedSet

WITHOUT_ANSWER = {"onzin", "buiten-bereik", "crisis"}

both = pytest.mark.parametrize("judged", [DEMO, ELDERS], ids=lambda judged: judged.bron)


def doubles(values):
    return [value for value, times in Counter(values).items() if times > 1]


@both
def test_no_question_and_no_id_is_there_twice(judged: JudgedSet):
    assert doubles(question["id"] for question in judged.questions) == []
    assert doubles(question["vraag"].strip().lower() for question in judged.questions) == []


@both
def test_the_two_parts_are_about_half_of_a_set_each(judged: JudgedSet):
    tuning, reported = judged.part("afstellen"), judged.part("verslag")
    assert judged.part("alles") == judged.questions
    assert {q["id"] for q in tuning}.isdisjoint(q["id"] for q in reported)
    assert len(tuning) + len(reported) == len(judged.questions)
    assert min(len(tuning), len(reported)) > 0.45 * len(judged.questions)


@both
def test_no_listing_is_there_twice(judged: JudgedSet):
    assert doubles(row.data["externId"] for row in judged.rows) == []


@both
def test_judgements_are_grades_of_listings_on_the_map(judged: JudgedSet):
    for question in judged.questions:
        assert question["oordelen"].keys() <= judged.categories.keys(), question["id"]
        assert set(question["oordelen"].values()) <= {1, GOOD}, question["id"]


@both
def test_only_the_strata_without_an_answer_have_no_good_one(judged: JudgedSet):
    for question in judged.questions:
        answered = GOOD in question["oordelen"].values()
        assert answered == (question["stratum"] not in WITHOUT_ANSWER), question["id"]


@both
def test_every_listing_is_a_good_answer_to_some_question(judged: JudgedSet):
    good = {
        key
        for question in judged.questions
        for key, grade in question["oordelen"].items()
        if grade == GOOD
    }
    assert judged.categories.keys() - good == set()


def test_the_second_set_has_its_own_listings_and_nearly_only_its_own_questions():
    ours = {question["vraag"].strip().lower() for question in ELDERS.questions}
    theirs = {question["vraag"].strip().lower() for question in DEMO.questions}
    # Two people who write apart both type 'schulden'; more than that would be copied.
    assert len(ours & theirs) < len(ours) / 10
    assert not ELDERS.categories.keys() & DEMO.categories.keys()
