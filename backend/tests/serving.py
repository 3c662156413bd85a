"""The application as a process of its own, on a real port, with a log to read."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy.engine import make_url

from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded.ports import free_port
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.engine import Engine, EngineAddress
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import admin, url_of
from tests.factories import aanbod_row, import_rows

Row = dict[str, Any]


@dataclass
class Server:
    port: int
    log: Path
    database_url: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.url + path, headers=headers, timeout=20)

    def raw(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of what comes back for these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request)
            connection.settimeout(20)
            received = b""
            while b"\r\n\r\n" not in received:
                piece = connection.recv(65_536)
                if not piece:
                    break
                received += piece
            head, _, body = received.partition(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head.lower())
            while length and len(body) < int(length[1]):
                body += connection.recv(65_536)
        return int(head.split(b" ")[1]), body

    def log_lines(self) -> list[dict[str, object]]:
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]


@contextmanager
def serving(
    log: Path,
    prefix: str | None,
    environment: dict[str, str],
    rows: Sequence[Row] = (aanbod_row(),),
) -> Iterator[Server]:
    """The application on a database of its own with these listings.

    With a prefix they are also in the index; the environment says where that is.
    """
    name = f"eigen_{uuid4().hex[:12]}"
    asyncio.run(_fill(name, prefix, rows))
    try:
        with _process(name, log, environment) as server:
            yield server
    finally:
        asyncio.run(_clean(name, prefix))


@contextmanager
def serving_beside(other: Server, log: Path, environment: dict[str, str]) -> Iterator[Server]:
    """One more process on the database of another one."""
    name = str(make_url(other.database_url).database)
    with _process(name, log, environment) as server:
        yield server


@contextmanager
def _process(name: str, log: Path, environment: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-c", "from sociale_kaart.cli import app; app()"]
    with log.open("wb") as file:
        process = subprocess.Popen(
            [*command, "serve", "--port", str(port)],
            env={**os.environ, "DATABASE_URL": url_of(name), "LOG_LEVEL": "info", **environment},
            stdout=file,
            stderr=file,
        )
    try:
        server = Server(port, log, url_of(name))
        _wait_until_it_answers(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


async def _fill(name: str, prefix: str | None, rows: Sequence[Row]) -> None:
    await admin(f"CREATE DATABASE {name} TEMPLATE sjabloon")
    database = Database(url_of(name), PROJECTORS)
    await import_rows(database, *rows)
    if prefix:
        engine = _engine(prefix)
        await rebuild(database, engine)
        await engine.close()
    await database.close()


async def _clean(name: str, prefix: str | None) -> None:
    await admin(f"DROP DATABASE {name} WITH (FORCE)")
    if prefix:
        engine = _engine(prefix)
        for naam in ("aanbod", "organisaties"):
            await engine.drop_index(naam)
        await engine.close()


def _engine(prefix: str) -> Engine:
    return Engine(
        EngineAddress(
            url=os.environ["TEST_MEILI_URL"],
            key=os.environ["TEST_MEILI_KEY"],
            prefix=prefix,
            timeout_seconds=10,
        )
    )


def _wait_until_it_answers(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, server.log.read_text()
        try:
            if server.get("/gezond").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("de server antwoordt niet")
