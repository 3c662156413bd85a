"""A and B in turns, in several rounds, and the median of their ratios."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median, quantiles
from typing import Protocol

from bench.machine import cpu_seconds
from bench.peers.peer import Asked, Peer

CLIENTS = 8
# Which processes belong to what is measured, looked up anew as connections come and go.
Pids = Mapping[str, Callable[[], list[int]]]


@dataclass(frozen=True)
class Round:
    """What one round saw of one target: milliseconds of each request, requests a second, and
    CPU ms a request."""

    taken: Sequence[float]
    rate: float
    cpu: Mapping[str, float]

    @property
    def p50(self) -> float:
        return median(self.taken)

    @property
    def p95(self) -> float:
        return quantiles(self.taken, n=20)[18]


# The rounds of each target, in which it was asked in turns with the others.
Seen = dict[str, list[Round]]


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


def p99(rounds: Sequence[Round]) -> float:
    """Over all rounds together: one round has too few requests to tell."""
    return quantiles([one for each in rounds for one in each.taken], n=100)[98]


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


async def rounds(targets: Mapping[str, Asking], pids: Pids, *, number: int, count: int) -> Seen:
    """Asks each target in turn, `number` rounds of `count` requests each."""
    seen: Seen = {name: [] for name in targets}
    for target in targets.values():
        await target.ask(min(count, target.size))
    for turn in range(number):
        # Every other round the other way round, so that neither always comes first.
        names = list(targets) if turn % 2 == 0 else list(reversed(list(targets)))
        for name in names:
            seen[name].append(await _round(targets[name], pids, count))
    return seen


async def _round(target: Asking, pids: Pids, count: int) -> Round:
    before = {name: cpu_seconds(find()) for name, find in pids.items()}
    began = time.perf_counter()
    taken = await target.ask(count)
    rate = count / (time.perf_counter() - began)
    used = {
        name: (cpu_seconds(find()) - before[name]) / count * 1000 for name, find in pids.items()
    }
    return Round([one * 1000 for one in taken], rate, used)
