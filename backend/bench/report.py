"""The ratios as a table, on the screen and in docs/bench.md."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from bench.measure import CLIENTS, Round, ratio
from sociale_kaart.core.config import PROJECT_ROOT

_PLACE = PROJECT_ROOT / "docs" / "bench.md"
Seen = dict[str, list[Round]]


@dataclass(frozen=True)
class Results:
    sizes: list[int]
    served: int
    growth: Seen
    search: Seen
    crowd: Seen
    reading: Seen


def write_report(results: Results) -> None:
    text = "\n".join(_lines(results)) + "\n"
    print(text)
    _PLACE.write_text(text, encoding="utf-8")


def _lines(results: Results) -> Iterator[str]:
    yield "# How fast, in ratios"
    yield ""
    yield (
        "Made by `make bench`. Bare times say more about a machine than about a program, so this "
        "compares things that were measured in turns, in one run: the median over the rounds, and "
        "the lowest and highest round. Searches have one or two words, three filters with two or "
        "three choices each, and all counts beside the filters."
    )
    yield ""
    yield (
        f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {os.cpu_count()} cores, generated "
        f"listings: {', '.join(f'{size:,}' for size in results.sizes)} "
        f"(endpoints at {results.served:,})."
    )
    yield ""
    yield "| What | Ratio |"
    yield "|---|---|"
    for what, figure in _ratios(results):
        yield f"| {what} | {figure} |"
    yield ""
    yield "CPU time a request, in milliseconds, to see where it goes (median of the rounds):"
    yield ""
    yield "| What | API | Meilisearch | PostgreSQL |"
    yield "|---|---|---|---|"
    for what, rounds in _measured(results):
        cells = [f"{median(r.cpu[name] for r in rounds):.2f}" for name in rounds[0].cpu]
        yield f"| {what} | {' | '.join(cells)} |"


def _ratios(results: Results) -> Iterator[tuple[str, object]]:
    small, large = str(results.sizes[0]), str(results.sizes[-1])
    growth, search, crowd, reading = (
        results.growth, results.search, results.crowd, results.reading,
    )  # fmt: skip
    if small != large:
        label = f"Meilisearch itself, {results.sizes[-1]:,} ÷ {results.sizes[0]:,} listings"
        yield f"{label}: p50", ratio(growth[small], growth[large], lambda r: r.p50)
        yield f"{label}: p95", ratio(growth[small], growth[large], lambda r: r.p95)
    for key, what in (
        ("classic", "Meilisearch asked directly for the page and its counts"),
        ("engine", "Meilisearch asked directly what we ask it"),
    ):
        label = f"`/api/v1/zoeken` ÷ {what}"
        engine, ours = search[key], search["ours"]
        yield f"{label}, one client: p50", ratio(engine, ours, lambda r: r.p50)
        yield f"{label}, one client: p95", ratio(engine, ours, lambda r: r.p95)
        share = ratio(crowd[key], crowd["ours"], lambda r: r.rate)
        yield f"{label}, {CLIENTS} clients: share of its throughput", share
    empty = reading["gezond"]
    for key, what in (("aanbod", "One listing"), ("lijst", "A list of 20 listings")):
        label = f"{what} ÷ an endpoint that does nothing: CPU"
        yield f"{label} of the API", ratio(empty, reading[key], lambda r: r.cpu["api"])
        together = ratio(empty, reading[key], lambda r: r.cpu["api"] + r.cpu["postgresql"])
        yield f"{label} of the API and PostgreSQL", together


def _measured(results: Results) -> Iterator[tuple[str, list[Round]]]:
    for size in results.sizes:
        yield f"Meilisearch, {size:,} listings", results.growth[str(size)]
    yield f"`/api/v1/zoeken`, {results.served:,} listings", results.search["ours"]
    yield f"`/api/v1/zoeken`, {CLIENTS} clients", results.crowd["ours"]
    yield "`/gezond`", results.reading["gezond"]
    yield "`/api/v1/aanbod/{slug}`", results.reading["aanbod"]
    yield "`/api/v1/aanbod?limit=20`", results.reading["lijst"]


def _commit() -> str:
    def git(*arguments: str) -> str:
        return subprocess.run(  # noqa: S603 (nothing from outside)
            ["git", *arguments],  # noqa: S607
            cwd=PROJECT_ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "backend")
    return git("rev-parse", "--short", "HEAD") + (" with changes" if changed else "")
