"""Answers that are kept are the answers that would be given now."""

import random
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from sociale_kaart.core.answer_cache import AnswerCache, TaggedAnswer
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.synonyms.models import Synoniem
from tests.conftest import serve
from tests.factories import import_rows
from tests.zoeken.asking import Visitor, eventually, listing, map_with
from tests.zoeken.test_sync import change, drain, remove

pytestmark = pytest.mark.anyio


QUESTIONS = ("koffie", "thee", "")


class Making:
    """Makes answers, and counts how often."""

    def __init__(self, body: bytes = b"{}", *, lasting: bool = True) -> None:
        self.times = 0
        self._made = TaggedAnswer.of(body, lasting=lasting)

    async def __call__(self) -> TaggedAnswer:
        self.times += 1
        return self._made


async def test_the_same_question_is_answered_from_memory(own_database: Database) -> None:
    cache, make = AnswerCache(own_database), Making(b"[1]")
    first = await cache.get("a", make)
    assert (await cache.get("a", make)) == first
    assert first.body == b"[1]"
    assert make.times == 1
    await cache.get("b", make)
    assert make.times == 2


async def test_what_may_not_be_kept_is_made_each_time(own_database: Database) -> None:
    cache, make = AnswerCache(own_database), Making(lasting=False)
    await cache.get("a", make)
    await cache.get("a", make)
    assert make.times == 2


async def _commit(database: Database) -> None:
    async with database.transaction() as session:
        await session.execute(text("UPDATE zoek_statistiek SET versie = versie + 1"))
        await session.execute(text("SELECT pg_current_xact_id()"))


async def _leave_waiting(database: Database) -> None:
    await import_rows(database, listing("a"))


@pytest.mark.parametrize("happen", [_commit, _leave_waiting])
async def test_after_any_change_it_is_made_anew(
    own_database: Database, happen: Callable[[Database], Awaitable[None]]
) -> None:
    cache, make = AnswerCache(own_database), Making()
    await cache.get("a", make)
    await happen(own_database)
    await cache.get("a", make)
    assert make.times == 2


async def test_nothing_is_kept_while_a_change_waits_for_the_engine(own_database: Database) -> None:
    await _leave_waiting(own_database)
    cache, make = AnswerCache(own_database), Making()
    await cache.get("a", make)
    await cache.get("a", make)
    assert make.times == 2


async def test_an_answer_that_a_change_overtook_is_not_kept(own_database: Database) -> None:
    cache, make = AnswerCache(own_database), Making()

    async def overtaken() -> TaggedAnswer:
        await _commit(own_database)
        await cache.get("b", make)
        return TaggedAnswer.of(b"old", lasting=True)

    assert (await cache.get("a", overtaken)).body == b"old"
    assert (await cache.get("a", make)).body == b"{}"


async def test_it_stays_within_its_size(own_database: Database) -> None:
    cache, make = AnswerCache(own_database, most_bytes=10), Making(b"12345")
    for key in "abca":
        await cache.get(key, make)
    assert make.times == 4
    await cache.get("c", make)
    assert make.times == 4
    too_large = Making(b"12345678901")
    await cache.get("x", too_large)
    await cache.get("x", too_large)
    assert too_large.times == 2


async def test_whatever_happens_a_visitor_gets_what_somebody_new_would_get(
    own_database: Database, engine: Engine
) -> None:
    rows = [listing(key, titel=f"Koffie {key}") for key in "abcdef"]
    chance = random.Random(7)
    async with map_with(own_database, engine, *rows) as (visitor, _):
        await drain(own_database, engine)
        left = list("abcdef")
        for step in range(20):
            match chance.randrange(3):
                case 0:
                    await change(own_database, chance.choice(left), titel=f"Thee {step}")
                case 1 if len(left) > 2:
                    await remove(own_database, left.pop())
            for question in QUESTIONS:
                # What is seen before the engine knows of a change must not stay.
                await visitor.search(question)
            await drain(own_database, engine)
            async with serve(own_database, engine) as client:
                for question in QUESTIONS:
                    fresh = await Visitor(client, degraded=False).search(question)
                    for _ in range(2):
                        assert _told(await visitor.search(question)) == _told(fresh)


def _told(answer: dict[str, object]) -> tuple[object, ...]:
    # Not the order: that weighs counts of words, which are up to two seconds old.
    found = answer["resultaten"]
    assert isinstance(found, list)
    return answer["totaal"], sorted(one["titel"] for one in found), answer["facetten"]


async def test_a_new_synonym_works_for_an_answer_that_was_kept(
    own_database: Database, engine: Engine
) -> None:
    async with map_with(own_database, engine, listing("a", titel="Koffie")) as (visitor, _):
        await drain(own_database, engine)
        assert await visitor.total("bakkie") == 0
        assert await visitor.total("bakkie") == 0
        async with own_database.transaction() as session:
            session.add(
                Synoniem(woord="bakkie", betekent="koffie", woord_kaal="bakkie",
                         betekent_kaal="koffie", richting="heen", herkomst="redactie")
            )  # fmt: skip

        async def is_found() -> bool:
            return await visitor.total("bakkie") == 1

        await eventually(is_found)


async def test_suggestions_that_were_kept_go_when_a_listing_changes(
    own_database: Database, engine: Engine
) -> None:
    async with map_with(own_database, engine, listing("a", titel="Breien")) as (visitor, _):
        await drain(own_database, engine)

        async def titles(typed: str) -> list[str]:
            return [
                one["titel"] for one in await visitor.suggest(typed) if one["soort"] == "aanbod"
            ]

        for _ in range(2):
            assert await titles("brei") == ["Breien"]
            assert await titles("haak") == []
            # The same letters are another question to the search.
            assert await visitor.total("brei") == 1
        await change(own_database, "a", titel="Haken")
        await drain(own_database, engine)
        for _ in range(2):
            assert await titles("brei") == []
            assert await titles("hake") == ["Haken"]
