"""Which figure of what is divided by which: the rows of the report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import NamedTuple

from bench.measure import CLIENTS, Ratio, Round, Seen, p99, ratio

_PEERS = {
    "postgresql": "PostgreSQL full text",
    "sqlite": "SQLite FTS5",
    "tantivy": "tantivy, in process,",
}
_VECTOR_BOUND_MS = 20
Figure = Callable[[Round], float]


@dataclass(frozen=True)
class Measured:
    """What was seen with so many listings, per part of the measurement.

    `statuses` are those with which each kind of odd question was answered; `edits` and `vectors`
    are seconds.
    """

    size: int
    seen: Mapping[str, Seen]
    statuses: Mapping[str, list[int]]
    edits: list[float]
    vectors: list[float]


class Row(NamedTuple):
    """`what` divided by `by`, each the part of the measurement and who was asked in it."""

    label: str
    what: tuple[str, str]
    by: tuple[str, str]
    figure: Figure

    def of(self, one: Measured) -> Ratio:
        (part, name), (other, base) = self.what, self.by
        return ratio(one.seen[other][base], one.seen[part][name], self.figure)


def p50(seen: Round) -> float:
    return seen.p50


def p95(seen: Round) -> float:
    return seen.p95


def _rate(seen: Round) -> float:
    return seen.rate


def _both(label: str, what: tuple[str, str], by: tuple[str, str]) -> list[Row]:
    return [Row(f"{label}, p50", what, by, p50), Row(f"{label}, p95", what, by, p95)]


def _crowd(label: str, part: str) -> list[Row]:
    ours, plain = (part, "ours"), (part, "plain")
    return [
        Row(f"{label}: p95 ÷ Meilisearch plain", ours, plain, p95),
        Row(f"{label}: throughput ÷ Meilisearch's, plain", ours, plain, _rate),
    ]


def _peers() -> Iterator[Row]:
    for key, name in _PEERS.items():
        yield Row(f"{name} ÷ `/zoeken`, p95", ("peers", key), ("peers", "ours"), p95)
    for key, name in _PEERS.items():
        label = f"Popular questions, {name} ÷ `/zoeken`"
        yield from _both(label, ("popular peers", key), ("popular peers", "ours"))


ROWS: Sequence[Row] = (
    *_both("`/zoeken` ÷ Meilisearch plain", ("search", "ours"), ("search", "plain")),
    *_both("`/zoeken` ÷ Meilisearch asked the same", ("search", "ours"), ("search", "same")),
    *_both(
        "`/zoeken` with meaning, its vector known, ÷ Meilisearch plain",
        ("meaning", "ours"),
        ("meaning", "plain"),
    ),
    *_crowd(f"{CLIENTS} clients, one worker", "crowd"),
    *_crowd(f"{CLIENTS} clients, two workers", "crowd of two"),
    *_both(
        "Popular questions, `/zoeken` ÷ Meilisearch plain",
        ("popular", "ours"),
        ("popular", "plain"),
    ),
    *_crowd(f"Popular questions, {CLIENTS} clients, one worker", "popular crowd"),
    *_crowd(f"Popular questions, {CLIENTS} clients, two workers", "popular crowd of two"),
    Row("Suggestions ÷ `/zoeken`, p95", ("popular", "suggest"), ("search", "ours"), p95),
    *(
        Row(label, ("distance", what), ("distance", by), p95)
        for label, what, by in (
            ("`/zoeken` within 2 km of a point ÷ without, p95", "words, near", "words"),
            ("`/zoeken`, nearest first ÷ best first, p95", "words, nearest first", "words"),
            ("Everything within 2 km of a point ÷ everything, p95", "all, near", "all"),
            ("Everything, nearest first ÷ everything, p95", "all, nearest first", "all"),
        )
    ),
    *_peers(),
)


def bare_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, list[str]]]:
    """What has a bound in time, and so is told in time."""
    yield (
        f"Vector of a question ÷ `/zoeken`, p95 (and its own p95; at most {_VECTOR_BOUND_MS} ms)",
        [_vectors(one) for one in measured],
    )
    yield (
        "From an edit until it is found (p95 at most 1 s)",
        [f"{median(one.edits):.2f} s, p95 {_p95_of(one.edits):.2f} s" for one in measured],
    )


def _vectors(one: Measured) -> str:
    if not one.vectors:
        return "not on this processor"
    own = _p95_of(one.vectors) * 1000
    return f"{own / median(map(p95, one.seen['search']['ours'])):.2f} ({own:.1f} ms)"


def odd_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, str, list[str]]]:
    """Each kind of odd question, with which statuses it was answered, and how fast."""
    for name, statuses in measured[0].statuses.items():
        yield name, ", ".join(map(str, statuses)), [_odd(one, name) for one in measured]


def _odd(one: Measured, name: str) -> str:
    normal = p99([*one.seen["search"]["ours"], *one.seen["odd"]["normal"]])
    taken = [ms for each in one.seen["odd"][name] for ms in each.taken]
    return f"{_p95_of(taken) / normal:.2f} ({max(taken) / normal:.2f})"


def growth_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, list[float]]]:
    first = measured[0]
    for later in measured[1:]:
        for name, key in (("`/zoeken`", "ours"), ("Meilisearch, plain", "plain")):
            rounds = later.seen["search"][key], first.seen["search"][key]
            figures = [_growth(*rounds, figure) for figure in (p50, p95)]
            yield f"{name}, {later.size:,} ÷ {first.size:,}", figures


def _growth(last: list[Round], first: list[Round], what: Figure) -> float:
    return median(map(what, last)) / median(map(what, first))


def reading_rows(reading: Seen) -> Iterator[tuple[str, Ratio]]:
    empty = reading["gezond"]
    for key, what in (("aanbod", "One listing"), ("lijst", "A list of 20 listings")):
        label = f"{what} ÷ an endpoint that does nothing: CPU"
        yield f"{label} of the API", ratio(empty, reading[key], lambda r: r.cpu["api"])
        yield (
            f"{label} of the API and PostgreSQL",
            ratio(empty, reading[key], lambda r: r.cpu["api"] + r.cpu["postgresql"]),
        )


def cpu_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, list[Round]]]:
    for one in measured:
        yield f"Meilisearch plain, {one.size:,} listings", one.seen["search"]["plain"]
        yield f"Meilisearch asked the same, {one.size:,} listings", one.seen["search"]["same"]
        yield f"`/zoeken`, {one.size:,} listings", one.seen["search"]["ours"]
        yield f"`/zoeken`, popular questions, {one.size:,} listings", one.seen["popular"]["ours"]
    for key, what in (
        ("gezond", "`/gezond`"),
        ("aanbod", "`/api/v1/aanbod/{slug}`"),
        ("lijst", "`/api/v1/aanbod?limit=20`"),
    ):
        yield what, measured[0].seen["reading"][key]


def _p95_of(taken: Sequence[float]) -> float:
    return quantiles(taken, n=20)[18]
