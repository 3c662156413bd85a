"""Words that are suggested on the demo's map, with all synonyms that come with the code."""

import random
from collections.abc import AsyncIterator

import pytest

from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.sync import rebuild
from sociale_kaart.zoeken.synonyms.rules import is_policy_talk, is_shameful
from sociale_kaart.zoeken.synonyms.seed import load_synonyms, seed_pairs
from sociale_kaart.zoeken.understanding.crisis import crisis_in
from tests.zoeken.asking import Visitor, visitors

pytestmark = pytest.mark.anyio

BEGINNINGS = 120


@pytest.fixture
async def both(own_database: Database, engine: Engine) -> AsyncIterator[tuple[Visitor, Visitor]]:
    report = await Importer(own_database, "demo").run(demo_rows())
    assert not report.faults
    async with own_database.transaction() as session:
        await load_synonyms(session)
    await rebuild(own_database, engine)
    async with visitors(own_database, engine) as pair:
        yield pair


async def words(visitor: Visitor, typed: str) -> list[str]:
    return [one["titel"] for one in await visitor.suggest(typed) if one["soort"] == "woord"]


async def test_words_that_are_suggested_lead_somewhere_and_hurt_nobody(
    both: tuple[Visitor, Visitor],
) -> None:
    visitor, without_engine = both
    chance = random.Random(11)
    typed = [row.woord for row in chance.sample([*seed_pairs()], BEGINNINGS)]
    found: dict[str, None] = {}
    for text in typed:
        beginning = text[: chance.randint(2, 7)]
        suggested = await words(visitor, beginning)
        assert suggested == await words(without_engine, beginning)
        found |= dict.fromkeys(suggested)
    assert len(found) > BEGINNINGS
    nowhere = [text for text in found if not await visitor.total(text)]
    assert nowhere == []
    hurting = (is_shameful, is_policy_talk, crisis_in)
    assert [text for text in found if any(hurts(text) for hurts in hurting)] == []

    for beginning, expected in {
        "schuldhulpverlenign": "schuldhulpverlening",
        "mantelzog": "mantelzorg",
        "eenz": "eenzaam",
        "praatj": "praatje maken",
        "peuk": "peuken",
        "wandelgr": "wandelgroep",
        "ik zoek taall": "ik zoek taalles",
        "dług": "długi",
    }.items():
        assert expected in await words(visitor, beginning), beginning
    examples = await words(visitor, "")
    assert len(examples) == 8
    for text in examples:
        assert await visitor.total(text) > 0
