"""A and B in turns, in several rounds, and the median of their ratios."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median, quantiles
from typing import Any, Protocol

import orjson

from bench.client import Target, request_bytes
from bench.machine import cpu_seconds
from bench.peers import Asked, Peer
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken import query as build
from sociale_kaart.zoeken.candidates import TooManyError, queries_for
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.interpretation import interpret
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.searcher import Searcher

CLIENTS = 8
# Which processes belong to what is measured, looked up anew as connections come and go.
Pids = Mapping[str, Callable[[], list[int]]]


@dataclass(frozen=True)
class Round:
    """What one round saw of one target: milliseconds, requests a second, CPU ms a request."""

    p50: float
    p95: float
    rate: float
    cpu: Mapping[str, float]


@dataclass(frozen=True)
class Ratio:
    """B as a multiple of A: the median of the rounds, and the lowest and highest of them."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f} – {self.high:.2f})"


def ratio(a: list[Round], b: list[Round], what: Callable[[Round], float]) -> Ratio:
    """`what` of B over `what` of A, round by round: what disturbs a round disturbs both."""
    parts = [what(second) / what(first) for first, second in zip(a, b, strict=True)]
    return Ratio(median(parts), min(parts), max(parts))


class Asking(Protocol):
    """What can be measured."""

    @property
    def size(self) -> int:
        """How many different questions it has."""
        ...

    async def ask(self, count: int) -> list[float]:
        """Seconds of each of `count` questions."""
        ...


class PeerTarget:
    """Another search engine, asked by calling it."""

    def __init__(self, peer: Peer, asked: Sequence[Asked]) -> None:
        self.size = len(asked)
        self._peer = peer
        self._turns = cycle(asked)

    async def ask(self, count: int) -> list[float]:
        taken = []
        for asked in islice(self._turns, count):
            began = time.perf_counter()
            await self._peer.ask(asked)
            taken.append(time.perf_counter() - began)
        return taken


async def rounds(
    targets: Mapping[str, Asking], pids: Pids, *, number: int, count: int
) -> dict[str, list[Round]]:
    """Asks each target in turn, `number` rounds of `count` requests each."""
    seen: dict[str, list[Round]] = {name: [] for name in targets}
    for target in targets.values():
        await target.ask(min(count, target.size))
    for turn in range(number):
        # Every other round the other way round, so that neither always comes first.
        names = list(targets) if turn % 2 == 0 else list(reversed(targets))
        for name in names:
            seen[name].append(await _round(targets[name], pids, count))
    return seen


async def _round(target: Asking, pids: Pids, count: int) -> Round:
    before = {name: cpu_seconds(find()) for name, find in pids.items()}
    began = time.perf_counter()
    taken = await target.ask(count)
    rate = count / (time.perf_counter() - began)
    p50, p95 = median(taken) * 1000, quantiles(taken, n=20)[18] * 1000
    used = {
        name: (cpu_seconds(find()) - before[name]) / count * 1000 for name, find in pids.items()
    }
    return Round(p50, p95, rate, used)


def engine_target(engine: Engine, url: str, key: str, asked: list[list[dict[str, Any]]]) -> Target:
    """Meilisearch asked directly, with what our endpoint would ask it."""
    headers = {"Authorization": f"Bearer {key}"}
    requests = []
    for queries in asked:
        named = [{**query, "indexUid": engine.uid(query["indexUid"])} for query in queries]
        body = orjson.dumps({"queries": named})
        requests.append(request_bytes("POST", "/multi-search", headers, body))
    return Target(url, requests)


def classic_queries(params: dict[str, Any], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The page and all counts of facets from the engine alone."""
    vraag = ZoekVraag.model_validate(params)
    chosen = build.selected(vraag, vocabulary)
    sides = build.facet_queries(vraag, chosen, vocabulary)
    return [build.main_query(vraag, chosen), *(query for _, _, query in sides)]


async def own_queries(
    params: dict[str, Any], reference: Reference, searcher: Searcher
) -> list[dict[str, Any]]:
    """What our endpoint asks for the same question."""
    statistics = await searcher.statistics.current()
    asked = interpret(
        params.get("q", ""),
        searcher.gazetteer.get(reference),
        statistics,
        await searcher.synonyms.current(),
    )
    vraag = ZoekVraag.model_validate(params)
    chosen = build.selected(vraag, reference.vocabulary)
    try:
        return queries_for(asked, None, statistics.corpus, vraag, chosen)
    except TooManyError:
        return classic_queries(params, reference.vocabulary)
