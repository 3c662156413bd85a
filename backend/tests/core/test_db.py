"""The edge of each request: what is answered is committed, and what is away is said."""

import asyncio
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from sociale_kaart.core.db import Database
from sociale_kaart.core.outbox import Subject
from sociale_kaart.wiring import PROJECTORS
from tests.conftest import admin, serve, url_of
from tests.people import create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

ORGANISATIE = {"naam": "Buurtkamer De Commit", "categorie": "initiatief"}


def broken_projector(session: Session, touched: set[Subject]) -> set[Subject]:
    raise RuntimeError("het document kon niet geschreven worden")


# A check that the database leaves until the commit itself.
LATE_FUNCTION = """
CREATE FUNCTION te_laat() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'te laat'; END $$
"""
LATE_TRIGGER = """
CREATE CONSTRAINT TRIGGER te_laat AFTER INSERT ON organisatie
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION te_laat()
"""


async def _names(database: Database) -> list[str]:
    async with database.transaction() as session:
        return list(await session.scalars(text("SELECT naam FROM organisatie")))


async def test_a_read_model_that_cannot_be_written_answers_500_and_stores_nothing(
    own_database: Database,
) -> None:
    headers = await log_in_as(own_database, "redactie")
    url = own_database.engine.url.render_as_string(hide_password=False)
    broken = Database(url, (broken_projector,))
    async with serve(broken) as client:
        answer = await client.post("/api/v1/organisaties", json=ORGANISATIE, headers=headers)
    await broken.close()
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "location" not in answer.headers
    assert answer.json()["detail"].startswith("Dat ligt aan ons.")
    assert await _names(own_database) == []


async def test_a_commit_that_the_database_refuses_answers_500_and_stores_nothing(
    own_database: Database,
) -> None:
    headers = await log_in_as(own_database, "redactie")
    async with own_database.transaction() as session:
        for statement in (LATE_FUNCTION, LATE_TRIGGER):
            await session.execute(text(statement))
    async with serve(own_database) as client:
        answer = await client.post("/api/v1/organisaties", json=ORGANISATIE, headers=headers)
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert await _names(own_database) == []


async def test_the_same_request_with_a_commit_that_works_answers_201(
    own_database: Database,
) -> None:
    headers = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        answer = await client.post("/api/v1/organisaties", json=ORGANISATIE, headers=headers)
    assert answer.status_code == 201
    assert await _names(own_database) == [ORGANISATIE["naam"]]


async def _ask_all(client: httpx.AsyncClient) -> list[httpx.Response]:
    return [
        await client.get("/api/v1/aanbod"),
        await client.get("/api/v1/aanbod/koffie"),
        await client.get("/api/v1/organisaties"),
        await client.get("/api/v1/vocabularia"),
        await client.get("/api/v1/zoeken"),
        await client.post("/api/v1/sessies", json={"email": "a@example.org", "wachtwoord": "x"}),
    ]


def _check_away(answer: httpx.Response) -> None:
    problem = answer.json()
    assert answer.status_code == 503, (str(answer.request.url), answer.text)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["title"] == "Even niet bereikbaar"
    assert "database" in problem["detail"]
    assert "Probeer" in problem["detail"]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg:///kaart?host={folder}",
        "postgresql+asyncpg://kaart@127.0.0.1:1/kaart",
    ],
    ids=["no socket", "no port"],
)
async def test_a_database_that_is_away_gives_503_in_dutch(url: str, tmp_path: Path) -> None:
    database = Database(url.format(folder=tmp_path), PROJECTORS)
    async with serve(database) as client:
        for answer in await _ask_all(client):
            _check_away(answer)
    await database.close()


async def test_a_database_that_takes_no_connections_gives_503_in_dutch(
    own_database: Database,
) -> None:
    await admin(f"ALTER DATABASE {own_database.engine.url.database} ALLOW_CONNECTIONS false")
    try:
        async with serve(own_database) as client:
            for answer in await _ask_all(client):
                _check_away(answer)
    finally:
        await admin(f"ALTER DATABASE {own_database.engine.url.database} ALLOW_CONNECTIONS true")


async def test_after_a_restart_of_the_database_the_same_application_answers_again(
    own_database: Database,
) -> None:
    editor = await log_in_as(own_database, "redactie")
    organisatie = await make_organisatie(own_database)
    async with serve(own_database) as client:
        aanbod = await publish(client, editor, organisatie)
        address = f"/api/v1/aanbod/{aanbod['id']}"
        # Several connections wait in the pool, all of which the restart cuts off.
        await asyncio.gather(*(client.get(address) for _ in range(5)))
        name = own_database.engine.url.database
        await admin(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'"
        )
        await asyncio.sleep(0.1)
        answers = [await client.get(address) for _ in range(10)]
        assert [answer.status_code for answer in answers] == [200] * 10
        answer = await client.get("/api/v1/organisaties")
        assert answer.status_code == 200


async def test_many_first_visitors_at_once_do_not_wait_for_each_others_connections(
    own_database: Database,
) -> None:
    organisatie = await make_organisatie(own_database, slug="de-proef")
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        draft = await create_aanbod(client, editor, organisatie)
    async with serve(own_database) as client:
        asked = [
            client.get(address, headers=headers)
            for address, headers in [
                ("/api/v1/aanbod?organisatie=de-proef", {}),
                (f"/api/v1/aanbod/{draft['id']}", editor),
            ]
            * 30
        ]
        answers = await asyncio.gather(*asked)
    # Who waits for a connection that never comes back gets a 503 when the pool gives up.
    assert {answer.status_code for answer in answers} == {200}


async def test_when_all_connections_are_taken_the_answer_is_503() -> None:
    name = f"eigen_{uuid4().hex[:12]}"
    await admin(f"CREATE DATABASE {name} TEMPLATE sjabloon CONNECTION LIMIT 0")
    database = Database(url_of(name), PROJECTORS)
    # A superuser may always come in, so the limit is tried as an ordinary user.
    url = database.engine.url
    await admin("DROP ROLE IF EXISTS bezoeker_proef")
    await admin("CREATE ROLE bezoeker_proef LOGIN")
    limited = Database(
        url.set(username="bezoeker_proef").render_as_string(hide_password=False), PROJECTORS
    )
    async with serve(limited) as client:
        _check_away(await client.get("/api/v1/organisaties"))
        _check_away(await client.get("/api/v1/aanbod"))
    await limited.close()
    await database.close()
    await admin(f"DROP DATABASE {name} WITH (FORCE)")
    await admin("DROP ROLE bezoeker_proef")
