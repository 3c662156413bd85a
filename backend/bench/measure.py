"""The three measurements: A and B in turns, in several rounds, and the median of their ratios."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

import orjson

from bench.client import Target, request_bytes
from bench.machine import cpu_seconds
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


async def rounds(
    targets: Mapping[str, Target], pids: Pids, *, number: int, count: int, clients: int = 1
) -> dict[str, list[Round]]:
    """Asks each target in turn, `number` rounds of `count` requests each."""
    seen: dict[str, list[Round]] = {name: [] for name in targets}
    for target in targets.values():
        await target.one_by_one(min(count, len(target.requests)))
    for turn in range(number):
        # Every other round the other way round, so that neither always comes first.
        names = list(targets) if turn % 2 == 0 else list(reversed(targets))
        for name in names:
            seen[name].append(await _round(targets[name], pids, count, clients))
    return seen


async def _round(target: Target, pids: Pids, count: int, clients: int) -> Round:
    before = {name: cpu_seconds(find()) for name, find in pids.items()}
    if clients == 1:
        taken = await target.one_by_one(count)
        cuts = quantiles(taken, n=20)
        p50, p95, rate = median(taken) * 1000, cuts[18] * 1000, count / sum(taken)
    else:
        p50 = p95 = 0.0
        rate = count / await target.together(count, clients)
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
