"""make bench: what searching and reading cost, as ratios of one run, in docs/bench.md.

BENCH_SIZES says how many listings, each in a database and an index of its own: '2000,20000,100000'
takes an hour. Reading is measured at the first size.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import asyncpg
from sqlalchemy.engine import make_url

from bench.client import Target, request_bytes
from bench.edits import seconds_until_found
from bench.generate import questions
from bench.load import SEED, Material, fill_database, fill_index, listings, read_material
from bench.machine import Api, meilisearch_pids, postgres_pids, serving, wait_until_ready, working
from bench.measure import (
    CLIENTS,
    Asking,
    PeerTarget,
    Pids,
    Round,
    classic_queries,
    engine_target,
    own_queries,
    rounds,
)
from bench.peers import Peer, PostgresPeer, SqlitePeer, asked_of, text_of
from bench.report import Measured, write_report
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

_QUESTIONS = 120
_ROUNDS, _ASKED = 6, 200
_EDITS = 20
# As many ways to write each question, so that none is asked twice: with so many spaces behind it.
_WAYS = 100


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


@dataclass(frozen=True)
class _World:
    """A database and an index with so many listings, and the same ones in what else there is."""

    servers: Servers
    database: Database
    engine: Engine
    material: Material
    slugs: list[str]
    peers: Mapping[str, Peer]


async def _measure(folder: Path, servers: Servers, size: int, *, reading: bool) -> Measured:
    async with _world(servers, size) as world:
        asked = list(questions(SEED, _QUESTIONS, world.material.codes))
        classic, own = await _engine_targets(world, asked)
        with serving(world.servers, world.engine.uid(""), folder) as api:
            await wait_until_ready(api)
            pids: Pids = {
                "api": lambda: [api.pid],
                "meilisearch": lambda: meilisearch_pids(folder),
                "postgresql": lambda: postgres_pids(folder),
            }
            print(f"{size}: zoeken meten …")
            targets = {"classic": classic, "engine": own, "ours": _new(api, asked)}
            search = await rounds(targets, pids, number=_ROUNDS, count=_ASKED)
            crowd = await rounds(_by_many(targets), pids, number=_ROUNDS, count=_ASKED * 3)
            print(f"{size}: herhaald zoeken en suggesties meten …")
            popular = _popular(asked)
            again = {
                "classic": Target(classic.url, [classic.requests[at] for at in popular]),
                "ours": Target(api.url, [_search(asked[at]) for at in popular]),
            }
            crowd_again = await rounds(_by_many(again), pids, number=_ROUNDS, count=_ASKED * 3)
            again["suggest"] = Target(api.url, [_suggest(asked[at]) for at in popular])
            repeated = await rounds(again, pids, number=_ROUNDS, count=_ASKED)
            print(f"{size}: andere zoekers meten …")
            others: dict[str, Asking] = {"ours": _new(api, asked, first=_WAYS)}
            for name, peer in world.peers.items():
                others[name] = PeerTarget(peer, [asked_of(params) for params in asked])
            peers = await rounds(others, pids, number=2, count=_QUESTIONS)
            read: dict[str, list[Round]] = {}
            if reading:
                print("Lezen meten …")
                read = await rounds(_reading(api, world.slugs), pids, number=8, count=300)
            print(f"{size}: wijzigingen meten …")
            with working(world.servers, world.engine.uid(""), folder):
                edits = await seconds_until_found(world.database, api, _EDITS)
        return Measured(size, search, crowd, repeated, crowd_again, peers, read, edits)


@asynccontextmanager
async def _world(servers: Servers, size: int) -> AsyncIterator[_World]:
    own = replace(servers, database_url=await _new_database(servers.database_url, f"bench{size}"))
    assert servers.meili_url is not None, "make bench heeft Meilisearch nodig"
    address = EngineAddress(
        servers.meili_url, servers.meili_key, f"bench{size}-", timeout_seconds=30
    )
    engine, database = Engine(address), Database(own.database_url, PROJECTORS)
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
    for naam in (AANBOD, ORGANISATIES):
        await engine.create_index(naam, index_settings(naam))
    material = await read_material(database)
    async with database.reader() as connection:
        postgres, sqlite = PostgresPeer(connection), SqlitePeer()
        await postgres.start()
        slugs: list[str] = []
        done = 0
        async for made in listings(size, own.database_url, material):
            await fill_index(engine, made)
            await fill_database(database, made)
            for peer in (postgres, sqlite):
                await peer.fill([text_of(one) for one in made])
            slugs += [one.document["slug"] for one in made[:20]]
            done += len(made)
            print(f"\r{done} van {size}", end="", flush=True)
        print()
        for peer in (postgres, sqlite):
            await peer.finish()
        await count_terms(database)
        await connection.execute("VACUUM ANALYZE")
        peers: dict[str, Peer] = {"postgresql": postgres, "sqlite": sqlite}
        yield _World(own, database, engine, material, slugs, peers)
    for naam in (AANBOD, ORGANISATIES):
        await engine.drop_index(naam)
    await engine.close()
    await database.close()


async def _new_database(url: str, name: str) -> str:
    address = make_url(url)
    connection = await asyncpg.connect(
        user=address.username, host=str(address.query["host"]), database=address.database
    )
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return address.set(database=name).render_as_string(hide_password=False)


async def _engine_targets(world: _World, asked: list[dict[str, Any]]) -> tuple[Target, Target]:
    """Meilisearch asked for the page and its counts, and asked what we ask it."""
    async with world.database.transaction() as session:
        reference = await load_reference(session)
    searcher = Searcher(None, world.database)
    own = [await own_queries(params, reference, searcher) for params in asked]
    classic = [classic_queries(params, reference.vocabulary) for params in asked]
    key = await world.engine.search_key()
    assert world.servers.meili_url is not None
    return (
        engine_target(world.engine, world.servers.meili_url, key, classic),
        engine_target(world.engine, world.servers.meili_url, key, own),
    )


def _by_many(targets: Mapping[str, Target]) -> dict[str, Target]:
    """The same, each going on where it is, by several clients at a time."""
    return {name: target.by(CLIENTS) for name, target in targets.items()}


def _new(api: Api, asked: list[dict[str, Any]], first: int = 1) -> Target:
    """Questions that nobody asked before, so that none is answered from memory."""
    return Target(
        api.url,
        [
            _search({**params, "q": params["q"] + " " * way})
            for way in range(first, first + _WAYS)
            for params in asked
        ],
    )


def _popular(asked: list[dict[str, Any]]) -> list[int]:
    """What visitors ask: a few questions very often, most of them seldom."""
    weights = [1 / (place + 1) for place in range(len(asked))]
    return Random(SEED).choices(range(len(asked)), weights, k=1_000)


def _search(params: dict[str, Any]) -> bytes:
    return request_bytes("GET", f"/api/v1/zoeken?{urlencode(params, doseq=True)}")


def _suggest(params: dict[str, Any]) -> bytes:
    return request_bytes("GET", f"/api/v1/suggesties?{urlencode({'q': params['q'][:5]})}")


def _reading(api: Api, slugs: list[str]) -> dict[str, Target]:
    return {
        "gezond": Target(api.url, [request_bytes("GET", "/gezond")]),
        "aanbod": Target(api.url, [request_bytes("GET", f"/api/v1/aanbod/{s}") for s in slugs]),
        "lijst": Target(api.url, [request_bytes("GET", "/api/v1/aanbod?limit=20")]),
    }


if __name__ == "__main__":
    main()
