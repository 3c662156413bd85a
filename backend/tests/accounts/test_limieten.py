"""Limits that all processes share: what is counted, what is kept of it, and for how long."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from sqlalchemy import text, update
from sqlmodel import select

from sociale_kaart.accounts.limieten import service
from sociale_kaart.accounts.limieten.models import Limiet, Limietgeheim
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of, forget_ended
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import TooManyRequestsError
from tests.conftest import serve
from tests.serving import Server, serving, serving_beside

pytestmark = pytest.mark.anyio

LINKS = "/api/v1/inloglinks"


async def is_refused(limit: SharedLimit, database: Database, key: str = "vera") -> bool:
    try:
        await limit.count(database, key)
    except TooManyRequestsError:
        return True
    return False


async def rows(database: Database) -> list[Limiet]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Limiet)))


async def test_each_key_and_each_limit_has_a_count_of_its_own(database: Database) -> None:
    limit, other = (SharedLimit(naam, limit=2, seconds=60) for naam in ("een", "ander"))
    assert [await is_refused(limit, database) for _ in range(3)] == [False, False, True]
    assert not await is_refused(limit, database, "iemand anders")
    assert not await is_refused(other, database)
    await limit.forget(database, "vera")
    assert not await is_refused(limit, database)


async def test_when_the_time_is_up_it_begins_anew(database: Database) -> None:
    limit = SharedLimit("een", limit=1, seconds=60)
    assert [await is_refused(limit, database) for _ in range(2)] == [False, True]
    async with database.transaction() as session:
        await session.execute(update(Limiet).values(tot=utc_now() - timedelta(hours=1)))
    assert [await is_refused(limit, database) for _ in range(2)] == [False, True]


async def test_trying_on_does_not_make_it_last_longer(database: Database) -> None:
    limit = SharedLimit("een", limit=1, seconds=60)
    await is_refused(limit, database)
    [first] = await rows(database)
    await is_refused(limit, database)
    [second] = await rows(database)
    assert (second.tot, second.aantal) == (first.tot, 2)


async def test_of_many_who_try_at_once_each_is_counted(own_database: Database) -> None:
    limit = SharedLimit("een", limit=10, seconds=60)
    tries = await asyncio.gather(*(is_refused(limit, own_database) for _ in range(30)))
    assert tries.count(False) == 10


async def test_nothing_is_kept_that_says_who_it_was(database: Database) -> None:
    """The same key is another row with another secret, and without one there is nothing to try."""
    limit = SharedLimit("een", limit=5, seconds=60)
    await limit.count(database, "198.51.100.7")
    async with database.transaction() as session:
        await session.execute(update(Limietgeheim).values(geheim=b"x" * 32))
    service._secrets.clear()
    await limit.count(database, "198.51.100.7")
    first, second = await rows(database)
    assert first.sleutel_hash != second.sleutel_hash
    assert len(first.sleutel_hash) == 32


async def test_what_has_ended_goes_and_so_does_the_secret_of_yesterday(database: Database) -> None:
    limit = SharedLimit("een", limit=5, seconds=60)
    await limit.count(database, "blijft")
    async with database.transaction() as session:
        session.add(Limiet(sleutel_hash=b"x" * 32, aantal=1, tot=utc_now()))
        yesterday = today() - timedelta(days=1)
        session.add(Limietgeheim(dag=yesterday, geheim=b"x" * 32))
    await forget_ended(database)
    assert [row.sleutel_hash == b"x" * 32 for row in await rows(database)] == [False]
    async with database.transaction() as session:
        assert list(await session.scalars(select(Limietgeheim.dag))) == [today()]


async def test_neither_is_in_the_log_that_backups_are_made_of(database: Database) -> None:
    kinds = text("SELECT relname, relpersistence::text FROM pg_class WHERE relname LIKE 'limiet%'")
    async with database.transaction() as session:
        found = {name: kind for name, kind in await session.execute(kinds) if "_" not in name}
    assert found == {"limiet": "u", "limietgeheim": "u"}


async def test_a_refused_log_in_is_counted_although_nothing_else_of_it_is_kept(
    own_database: Database,
) -> None:
    wrong = {"email": "niemand@example.org", "wachtwoord": "fout"}
    async with serve(own_database) as client:
        codes = [(await client.post("/api/v1/sessies", json=wrong)).status_code for _ in range(11)]
    assert codes == [401] * 10 + [429]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("geen adres", "onbekend"),
    ],
)
def test_a_visitor_is_an_address_or_a_network(host: str, expected: str) -> None:
    request: Any = SimpleNamespace(client=SimpleNamespace(host=host))
    assert client_of(request) == expected


@pytest.fixture
def two_servers(tmp_path: Path) -> Iterator[tuple[Server, Server]]:
    """Two processes on one database, which believe a proxy only when it is 10.0.0.1."""
    with ExitStack() as stack:
        environment = {"MEILI_URL": "", "FORWARDED_ALLOW_IPS": "10.0.0.1"}
        first = stack.enter_context(serving(tmp_path / "een", None, environment))
        second = stack.enter_context(serving_beside(first, tmp_path / "twee", environment))
        yield first, second


def ask(server: Server, email: str, seen_as: str = "") -> int:
    headers = {"X-Forwarded-For": seen_as} if seen_as else {}
    answer = httpx.post(server.url + LINKS, json={"email": email}, headers=headers, timeout=20)
    return answer.status_code


async def test_two_processes_count_together_and_keep_no_address(
    two_servers: tuple[Server, Server],
) -> None:
    first, second = two_servers
    codes = [ask(two_servers[number % 2], "vera@example.org") for number in range(7)]
    assert codes == [202] * 5 + [429] * 2
    connection = await Database(first.database_url).connect()
    kept = await connection.fetch("SELECT l::text AS said FROM limiet AS l")
    secrets = await connection.fetchval("SELECT count(*) FROM limietgeheim")
    await connection.close()
    assert (len(kept), secrets) == (2, 1)
    assert not any("vera" in row["said"] or "127.0.0.1" in row["said"] for row in kept)
    assert ask(second, "ander@example.org") == 202


async def test_what_a_visitor_says_of_their_own_address_does_not_count(
    two_servers: tuple[Server, Server],
) -> None:
    codes = [
        ask(two_servers[number % 2], f"buur{number}@example.org", f"198.51.100.{number}")
        for number in range(31)
    ]
    assert codes == [202] * 30 + [429]
