"""The ratios as tables, on the screen and in docs/bench.md."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median, quantiles

from bench.measure import CLIENTS, Ratio, Round, ratio
from sociale_kaart.core.config import PROJECT_ROOT

_PLACE = PROJECT_ROOT / "docs" / "bench.md"
Seen = dict[str, list[Round]]
Figure = Callable[[Round], float]


@dataclass(frozen=True)
class Measured:
    """What was seen with so many listings; `edits` in seconds."""

    size: int
    search: Seen
    crowd: Seen
    repeated: Seen
    crowd_again: Seen
    peers: Seen
    reading: Seen
    edits: list[float]


def write_report(measured: Sequence[Measured]) -> None:
    text = "\n".join(_lines(measured)) + "\n"
    print(text)
    _PLACE.write_text(text, encoding="utf-8")


def _lines(measured: Sequence[Measured]) -> Iterator[str]:
    yield "# How fast, in ratios"
    yield ""
    yield (
        "Made by `make bench`. Bare times say more about a machine than about a program, so this "
        "compares things that were measured in turns, in one run: the median over the rounds, and "
        "the lowest and highest round. Searches have one or two words, three filters with two or "
        "three choices each, and all counts beside the filters; without the vector of the "
        "question. *Plain* is Meilisearch asked directly for the page and its counts by its own "
        "order; *the same* is what we ask it. *Popular* questions are few and asked again and "
        "again, so that most are answered from memory; the others are asked once."
    )
    yield ""
    sizes = " | ".join(f"{one.size:,}" for one in measured)
    yield f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {os.cpu_count()} cores."
    yield ""
    yield f"| Generated listings | {sizes} |"
    yield "|---|" + "---|" * len(measured)
    for what, cells in _rows(measured):
        yield f"| {what} | {' | '.join(cells)} |"
    if len(measured) > 1:
        yield ""
        yield "| Growth (medians of rounds that were not in turns) | p50 | p95 |"
        yield "|---|---|---|"
        for name, key in (("`/zoeken`", "ours"), ("Meilisearch, plain", "classic")):
            first, last = measured[0].search[key], measured[-1].search[key]
            figures = (_growth(first, last, _p50), _growth(first, last, _p95))
            label = f"{name}, {measured[-1].size:,} ÷ {measured[0].size:,}"
            yield f"| {label} | {' | '.join(f'{figure:.2f}' for figure in figures)} |"
    yield ""
    yield "| Reading | Ratio |"
    yield "|---|---|"
    for what, ratio_of_reading in _reading(measured[0].reading):
        yield f"| {what} | {ratio_of_reading} |"
    yield ""
    yield "CPU time a request, in milliseconds, to see where it goes (median of the rounds):"
    yield ""
    yield "| What | API | Meilisearch | PostgreSQL |"
    yield "|---|---|---|---|"
    for what, rounds in _spent(measured):
        cells = [f"{median(r.cpu[name] for r in rounds):.2f}" for name in rounds[0].cpu]
        yield f"| {what} | {' | '.join(cells)} |"


def _p50(seen: Round) -> float:
    return seen.p50


def _p95(seen: Round) -> float:
    return seen.p95


def _rate(seen: Round) -> float:
    return seen.rate


def _edits(measured: Measured) -> str:
    return f"{median(measured.edits):.2f} s, p95 {quantiles(measured.edits, n=20)[18]:.2f} s"


# What it says, what is divided by what (a measurement, and of whom), and which figure of it.
_SEARCHING: Sequence[tuple[str, tuple[str, str], tuple[str, str], Figure]] = (
    ("`/zoeken` ÷ Meilisearch plain, p50", ("search", "ours"), ("search", "classic"), _p50),
    ("`/zoeken` ÷ Meilisearch plain, p95", ("search", "ours"), ("search", "classic"), _p95),
    ("`/zoeken` ÷ Meilisearch asked the same, p50", ("search", "ours"), ("search", "engine"), _p50),
    ("`/zoeken` ÷ Meilisearch asked the same, p95", ("search", "ours"), ("search", "engine"), _p95),
    (
        f"`/zoeken`, {CLIENTS} clients: share of Meilisearch's throughput, plain",
        ("crowd", "ours"),
        ("crowd", "classic"),
        _rate,
    ),
    (
        f"`/zoeken`, {CLIENTS} clients: p95 ÷ Meilisearch plain",
        ("crowd", "ours"),
        ("crowd", "classic"),
        _p95,
    ),
    (
        "Popular questions, `/zoeken` ÷ Meilisearch plain, p50",
        ("repeated", "ours"),
        ("repeated", "classic"),
        _p50,
    ),
    (
        "Popular questions, `/zoeken` ÷ Meilisearch plain, p95",
        ("repeated", "ours"),
        ("repeated", "classic"),
        _p95,
    ),
    (
        f"Popular questions, {CLIENTS} clients: times Meilisearch's throughput, plain",
        ("crowd_again", "ours"),
        ("crowd_again", "classic"),
        _rate,
    ),
    ("Suggestions ÷ `/zoeken`, p95", ("repeated", "suggest"), ("search", "ours"), _p95),
    ("PostgreSQL full text ÷ `/zoeken`, p95", ("peers", "postgresql"), ("peers", "ours"), _p95),
    ("SQLite FTS5 ÷ `/zoeken`, p95", ("peers", "sqlite"), ("peers", "ours"), _p95),
)


def _rows(measured: Sequence[Measured]) -> Iterator[tuple[str, list[str]]]:
    for what, (seen, key), (other, base), figure in _SEARCHING:
        yield (
            what,
            [str(ratio(getattr(m, other)[base], getattr(m, seen)[key], figure)) for m in measured],
        )
    yield "From an edit until it is found", [_edits(one) for one in measured]


def _growth(first: list[Round], last: list[Round], what: Figure) -> float:
    return median(map(what, last)) / median(map(what, first))


def _reading(reading: Seen) -> Iterator[tuple[str, Ratio]]:
    empty = reading["gezond"]
    for key, what in (("aanbod", "One listing"), ("lijst", "A list of 20 listings")):
        label = f"{what} ÷ an endpoint that does nothing: CPU"
        yield f"{label} of the API", ratio(empty, reading[key], lambda r: r.cpu["api"])
        yield (
            f"{label} of the API and PostgreSQL",
            ratio(empty, reading[key], lambda r: r.cpu["api"] + r.cpu["postgresql"]),
        )


def _spent(measured: Sequence[Measured]) -> Iterator[tuple[str, list[Round]]]:
    for one in measured:
        yield f"Meilisearch plain, {one.size:,} listings", one.search["classic"]
        yield f"Meilisearch asked the same, {one.size:,} listings", one.search["engine"]
        yield f"`/zoeken`, {one.size:,} listings", one.search["ours"]
        yield f"`/zoeken`, popular questions, {one.size:,} listings", one.repeated["ours"]
    for key, what in (
        ("gezond", "`/gezond`"),
        ("aanbod", "`/api/v1/aanbod/{slug}`"),
        ("lijst", "`/api/v1/aanbod?limit=20`"),
    ):
        yield what, measured[0].reading[key]


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
