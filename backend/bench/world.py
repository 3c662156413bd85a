"""A database and an index with so many listings, and the same ones in what else there is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import asyncpg
from sqlalchemy.engine import make_url

from bench.fill import fill, import_more
from bench.generate import generate
from bench.load import EDITED, MODEL, SEED, Material, listings, read_material
from bench.peers.peer import Peer, texts
from bench.peers.postgres import PostgresPeer
from bench.peers.sqlite import SqlitePeer
from bench.peers.tantivy import TantivyPeer
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded import Servers
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine, EngineAddress
from sociale_kaart.zoeken.settings import index_settings
from sociale_kaart.zoeken.statistics import count_terms
from sociale_kaart.zoeken.synonyms.seed import load_synonyms

_READ = 1_000


@dataclass(frozen=True)
class World:
    servers: Servers
    meili_url: str
    database: Database
    engine: Engine
    material: Material
    slugs: list[str]
    peers: Mapping[str, Peer]


@asynccontextmanager
async def world(servers: Servers, size: int, edits: int) -> AsyncIterator[World]:
    """With `size` generated listings, and so many more that can be edited."""
    assert servers.meili_url is not None, "make bench heeft Meilisearch nodig"
    own = replace(servers, database_url=await _new_database(servers.database_url, f"bench{size}"))
    address = EngineAddress(
        servers.meili_url, servers.meili_key, f"bench{size}-", timeout_seconds=30
    )
    engine = Engine(address, MODEL)
    database = Database(own.database_url, PROJECTORS)
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
    for naam in (AANBOD, ORGANISATIES):
        await engine.create_index(naam, index_settings(naam, engine.model))
    material = await read_material(database)
    slugs: list[str] = []
    done = 0
    async with database.reader() as connection:
        making = listings(size, own.database_url, material)
        async for made in fill(engine, connection, making):
            slugs += [one.document["slug"] for one in made]
            done += len(made)
            print(f"\r{done} van {size}", end="", flush=True)
        print()
        more = generate(edits, SEED + 1, material.codes, material.places)
        await import_more(database, engine, EDITED, more)
        await count_terms(database)
        await connection.execute("VACUUM ANALYZE")
        peers = await _peers(connection)
        yield World(own, address.url, database, engine, material, slugs[:_READ], peers)
    for naam in (AANBOD, ORGANISATIES):
        await engine.drop_index(naam)
    await engine.close()
    await database.close()


async def _peers(connection: asyncpg.Connection) -> dict[str, Peer]:
    postgres, sqlite, tantivy = PostgresPeer(connection), SqlitePeer(), TantivyPeer()
    await postgres.fill()
    await sqlite.fill(texts(connection))
    await tantivy.fill(texts(connection))
    return {"postgresql": postgres, "sqlite": sqlite, "tantivy": tantivy}


async def _new_database(url: str, name: str) -> str:
    address = make_url(url)
    connection = await asyncpg.connect(
        user=address.username, host=str(address.query["host"]), database=address.database
    )
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return address.set(database=name).render_as_string(hide_password=False)
