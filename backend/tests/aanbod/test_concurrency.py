"""Several people at the same moment, on real connections that really commit."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import lock_aanbod
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Locatie
from tests.conftest import serve
from tests.people import aanbod_body, create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/aanbod"


async def test_of_editors_who_looked_at_the_same_version_only_one_wins(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        made = await publish(client, editor, await make_organisatie(own_database))
        headers = {**editor, "If-Match": '"2"'}
        answers = await asyncio.gather(
            *(
                client.put(
                    f"{URL}/{made['id']}", json=aanbod_body(titel=f"Titel {n}"), headers=headers
                )
                for n in range(8)
            )
        )
        statuses = sorted(answer.status_code for answer in answers)
        assert statuses == [200] + [412] * 7
        [winner] = [answer.json() for answer in answers if answer.status_code == 200]
        read = (await client.get(f"{URL}/{made['id']}")).json()
        assert read == winner
        assert read["versie"] == 3


async def test_of_two_editors_of_an_organisation_only_one_wins(own_database: Database) -> None:
    editor = await log_in_as(own_database, "redactie")
    key = await make_organisatie(own_database)
    async with serve(own_database) as client:
        answers = await asyncio.gather(
            *(
                client.put(
                    f"/api/v1/organisaties/{key}",
                    json={"naam": f"Naam {n}", "categorie": "initiatief"},
                    headers={**editor, "If-Match": '"1"'},
                )
                for n in range(6)
            )
        )
        assert sorted(answer.status_code for answer in answers) == [200] + [412] * 5


async def test_one_title_or_place_used_by_many_at_once_gives_everybody_a_listing(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    key = await make_organisatie(own_database)
    async with serve(own_database) as client:
        same_title = (create_aanbod(client, editor, key) for _ in range(12))
        same_place = (
            create_aanbod(client, editor, key, titel=f"Titel {n}", locatie={"naam": "Hal"})
            for n in range(8)
        )
        made = await asyncio.gather(*same_title)
        await asyncio.gather(*same_place)
        organisations = await asyncio.gather(
            *(
                client.post(
                    "/api/v1/organisaties",
                    json={"naam": "Zelfde naam", "categorie": "initiatief"},
                    headers=editor,
                )
                for _ in range(12)
            )
        )
    assert len({row["slug"] for row in made}) == 12
    assert [answer.status_code for answer in organisations] == [201] * 12
    async with own_database.transaction() as session:
        places = (await session.scalars(select(Locatie.naam))).all()
    assert sorted(str(naam) for naam in places) == ["De Proef", "Hal"]


async def test_a_rename_and_changes_at_the_same_time_leave_true_documents(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    key = await make_organisatie(own_database)
    async with serve(own_database) as client:
        made = [await publish(client, editor, key) for _ in range(3)]

        async def rename(times: int) -> None:
            for n in range(times):
                await client.put(
                    f"/api/v1/organisaties/{key}",
                    json={"naam": f"Naam {n}", "categorie": "initiatief"},
                    headers={**editor, "If-Match": f'"{n + 1}"'},
                )

        async def retitle(aanbod: dict[str, Any], times: int) -> None:
            for n in range(times):
                answer = await client.put(
                    f"{URL}/{aanbod['id']}",
                    json=aanbod_body(titel=f"Titel {n}"),
                    headers={**editor, "If-Match": f'"{n + 2}"'},
                )
                assert answer.status_code == 200, answer.text

        await asyncio.gather(rename(6), *(retitle(aanbod, 6) for aanbod in made))
        for aanbod in made:
            read = (await client.get(f"{URL}/{aanbod['id']}")).json()
            assert (read["titel"], read["organisatie"]["naam"]) == ("Titel 5", "Naam 5")


async def test_who_waits_for_a_listing_sees_the_place_it_moved_to_meanwhile(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        made = await publish(client, editor, await make_organisatie(own_database))
        async with own_database.transaction() as session:
            [aanbod] = await session.scalars(select(Aanbod).with_for_update())
            place = Locatie(naam="Het nieuwe pand", wijk_code="WK019310")
            session.add(place)
            await session.flush()
            aanbod.locatie_id = place.id
            await session.flush()
            waiting = asyncio.create_task(
                client.post(f"{URL}/{made['id']}/bevestigingen", headers=editor)
            )
            await _until_somebody_waits(own_database)
        answer = await waiting
    assert answer.status_code == 200
    assert answer.json()["locatie"] == {"naam": "Het nieuwe pand", "wijk": "WK019310"}


async def test_a_listing_that_was_removed_while_one_waited_is_gone(own_database: Database) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        made = await publish(client, editor, await make_organisatie(own_database))
        async with own_database.transaction() as session:
            [key] = await session.scalars(select(col(Aanbod.id)))
            aanbod = await lock_aanbod(session, key)
            await session.delete(aanbod)
            await session.flush()
            waiting = asyncio.create_task(
                client.put(
                    f"{URL}/{made['id']}",
                    json=aanbod_body(titel="Te laat"),
                    headers={**editor, "If-Match": '"2"'},
                )
            )
            await _until_somebody_waits(own_database)
        answer = await waiting
    assert answer.status_code == 404


async def test_an_organisation_that_gets_a_listing_while_it_is_removed_stays_whole(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    key = await make_organisatie(own_database)
    async with serve(own_database) as client:
        body = aanbod_body(organisatie=str(key))
        removed, made = await asyncio.gather(
            client.delete(f"/api/v1/organisaties/{key}", headers={**editor, "If-Match": '"1"'}),
            client.post(URL, json=body, headers=editor),
        )
    assert (removed.status_code, made.status_code) in {
        (204, 409), (204, 400), (409, 201),
    }, (removed.text, made.text)  # fmt: skip


async def _until_somebody_waits(database: Database) -> None:
    """Until another connection waits for a lock that this one holds."""
    for _ in range(500):
        async with database.transaction() as session:
            query = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if await session.scalar(query):
                return
        await asyncio.sleep(0.02)
    raise AssertionError("niemand wacht")
