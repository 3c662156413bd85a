"""Other searchers get our terms whole, and their answers are told apart from ours."""

import json
from pathlib import Path

import pytest

from eval.asking import Findable
from eval.others import ask_others
from eval.peers import PostgresTerms, SqliteTerms, TantivyTerms
from eval.sets import JudgedSet
from sociale_kaart.core.db import Database
from sociale_kaart.taxonomie.reference import load_reference
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.statistics import count_terms
from tests.factories import aanbod_row, import_rows

pytestmark = pytest.mark.anyio

PROFILES = {
    "titel": {"=koffie": 3.0, "drinken": 0.7},
    "tekst": {"=koffie": 0.7, "drinken": 3.0},
    "label": {"@geld en schulden": 3.0, "=d'r": 0.7, "'": 0.4, "\\": 0.4},
    "niets": {"=fiets": 3.0},
}


async def test_they_take_any_term_and_the_heaviest_first(database: Database) -> None:
    async with database.reader() as connection:
        postgres = PostgresTerms(connection)
        await postgres.fill(PROFILES)
        for peer in (postgres, SqliteTerms(PROFILES), TantivyTerms(PROFILES)):
            assert await peer.find([{"=koffie": 1.0, "~kof": 0.8}]) == ["titel", "tekst"]
            assert await peer.find([{"drinken": 1.0}]) == ["tekst", "titel"]
            assert await peer.find([{"=onbekend": 1.0}, {"@geld en schulden": 0.8}]) == ["label"]
            for odd in ("=d'r", "'", "\\"):
                assert await peer.find([{odd: 1.0}]) == ["label"]


async def test_with_our_language_work_they_find_what_they_do_not_by_themselves(
    own_database: Database, engine: Engine, tmp_path: Path
) -> None:
    await import_rows(
        own_database,
        aanbod_row(externId="a", titel="Wandelclub in de wijk", samenvatting="Loop mee."),
        aanbod_row(externId="b", titel="Samen koken", samenvatting="Kook mee."),
    )
    await count_terms(own_database)
    async with own_database.transaction() as session:
        reference = await load_reference(session)
    place = tmp_path / "vragen.jsonl"
    questions = {"heel": "samen koken", "deel": "wandelen", "niets": "?"}
    lines = [json.dumps({"id": key, "vraag": text}) for key, text in questions.items()]
    place.write_text("\n".join(lines), encoding="utf-8")
    judged = JudgedSet("proef", place, list)
    answers = await ask_others(Findable(judged, own_database, engine, None, reference))
    assert len(answers) == 6
    for name, found in answers.items():
        assert found["heel"][0] == "b", name
        assert found["niets"] == [], name
        assert ("a" in found["deel"]) == ("taalwerk" in name), name
