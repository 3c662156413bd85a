"""make bench: what searching and reading cost, as ratios of one run, in docs/bench.md.

BENCH_SIZES says how many listings, each in a database and an index of its own: '2000,20000,100000'
takes half an hour. Reading is measured at the first size.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from bench import parts
from bench.asked import Params, Unasked
from bench.client import Target
from bench.edits import seconds_until_found
from bench.engine import engine_targets
from bench.generate import questions
from bench.load import SEED
from bench.machine import WITH_MEANING, WORDS_ONLY, serving, wait_until_ready, working
from bench.meaning import seconds_to_embed
from bench.measure import Seen
from bench.report import write_report
from bench.rows import Measured
from bench.world import World, world
from sociale_kaart.core.embedded import Servers, open_servers

_QUESTIONS = 120
_EDITS = 40
_WORKERS = 2


def main() -> None:
    sizes = sorted({int(size) for size in os.environ.get("BENCH_SIZES", "2000,20000").split(",")})
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as name:
        folder = Path(name)
        with open_servers(folder, say=print) as servers:
            measured = [
                asyncio.run(_measure(folder, servers, size, reading=size == sizes[0]))
                for size in sizes
            ]
    write_report(measured)


async def _measure(folder: Path, servers: Servers, size: int, *, reading: bool) -> Measured:
    async with world(servers, size, _EDITS + 1) as made:
        asked = list(questions(SEED, _QUESTIONS, made.material.codes))
        plain, same = await engine_targets(made.engine, made.meili_url, made.database, asked)
        among = partial(_among, made, folder, asked, Unasked(asked), plain, same)
        seen: dict[str, Seen] = {}
        async with among(workers=_WORKERS) as setting:
            print(f"{size}: met {_WORKERS} processen meten …")
            for name, one in (await parts.crowds(setting)).items():
                seen[f"{name} of two"] = one
        async with among() as setting:
            print(f"{size}: met één proces meten …")
            seen |= await parts.crowds(setting)
            seen |= await parts.one_by_one(setting)
            print(f"{size}: andere zoekers meten …")
            seen |= await parts.others(setting, made.peers)
            print(f"{size}: afstanden en rare vragen meten …")
            seen |= await parts.distances(setting)
            odd, statuses = await parts.odd_questions(setting, made.material.codes)
            if reading:
                print("Lezen meten …")
                seen |= await parts.reading(setting, made.slugs)
        async with among(embedding=WITH_MEANING) as setting:
            print(f"{size}: met betekenis meten, en wijzigingen …")
            seen |= await parts.with_meaning(setting)
            with working(made.servers, made.engine.uid(""), folder):
                edits = await seconds_until_found(made.database, setting.api, _EDITS)
        vectors = await seconds_to_embed([one["q"] for one in asked])
        return Measured(size, seen | odd, statuses, edits, vectors)


@asynccontextmanager
async def _among(
    made: World,
    folder: Path,
    asked: Sequence[Params],
    unasked: Unasked,
    plain: Target,
    same: Target,
    *,
    workers: int = 1,
    embedding: str = WORDS_ONLY,
) -> AsyncIterator[parts.Setting]:
    """Our API so served, among what it is measured against."""
    prefix = made.engine.uid("")
    with serving(made.servers, prefix, folder, workers=workers, embedding=embedding) as api:
        await wait_until_ready(api)
        yield parts.Setting(api, folder, asked, unasked, plain, same)


if __name__ == "__main__":
    main()
