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
WAYS = 100
# In kilometres.
_NEAR = 2
_MIDDLE, _SPREAD = (52.512, 6.094), (0.012, 0.018)


def new(api: Api, asked: Sequence[Params], first: int = 1) -> Target:
    """Questions that nobody asked before, so that none is answered from memory."""
    return Target(api.url, [search(params) for params in in_new_ways(asked, first)])


def in_new_ways(asked: Sequence[Params], first: int = 1) -> Iterator[Params]:
    for way in range(first, first + WAYS):
        for params in asked:
            yield {**params, "q": " " * way + params.get("q", "")}


def popular(number: int) -> list[int]:
    """What visitors ask: a few of so many questions very often, most of them seldom."""
    weights = [1 / (place + 1) for place in range(number)]
    return Random(SEED).choices(range(number), weights, k=1_000)


def by_distance(api: Api, asked: Sequence[Params]) -> dict[str, Target]:
    """Questions with and without a point; also without words, about everything there is."""
    points = islice(_points(), WAYS)
    near: list[Params] = [{"bij": point} for point in points]
    everything = list(in_new_ways([{}] * 10))

    def with_points(some: Sequence[Params], **more: Any) -> Target:
        pairs = zip(some, cycle(near), strict=False)
        return Target(api.url, [search({**params, **point, **more}) for params, point in pairs])

    words = list(in_new_ways(asked, WAYS * 2))
    return {
        "words": Target(api.url, [search(params) for params in words]),
        "words, near": with_points(words, straal=_NEAR),
        "words, nearest first": with_points(words, sort="afstand"),
        "all": Target(api.url, [search(params) for params in everything]),
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
