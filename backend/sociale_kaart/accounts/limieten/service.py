"""Limits that all processes share, and that keep nobody's address (ADR 0044)."""

import hmac
import secrets
from datetime import date, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic
from weakref import WeakKeyDictionary

import asyncpg
from fastapi import Request

from sociale_kaart.accounts.limieten import queries
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import TooManyRequestsError

# After a crash the table is empty and another process may have made a new secret.
_SECRET_SECONDS = 60.0
_secrets: WeakKeyDictionary[Database, tuple[date, float, bytes]] = WeakKeyDictionary()


class SharedLimit:
    """At most `limit` tries per key in `seconds`, counted from the first of them.

    For what is worth a question to the database: logging in, having mail sent, reporting. Limits
    with the same name count together.
    """

    def __init__(self, naam: str, *, limit: int, seconds: int) -> None:
        self._naam = naam
        self._limit = limit
        self._window = timedelta(seconds=seconds)

    async def count(self, database: Database, key: str) -> None:
        """Counts a try, also when what follows fails.

        Raises TooManyRequestsError when there were too many.
        """
        async with database.reader() as connection:
            hashed = await self._hash(database, connection, key)
            number = await queries.count_try(connection, hashed, self._window)
        if number > self._limit:
            raise TooManyRequestsError("Wacht een paar minuten en probeer het dan opnieuw.")

    async def forget(self, database: Database, key: str) -> None:
        """Somebody showed who they are, so their earlier tries do not count."""
        async with database.reader() as connection:
            await queries.forget_tries(connection, await self._hash(database, connection, key))

    async def _hash(self, database: Database, connection: asyncpg.Connection, key: str) -> bytes:
        secret = await _secret(database, connection)
        return hmac.digest(secret, f"{self._naam}\n{key}".encode(), sha256)


def client_of(request: Request) -> str:
    """From where somebody asks. What a proxy says of that counts only when the server trusts it.

    Of IPv6 the network: one visitor has all of its addresses.
    """
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return "onbekend"
    if not isinstance(address, IPv6Address):
        return str(address)
    mapped = address.ipv4_mapped
    return str(mapped or ip_network((int(address), 64), strict=False).network_address)


async def forget_ended(database: Database) -> None:
    """Removes what does not count any more."""
    async with database.transaction() as session:
        await queries.delete_ended(session, utc_now(), today())


async def _secret(database: Database, connection: asyncpg.Connection) -> bytes:
    day, now = today(), monotonic()
    known = _secrets.get(database)
    if known is not None and known[0] == day and now < known[1]:
        return known[2]
    secret = await queries.secret_of(connection, day, secrets.token_bytes(32))
    _secrets[database] = (day, now + _SECRET_SECONDS, secret)
    return secret
