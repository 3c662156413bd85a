"""The list that comes with the code, and how it meets what the redactie did."""

import json
from importlib.resources import files

import pytest
from sqlmodel import col, func, select

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.question import STOP_WORDS
from sociale_kaart.zoeken.synonyms import seed
from sociale_kaart.zoeken.synonyms.models import Synoniem, SynoniemZaad
from sociale_kaart.zoeken.synonyms.rules import bare, is_shameful, never_shown
from sociale_kaart.zoeken.synonyms.schemas import SynoniemInvoer
from sociale_kaart.zoeken.synonyms.seed import load_synonyms, seed_pairs

pytestmark = pytest.mark.anyio

PAIRS = {(bare(row.woord), bare(row.betekent)): row for row in seed_pairs()}


def test_no_pair_of_the_list_stands_there_twice_in_any_order() -> None:
    assert len(PAIRS) == sum(1 for _ in seed_pairs())
    turned = {(betekent, woord) for woord, betekent in PAIRS}
    twice = {pair for pair in PAIRS.keys() & turned if PAIRS[pair].richting == "beide"}
    assert twice == set()


def test_what_is_never_shown_can_be_searched_and_leads_one_way() -> None:
    left = {woord for woord, _ in PAIRS}
    assert never_shown() <= left
    for row in PAIRS.values():
        assert not is_shameful(row.betekent)
        assert not is_shameful(row.woord) or row.richting == "heen"


def test_words_that_only_count_whole_are_marked_so() -> None:
    path = files("sociale_kaart") / "data" / "vocabularia.json"
    whole = {bare(word) for word in json.loads(path.read_text("utf-8"))["alleenHeelWoord"]}
    starting = [row for (woord, _), row in PAIRS.items() if woord in whole]
    assert [row.woord for row in starting if not row.heel_woord] == []


def test_no_row_starts_from_a_word_that_dutch_sentences_are_full_of() -> None:
    assert {woord for woord, _ in PAIRS} & set(STOP_WORDS) == set()


async def rows_of(database: Database) -> dict[tuple[str, str], Synoniem]:
    async with database.transaction() as session:
        rows = await session.scalars(select(Synoniem))
        return {(row.woord_kaal, row.betekent_kaal): row for row in rows}


async def load(database: Database) -> None:
    async with database.transaction() as session:
        await load_synonyms(session)


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[SynoniemInvoer]:
    """What the list says in this test."""
    pairs = [
        SynoniemInvoer(woord="Bieb", betekent="bibliotheek", richting="beide"),
        SynoniemInvoer(woord="poes", betekent="dieren"),
        SynoniemInvoer(woord="AA", betekent="alcohol", heel_woord=True),
    ]
    monkeypatch.setattr(seed, "seed_pairs", lambda: iter(pairs))
    return pairs


async def test_the_whole_list_goes_in_and_a_second_time_changes_nothing(
    database: Database,
) -> None:
    await load(database)
    first = await rows_of(database)
    assert first.keys() == PAIRS.keys()
    await load(database)
    second = await rows_of(database)
    assert {key: row.model_dump() for key, row in second.items()} == {
        key: row.model_dump() for key, row in first.items()
    }


async def test_what_the_redactie_changed_or_removed_stays_so(
    database: Database, listed: list[SynoniemInvoer]
) -> None:
    await load(database)
    async with database.transaction() as session:
        rows = {row.woord: row for row in await session.scalars(select(Synoniem))}
        await session.delete(rows["Bieb"])
        rows["poes"].betekent = rows["poes"].betekent_kaal = "huisdier"
        rows["poes"].herkomst = "redactie"
    listed[1] = SynoniemInvoer(woord="poes", betekent="dieren", richting="beide")
    await load(database)
    assert set(await rows_of(database)) == {("poes", "huisdier"), ("aa", "alcohol")}


async def test_untouched_rows_follow_a_newer_list(
    database: Database, listed: list[SynoniemInvoer]
) -> None:
    await load(database)
    listed[0] = SynoniemInvoer(woord="bieb", betekent="bibliotheek", richting="heen")
    listed[1:] = [SynoniemInvoer(woord="kat", betekent="dieren", heel_woord=True)]
    await load(database)
    rows = await rows_of(database)
    assert rows.keys() == {("bieb", "bibliotheek"), ("kat", "dieren")}
    changed = rows["bieb", "bibliotheek"]
    assert (changed.woord, changed.richting, changed.versie) == ("bieb", "heen", 2)
    # What went may come back with a later list.
    listed.append(SynoniemInvoer(woord="poes", betekent="dieren"))
    await load(database)
    assert ("poes", "dieren") in await rows_of(database)


async def test_a_pair_that_the_redactie_had_already_stays_theirs(
    database: Database, listed: list[SynoniemInvoer]
) -> None:
    async with database.transaction() as session:
        session.add(
            Synoniem(woord="bieb", betekent="Bibliotheek", woord_kaal="bieb",
                     betekent_kaal="bibliotheek", richting="heen", herkomst="redactie")
        )  # fmt: skip
    await load(database)
    row = (await rows_of(database))["bieb", "bibliotheek"]
    assert (row.herkomst, row.richting) == ("redactie", "heen")
    async with database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(SynoniemZaad)) == 3
        row = await session.scalar(select(Synoniem).where(col(Synoniem.woord) == "bieb"))
        await session.delete(row)
    await load(database)
    assert ("bieb", "bibliotheek") not in await rows_of(database)
