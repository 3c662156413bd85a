"""Other searchers are asked for the same thing, and answer it whole."""

import pytest

from bench.fill import fill_database
from bench.load import listings, read_material
from bench.peers.peer import asked_of, facet_of, texts
from bench.peers.postgres import PostgresPeer
from bench.peers.sqlite import SqlitePeer
from bench.peers.tantivy import TantivyPeer
from sociale_kaart.core.db import Database

pytestmark = pytest.mark.anyio


async def test_they_find_and_count_the_same(own_database: Database) -> None:
    material = await read_material(own_database)
    url = own_database.engine.url.render_as_string(hide_password=False)
    async with own_database.reader() as connection:
        async for made in listings(200, url, material):
            await fill_database(connection, made)
        postgres, sqlite, tantivy = PostgresPeer(connection), SqlitePeer(), TantivyPeer()
        await postgres.fill()
        await sqlite.fill(texts(connection))
        await tantivy.fill(texts(connection))
        kosten, doelgroep = material.codes["kosten"][:3], material.codes["doelgroep"][:4]
        for params in (
            {"q": "koffie"},
            {"q": "koffie welkom"},
            {"q": "koffie", "kosten": kosten},
            {"q": "koffie", "kosten": kosten, "doelgroep": doelgroep},
            {
                "q": "koffie",
                "kosten": kosten,
                "doelgroep": doelgroep,
                "wijk": material.codes["wijk"],
            },
        ):
            asked = asked_of(params)
            answers = [await peer.ask(asked) for peer in (postgres, sqlite, tantivy)]
            first = answers[0]
            assert first[0] > 0, params
            assert {len(page) for _, page, _ in answers} == {min(20, first[0])}
            assert [(total, counts) for total, _, counts in answers] == [(first[0], first[2])] * 3
            # What each other choice would give is counted too.
            assert {facet_of(tag) for tag in first[2]} > {"kosten", "doelgroep", "wijk", "thema"}
