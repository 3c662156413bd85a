"""The worker: killed in the middle, two at once, and ten thousand rows."""

import asyncio
import os
import signal
import sys

import pytest

from sociale_kaart import worker
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.invoeren.work import work_some
from sociale_kaart.worker import import_rows
from tests.conftest import serve
from tests.opendata.invoeren.importing import as_csv, ask, done, row, rows_of, send, sent, work
from tests.opendata.reading import history, listings
from tests.people import log_in_as, make_organisatie
from tests.zoeken.asking import eventually

pytestmark = pytest.mark.anyio

_WORKER = """
import asyncio, sys
from sociale_kaart.opendata.invoeren.work import work_some
from sociale_kaart.core.db import Database
from sociale_kaart.wiring import PROJECTORS
async def work():
    database = Database(sys.argv[1], PROJECTORS)
    print("begonnen", flush=True)
    while await work_some(database):
        print("een deel", flush=True)
asyncio.run(work())
"""


async def test_a_killed_worker_leaves_whole_rows_and_the_next_one_makes_no_doubles(
    own_database: Database,
) -> None:
    owner = await make_organisatie(own_database, vertrouwd=True)
    member = await log_in_as(own_database, eigenaar=owner)
    async with serve(own_database) as client:
        invoer_id = await sent(client, member, owner, *(row(n, f"Titel {n}") for n in range(300)))
        await done(client, own_database, member, invoer_id, "nakijken")
        await ask(client, member, invoer_id, "uitvoeren")
        url = own_database.engine.url.render_as_string(hide_password=False)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _WORKER, url, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        assert await process.stdout.readline() == b"begonnen\n"
        assert await process.stdout.readline() == b"een deel\n"
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
        half = await done(client, own_database, member, invoer_id)
        assert 0 < half["gedaan"] < 300
        assert half["gedaan"] == len(await listings(own_database))
        await work(own_database)
        ran = await done(client, own_database, member, invoer_id)
    assert (ran["stand"], ran["gedaan"]) == ("klaar", 300)
    assert sorted(await listings(own_database)) == sorted(f"Titel {n}" for n in range(300))
    made = [handeling for handeling, _ in await history(own_database)]
    assert made.count("aangemaakt") == 300


async def test_two_workers_at_once_bring_each_row_in_once(own_database: Database) -> None:
    owner = await make_organisatie(own_database)
    member = await log_in_as(own_database, eigenaar=owner)
    async with serve(own_database) as client:
        invoer_id = await sent(client, member, owner, *(row(n, f"Titel {n}") for n in range(20)))
        await done(client, own_database, member, invoer_id, "nakijken")
        await ask(client, member, invoer_id, "uitvoeren")
        await asyncio.gather(work_some(own_database), work_some(own_database))
        ran = await done(client, own_database, member, invoer_id)
        await work(own_database)
    assert ran["gedaan"] == len(await listings(own_database)) == 20


async def test_one_row_that_is_refused_holds_back_no_other_of_those_done_with_it(
    own_database: Database,
) -> None:
    owner = await make_organisatie(own_database, vertrouwd=True)
    member = await log_in_as(own_database, eigenaar=owner)
    async with serve(own_database) as client:
        first = await sent(client, member, owner, row(7, "Titel 7"))
        await done(client, own_database, member, first, "nakijken", "uitvoeren")
        again = await sent(client, member, owner, *(row(n, f"Nu {n}") for n in range(30)))
        await done(client, own_database, member, again, "nakijken")
        # Somebody changes the one that is there, after it was shown what would happen.
        [made] = (await client.get("/api/v1/aanbod")).json()["resultaten"]
        headers = {**member, "If-Match": f'"{made["versie"]}"'}
        step = {"handeling": "stoppen"}
        await client.post(f"/api/v1/aanbod/{made['id']}/stappen", json=step, headers=headers)
        ran = await done(client, own_database, member, again, "uitvoeren")
        [refused] = await rows_of(client, member, again, toon="fouten")
        assert (ran["gedaan"], refused["nummer"]) == (29, 9)
        back = await done(client, own_database, member, again, "terugdraaien")
    assert back["stand"] == "teruggedraaid"
    assert list(await listings(own_database)) == ["Titel 7"]


async def test_the_worker_is_told_and_need_not_look_for_it(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_LONGEST_WAIT_SECONDS", 3_600)
    owner = await make_organisatie(own_database)
    member = await log_in_as(own_database, eigenaar=owner)
    stopping = asyncio.Event()
    task = asyncio.create_task(import_rows(own_database, stopping))
    async with serve(own_database) as client:
        invoer_id = await sent(client, member, owner, row(1))
        await ask(client, member, invoer_id, "nakijken")

        async def is_seen() -> bool:
            return bool(await rows_of(client, member, invoer_id, toon="nieuw"))

        await eventually(is_seen)
    stopping.set()
    await task


async def test_ten_thousand_rows_are_looked_at_with_their_faults(own_database: Database) -> None:
    owner = await make_organisatie(own_database)
    member = await log_in_as(own_database, eigenaar=owner)
    rows = [row(n, f"Titel {n}", Tel="" if n % 100 else "fout") for n in range(10_000)]
    async with serve(own_database) as client:
        answer = await send(client, member, owner, as_csv(*rows))
        assert answer.status_code == 201
        seen = await done(client, own_database, member, answer.json()["id"], "nakijken")
        assert (seen["rijen"], seen["nagekeken"]) == (10_000, 10_000)
        assert (seen["tellingen"]["nieuw"], seen["tellingen"]["fout"]) == (9_900, 100)
        faulty = await rows_of(client, member, seen["id"], toon="fouten", limit=100)
        assert [rij["nummer"] for rij in faulty] == [n * 100 + 2 for n in range(100)]
