"""What is measured as new was not asked before: an answer from memory would count as a search."""

import re
from collections.abc import Sequence

import pytest

from bench.asked import Unasked, by_distance, popular
from bench.client import Target
from bench.load import read_material
from bench.machine import Api
from bench.odd import ODD_ASKED, ODD_ROUNDS, odd_targets
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.schemas import ZoekVraag

API = Api("http://127.0.0.1:1", 0)


def asked(targets: Sequence[Target]) -> list[bytes]:
    return [re.split(rb"[ ]", request)[1] for target in targets for request in target.requests]


def test_each_series_is_new_and_may_be_asked():
    unasked = Unasked([{"q": "koffie"}, {"q": "samen eten", "wijk": ["Assendorp"]}])
    series = [unasked.more() for _ in range(10)]
    texts = [(params["q"], *params.get("wijk", ())) for some in series for params in some]
    assert len(set(texts)) == len(texts) == 800
    for some in series:
        for params in some:
            ZoekVraag.model_validate(params)


def test_no_question_with_a_point_or_about_everything_comes_twice():
    targets = by_distance(API, Unasked([{"q": "koffie"}]).more())
    paths = asked(list(targets.values()))
    assert len(set(paths)) == len(paths)


def test_popular_questions_come_again_and_again():
    places = popular(120)
    assert places.count(0) > 100
    assert len(set(places)) > 100


@pytest.mark.anyio
async def test_odd_questions_are_as_many_as_are_asked(database: Database) -> None:
    material = await read_material(database)
    for name, target in odd_targets(API, material.codes).items():
        assert len(set(target.requests)) == ODD_ASKED * (ODD_ROUNDS + 1), name
