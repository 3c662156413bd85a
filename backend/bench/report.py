"""The ratios as tables, on the screen and in docs/bench.md."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from statistics import median

from bench.rows import (
    ROWS,
    Measured,
    bare_rows,
    cpu_rows,
    growth_rows,
    odd_rows,
    reading_rows,
)
from sociale_kaart.core.config import PROJECT_ROOT

_PLACE = PROJECT_ROOT / "docs" / "bench.md"
_ABOUT = (
    "Made by `make bench`. Bare times say more about a machine than about a program, so this "
    "compares things that were measured in turns, in one run: the median over the rounds, and the "
    "lowest and highest round. Searches have one or two words, three filters with two or three "
    "choices each, and all counts beside the filters; without meaning where it does not say so, and "
    "the vector of a question is counted apart. Edits are made one after another beside a worker "
    "that also embeds them. *Plain* is Meilisearch asked directly, over a kept connection, for the page "
    "and its counts by its own order; *the same* is what we ask it. *Popular* questions are few "
    "and asked again and again, so that most are answered from memory; the others are asked once. "
    "PostgreSQL, SQLite and tantivy have the same listings, filters and counts; the last two are "
    "in the process that asks, so nothing is sent or received, and tantivy knows no typos."
)
_ABOUT_ODD = (
    "What nobody means to ask but somebody will, ÷ the p99 of normal searches: its p95, and in "
    "brackets the slowest of all; at most 3."
)


def write_report(measured: Sequence[Measured]) -> None:
    text = "\n".join(lines(measured))
    print(text)
    _PLACE.write_text(text, encoding="utf-8")


def lines(measured: Sequence[Measured]) -> Iterator[str]:
    sizes = [f"{one.size:,}" for one in measured]
    yield "# How fast, in ratios"
    yield ""
    yield _ABOUT
    yield ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {os.cpu_count()} cores."
    yield ""
    ratios = [[row.label, *(str(row.of(one)) for one in measured)] for row in ROWS]
    bare = [[what, *cells] for what, cells in bare_rows(measured)]
    yield from _table(["Generated listings", *sizes], [*ratios, *bare])
    if len(measured) > 1:
        yield from _table(
            ["Growth (medians of rounds that were not in turns)", "p50", "p95"],
            ([what, *(f"{one:.2f}" for one in figures)] for what, figures in growth_rows(measured)),
        )
    yield _ABOUT_ODD
    yield ""
    yield from _table(
        ["Odd question", "Answer", *sizes],
        ([what, answer, *cells] for what, answer, cells in odd_rows(measured)),
    )
    yield from _table(
        ["Reading", "Ratio"],
        ([what, str(one)] for what, one in reading_rows(measured[0].seen["reading"])),
    )
    yield "CPU time a request, in milliseconds, to see where it goes (median of the rounds):"
    yield ""
    names = ("api", "meilisearch", "postgresql")
    yield from _table(
        ["What", "API", "Meilisearch", "PostgreSQL"],
        (
            [what, *(f"{median(r.cpu[name] for r in rounds):.2f}" for name in names)]
            for what, rounds in cpu_rows(measured)
        ),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---|" + "---|" * (len(head) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


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
