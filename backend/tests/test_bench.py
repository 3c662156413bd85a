"""The listings for measuring are the same each time, and are listings that the product takes."""

import pytest

from bench.fill import fill, fill_database, import_more
from bench.generate import generate, questions
from bench.load import EDITED, MODEL, SEED, Material, listings, read_material
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.meaning.embedder import Model
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.settings import index_settings
from sociale_kaart.zoeken.sync import needs_rebuild
from tests.factories import import_rows

pytestmark = pytest.mark.anyio


def url_of(database: Database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


async def test_the_same_seed_gives_the_same_listings(own_database: Database) -> None:
    material = await read_material(own_database)

    def some(seed: int) -> list[dict[str, object]]:
        return list(generate(40, seed, material.codes, material.places))

    assert some(1) == some(1)
    assert some(1) != some(2)
    asked = list(questions(1, 20, material.codes))
    assert asked == list(questions(1, 20, material.codes))
    for params in asked:
        ZoekVraag.model_validate(params)


async def test_the_fast_path_makes_what_an_import_makes(own_database: Database) -> None:
    material = await read_material(own_database)
    made = [one async for part in listings(60, url_of(own_database), material) for one in part]
    await import_rows(
        own_database, *generate(60, SEED, material.codes, material.places), bron="bench"
    )
    async with own_database.reader() as connection:
        rows = await connection.fetch(
            "SELECT a.extern_id, z.tags, z.data, z.tekst_titel, z.tekst_onderwerp, z.tekst_rest,"
            " z.rang_niveau, z.rang_versheid FROM zoek_rij z JOIN aanbod a USING (id)"
        )
        imported = {row["extern_id"]: dict(row) for row in rows}
        for one in made:
            wanted = imported[one.aanbod["extern_id"]]
            for key in wanted.keys() - {"extern_id"}:
                assert one.search[key] == wanted[key], key
        assert await connection.fetchval("SELECT count(*) FROM keer") == sum(
            len(one.keren) for one in made
        )
        await connection.execute("TRUNCATE organisatie, aanbod CASCADE")
        await fill_database(connection, made)
        await fill_database(connection, [])
        assert await connection.fetchval("SELECT count(*) FROM zoek_rij") == 60
        assert await connection.fetchval("SELECT count(*) FROM aanbod_document") == 60
        assert await connection.fetchval("SELECT count(DISTINCT aanbod_id) FROM keer") > 30


@pytest.mark.parametrize("model", [None, MODEL], ids=["words", "meaning"])
async def test_what_is_filled_is_as_a_worker_would_have_it(
    own_database: Database, engine: Engine, model: Model | None
) -> None:
    """Otherwise it would build the index anew while edits are measured."""
    engine.model = model
    for naam in (AANBOD, ORGANISATIES):
        await engine.create_index(naam, index_settings(naam, model))
    material = await read_material(own_database)
    async with own_database.reader() as connection:
        before = await indexes(own_database)
        making = listings(30, url_of(own_database), material)
        assert [len(made) async for made in fill(engine, connection, making)] == [30]
    assert await indexes(own_database) == before
    await import_more(own_database, engine, EDITED, rows(4, material))
    assert await engine.count(AANBOD) == 34
    assert not await needs_rebuild(own_database, engine)
    async with own_database.reader() as connection:
        waiting = await connection.fetchval("SELECT count(*) FROM zoek_betekenis WHERE wacht")
    assert waiting == (4 if model is None else 0)


def rows(number: int, material: Material) -> list[dict[str, object]]:
    return list(generate(number, SEED + 1, material.codes, material.places))


async def indexes(database: Database) -> set[str]:
    async with database.reader() as connection:
        found = await connection.fetch("SELECT indexdef FROM pg_indexes WHERE schemaname='public'")
    return {row["indexdef"] for row in found}
