"""Meilisearch says what PostgreSQL says, and says it without a moment of silence."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.zoeken import sync
from sociale_kaart.zoeken.connection import EngineAwayError
from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES, Engine
from sociale_kaart.zoeken.settings import index_settings
from sociale_kaart.zoeken.sync import (
    discard_outbox,
    drain_outbox,
    is_from_before_tonight,
    needs_rebuild,
    rebuild,
)
from tests.factories import import_rows
from tests.zoeken.asking import listing, owner

pytestmark = pytest.mark.anyio

Answer = dict[str, Any]


async def in_index(engine: Engine, naam: str = AANBOD) -> dict[str, Answer]:
    """All documents of an index by id, without what is added only for the engine."""
    # By way of the documents themselves: a search gives back but a part of each.
    found = await engine._connection.admin(
        lambda admin: engine._index(admin, naam).get_documents({"limit": 100_000})
    )
    hits = [dict(document) for document in found.results]
    added = ("termen", "verrijkt", "sleutel")
    return {
        hit["id"]: {key: value for key, value in hit.items() if key not in added} for hit in hits
    }


async def in_database(database: Database) -> dict[str, Answer]:
    async with database.transaction() as session:
        documents = await session.scalars(text("SELECT document FROM zoek_rij"))
        found = {(document := orjson.loads(row))["id"]: document for row in documents}
    for document in found.values():
        # The engine needs no card, and gets a place as plain numbers.
        del document["kaart"]
        place = document.pop("_geo", {})
        document |= {"lat": place.get("lat"), "lon": place.get("lng")}
    return found


async def waiting(database: Database) -> int:
    async with database.transaction() as session:
        return int(await session.scalar(text("SELECT count(*) FROM outbox")) or 0)


async def drain(database: Database, engine: Engine) -> None:
    while await drain_outbox(database, engine):
        pass


async def one(session: AsyncSession, extern_id: str) -> Aanbod:
    found = await session.scalar(select(Aanbod).where(col(Aanbod.extern_id) == extern_id))
    assert found is not None
    return found


async def change(database: Database, extern_id: str, **values: Any) -> None:
    async with database.transaction() as session:
        aanbod = await one(session, extern_id)
        for key, value in values.items():
            setattr(aanbod, key, value)


async def remove(database: Database, extern_id: str) -> None:
    async with database.transaction() as session:
        await session.delete(await one(session, extern_id))


@pytest.fixture
async def built(own_database: Database, engine: Engine) -> AsyncIterator[tuple[Database, Engine]]:
    """Two listings of two organisations in the index, and nothing that waits."""
    await import_rows(
        own_database,
        listing("a", titel="Eerste", organisatie=owner("o1", "Organisatie Een")),
        listing("b", titel="Tweede", organisatie=owner("o2", "Organisatie Twee")),
    )
    await rebuild(own_database, engine)
    await drain(own_database, engine)
    assert await waiting(own_database) == 0
    yield own_database, engine
    for naam in (f"{AANBOD}-nieuw", f"{ORGANISATIES}-nieuw"):
        await engine.drop_index(naam)


Built = tuple[Database, Engine]


async def test_a_change_and_its_outbox_row_stand_or_fall_together(built: Built) -> None:
    database, _ = built
    with suppress(RuntimeError):
        async with database.transaction() as session:
            aanbod = await one(session, "a")
            aanbod.titel = "Nooit gebeurd"
            await session.flush()
            raise RuntimeError
    assert await waiting(database) == 0
    await change(database, "a", titel="Wel gebeurd")
    assert await waiting(database) == 1
    await change(database, "a", status="concept")
    assert await waiting(database) == 3  # the listing again, and the count of its owner


async def test_a_new_listing_is_found(built: Built) -> None:
    database, engine = built
    await import_rows(database, listing("c", titel="Derde"))
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)
    assert len(await in_index(engine)) == 3
    assert await waiting(database) == 0


async def test_a_change_is_found(built: Built) -> None:
    database, engine = built
    await change(database, "a", titel="Anders", niveau=4, locatie=None)
    await drain(database, engine)
    documents = await in_index(engine)
    assert documents == await in_database(database)
    places = {document["titel"]: document["lat"] for document in documents.values()}
    assert places.keys() == {"Anders", "Tweede"}
    assert places["Anders"] is None
    assert places["Tweede"] is not None


@pytest.mark.parametrize("status", ["concept", "gestopt"])
async def test_what_is_no_longer_published_goes(built: Built, status: str) -> None:
    database, engine = built
    await change(database, "a", status=status)
    await drain(database, engine)
    assert [document["titel"] for document in (await in_index(engine)).values()] == ["Tweede"]
    owners = (await in_index(engine, ORGANISATIES)).values()
    assert [owner["naam"] for owner in owners] == ["Organisatie Twee"]


async def test_what_is_deleted_goes_and_so_does_an_owner_without_anything(built: Built) -> None:
    database, engine = built
    await remove(database, "a")
    await drain(database, engine)
    assert [document["titel"] for document in (await in_index(engine)).values()] == ["Tweede"]
    owners = (await in_index(engine, ORGANISATIES)).values()
    assert [owner["naam"] for owner in owners] == ["Organisatie Twee"]


async def test_a_listing_that_moves_is_counted_with_its_new_owner(built: Built) -> None:
    database, engine = built
    async with database.transaction() as session:
        await import_moved(session)
    await drain(database, engine)
    owners = (await in_index(engine, ORGANISATIES)).values()
    assert [(owner["naam"], owner["aantalAanbod"]) for owner in owners] == [("Organisatie Twee", 2)]
    names = {document["organisatie"] for document in (await in_index(engine)).values()}
    assert names == {"Organisatie Twee"}


async def import_moved(session: AsyncSession) -> None:
    aanbod = await one(session, "a")
    aanbod.organisatie_id = (await one(session, "b")).organisatie_id


async def test_an_organisation_that_gets_another_name_is_renamed_everywhere(built: Built) -> None:
    database, engine = built
    async with database.transaction() as session:
        found = await session.scalar(select(Organisatie).where(col(Organisatie.extern_id) == "o1"))
        assert found is not None
        found.naam = "Nieuwe Naam"
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)
    names = {document["organisatie"] for document in (await in_index(engine)).values()}
    assert names == {"Nieuwe Naam", "Organisatie Twee"}
    owners = {owner["naam"] for owner in (await in_index(engine, ORGANISATIES)).values()}
    assert owners == {"Nieuwe Naam", "Organisatie Twee"}


async def test_two_at_once_do_the_work_once(built: Built) -> None:
    database, engine = built
    await import_rows(database, *(listing(f"n{number}") for number in range(5)))
    rows = await waiting(database)
    handled = await asyncio.gather(*(drain_outbox(database, engine) for _ in range(4)))
    assert sorted(handled) == [0, 0, 0, rows]
    assert await in_index(engine) == await in_database(database)


async def test_the_oldest_changes_go_first_and_some_at_a_time(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    monkeypatch.setattr(sync, "_CLAIM", 1)
    await change(database, "a", titel="Eerder")
    await change(database, "b", titel="Later")
    assert await drain_outbox(database, engine) == 1
    titles = {document["titel"] for document in (await in_index(engine)).values()}
    assert titles == {"Eerder", "Tweede"}
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)


async def test_without_an_answer_every_row_stays(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    await change(database, "a", titel="Anders")
    rows = await waiting(database)

    async def fail(*_args: Any) -> None:
        raise EngineAwayError("weg")

    with monkeypatch.context() as away:
        away.setattr(engine, "put_documents", fail)
        with pytest.raises(EngineAwayError):
            await drain_outbox(database, engine)
    assert await waiting(database) == rows
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)


async def test_a_missing_index_is_not_made_in_passing(built: Built) -> None:
    # Meilisearch would make one without settings, which gives wrong answers with a straight face.
    database, engine = built
    await change(database, "a", titel="Anders")
    await engine.drop_index(AANBOD)
    with pytest.raises(EngineAwayError):
        await drain_outbox(database, engine)
    assert await engine.count(AANBOD) is None
    assert await waiting(database) > 0
    assert await needs_rebuild(database, engine)


async def break_document(database: Database, extern_id: str) -> UUID:
    """Spoils what is kept for the index, as a fault in a future document_for could."""
    async with database.transaction() as session:
        aanbod = await one(session, extern_id)
        await session.execute(
            text(
                'UPDATE zoek_rij SET document = replace(document, \'{"id":"\', \'{"id":"? \')'
                " WHERE id = :key"
            ),
            {"key": aanbod.id},
        )
        await session.execute(
            text("INSERT INTO outbox (soort, subject_id) VALUES ('aanbod', :key)"),
            {"key": aanbod.id},
        )
    return aanbod.id


async def test_a_document_that_is_refused_holds_up_no_other(built: Built) -> None:
    database, engine = built
    refused = await break_document(database, "a")
    await import_rows(database, *(listing(f"n{number}") for number in range(5)))
    await drain(database, engine)
    assert await waiting(database) == 0
    documents = await in_index(engine)
    # It is out of the index, as its old version would say what is no longer so.
    assert str(refused) not in documents
    assert len(documents) == 6


async def test_a_refused_document_is_tried_once_more_by_a_rebuild_and_then_left(
    built: Built,
) -> None:
    database, engine = built
    await break_document(database, "a")
    await drain(database, engine)
    assert await needs_rebuild(database, engine)
    left_out = await rebuild(database, engine)
    assert left_out == 1
    assert not await needs_rebuild(database, engine, refused=left_out)
    await change(database, "a", titel="Weer heel")
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)


async def test_rebuild_makes_an_index_with_its_settings(
    own_database: Database, engine: Engine
) -> None:
    assert await needs_rebuild(own_database, engine)
    await import_rows(own_database, *(listing(f"n{number}") for number in range(7)))
    seen: list[tuple[int, int]] = []
    await rebuild(own_database, engine, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (7, 7)
    assert await in_index(engine) == await in_database(own_database)
    kept = await engine._connection.admin(
        lambda admin: admin.index(engine.uid(AANBOD)).get_settings()
    )
    assert kept["rankingRules"] == index_settings(AANBOD)["rankingRules"]
    assert await engine.count(f"{AANBOD}-nieuw") is None
    assert not await needs_rebuild(own_database, engine)


async def test_an_empty_map_is_an_empty_index(own_database: Database, engine: Engine) -> None:
    await rebuild(own_database, engine)
    assert await engine.count(AANBOD) == 0
    assert not await needs_rebuild(own_database, engine)


@asynccontextmanager
async def searching(ask: Callable[[], Awaitable[Any]]) -> AsyncIterator[list[Any]]:
    """Asks again and again while the block runs; gives all the answers."""
    answers: list[Any] = []

    async def loop() -> None:
        while True:
            answers.append(await ask())

    task = asyncio.create_task(loop())
    yield answers
    assert not task.done(), task.exception()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_searching_goes_on_during_a_rebuild(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    await import_rows(database, *(listing(f"n{number}") for number in range(38)))
    await drain(database, engine)
    monkeypatch.setattr(sync, "_BATCH", 5)
    query = {
        "indexUid": AANBOD,
        "q": "",
        "filter": "thema = ontmoeten",
        "sort": ["titelSortering:asc"],
    }

    async def ask() -> int:
        return int((await engine.multi_search([query]))[0]["estimatedTotalHits"])

    async with searching(ask) as answers:
        for _ in range(3):
            await rebuild(database, engine)
    assert len(answers) > 20
    assert set(answers) == {40}


async def test_the_first_index_appears_whole(own_database: Database, engine: Engine) -> None:
    await import_rows(own_database, *(listing(f"n{number}") for number in range(40)))

    async def ask() -> int | None:
        try:
            return int((await engine.multi_search([{"indexUid": AANBOD}]))[0]["estimatedTotalHits"])
        except EngineAwayError:
            return None

    async with searching(ask) as answers:
        await rebuild(own_database, engine)
        answers.append(await ask())
    assert set(answers) <= {None, 40}
    assert answers[-1] == 40


async def test_what_changes_during_a_rebuild_arrives(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    await import_rows(database, *(listing(f"n{number}") for number in range(20)))
    await drain(database, engine)
    monkeypatch.setattr(sync, "_BATCH", 4)
    put, parts = engine.put_documents, 0

    async def put_and_change(naam: str, documents: Iterable[str | bytes]) -> None:
        nonlocal parts
        await put(naam, documents)
        parts += 1
        if parts == 2:
            # One that was sent already, one that was not, two that go, one that comes.
            await change(database, "a", titel="Toch anders")
            await change(database, "n19", titel="Ook anders")
            await remove(database, "n18")
            await remove(database, "b")
            await import_rows(database, listing("erbij", titel="Nieuw"))
            # The rebuild holds the index; nobody else writes into either of them.
            assert await drain_outbox(database, engine) == 0

    with monkeypatch.context() as busy:
        busy.setattr(engine, "put_documents", put_and_change)
        await rebuild(database, engine)
    assert parts > 4
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)
    titles = {document["titel"] for document in (await in_index(engine)).values()}
    assert {"Toch anders", "Ook anders", "Nieuw"} <= titles


async def test_a_rebuild_that_was_cut_off_is_done_again(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    for step in ("put_documents", "replace"):

        async def fail(*_args: Any) -> None:
            raise EngineAwayError("weg")

        with monkeypatch.context() as broken:
            broken.setattr(engine, step, fail)
            with pytest.raises(EngineAwayError):
                await rebuild(database, engine)
        assert await in_index(engine) == await in_database(database)
    await rebuild(database, engine)
    assert await in_index(engine) == await in_database(database)


async def test_other_settings_ask_for_a_rebuild(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, engine = built
    assert not await needs_rebuild(database, engine)
    monkeypatch.setitem(index_settings(AANBOD), "stopWords", ["anders"])
    assert await needs_rebuild(database, engine)
    await rebuild(database, engine)
    assert not await needs_rebuild(database, engine)


async def test_a_lost_document_asks_for_a_rebuild(built: Built) -> None:
    database, engine = built
    await engine.delete_documents(AANBOD, list(await in_index(engine))[:1])
    assert await needs_rebuild(database, engine)
    # Not while changes wait that may explain it.
    await change(database, "a", titel="Anders")
    assert not await needs_rebuild(database, engine)


async def test_while_another_writes_nobody_else_judges(built: Built) -> None:
    database, engine = built
    await engine.drop_index(AANBOD)
    async with database.transaction() as session:
        await session.execute(text("SELECT pg_advisory_xact_lock(730193)"))
        assert not await needs_rebuild(database, engine)
    assert await needs_rebuild(database, engine)


async def test_each_night_the_index_is_built_anew(built: Built) -> None:
    database, _ = built
    assert not await is_from_before_tonight(database, utc_now())
    assert await is_from_before_tonight(database, utc_now() + timedelta(days=1))
    async with database.transaction() as session:
        evening = datetime(2026, 7, 1, 20, tzinfo=UTC)
        await session.execute(
            text("UPDATE zoek_index SET gebouwd_op = :evening"), {"evening": evening}
        )
    # In summer it is three o'clock at night two hours before it is in UTC.
    assert not await is_from_before_tonight(database, datetime(2026, 7, 2, 0, 59, tzinfo=UTC))
    assert await is_from_before_tonight(database, datetime(2026, 7, 2, 1, 0, tzinfo=UTC))


async def test_without_an_engine_the_outbox_stays_empty(own_database: Database) -> None:
    await import_rows(own_database, listing("a"), listing("b"))
    assert await waiting(own_database) > 0
    assert await discard_outbox(own_database) > 0
    assert await waiting(own_database) == 0
    assert await discard_outbox(own_database) == 0


async def test_an_engine_that_is_added_later_starts_anew(built: Built) -> None:
    database, engine = built
    await change(database, "a", titel="Anders")
    await discard_outbox(database)
    assert await needs_rebuild(database, engine)
    await rebuild(database, engine)
    assert await in_index(engine) == await in_database(database)


async def test_changes_of_one_listing_at_the_same_time_leave_the_newest(built: Built) -> None:
    database, engine = built
    for number in range(6):
        await asyncio.gather(
            change(database, "a", titel=f"Titel {number}"),
            rename_owner(database, f"Naam {number}"),
            change(database, "a", niveau=number % 5),
        )
        async with database.transaction() as session:
            aanbod = await one(session, "a")
            document = (await in_database(database))[str(aanbod.id)]
            assert document["titel"] == aanbod.titel
            assert document["organisatie"] == f"Naam {number}"
            assert document["niveau"] == str(aanbod.niveau) == str(number % 5)
    await drain(database, engine)
    assert await in_index(engine) == await in_database(database)


async def rename_owner(database: Database, naam: str) -> None:
    async with database.transaction() as session:
        found = await session.scalar(select(Organisatie).where(col(Organisatie.extern_id) == "o1"))
        assert found is not None
        found.naam = naam
