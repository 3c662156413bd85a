"""What is asked of our API while measuring."""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from random import Random
from typing import Any
from urllib.parse import urlencode

from bench.client import Target, request_bytes
from bench.load import SEED
from bench.machine import Api

Params = dict[str, Any]
# As many ways to write each question, so that none is asked twice: with so many spaces before it.
# The longest is still short enough to be taken.
_WAYS, _SERIES = 40, 10
# As many questions about everything.
_EVERYTHING, _POINTS = 300, 100
# In kilometres.
_NEAR = 2
_MIDDLE, _SPREAD = (52.512, 6.094), (0.012, 0.018)


class Unasked:
    """Questions that nobody asked before, so that none is answered from memory."""

    def __init__(self, asked: Sequence[Params]) -> None:
        self._asked = asked
        self._series = iter(range(_SERIES))

    def more(self) -> list[Params]:
        """Each of the questions in other ways than before."""
        first = next(self._series) * _WAYS + 1
        return [
            {**params, "q": " " * way + params["q"]}
            for way in range(first, first + _WAYS)
            for params in self._asked
        ]


def popular(number: int) -> list[int]:
    """What visitors ask: a few of so many questions very often, most of them seldom."""
    weights = [1 / (place + 1) for place in range(number)]
    return Random(SEED).choices(range(number), weights, k=1_000)


def by_distance(api: Api, words: Sequence[Params]) -> dict[str, Target]:
    """Questions with and without a point; also without words, about everything there is."""
    everything: list[Params] = [{"q": " " * number} for number in range(1, _EVERYTHING)]
    points = list(islice(_points(), _POINTS))

    def target(some: Sequence[Params], **more: Any) -> Target:
        return Target(api.url, [search({**params, **more}) for params in some])

    def with_points(some: Sequence[Params], **more: Any) -> Target:
        pairs = zip(some, cycle(points), strict=False)
        return target([{**params, "bij": point} for params, point in pairs], **more)

    return {
        "words": target(words),
        "words, near": with_points(words, straal=_NEAR),
        "words, nearest first": with_points(words, sort="afstand"),
        "all": target(everything),
        "all, near": with_points(everything, straal=_NEAR),
        "all, nearest first": with_points(everything, sort="afstand"),
    }


def _points() -> Iterator[str]:
    random = Random(SEED)
    while True:
        lat, lon = (random.gauss(at, by) for at, by in zip(_MIDDLE, _SPREAD, strict=True))
        yield f"{lat:.5f},{lon:.5f}"


def search(params: Params) -> bytes:
    return request_bytes("GET", f"/api/v1/zoeken?{urlencode(params, doseq=True)}")


def suggest(params: Params) -> bytes:
    return request_bytes("GET", f"/api/v1/suggesties?{urlencode({'q': params['q'][:5]})}")


def reading(api: Api, slugs: Sequence[str]) -> dict[str, Target]:
    return {
        "gezond": Target(api.url, [request_bytes("GET", "/gezond")]),
        "aanbod": Target(api.url, [request_bytes("GET", f"/api/v1/aanbod/{s}") for s in slugs]),
        "lijst": Target(api.url, [request_bytes("GET", "/api/v1/aanbod?limit=20")]),
    }
