"""make bench: three ratios in one run, and docs/bench.md.

BENCH_SIZES says how many listings: '2000,20000,100000' measures growth to 100,000. The endpoints
are measured at the largest size up to 20,000.
"""

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench.client import Target, request_bytes
from bench.generate import questions
from bench.load import SEED, Material, fill_database, fill_index, listings, read_material
from bench.machine import (
    Api,
    meilisearch_pids,
    postgres_pids,
    serving,
    wait_until_ready,
)
from bench.measure import CLIENTS, Pids, classic_queries, engine_target, own_queries, rounds
from bench.report import Results, write_report
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded import Servers, open_servers
from sociale_kaart.taxonomie.reference import load_reference
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, EngineAddress
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.settings import index_settings
from sociale_kaart.zoeken.statistics import count_terms
from sociale_kaart.zoeken.synonyms.seed import load_synonyms

_SERVED_AT_MOST = 20_000
_QUESTIONS = 120


def main() -> None:
    sizes = sorted({int(size) for size in os.environ.get("BENCH_SIZES", "2000,20000").split(",")})
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as name:
        folder = Path(name)
        with open_servers(folder, say=print) as servers:
            results = asyncio.run(_measure(folder, servers, sizes))
    write_report(results)


def _engine(servers: Servers, size: int) -> Engine:
    assert servers.meili_url is not None, "make bench heeft Meilisearch nodig"
    return Engine(
        EngineAddress(servers.meili_url, servers.meili_key, f"bench{size}-", timeout_seconds=30)
    )


async def _measure(folder: Path, servers: Servers, sizes: list[int]) -> Results:
    database = Database(servers.database_url, PROJECTORS)
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
        reference = await load_reference(session)
    material = await read_material(database)
    served = max(size for size in sizes if size <= max(_SERVED_AT_MOST, sizes[0]))
    slugs = await _load(servers, database, sizes, served, material)
    await count_terms(database)
    asked = list(questions(SEED, _QUESTIONS, material.codes))
    searcher = Searcher(None, database)
    own = [await own_queries(params, reference, searcher) for params in asked]
    classic = [classic_queries(params, reference.vocabulary) for params in asked]
    await database.close()
    with serving(servers, _engine(servers, served).uid(""), folder) as api:
        await wait_until_ready(api)
        pids: Pids = {
            "api": lambda: [api.pid],
            "meilisearch": lambda: meilisearch_pids(folder),
            "postgresql": lambda: postgres_pids(folder),
        }
        engines = {size: await _engine_target(servers, size, classic) for size in sizes}
        same = await _engine_target(servers, served, own)
        print("Groei meten …")
        growth = await rounds(
            {str(size): target for size, target in engines.items()}, pids, number=6, count=200
        )
        ours = Target(api.url, [_search_request(params) for params in asked])
        pair = {"classic": engines[served], "engine": same, "ours": ours}
        print("Zoeken meten …")
        search = await rounds(pair, pids, number=6, count=200)
        crowd = await rounds(pair, pids, number=6, count=640, clients=CLIENTS)
        print("Lezen meten …")
        reading = await rounds(_reading(api, slugs), pids, number=8, count=300)
    return Results(sizes, served, growth, search, crowd, reading)


async def _load(
    servers: Servers, database: Database, sizes: list[int], served: int, material: Material
) -> list[str]:
    """Fills the index of each size and the database of the one that is served; gives slugs."""
    engines = {size: _engine(servers, size) for size in sizes}
    for engine in engines.values():
        for naam in (AANBOD, ORGANISATIES):
            await engine.create_index(naam, index_settings(naam))
    slugs: list[str] = []
    done = 0
    async for made in listings(sizes[-1], servers.database_url, material):
        for size, engine in engines.items():
            if done < size:
                await fill_index(engine, AANBOD, made[: size - done])
        if done < served:
            await fill_database(database, made[: served - done])
            slugs += [one.document["slug"] for one in made[:20]]
        done += len(made)
        print(f"\r{done} van {sizes[-1]} in de index", end="", flush=True)
    print()
    async with database.engine.connect() as connection:
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute("VACUUM ANALYZE")
    for engine in engines.values():
        await engine.close()
    return slugs


async def _engine_target(servers: Servers, size: int, asked: list[list[dict[str, Any]]]) -> Target:
    engine = _engine(servers, size)
    key = await engine.search_key()
    await engine.close()
    assert servers.meili_url is not None
    return engine_target(engine, servers.meili_url, key, asked)


def _search_request(params: dict[str, object]) -> bytes:
    return request_bytes("GET", f"/api/v1/zoeken?{urlencode(params, doseq=True)}")


def _reading(api: Api, slugs: list[str]) -> dict[str, Target]:
    return {
        "gezond": Target(api.url, [request_bytes("GET", "/gezond")]),
        "aanbod": Target(api.url, [request_bytes("GET", f"/api/v1/aanbod/{s}") for s in slugs]),
        "lijst": Target(api.url, [request_bytes("GET", "/api/v1/aanbod?limit=20")]),
    }


if __name__ == "__main__":
    main()
