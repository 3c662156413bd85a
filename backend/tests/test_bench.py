"""The listings for measuring are the same each time, and are listings that the product takes."""

import pytest

from bench.generate import generate, questions
from bench.load import SEED, fill_database, listings, read_material
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.schemas import ZoekVraag
from tests.factories import import_rows

pytestmark = pytest.mark.anyio


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
    url = own_database.engine.url.render_as_string(hide_password=False)
    made = [one async for part in listings(60, url, material) for one in part]
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
        await connection.execute("TRUNCATE organisatie, aanbod CASCADE")
    await fill_database(own_database, made)
    await fill_database(own_database, [])
    async with own_database.reader() as connection:
        assert await connection.fetchval("SELECT count(*) FROM zoek_rij") == 60
        assert await connection.fetchval("SELECT count(*) FROM aanbod_document") == 60
